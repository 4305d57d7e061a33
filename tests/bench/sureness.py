"""How sure a ranking of 40 use cases is: 10,000 weightings of 7 criteria, and 1,000 rooms drawn from 300 voters."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from roadmap_desktop.rules import draws
from roadmap_desktop.rules.acceptability import RESAMPLES, WEIGHTINGS, Basis, over_voters, over_weightings
from tests.bench.table import Measured, paired

CASES, CRITERIA, VOTERS, TOP, SEED = 40, 7, 300, 5, 1


def sureness(runs: int = 41) -> Iterator[Measured]:
    """The lines of the table; what is drawn by chance is drawn beforehand on both sides, as it is while one works."""
    chance = np.random.default_rng(SEED)
    votes = chance.integers(1, 6, (VOTERS, CASES, CRITERIA)).astype(np.float64)
    means, weights = votes.mean(axis=0), np.array([25.0, 10, 15, 15, 10, 10, 15])
    tried, rooms = draws.even_weights(CRITERIA, WEIGHTINGS, SEED), draws.rooms(VOTERS, RESAMPLES, SEED)
    share = weights / weights.sum()
    for basis, what in ((Basis.ALL, "10,000 weightings, all"), (Basis.NEAR, "10,000 weightings, near ours")):
        ratio = paired(
            lambda: over_weightings(means, weights.tolist(), TOP, basis, seed=SEED),  # noqa: B023
            lambda: np.argsort(tried @ means.T, axis=1),
            runs,
        )
        yield Measured(what, "the numpy product and one sort of it", 2, ratio)
    ratio = paired(
        lambda: over_voters(votes, weights.tolist(), TOP, seed=SEED),
        lambda: np.argsort(rooms @ (votes @ share), axis=1),
        runs,
    )
    yield Measured("1,000 rooms of 300 voters", "the numpy products and one sort of them", 2, ratio)
