"""The ways of links: from the end of a bar to the top of another, with square corners."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.charts.timeline.days import Numbers

HEAD = 5.0
"""Length of an arrow head in pixels; half of it is half its width."""
_OUT, _IN, _NEAR = 4.0, 4.0, 10.0
"""How far a link goes out of a bar, how far from the corner it comes in, up to what distance it goes straight."""

Ways: TypeAlias = NDArray[np.float64]
"""Six points a link, the last one the tip of its arrow: an array of shape (links, 6, 2) in pixels."""


def routes(
    leaving: Numbers, direction: Numbers, middle: Numbers, entering: Numbers, top: Numbers, pitch: float
) -> Ways:
    """The ways of links that leave at ``leaving``, to the right (direction 1) or left (-1), in the ``middle`` of a bar.

    They enter at ``entering`` from above, on the ``top`` of the other bar. A bar below that begins just there is
    reached in one step across and one down. All others run between two rows, where they cross no name: under the row
    they leave, or over the row they enter where that lies above.
    """
    ahead = (entering - leaving) * direction
    straight = (ahead >= 0) & (ahead <= _NEAR) & (top > middle)
    turn = np.where(straight, entering, leaving + _OUT * direction)
    between = np.where(straight, middle, np.where(top > middle, middle + pitch / 2, top - HEAD))
    points = [
        (leaving, middle),
        (turn, middle),
        (turn, between),
        (entering, between),
        (entering, top - HEAD),
        (entering, top),
    ]
    return np.stack([np.stack(point, axis=-1) for point in points], axis=1)


def entry(left: Numbers, right: Numbers, at_start: NDArray[np.bool_], is_point: NDArray[np.bool_]) -> Numbers:
    """Where links enter: near the corner of a bar, in the middle of a milestone or of a bar that is too short."""
    inset = np.minimum(_IN, (right - left) / 2)
    middle = (left + right) / 2
    return np.where(is_point, middle, np.where(at_start, left + inset, right - inset))
