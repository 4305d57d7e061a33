"""Where the keys take the selection from a bar."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from roadmap_desktop.charts.timeline.columns import Columns


class Way(StrEnum):
    """A step of the selection; next and back stay in the lane."""

    NEXT = "next"
    BACK = "back"
    DOWN = "down"
    UP = "up"
    NEXT_LANE = "next lane"
    LANE_BEFORE = "lane before"
    FIRST = "first"
    LAST = "last"


def walk(columns: Columns, place: int, way: Way) -> int:
    """The place of the bar that a way leads to, the same at an end, -1 where there are no bars."""
    many = len(columns.keys)
    if not many:
        return -1
    if place < 0 or way is Way.FIRST:
        return 0
    match way:
        case Way.LAST:
            return many - 1
        case Way.DOWN:
            return min(place + 1, many - 1)
        case Way.UP:
            return max(place - 1, 0)
        case Way.NEXT_LANE | Way.LANE_BEFORE:
            return _lane(columns, place, 1 if way is Way.NEXT_LANE else -1)
    beside = place + (1 if way is Way.NEXT else -1)
    is_same = 0 <= beside < many and columns.lane[beside] == columns.lane[place]
    return beside if is_same else place


def _lane(columns: Columns, place: int, step: int) -> int:
    """The first bar of the next lane that has bars, or of the one before."""
    lanes = np.unique(columns.lane)
    at = int(np.searchsorted(lanes, columns.lane[place])) + step
    lane = lanes[min(max(at, 0), len(lanes) - 1)]
    return int(np.searchsorted(columns.lane, lane))
