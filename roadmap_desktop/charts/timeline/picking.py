"""What lies under the pointer, by arithmetic on the arrays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.names import Side
from roadmap_desktop.charts.timeline.plot import Plot

EDGE = 5.0
"""How near to the end of a bar a press takes hold of the end, in pixels."""
_LONG_ENOUGH = 14.0


class Part(StrEnum):
    """What of a bar is under the pointer."""

    BAR = "bar"
    END = "end"
    NAME = "name"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Hit:
    """The place of a bar in the columns, and the part of it."""

    place: int
    part: Part


def pick(plot: Plot, x: float, y: float) -> Hit | None:
    """What is at a place of the view, in pixels: of several bars the last one drawn; None on empty ground."""
    row = plot.rows.at(y + plot.view.top)
    if row < 0:
        return None
    found = plot.columns
    first, last = (int(place) for place in np.searchsorted(found.row, (row, row + 1)))
    left, right = plot.extent(first, last)
    on_bar = np.flatnonzero((left <= x) & (x <= right + 1))
    if len(on_bar):
        at = int(on_bar[-1])
        return Hit(first + at, _part(plot, first + at, x, float(left[at]), float(right[at])))
    return _name_at(plot, first, last, x)


def _part(plot: Plot, place: int, x: float, left: float, right: float) -> Part:
    if plot.columns.flags[place] & Flag.SUMMARY.value:
        return Part.SUMMARY
    is_point = bool(plot.columns.flags[place] & Flag.MILESTONE.value)
    if not is_point and right - left >= _LONG_ENOUGH and x >= right - EDGE:
        return Part.END
    return Part.BAR


def _name_at(plot: Plot, first: int, last: int, x: float) -> Hit | None:
    laid = plot.laid()
    first, last = max(first, laid.first), min(last, laid.last)
    if first >= last:
        return None
    shown = slice(first - laid.first, last - laid.first)
    begin, side = laid.names.x[shown], laid.names.side[shown]
    width = plot.columns.widths[first:last]
    on_name = np.flatnonzero((side != Side.NONE) & (begin <= x) & (x <= begin + width))
    return Hit(first + int(on_name[-1]), Part.NAME) if len(on_name) else None
