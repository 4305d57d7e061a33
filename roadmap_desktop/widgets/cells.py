"""How a cell of a sheet is drawn: text, pill, bar with its middle half, dots for places, check."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import Shape, draw, plate
from roadmap_desktop.widgets.tone import Tone

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)

_TRACK, _BAR, _TICK, _TICK_WIDTH, _BOX = 4, 12, 19, 4, 18


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says: its words, the smaller second line, and on which side they stand."""

    first: str
    second: str = ""
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    strong: bool = False
    wraps: bool = False


class Cell(Protocol[R_contra]):
    """A way to draw a cell; ``place`` is the cell without its padding."""

    def paint(self, painter: QPainter, place: QRectF, row: R_contra, text: CellText) -> None:
        """Draws the row's cell."""

    def width(self, row: R_contra, text: CellText) -> int:
        """The width it wants, in pixels."""


@dataclass(frozen=True, slots=True)
class TextCell(Generic[R]):
    """Words; ``tone`` colours them where it gives one."""

    tone: Callable[[R], Tone | None] | None = None

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws one line, or the first in ink and the second, smaller, in the ink of hints."""
        worn = theme.worn()
        tone = self.tone(row) if self.tone else None
        ink = worn.ink if tone is None else tone.ink(worn)
        first, second = text_height(text, place.width())
        top = place.top() + max(0.0, (place.height() - first - second) / 2)
        line = QRectF(place.left(), top, place.width(), first)
        _write(painter, line, text.first, text, ink, size=tokens.CONTROL)
        if text.second:
            below = QRectF(place.left(), top + first, place.width(), second)
            plain = CellText(text.second, side=text.side, wraps=text.wraps)
            _write(painter, below, text.second, plain, worn.ink3, size=tokens.KEY)

    def width(self, row: R, text: CellText) -> int:
        """As wide as its longer line."""
        first = QFontMetrics(theme.font(tokens.CONTROL, bold=text.strong)).horizontalAdvance(text.first)
        second = QFontMetrics(theme.font(tokens.KEY)).horizontalAdvance(text.second) if text.second else 0
        return max(first, second) + 1


@dataclass(frozen=True, slots=True)
class PillCell(Generic[R]):
    """Words in a pill of a tone; plain text where the tone is None."""

    tone: Callable[[R], Tone | None]
    shape: Callable[[R], Shape | None] | None = None

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the pill at the left of the cell, in its middle."""
        tone = self.tone(row)
        if tone is None or not text.first:
            plain: TextCell[R] = TextCell()
            plain.paint(painter, place, row, text)
            return
        shape = self.shape(row) if self.shape else None
        size = pill_size(text.first, shape)
        width = min(float(size.width()), place.width())
        top = round(place.center().y() - size.height() / 2)
        paint_pill(painter, QRectF(place.left(), top, width, size.height()), text.first, tone, shape)

    def width(self, row: R, text: CellText) -> int:
        """As wide as the pill."""
        return pill_size(text.first, self.shape(row) if self.shape else None).width()


