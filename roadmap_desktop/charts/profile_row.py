"""One row of the readiness profile: its name, the marks, the soft bar of the middle half, the median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF, QTextLayout

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look, plate, tag, tag_width, write
from roadmap_desktop.charts.swarm import size, swarm
from roadmap_desktop.language import Words

LEAST_HEIGHT, HEIGHT, MOST_HEIGHT = 36, 48, 60
"""Height of a row where there is little room, where there is enough, and where there is plenty, in pixels."""

_BAR, _TICK, _TICK_WIDTH = 16, 28, 3.5
_NAME, _NUMBER, _TAGS, _NUMERAL = 8, 16, 48, 26


class Tag(StrEnum):
    """What a row is tagged with: look here, or it keeps something from going on."""

    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """What a row shows. ``numeral`` stands before a long name that wraps; ``hue`` is a stage whose hue ``second`` has.

    ``before`` is the median of an earlier round or year. ``marks`` go from low to high; median and quartiles are None
    where nobody answered. ``spoken`` is the sentence for those who do not see the row.
    """

    uuid: str
    name: Words
    spoken: Words
    second: Words = ""
    hue: str = ""
    numeral: int | None = None
    marks: tuple[float, ...] = ()
    median: float | None = None
    q1: float | None = None
    q3: float | None = None
    tags: tuple[tuple[Words, Tag], ...] = ()
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of all rows in pixels: from the lowest to the highest level; names end before, numbers follow."""

    values: tuple[int, ...]
    left: float
    right: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """Where the levels lie."""
        return tuple(self.at(value) for value in self.values)

    def at(self, value: float) -> float:
        """Where a value lies."""
        low, high = self.values[0], self.values[-1]
        return self.left + (value - low) / (high - low) * (self.right - self.left)


def axis(look: Look, values: tuple[int, ...], rows: Sequence[ProfileRow], width: float) -> Axis:
    """The axis that leaves room for the names of these rows and for what is tagged."""
    metrics = QFontMetricsF(look.font(bold=True))
    names = max((metrics.horizontalAdvance(look.say(row.name)) for row in rows if row.numeral is None), default=0.0)
    tags = max((tag_width(look, look.say(words)) for row in rows for words, _ in row.tags), default=0.0)
    wide = width * 0.36
    left = min(max(names + look.px(_NAME + 22), look.px(222)), max(wide, look.px(222)))
    if any(row.numeral is not None for row in rows):
        left = max(left, wide)
    right = width - look.px(_TAGS) - max(tags, look.px(92)) - look.px(2)
    return Axis(values, left, max(right, left + look.px(120)))


def mark_size(rows: Sequence[ProfileRow], along: Axis, height: float) -> float:
    """The diameter of the marks of all these rows, in pixels."""
    return size((_places(row.marks, along) for row in rows), _half(height))


def paint_row(
    painter: QPainter, look: Look, place: QRectF, row: ProfileRow, along: Axis, diameter: float, *, chosen: bool
) -> None:
    """Paints a row into its place; the lines of the levels run through."""
    theme = look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chosen:
        plate(painter, place, look.px(6), look.colour(theme.tint))
    line = theme.ink3 if chosen else theme.line
    for tick in along.ticks:
        where = place.left() + tick
        painter.fillRect(QRectF(round(where), place.top(), 1, place.height()), look.colour(line, 0.25 if chosen else 1))
    _paint_name(painter, look, place, row, along)
    if row.median is None or row.q1 is None or row.q3 is None:
        return
    middle = place.center().y()
    _paint_spread(painter, look, place, row, along, diameter)
    number = QRectF(place.left() + along.right + look.px(_NUMBER), place.top(), look.px(30), place.height())
    write(painter, number, look.language.number(row.median, 1), look.font(bold=True), look.colour(theme.ink))
    _paint_tags(painter, look, place.left() + along.right + look.px(_TAGS), middle, row)


