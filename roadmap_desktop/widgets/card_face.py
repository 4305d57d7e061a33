"""A card among many: what it says, how high it is at a width, and how it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import Shape, draw, plate
from roadmap_desktop.widgets.tone import Tone

_SIDE, _TOP, _GAP, _LINE, _PILLS, _MARK, _BOX, _FOOT = 12, 10, 6, 2, 5, 16, 18, 28
_HIGHEST = 10_000
_WRAPS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class CardFace:
    """The words of a card, in the window's language; those that are empty take no room.

    ``pills`` are words with their tone, ``note`` is what to look at, in ``note_tone``, and ``check`` what its box says
    (whether it ``is_ticked``). ``spoken`` is the name it has for those who do not see it, ``described`` the rest.
    """

    uuid: str
    name: str
    about: str = ""
    text: str = ""
    pills: tuple[tuple[str, Tone], ...] = ()
    note: str = ""
    note_tone: Tone = Tone.WARN
    check: str = ""
    is_ticked: bool = False
    spoken: str = ""
    described: str = ""


def face_height(face: CardFace, width: int) -> int:
    """How high a card of that width is, in pixels."""
    inner = width - 2 * theme.px(_SIDE)
    parts = [size for size, _ in _written(face, inner)]
    parts += [_pills_height(face, inner)] if face.pills else []
    parts += [_high(face.note, _small(), inner - theme.px(_MARK + 2))] if face.note else []
    parts += [theme.px(_FOOT) - theme.px(_GAP)] if face.check else []
    return sum(parts) + theme.px(_GAP) * (len(parts) - 1) + 2 * theme.px(_TOP)


def check_place(place: QRect) -> QRect:
    """Where a card has its box and the words beside it."""
    high = theme.px(_FOOT)
    inner = place.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), -theme.px(_TOP) + theme.px(4))
    return QRect(inner.left(), inner.bottom() - high + 1, inner.width(), high)


def paint_face(painter: QPainter, place: QRect, face: CardFace, *, is_current: bool) -> None:
    """Paints a card; the current one on tint."""
    worn = theme.worn()
    ground = theme.colour(worn.tint if is_current else worn.surface)
    plate(painter, QRectF(place), tokens.CARD_RADIUS, ground, theme.colour(worn.accent if is_current else worn.line))
    side = theme.px(_SIDE)
    inner = place.adjusted(side, theme.px(_TOP), -side, 0)
    for high, (text, font, ink) in _written(face, inner.width()):
        _write(painter, QRect(inner.left(), inner.top(), inner.width(), high), text, font, ink)
        inner.setTop(inner.top() + high + theme.px(_GAP))
    if face.pills:
        _paint_pills(painter, inner, face)
        inner.setTop(inner.top() + _pills_height(face, inner.width()) + theme.px(_GAP))
    if face.note:
        _paint_note(painter, inner, face)
    if face.check:
        _paint_check(painter, check_place(place), face)


def _written(face: CardFace, width: int) -> Iterator[tuple[int, tuple[str, QFont, str]]]:
    """The texts above one another, each with its height, font and ink."""
    worn = theme.worn()
    texts = (
        (face.name, theme.font(tokens.CONTROL, bold=True), worn.ink),
        (face.about, _small(), worn.ink2),
        (face.text, _small(), worn.ink2),
    )
    for text, font, ink in texts:
        if text:
            yield _high(text, font, width), (text, font, ink)


def _small() -> QFont:
    return theme.font(tokens.SMALL)


def _high(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _HIGHEST), _WRAPS.value, text).height()


def _write(painter: QPainter, place: QRect, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(place, _WRAPS.value, text)


def _pill_places(face: CardFace, width: int) -> Iterator[QRect]:
    """Where the pills lie, from the left, on as many lines as they take."""
    left = top = 0
    for words, _ in face.pills:
        size = pill_size(words)
        wide = min(size.width(), width)
        if left and left + wide > width:
            left, top = 0, top + size.height() + theme.px(_LINE + 2)
        yield QRect(left, top, wide, size.height())
        left += wide + theme.px(_PILLS)


def _pills_height(face: CardFace, width: int) -> int:
    return max(place.bottom() + 1 for place in _pill_places(face, width))


def _paint_pills(painter: QPainter, inner: QRect, face: CardFace) -> None:
    for (words, tone), place in zip(face.pills, _pill_places(face, inner.width()), strict=True):
        paint_pill(painter, QRectF(place.translated(inner.topLeft())), words, tone)


def _paint_note(painter: QPainter, inner: QRect, face: CardFace) -> None:
    ink, mark = face.note_tone.ink(theme.worn()), theme.px(_MARK)
    high = QFontMetrics(_small()).height()
    draw(painter, Shape.ALERT, QRectF(inner.left() - 2, inner.top(), mark, high), theme.colour(ink), 2)
    place = inner.adjusted(theme.px(_MARK + 2), 0, 0, 0)
    place.setHeight(_high(face.note, _small(), place.width()))
    _write(painter, place, face.note, _small(), ink)


def _paint_check(painter: QPainter, place: QRect, face: CardFace) -> None:
    worn = theme.worn()
    side = QSize(theme.px(_BOX), theme.px(_BOX))
    box = QRectF(place.left(), place.center().y() - side.height() // 2, side.width(), side.height())
    if face.is_ticked:
        plate(painter, box, 4, theme.colour(worn.accent))
        draw(painter, Shape.TICK, box, theme.colour(worn.surface), 2)
    else:
        plate(painter, box, 4, theme.colour(worn.surface), theme.colour(worn.ink3))
    words = place.adjusted(theme.px(_BOX + 8), 0, 0, 0)
    painter.setFont(theme.font(tokens.SMALL, bold=face.is_ticked))
    painter.setPen(theme.colour(worn.ink if face.is_ticked else worn.ink2))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, face.check)