@dataclass(frozen=True, slots=True)
class Span:
    """A value with its spread: the mark is drawn as a tick, low to high as a soft bar."""

    mark: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BarCell(Generic[R]):
    """A tick and a soft bar on a track that runs from ``least`` to ``most``; words where there is no span."""

    span: Callable[[R], Span | None]
    least: float
    most: float
    wanted: int = 170

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws track, bar and tick."""
        span = self.span(row)
        if span is None:
            plain: TextCell[R] = TextCell()
            plain.paint(painter, place, row, text)
            return
        worn = theme.worn()
        middle = place.center().y()
        plate(painter, _band(place, middle, _TRACK), 2, theme.colour(worn.sunk))
        left, right = self._x(place, span.low), self._x(place, span.high)
        bar = _band(QRectF(left, place.top(), max(right - left, theme.px(_BAR)), place.height()), middle, _BAR)
        plate(painter, bar, bar.height() / 2, theme.colour(worn.accent, 0.25))
        tick = QRectF(self._x(place, span.mark) - _TICK_WIDTH / 2, place.top(), _TICK_WIDTH, place.height())
        plate(painter, _band(tick, middle, _TICK), 1, theme.colour(worn.accent))

    def width(self, row: R, text: CellText) -> int:
        """The width asked for."""
        return theme.px(self.wanted)

    def _x(self, place: QRectF, value: float) -> float:
        share = (value - self.least) / (self.most - self.least)
        return place.left() + place.width() * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class DotsCell(Generic[R]):
    """The places that are taken, of 1 to ``of``, as large dots among small ones."""

    taken: Callable[[R], Collection[int]]
    of: int

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the dots."""
        worn = theme.worn()
        taken = self.taken(row)
        pitch = min(float(theme.px(13)), place.width() / max(self.of, 1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(1, self.of + 1):
            is_taken = number in taken
            painter.setBrush(theme.colour(worn.accent if is_taken else worn.line))
            radius = theme.px(9) / 2 if is_taken else theme.px(4) / 2
            centre = QPointF(place.left() + pitch * (number - 0.5), place.center().y())
            painter.drawEllipse(centre, min(radius, pitch / 2), min(radius, pitch / 2))
        painter.restore()

    def width(self, row: R, text: CellText) -> int:
        """Room for all dots."""
        return theme.px(13) * self.of


@dataclass(frozen=True, slots=True)
class CheckCell(Generic[R]):
    """A box with a tick; the column's value is True or False and an edit gets "yes" or an empty text."""

    checked: Callable[[R], bool]

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the box."""
        worn = theme.worn()
        side = theme.px(_BOX)
        box = QRectF(place.left(), round(place.center().y() - side / 2), side, side)
        if self.checked(row):
            plate(painter, box, 4, theme.colour(worn.accent))
            draw(painter, Shape.TICK, box, theme.colour(worn.surface), 2)
        else:
            plate(painter, box, 4, theme.colour(worn.surface), theme.colour(worn.ink3))

    def width(self, row: R, text: CellText) -> int:
        """As wide as the box."""
        return theme.px(_BOX)


def text_height(text: CellText, width: float) -> tuple[float, float]:
    """The heights of first and second line at that width, in pixels; a text that does not wrap is one line."""
    first = _height(text.first, text, width, size=tokens.CONTROL, strong=text.strong)
    second = _height(text.second, text, width, size=tokens.KEY, strong=False) if text.second else 0.0
    return first, second


def longest_word(text: CellText) -> int:
    """The width in pixels below which a word of a text that wraps would be cut."""
    first = _longest(text.first, theme.font(tokens.CONTROL, bold=text.strong).toString())
    return max(first, _longest(text.second, theme.font(tokens.KEY).toString())) + 1


def fits(text: CellText, width: float) -> bool:
    """Whether the words can be read whole at that width."""
    plain: TextCell[object] = TextCell()
    return text.wraps or plain.width(None, text) <= width + 1


def _height(words: str, text: CellText, width: float, *, size: float, strong: bool) -> float:
    if not text.wraps:
        return float(QFontMetrics(theme.font(size, bold=strong)).height())
    return _wrapped_height(words or " ", theme.font(size, bold=strong).toString(), max(1, int(width)))


@lru_cache(maxsize=4_096)
def _wrapped_height(words: str, font_name: str, width: int) -> float:
    """Kept, since a sheet asks for all its rows whenever one changes."""
    font = QFont()
    font.fromString(font_name)
    flags = Qt.TextFlag.TextWordWrap.value
    return float(QFontMetrics(font).boundingRect(0, 0, width, 10_000, flags, words).height())


@lru_cache(maxsize=4_096)
def _longest(words: str, font_name: str) -> int:
    font = QFont()
    font.fromString(font_name)
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)


def _write(painter: QPainter, place: QRectF, words: str, text: CellText, ink: str, *, size: float) -> None:
    painter.setFont(theme.font(size, bold=text.strong))
    painter.setPen(theme.colour(ink))
    if text.wraps:
        flags = text.side.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(place, flags, words)
        return
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
    painter.drawText(place, text.side | Qt.AlignmentFlag.AlignVCenter, shown)


def _band(place: QRectF, middle: float, height: int) -> QRectF:
    tall = theme.px(height)
    return QRectF(place.left(), middle - tall / 2, place.width(), tall)
