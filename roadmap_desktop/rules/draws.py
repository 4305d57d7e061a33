"""What chance is drawn for a ranking: weightings and rooms, the same ones for the same seed."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

NEAR_LOW, NEAR_HIGH = 0.8, 1.2
"""Near weightings: each weight times a factor drawn evenly from here, then scaled to the same sum."""


@lru_cache(maxsize=8)
def even_weights(criteria: int, samples: int, seed: int) -> Real:
    """Weights even on the simplex (rows that sum to 1): exponential draws over their sum, a Dirichlet with ones."""
    drawn = np.random.default_rng(seed).standard_exponential((samples, criteria))
    drawn /= drawn.sum(axis=1, keepdims=True)
    drawn.setflags(write=False)
    return drawn


@lru_cache(maxsize=8)
def near_factors(criteria: int, samples: int, seed: int) -> Real:
    """The factors of near weightings; the same ones for all weights, so that figures move as the weights do."""
    drawn = np.random.default_rng(seed).uniform(NEAR_LOW, NEAR_HIGH, (samples, criteria))
    drawn.setflags(write=False)
    return drawn


@lru_cache(maxsize=4)
def rooms(voters: int, samples: int, seed: int) -> Real:
    """How often each voter (column) is drawn into each room (row) of as many voters, with replacement."""
    drawn = np.random.default_rng(seed).multinomial(voters, np.full(voters, 1 / voters), size=samples)
    times = drawn.astype(np.float64)
    times.setflags(write=False)
    return times
