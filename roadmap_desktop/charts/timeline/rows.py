"""Where lanes and rows lie, from the top of the first lane down; rows are found by arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from roadmap_desktop.charts.timeline.days import Numbers

ROW, BAR = 25.0, 15.0
"""Height of a row and of the bar in it, in pixels at normal text size."""
_ABOVE, _WITHIN_TOP, _WITHIN_BOTTOM, _BETWEEN = 5.0, 3.0, 5.0, 4.0
"""Over the first lane; in a lane over its first and under its last row; between lanes."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Tops of lanes and rows in pixels; a lane is at least as high as its name asks for."""

    pitch: float
    lane_tops: Numbers
    lane_heights: Numbers
    tops: Numbers
    height: float

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """The first row, and the one after the last, that has a pixel between two heights."""
        first = int(np.searchsorted(self.tops, top - self.pitch, side="right"))
        return first, max(first, int(np.searchsorted(self.tops, bottom, side="left")))

    def at(self, y: float) -> int:
        """The row at a height; -1 between two lanes and outside."""
        row = int(np.searchsorted(self.tops, y, side="right")) - 1
        return row if row >= 0 and y < self.tops[row] + self.pitch else -1

    def lanes_between(self, top: float, bottom: float) -> range:
        """The lanes that have a pixel between two heights."""
        first = int(np.searchsorted(self.lane_tops + self.lane_heights, top, side="right"))
        return range(first, max(first, int(np.searchsorted(self.lane_tops, bottom, side="left"))))


def lay_rows(counts: Sequence[int], least: Sequence[float], scale: float, pitch: float = ROW) -> Rows:
    """Rows for lanes with so many bars, each lane at least so high; ``scale`` is that of the text."""
    step = pitch * scale
    rows = np.asarray(counts, np.float64) * step
    heights = np.maximum(rows + (_WITHIN_TOP + _WITHIN_BOTTOM) * scale, np.asarray(least, np.float64))
    offsets = np.cumsum(heights + _BETWEEN * scale) - (heights + _BETWEEN * scale)
    lane_tops = _ABOVE * scale + offsets
    lane = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(lane)) - np.repeat(np.cumsum(counts) - np.asarray(counts), counts)
    tops = (lane_tops + _WITHIN_TOP * scale)[lane] + within * step
    bottom = float(lane_tops[-1] + heights[-1]) if len(heights) else 0.0
    return Rows(step, lane_tops, heights, tops.astype(np.float64), bottom + _ABOVE * scale)
