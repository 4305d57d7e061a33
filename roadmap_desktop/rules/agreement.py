"""Agreement: how much the answers on an ordered scale lie together, as van der Eijk measures it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations


def agreement(counts: Sequence[int]) -> float | None:
    """Agreement A of answers counted by level, from -1 (two camps at the ends) over 0 (even) to 1 (all on one level).

    The counts are taken apart into layers of equal height; A is the mean agreement of the layers, weighted by the
    answers in each. None where it is not defined: fewer than three levels, or no answer.

    Source: C. van der Eijk (2001), Measuring agreement in ordered rating scales, Quality & Quantity 35, 325-341.
    """
    answers = sum(counts)
    if len(counts) < 3 or not answers:
        return None
    total, below = 0.0, 0
    for height in sorted(set(counts) - {0}):
        layer = tuple(count >= height for count in counts)
        total += (height - below) * sum(layer) * layer_agreement(layer)
        below = height
    return total / answers


@lru_cache(maxsize=1024)
def layer_agreement(layer: tuple[bool, ...]) -> float:
    """Agreement of one layer of at least three levels, of which each is filled or empty.

    Of all triples of levels in order, "filled filled empty" and "empty filled filled" speak for one camp, "filled
    empty filled" for two (equations 1 to 3 of the source).
    """
    levels, filled = len(layer), sum(layer)
    if filled in (0, levels):
        return 0.0
    if filled == 1:
        return 1.0
    triples = [pattern for pattern in combinations(layer, 3) if sum(pattern) == 2]
    apart = sum(pattern == (True, False, True) for pattern in triples)
    together = len(triples) - apart
    unimodality = ((levels - 2) * together - (levels - 1) * apart) / ((levels - 2) * len(triples))
    return unimodality * (1 - (filled - 1) / (levels - 1))
