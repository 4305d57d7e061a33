"""Weights that several give beside the room's: what one of them would rank, and the middle of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from roadmap_desktop.rules.usecases import MOST_WEIGHT, ranks, unscored, weighted_score

Means = Sequence[Sequence[float | None]]
"""The room's mean scores by use case and criterion, None where nobody scored."""


def places(means: Means, weights: Sequence[float]) -> tuple[int | None, ...]:
    """The place of each use case under these weights; None where a criterion that counts has no score."""
    return ranks([weighted_score(row, weights) for row in means])


def in_the_way(means: Means, weights: Sequence[float]) -> tuple[int, ...]:
    """The criteria (by place) that count in these weights and that not every use case is scored on."""
    return tuple(sorted({gap for row in means for gap in unscored(row, weights)}))


def middle_weights(given: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The median of several weightings by criterion, in whole points that add up to about 100.

    Each weighting counts once, whatever its weights add up to; those in which nothing counts say nothing. Empty where
    nothing would count: no weighting is left, or more than half of them give each criterion 0.
    """
    shares = [[weight / total for weight in weights] for weights in given if (total := sum(weights)) > 0]
    middle = [median(column) for column in zip(*shares, strict=True)]
    total = sum(middle)
    if not total:
        return ()
    return tuple(float(round(MOST_WEIGHT * each / total)) for each in middle)
