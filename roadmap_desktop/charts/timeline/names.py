"""Where the name of each bar goes: beside it, on whichever side has room; never cut, never over another.

Decided once a layout, over arrays. In a row, each gap between two bars holds at most one name: the right one of the
bar before it, else the left one of the bar behind. A name with room on neither side goes into its bar; where that is
too short, and no other bar is on the row, it begins in its bar, or before it, and runs on beyond. What then still has
no room is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.charts.timeline.days import Numbers, Places

GAP = 9.0
"""Between a bar and its name, and between a name and what comes next, in pixels."""


class Side(IntEnum):
    """On which side of its bar a name stands."""

    NONE = 0
    RIGHT = 1
    LEFT = 2
    INSIDE = 3
    OVER = 4


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Left end of each name in pixels, and its side (``Side`` values)."""

    x: Numbers
    side: NDArray[np.int8]


def place_names(left: Numbers, right: Numbers, width: Numbers, row: Places, room: float, gap: float = GAP) -> Names:
    """Places for names of these widths, beside bars that go from ``left`` to ``right`` pixels on their rows.

    The bars come sorted by row and within it by ``left``. ``room`` is the width of the view from 0; bars outside of
    it get no name.
    """
    in_view = (right > 0) & (left < room)
    before, behind = _neighbours(left, right, row)
    free_right = np.minimum(behind, room) - right
    free_left = left - np.maximum(before, 0.0)
    needs = width + 2 * gap
    to_right = in_view & (free_right >= needs) & (right >= before)
    after_right = np.concatenate(([False], to_right[:-1] & (row[1:] == row[:-1])))
    to_left = in_view & ~to_right & (free_left >= needs) & ~after_right
    shown_left, shown_right = np.clip(left, 0, room), np.clip(right, 0, room)
    alone = (before == -np.inf) & (behind == np.inf)
    clear = (shown_left >= before) & (shown_left + needs <= behind)
    inside = in_view & ~to_right & ~to_left & (shown_right - shown_left >= needs) & clear
    over = in_view & ~to_right & ~to_left & ~inside & alone & (needs <= room)
    choices = [to_right, to_left, inside, over]
    side = np.select(choices, [Side.RIGHT, Side.LEFT, Side.INSIDE, Side.OVER], Side.NONE).astype(np.int8)
    beside = [right + gap, left - gap - width, shown_left + gap, np.clip(left + gap, gap, room - gap - width)]
    return Names(np.select(choices, beside, 0.0), side)


def _neighbours(left: Numbers, right: Numbers, row: Places) -> tuple[Numbers, Numbers]:
    """The furthest end of the bars before, and the start of the next bar, on the same row; infinite without one."""
    before, behind = np.full(len(left), -np.inf), np.full(len(left), np.inf)
    if len(left) > 1:
        same = row[1:] == row[:-1]
        behind[:-1] = np.where(same, left[1:], np.inf)
        before[1:] = np.where(same, _furthest(right, row)[:-1], -np.inf)
    return before, behind


def _furthest(right: Numbers, row: Places) -> Numbers:
    """The furthest end so far on the row of each bar."""
    span = float(right.max() - right.min()) + 1.0
    lifted: Numbers = np.maximum.accumulate(right + row * span) - row * span
    return lifted
