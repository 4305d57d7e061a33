"""Weights from comparisons in pairs, and how consistent the comparisons are with one another.

T. L. Saaty (2008), Decision making with the analytic hierarchy process, International Journal of Services Sciences
1(1), 83-98. Pairs that are left out: P. T. Harker (1987), Incomplete pairwise comparisons in the analytic hierarchy
process, Mathematical Modelling 9(11), 837-848.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

MOST = 9.0
"""One criterion counts at most so many times as much as another."""

CONSISTENT = 0.10
"""Comparisons with a ratio up to this are consistent enough (Saaty)."""

_RANDOM = (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59)
"""The consistency index of comparisons made by chance, by how many are compared from 3 on; beyond 15 that of 15.

T. L. Saaty (2005), Theory and Applications of the Analytic Network Process, p. 31, as AHPy (github.com/PhilipGriffith/
AHPy, src/ahpy/ahpy.py) cites it; ahpsurvey (github.com/frankiecho/ahpsurvey, R/ahp_cr.R) has the same figures.
"""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """Weights that sum to 1, and the consistency ratio; None where a pair is left out or there are only two.

    ``odd`` is the pair that fits the others least, with the factor that would fit; None where all fit.
    """

    weights: tuple[float, ...]
    ratio: float | None
    odd: tuple[Pair, float] | None

    @property
    def is_consistent(self) -> bool:
        """Whether the comparisons do not contradict one another too much; two criteria never do."""
        return self.ratio is None or self.ratio <= CONSISTENT


def weigh(criteria: int, factors: Mapping[Pair, float]) -> Compared | None:
    """The weights that comparisons say; None where they do not link every criterion with every other one.

    ``factors`` says for a pair (by place, the first before the second) how many times as much the first counts as the
    second: from 1/9 to 9.
    """
    if criteria < 2 or not _linked(criteria, factors):
        return None
    matrix = np.zeros((criteria, criteria))
    for (first, second), factor in factors.items():
        matrix[first, second], matrix[second, first] = factor, 1 / factor
    np.fill_diagonal(matrix, 1 + (matrix == 0).sum(axis=1) - 1)
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    weights = np.abs(vectors[:, largest].real)
    weights /= weights.sum()
    complete = len(factors) == criteria * (criteria - 1) // 2
    ratio = None
    if complete and criteria > 2:
        index = max(0.0, float(values[largest].real) - criteria) / (criteria - 1)
        ratio = index / _RANDOM[min(criteria - 3, len(_RANDOM) - 1)]
    fitting = {pair: float(weights[pair[0]] / weights[pair[1]]) for pair in factors}
    odd = max(factors, key=lambda pair: abs(np.log(factors[pair] / fitting[pair])))
    fits = abs(np.log(factors[odd] / fitting[odd])) < 1e-6
    return Compared(tuple(weights.tolist()), ratio, None if fits else (odd, fitting[odd]))


def _linked(criteria: int, factors: Mapping[Pair, float]) -> bool:
    """Whether every criterion is compared with every other one, at least over others."""
    reached, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        for first, second in factors:
            for near, far in ((first, second), (second, first)):
                if near == here and far not in reached:
                    reached.add(far)
                    waiting.append(far)
    return len(reached) == criteria