def _paint_spread(painter: QPainter, look: Look, place: QRectF, row: ProfileRow, along: Axis, diameter: float) -> None:
    assert row.median is not None
    assert row.q1 is not None
    assert row.q3 is not None
    theme, bar = look.theme, look.px(_BAR)
    left, middle = place.left(), place.center().y()
    low, high = left + along.at(row.q1), left + along.at(row.q3)
    wide = max(high - low, bar)
    half = QRectF((low + high - wide) / 2, middle - bar / 2, wide, bar)
    plate(painter, half, bar / 2, look.colour(theme.accent, 0.16))
    pen = QPen(look.colour(theme.ink3), diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(_dots(_places(row.marks, along), _half(place.height()), diameter).translated(left, middle))
    if row.before is not None:
        _paint_shift(painter, look, QPointF(left, middle), along, (row.before, row.median))
    tick, width = look.px(_TICK), look.px(_TICK_WIDTH)
    median = QRectF(left + along.at(row.median) - width / 2, middle - tick / 2, width, tick)
    plate(painter, median, 1, look.colour(theme.accent))


def _paint_shift(painter: QPainter, look: Look, start: QPointF, along: Axis, shift: tuple[float, float]) -> None:
    """A hollow tick where the median was, and a line from it to where it is."""
    then, now = (start.x() + along.at(value) for value in shift)
    tick, width = look.px(_TICK), look.px(_TICK_WIDTH + 1.5)
    below = start.y() + tick / 2 - 1
    painter.setPen(QPen(look.colour(look.theme.accent), look.px(1.5)))
    if abs(now - then) > width:
        painter.drawLine(QPointF(then, below), QPointF(now, below))
    painter.setBrush(look.colour(look.theme.surface))
    painter.drawRoundedRect(QRectF(then - width / 2, start.y() - tick / 2, width, tick), 1, 1)


@lru_cache(maxsize=1024)
def _places(marks: tuple[float, ...], along: Axis) -> tuple[float, ...]:
    at = {mark: round(along.at(mark), 2) for mark in {*marks}}
    return tuple([at[mark] for mark in marks])


@lru_cache(maxsize=256)
def _dots(places: tuple[float, ...], half: float, diameter: float) -> QPolygonF:
    """The marks as Qt takes them: each point handed over takes longer than painting it."""
    return QPolygonF([QPointF(x, y) for x, y in swarm(places, half, diameter)[0]])


def _half(height: float) -> float:
    return height / 2 - 1


def _paint_name(painter: QPainter, look: Look, place: QRectF, row: ProfileRow, along: Axis) -> None:
    theme, name = look.theme, look.say(row.name)
    room = QRectF(place.left() + look.px(_NAME), place.top(), along.left - look.px(_NAME + 14), place.height())
    if row.numeral is not None:
        number = QRectF(room.left(), room.top(), look.px(_NUMERAL), room.height())
        write(painter, number, look.language.number(row.numeral), look.font(bold=True), look.colour(theme.ink))
        _write_lines(painter, look, room.adjusted(look.px(_NUMERAL), 0, 0, 0), name)
        return
    middle = place.center().y()
    first = QRectF(room.left(), middle - look.px(18), room.width(), look.px(20))
    write(painter, first, name, look.font(bold=True), look.colour(theme.ink))
    second = QRectF(room.left(), middle, room.width(), look.px(18))
    hue = theme.stage(row.hue) if row.hue else theme.ink3
    write(painter, second, look.say(row.second), look.font(tokens.LABEL), look.colour(hue))


def _write_lines(painter: QPainter, look: Look, room: QRectF, text: str) -> None:
    """Two lines at most; what is over ends in an ellipsis."""
    font = look.font(tokens.SMALL)
    metrics = QFontMetricsF(font)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    first = text[: line.textLength()]
    layout.endLayout()
    rest = text[len(first) :]
    pitch = metrics.height()
    top = room.center().y() - (pitch if rest else pitch / 2)
    lines = (first.rstrip(), rest) if rest else (first,)
    for place, words in enumerate(lines):
        spot = QRectF(room.left(), top + place * pitch, room.width(), pitch)
        write(painter, spot, words, font, look.colour(look.theme.ink))


def _paint_tags(painter: QPainter, look: Look, left: float, middle: float, row: ProfileRow) -> None:
    theme = look.theme
    pitch = look.px(22)
    top = middle - (len(row.tags) - 1) * pitch / 2
    for place, (words, kind) in enumerate(row.tags):
        ink, ground = (theme.bad, theme.bad_ground) if kind is Tag.BAD else (theme.warn, theme.warn_ground)
        tag(painter, look, left, top + place * pitch, look.say(words), ink=ink, ground=ground)
