"""One row of a rating list: number and words of a statement, then a key for each answer that can be given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QTextLayout

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import plate
from roadmap_desktop.widgets.speech import say

_NUMBER, _BEFORE, _PAD = 34, 74, 10


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """An answer that can be given: its value, what its key says, and the words for it.

    ``rating`` is its place on the scale from 0 to 1, which gives the colour; None for an answer that is no level.
    """

    value: int | str
    face: Words
    words: Words
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A statement to rate: what was answered, and what in the round before; empty texts for nothing."""

    uuid: str
    number: int
    text: Words
    answer: int | str | None = None
    before: Words = ""


def line_height(line: RatingLine, width: float) -> int:
    """The height that a statement takes at that width of its words' column, in pixels."""
    lines = len(_lines(say(line.text), _text_width(line, width)))
    return max(theme.px(tokens.ROW_TWO), round(lines * _pitch()) + theme.px(_PAD))


def paint_line(painter: QPainter, place: QRectF, line: RatingLine) -> None:
    """Paints the number, the words over as many lines as they take, and the answer of the round before."""
    worn = theme.worn()
    painter.setPen(theme.colour(worn.ink))
    painter.setFont(theme.font(tokens.BODY, bold=True))
    left = place.left() + theme.px(8)
    painter.drawText(QRectF(left, place.top(), theme.px(_NUMBER), place.height()), _MIDDLE, str(line.number))
    lines = _lines(say(line.text), _text_width(line, place.width()))
    pitch = _pitch()
    top = place.center().y() - len(lines) * pitch / 2
    painter.setFont(theme.font(tokens.BODY))
    for at, words in enumerate(lines):
        painter.drawText(QRectF(left + theme.px(_NUMBER), top + at * pitch, place.width(), pitch), _MIDDLE, words)
    if before := say(line.before):
        painter.setFont(theme.font(tokens.LABEL))
        painter.setPen(theme.colour(worn.ink3))
        room = QRectF(place.right() - theme.px(_BEFORE), place.top(), theme.px(_BEFORE - 6), place.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, before)


def key_width(key: AnswerKey) -> int:
    """The width of an answer's column, in pixels; never less than a target."""
    words = QFontMetrics(_key_font(key)).horizontalAdvance(say(key.face))
    return max(theme.px(tokens.TARGET + 14), words + theme.px(26))


def paint_key(painter: QPainter, place: QRectF, key: AnswerKey, *, chosen: bool, hovered: bool) -> None:
    """Paints an answer's key in its cell: filled when chosen, in the colour of its rating; the digit always shows."""
    worn = theme.worn()
    side = theme.px(3)
    height = min(place.height() - 2 * side, theme.px(tokens.FIELD))
    cap = QRectF(place.left() + side, place.center().y() - height / 2, place.width() - 2 * side, height)
    fill, ink, line = theme.colour(worn.surface), theme.colour(worn.ink), theme.colour(worn.ink3)
    if chosen:
        fill = theme.colour(_rating_colour(worn.ratings, key.rating) or worn.ink2)
        ink, line = readable_on(fill), fill
    elif hovered:
        fill = theme.colour(worn.tint)
    plate(painter, cap, tokens.FIELD_RADIUS, fill, line)
    painter.setFont(theme.font(tokens.SMALL if key.rating is None else tokens.BODY, bold=chosen))
    painter.setPen(ink)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, say(key.face))


def spoken_line(line: RatingLine, keys: Sequence[AnswerKey]) -> str:
    """The statement and its answer, for those who do not see the row."""
    answer = next((key.words for key in keys if key.value == line.answer), message("not answered"))
    return say(message("{number}. {text} {answer}", number=line.number, text=line.text, answer=answer))


def readable_on(fill: QColor) -> QColor:
    """The ink or the surface of the theme, whichever stands out more from the fill."""
    worn = theme.worn()
    inks = (theme.colour(worn.ink), theme.colour(worn.surface))
    return max(
        inks, key=lambda ink: abs(_luminance(ink) - _luminance(fill)) / (min(_luminance(ink), _luminance(fill)) + 0.05)
    )


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _luminance(colour: QColor) -> float:
    """Relative luminance from 0 to 1 as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _rating_colour(ratings: Sequence[str], rating: float | None) -> str | None:
    return None if rating is None else ratings[round(rating * (len(ratings) - 1))]


def _key_font(key: AnswerKey) -> QFont:
    return theme.font(tokens.SMALL if key.rating is None else tokens.BODY, bold=True)


def _text_width(line: RatingLine, width: float) -> float:
    return width - theme.px(_NUMBER + 16) - (theme.px(_BEFORE) if line.before else 0)


def _pitch() -> float:
    return QFontMetricsF(theme.font(tokens.BODY)).height() * 1.05


def _lines(text: str, width: float) -> list[str]:
    layout = QTextLayout(text, theme.font(tokens.BODY))
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, theme.px(80)))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines
