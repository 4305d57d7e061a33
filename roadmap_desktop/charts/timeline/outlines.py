"""What-ifs on the bars that are shown: where each would lie, under a mark, in a line and a colour of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.columns import Columns
from roadmap_desktop.charts.timeline.days import Numbers, Places, number
from roadmap_desktop.charts.timeline.plot import Reach
from roadmap_desktop.language import Words

_LINES = ((Qt.PenStyle.DashLine, "accent"), (Qt.PenStyle.DotLine, "warn"))
_WIDTHS = (1.8, 2.2)
"""A dotted line is thicker, so that its dots are seen."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A what-if: its mark, what it is called, a sentence that is as good as seeing it, and the days of tasks (by key).

    ``pause`` is where a break would lie.
    """

    mark: str
    name: Words
    sentence: Words
    days: Mapping[str, tuple[date, date]]
    pause: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """An outline on the bars shown, in the order of their places: day numbers, ``end`` after the last."""

    outline: Outline
    place: Places
    start: Numbers
    end: Numbers

    def between(self, first: int, last: int) -> slice:
        """Those of the bars from a place to the one before another."""
        begin, end = np.searchsorted(self.place, (first, last))
        return slice(int(begin), int(end))


def on_bars(outlines: tuple[Outline, ...], places: Mapping[str, int]) -> tuple[Drawn, ...]:
    """The outlines of bars that are shown."""
    return tuple(_on_bars(each, places) for each in outlines)


def reach(drawn: tuple[Drawn, ...], found: Columns) -> Reach:
    """The first start and the last end of each bar with its outlines, and how many marks stand behind it."""
    start, end, marks = found.start.copy(), found.end.copy(), np.zeros(len(found.keys), np.int64)
    for each in drawn:
        start[each.place] = np.minimum(start[each.place], each.start)
        end[each.place] = np.maximum(end[each.place], each.end)
        marks[each.place] += 1
    pauses = [each.outline.pause for each in drawn if each.outline.pause is not None]
    edges = (edge for first, last in pauses for edge in (number(first), number(last) + 1))
    return Reach(start, end, marks, tuple(map(float, edges)))


def outline_pen(look: Look, number: int) -> QPen:
    """The line of an outline, by its number from 0."""
    style, tone = _LINES[number % len(_LINES)]
    return QPen(look.colour(look.theme.hue(tone)), look.px(_WIDTHS[number % len(_WIDTHS)]), style)


def _on_bars(outline: Outline, places: Mapping[str, int]) -> Drawn:
    shown = sorted((places[key], days) for key, days in outline.days.items() if key in places)
    return Drawn(
        outline,
        np.array([place for place, _ in shown], np.int64),
        np.array([number(first) for _, (first, _) in shown], np.float64),
        np.array([number(last) + 1 for _, (_, last) in shown], np.float64),
    )
