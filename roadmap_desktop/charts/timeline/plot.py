"""What the items of the timeline paint together: columns, rows, view and look, and where the bars in view lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.columns import Columns, Flag, columns
from roadmap_desktop.charts.timeline.days import Numbers, Places, number
from roadmap_desktop.charts.timeline.names import Names, Side, place_names
from roadmap_desktop.charts.timeline.rows import BAR, Rows, lay_rows
from roadmap_desktop.charts.timeline.view import View
from roadmap_desktop.journey.roadmap.timeline import Timeline

NAMED_PITCH = 11.0
"""Rows lower than this, in pixels, have no names."""
MERGED_PITCH = 3.0
"""Rows lower than this, in pixels, are merged to a density."""
LINKED_PITCH = 6.0
"""Rows lower than this, in pixels, have no links but those of the selection."""
MARK_ROOM = 13.0
"""The room of a what-if's mark beside its hollow bar, in pixels at normal text size."""
LEAST_WIDTH, DIAMOND = 4.0, 7.5
"""The shortest bar, and a milestone from its middle to a corner, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """The bars ``first`` to ``last`` (not counted) in view, in pixels; ``top`` is the bar's, not the row's."""

    first: int
    last: int
    left: Numbers
    right: Numbers
    top: Numbers
    names: Names


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """What is drawn on the row of each bar, itself included: first start, last end in days, and marks at the end.

    ``upright`` has the days of lines through all rows.
    """

    start: Numbers
    end: Numbers
    marks: Places
    upright: tuple[float, ...] = ()


class Plot:
    """The state of one timeline. ``laid`` is worked out once a view and asked by every item."""

    def __init__(self, look: Look, picture: Timeline, columns: Columns, rows: Rows) -> None:
        self.look, self.picture, self.columns, self.rows = look, picture, columns, rows
        self.view = View(0.0, 1.0, 0.0, 0.0, 0.0)
        self.selected = -1
        self.today = number(picture.today) + 0.5
        self._laid: Laid | None = None
        self._reach: Reach | None = None

    @classmethod
    def empty(cls, look: Look) -> Plot:
        """A plot of nothing, until there is a picture."""
        day = date(2000, 1, 1)
        picture = Timeline((), (), (), (), (), day, day, day, (), (), "")
        return cls(look, picture, columns(picture, look), lay_rows((), (), look.scale))

    @property
    def bounds(self) -> tuple[float, float]:
        """The first day number, and the one after the last, that can be seen at all."""
        return float(number(self.picture.first)), float(number(self.picture.last) + 1)

    @property
    def bar_height(self) -> float:
        """The height of a bar, in pixels."""
        scaled = self.look.px(BAR)
        return scaled if self.rows.pitch >= scaled + 2 else max(1.0, self.rows.pitch * 0.6)

    def show(self, view: View) -> bool:
        """Takes another view; False where it is the same."""
        if view == self.view:
            return False
        self.view, self._laid = view, None
        return True

    def lay(self, rows: Rows) -> None:
        """Takes rows of another height."""
        self.rows, self._laid = rows, None

    def reach(self, reach: Reach | None) -> None:
        """Keeps names clear of what is drawn besides the bars; None where nothing is."""
        self._reach, self._laid = reach, None

    def upright(self) -> list[float]:
        """Where lines run through all rows, in pixels: today's, and the edges of breaks that lie elsewhere."""
        days = (self.today, *(self._reach.upright if self._reach is not None else ()))
        return [self.view.x(day) for day in days]

    def select(self, place: int) -> None:
        """Takes another selection, whose name is bold; -1 for none."""
        if place != self.selected:
            self.selected, self._laid = place, None
            self.columns = self.columns.remeasured(self.look, selected=place)

    def laid(self) -> Laid:
        """Where the bars in view lie, and their names."""
        if self._laid is None:
            self._laid = self._lay()
        return self._laid

    def extent(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """Left and right ends of bars, in pixels; a milestone's are the corners of its diamond."""
        found = self.columns
        left, right = self.view.xs(found.start[first:last]), self.view.xs(found.end[first:last])
        is_point = found.has(Flag.MILESTONE)[first:last]
        middle, half = (left + right) / 2, self.look.px(DIAMOND) if self.rows.pitch >= NAMED_PITCH else 2.0
        right = np.maximum(right, left + self.look.px(LEAST_WIDTH))
        return np.where(is_point, middle - half, left), np.where(is_point, middle + half, right)

    def tops(self, first: int, last: int) -> Numbers:
        """Upper edges of bars, in pixels from the top of the view."""
        above = (self.rows.pitch - self.bar_height) / 2
        tops: Numbers = self.rows.tops[self.columns.row[first:last]] + above - self.view.top
        return tops

    def bars_between(self, top: float, bottom: float) -> tuple[int, int]:
        """The first bar, and the one after the last, on rows between two heights of the view."""
        rows = self.rows.between(top + self.view.top, bottom + self.view.top)
        first, last = np.searchsorted(self.columns.row, rows)
        return int(first), int(last)

    def x_of(self, day: date) -> float:
        """Where a day begins, in pixels."""
        return self.view.x(number(day))

    def _lay(self) -> Laid:
        first, last = self.bars_between(0, self.view.height)
        left, right = self.extent(first, last)
        found = self.columns
        if self.rows.pitch < NAMED_PITCH:
            names = Names(np.zeros(last - first), np.full(last - first, Side.NONE, np.int8))
            return Laid(first, last, left, right, self.tops(first, last), names)
        clear = self._clear(first, last, left, right)
        names = place_names(*clear, found.widths[first:last], found.row[first:last], self.view.width)
        return Laid(first, last, left, right, self.tops(first, last), names)

    def _clear(self, first: int, last: int, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
        """What names keep clear of: the bars, and what is drawn besides with its marks."""
        if self._reach is None:
            return left, right
        start, end = self._reach.start[first:last], self._reach.end[first:last]
        corner = np.where(self.columns.has(Flag.MILESTONE)[first:last], self.look.px(DIAMOND), 0.0)
        ends = self.view.xs(end) + corner + self._reach.marks[first:last] * self.look.px(MARK_ROOM)
        return np.minimum(left, self.view.xs(start)), np.maximum(right, ends)
