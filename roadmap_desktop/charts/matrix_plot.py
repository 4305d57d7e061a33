"""The plane of a matrix in pixels: where marks, bars and names lie, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from roadmap_desktop import tokens
from roadmap_desktop.charts.beside import Box, Spot, apart, name_places
from roadmap_desktop.charts.canvas import Look, plate, write
from roadmap_desktop.language import Words

_MARK, _BAR, _GAP, _EDGE, _STRIP, _FOOT, _GUTTER = 7.0, 6.0, 7.0, 18.0, 34.0, 28.0, 10.0

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MatrixMark:
    """A thing on the plane: its two values, the middle half of each, and the sentence for those who do not see it.

    ``is_open`` where the middle half leaves open in which quarter it lies: then the mark is hollow.
    """

    uuid: str
    name: Words
    spoken: Words
    across: float
    up: float
    across_half: Range
    up_half: Range
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """What the ends of the two axes are called (low, high), and the quarters: upper left, upper right, lower both."""

    across: tuple[Words, Words]
    up: tuple[Words, Words]
    quarters: tuple[Words, Words, Words, Words]


class MatrixPlot:
    """Everything laid out for one size of the chart."""

    def __init__(
        self,
        look: Look,
        size: Spot,
        words: MatrixWords,
        scale: tuple[int, int],
        marks: Sequence[MatrixMark],
        chosen: str,
    ) -> None:
        self._look, self._words, self._scale, self._marks = look, words, scale, marks
        metrics = QFontMetricsF(look.font(tokens.SMALL))
        gutter = max(metrics.horizontalAdvance(look.say(each)) for each in words.up) + look.px(2 * _GUTTER)
        self.ground = QRectF(gutter, look.px(12), size[0] - gutter - look.px(14), size[1] - look.px(12 + _FOOT))
        self._inner = self.ground.adjusted(look.px(_EDGE), look.px(_STRIP), -look.px(_EDGE), -look.px(_STRIP))
        self.radius = look.px(_MARK)
        room = _box(self._inner.adjusted(-look.px(4), 0, look.px(4), 0))
        wanted = [(self.x(mark.across), self.y(mark.up)) for mark in marks]
        self.spots = apart(wanted, 2 * self.radius + look.px(2), room)
        self.bars = [self._bars(mark, spot) for mark, spot in zip(marks, self.spots, strict=True)]
        self.names = self._places(chosen)

    def x(self, value: float) -> float:
        """Where a value lies across."""
        low, high = self._scale
        return self._inner.left() + (value - low) / (high - low) * self._inner.width()

    def y(self, value: float) -> float:
        """Where a value lies up."""
        low, high = self._scale
        return self._inner.bottom() - (value - low) / (high - low) * self._inner.height()

    def mark_place(self, number: int) -> QRectF:
        """The square round a mark, large enough to be hit."""
        half = max(self.radius + 2, self._look.px(tokens.TARGET) / 2)
        across, down = self.spots[number]
        return QRectF(across - half, down - half, 2 * half, 2 * half)

    def at(self, place: QPointF) -> int:
        """The mark or name under a place; -1 where there is none."""
        for number, box in enumerate(self.names):
            if box is not None and _rect(box).contains(place):
                return number
        near = [(_far(spot, place), number) for number, spot in enumerate(self.spots)]
        hit = [each for each in near if each[0] <= self._look.px(tokens.TARGET) / 2]
        return min(hit)[1] if hit else -1

    def paint(self, painter: QPainter, chosen: str) -> None:
        """Paints the ground, then bars, marks and names; the chosen one last and strongest."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        order = sorted(range(len(self._marks)), key=lambda each: self._marks[each].uuid == chosen)
        for number in order:
            self._paint_bars(painter, number, is_chosen=self._marks[number].uuid == chosen)
        for number in order:
            self._paint_mark(painter, number, is_chosen=self._marks[number].uuid == chosen)

    def _bars(self, mark: MatrixMark, spot: Spot) -> tuple[QRectF, QRectF]:
        half = self._look.px(_BAR) / 2
        (left, right), (low, high) = mark.across_half, mark.up_half
        lying = QRectF(QPointF(self.x(left), spot[1] - half), QPointF(self.x(right), spot[1] + half))
        standing = QRectF(QPointF(spot[0] - half, self.y(high)), QPointF(spot[0] + half, self.y(low)))
        return lying, standing

    def _places(self, chosen: str) -> tuple[Box | None, ...]:
        metrics = QFontMetricsF(self._look.font(tokens.SMALL, bold=True))
        names = [self._look.say(mark.name) for mark in self._marks]
        sizes = [(metrics.horizontalAdvance(name) + 2, metrics.height()) for name in names]
        strips = _box(self.ground.adjusted(2, self._look.px(_STRIP - 10), -2, -self._look.px(_STRIP - 10)))
        first = next((number for number, mark in enumerate(self._marks) if mark.uuid == chosen), -1)
        bars = [_box(bar) for pair in self.bars for bar in pair if bar.width() and bar.height()]
        bars += [Box(self._middle.x(), strips.top, self._middle.x() + 1, strips.bottom)]
        bars += [Box(strips.left, self._middle.y(), strips.right, self._middle.y() + 1)]
        gap = self._look.px(_GAP)
        found = name_places(self.spots, sizes, strips, radius=self.radius, gap=gap, bars=bars)
        if first < 0 or found[first] is not None:  # names stay where they are while one walks
            return found
        return name_places(self.spots, sizes, strips, radius=self.radius, gap=gap, bars=bars, first=first)

    def _paint_ground(self, painter: QPainter) -> None:
        look, ground = self._look, self.ground
        line, (low, high) = look.colour(look.theme.line), self._scale
        best = QRectF(ground.topLeft(), self._middle)
        painter.fillRect(best, look.colour(look.theme.tint, 0.6))
        for value in range(low, high + 1):
            painter.fillRect(QRectF(round(self.x(value)), ground.top(), 1, ground.height()), line)
            painter.fillRect(QRectF(ground.left(), round(self.y(value)), ground.width(), 1), line)
        painter.setPen(QPen(look.colour(look.theme.ink3), 1.4))
        painter.drawLine(QPointF(self._middle.x(), ground.top()), QPointF(self._middle.x(), ground.bottom()))
        painter.drawLine(QPointF(ground.left(), self._middle.y()), QPointF(ground.right(), self._middle.y()))
        self._paint_quarters(painter)
        self._paint_axes(painter)

    @property
    def _middle(self) -> QPointF:
        half = sum(self._scale) / 2
        return QPointF(self.x(half), self.y(half))

    def _paint_quarters(self, painter: QPainter) -> None:
        look, ground = self._look, self.ground
        font, ink = look.font(tokens.SMALL), look.colour(look.theme.ink2)
        high, side, wide = look.px(_STRIP - 12), look.px(8), ground.width() / 2 - look.px(16)
        tops = (ground.top() + 1, ground.bottom() - high - 1)
        for number, words in enumerate(self._words.quarters):
            is_right, is_low = number % 2, number // 2
            left = ground.right() - side - wide if is_right else ground.left() + side
            edge = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
            write(painter, QRectF(left, tops[is_low], wide, high), look.say(words), font, ink, edge)

    def _paint_axes(self, painter: QPainter) -> None:
        look, ground, (low, high) = self._look, self.ground, self._scale
        font, ink = look.font(tokens.SMALL), look.colour(look.theme.ink2)
        line = look.px(20)
        foot = ground.bottom() + look.px(5)
        sides = Qt.AlignmentFlag
        for value in range(low + 1, high):
            across = QRectF(self.x(value) - line, foot, 2 * line, line)
            write(painter, across, str(value), font, ink, sides.AlignHCenter)
            up = QRectF(0, self.y(value) - line / 2, ground.left() - look.px(_GUTTER), line)
            write(painter, up, str(value), font, ink, sides.AlignRight)
        wide = self.x(low + 1) - ground.left() - line / 2
        ends = zip(self._words.across, self._words.up, (low, high), strict=True)
        for number, (across_words, up_words, value) in enumerate(ends):
            left = ground.right() - wide if number else ground.left()
            edge = sides.AlignRight if number else sides.AlignLeft
            write(painter, QRectF(left, foot, wide, line), look.say(across_words), font, ink, edge)
            up = QRectF(0, self.y(value) - line / 2, ground.left() - look.px(_GUTTER), line)
            write(painter, up, look.say(up_words), font, ink, sides.AlignRight)

    def _paint_bars(self, painter: QPainter, number: int, *, is_chosen: bool) -> None:
        look = self._look
        colour = look.colour(look.theme.accent, 0.55 if is_chosen else 0.18)
        for bar in self.bars[number]:
            if bar.width() and bar.height():
                plate(painter, bar, look.px(_BAR) / 2, colour)

    def _paint_mark(self, painter: QPainter, number: int, *, is_chosen: bool) -> None:
        look, mark, box = self._look, self._marks[number], self.names[number]
        centre = QPointF(*self.spots[number])
        if box is not None:
            self._paint_leader(painter, centre, box)
        painter.setPen(QPen(look.colour(look.theme.accent), look.px(2)))
        painter.setBrush(look.colour(look.theme.surface if mark.is_open else look.theme.accent))
        half = self.radius - look.px(1)
        painter.drawEllipse(centre, half, half)
        if is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, half + look.px(4), half + look.px(4))
        if box is not None:
            font = look.font(tokens.SMALL, bold=is_chosen)
            plate(painter, _rect(box), look.px(3), look.colour(look.theme.surface, 0.8))
            write(painter, _rect(box), look.say(mark.name), font, look.colour(look.theme.ink), self._side(box, centre))

    def _side(self, box: Box, centre: QPointF) -> Qt.AlignmentFlag:
        if box.left > centre.x():
            return Qt.AlignmentFlag.AlignLeft
        return Qt.AlignmentFlag.AlignRight if box.right < centre.x() else Qt.AlignmentFlag.AlignHCenter

    def _paint_leader(self, painter: QPainter, centre: QPointF, box: Box) -> None:
        """A thin line to a name that stands off."""
        end = QPointF(min(max(centre.x(), box.left), box.right), min(max(centre.y(), box.top + 3), box.bottom - 3))
        if _far((end.x(), end.y()), centre) > self.radius + self._look.px(_GAP + 6):
            painter.setPen(QPen(self._look.colour(self._look.theme.ink3), 1))
            painter.drawLine(centre, end)


def _far(spot: Spot, place: QPointF) -> float:
    return float(((spot[0] - place.x()) ** 2 + (spot[1] - place.y()) ** 2) ** 0.5)


def _box(place: QRectF) -> Box:
    return Box(place.left(), place.top(), place.right(), place.bottom())


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
