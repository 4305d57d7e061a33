"""One or two criteria: every weighting that matters, exactly, where chance would only come near.

With two criteria a weighting is the share t of the first, and a use case's score a line over t. Between two
neighbouring crossings of lines the order stays, so one weighting of each stretch and its probability say all.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.draws import NEAR_HIGH, NEAR_LOW

Real = NDArray[np.float64]


def stretches(values: Real, base: Real, *, near: bool) -> tuple[Real, Real]:
    """One weighting (row) for each stretch without a crossing, and the probability of each stretch.

    ``values`` has use cases in rows and one or two criteria; ``base`` are the chosen weights, all above 0. Over all
    weightings t is even from 0 to 1, near the chosen ones each weight has its own even factor.
    """
    if len(base) == 1:
        return np.ones((1, 1)), np.ones(1)
    first, second = values.T
    rise, behind = first - second, second - second[:, None]
    slope = rise[:, None] - rise
    with np.errstate(divide="ignore", invalid="ignore"):  # parallel lines never cross
        crossings = (behind / slope).ravel()
    inside = crossings[np.isfinite(crossings) & (crossings > 0) & (crossings < 1)]
    ends = np.concatenate(([0.0], np.unique(inside), [1.0]))
    reached = _near_reached(ends, base) if near else ends
    middle = (ends[:-1] + ends[1:]) / 2
    likely = np.diff(reached)
    counts = likely > 0
    return np.column_stack((middle, 1 - middle))[counts], likely[counts]


def _near_reached(share: Real, base: Real) -> Real:
    """How likely the share of the first weight is at most this, when both weights have even factors of their own.

    f1 b1 / (f1 b1 + f2 b2) <= t where f1 <= r f2 with r = b2 t / (b1 (1 - t)): an area in the square of f1 and f2.
    """
    reached = np.zeros_like(share)
    reached[share >= 1] = 1.0
    between = (share > 0) & (share < 1)
    ratio = base[1] * share[between] / (base[0] * (1 - share[between]))
    area = (_area_below(ratio * NEAR_HIGH) - _area_below(ratio * NEAR_LOW)) / ratio
    reached[between] = np.clip(area / (NEAR_HIGH - NEAR_LOW), 0.0, 1.0)
    return reached


def _area_below(end: Real) -> Real:
    """The integral, up to ``end``, of how likely one factor is at most so much."""
    width = NEAR_HIGH - NEAR_LOW
    risen = np.clip(end, NEAR_LOW, NEAR_HIGH) - NEAR_LOW
    return risen * risen / (2 * width) + np.maximum(end - NEAR_HIGH, 0.0)
