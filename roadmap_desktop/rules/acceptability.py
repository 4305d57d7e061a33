"""How sure a ranking is: how often each use case takes each place under other weights and with other voters.

The method is SMAA-2, stochastic multicriteria acceptability analysis: R. Lahdelma and P. Salminen (2001), SMAA-2:
Stochastic Multicriteria Acceptability Analysis for Group Decision Making, Operations Research 49(3), 444-454. The
acceptability of a use case for a place is the share of the weightings that give it that place. A place is one more
than there are better ones, so equals share the better place. Scores are the room's means; how they depend on who is in
the room is asked apart, by the bootstrap: B. Efron (1979), Annals of Statistics 7(1), 1-26.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.usecases import MOST_WEIGHT, SAME

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

WEIGHTINGS = 10_000
"""Weightings tried: the error of a share is then half a point of a hundred at most (one standard error)."""

RESAMPLES = 1_000
"""Rooms drawn from the voters: the error of a share is then 1.6 points of a hundred at most (one standard error)."""

NEAR_LOW, NEAR_HIGH = 0.8, 1.2
"""Near weightings: each weight times a factor drawn evenly from here, then scaled to the same sum."""

LEAST_VOTERS = 4
"""With fewer voters the bootstrap says nothing: it would only repeat them."""

TAIL = 0.05
"""The places a use case takes are those between the first and the last twentieth of the weightings."""


class Basis(StrEnum):
    """What is varied."""

    NEAR = "near_weightings"
    ALL = "all_weightings"
    VOTERS = "voters"


class Plain(StrEnum):
    """Why there are no shares, or why they could not be otherwise."""

    NOTHING_SCORED = "nothing_scored"
    ONE_USE_CASE = "one_use_case"
    NO_WEIGHT = "no_weight"
    ONE_CRITERION = "one_criterion"
    ALL_EQUAL = "all_equal"
    ALL_IN_TOP = "all_in_top"
    FEW_VOTERS = "few_voters"


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares from 0 to 1 over the samples tried.

    ``shares[i][r]`` is how often use case i takes place r + 1; ``low`` and ``high`` are the places it takes (5 to 95
    percent), ``in_top`` how often it is among the first k, ``same_top`` how often the first k are the same as now.
    """

    shares: tuple[tuple[float, ...], ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    in_top: tuple[float, ...]
    same_top: float
    samples: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What would change whether a use case is among the first k: one weight alone, in whole numbers from 0 to 100.

    It turns when ``criterion`` counts ``weight`` or more (where ``more``) or else that or less; ``other`` is who then
    takes the place it leaves, or leaves the place it takes.
    """

    criterion: int
    weight: int
    more: bool
    other: int


def plain(scores: Sequence[float], weights: Sequence[float], top: int, basis: Basis, voters: int) -> Plain | None:
    """Why shares would say nothing, from the gravest reason on; None where they say something.

    ``scores`` are those of the use cases that have one, ``voters`` how many scored.
    """
    counted = sum(weight > 0 for weight in weights)
    if not counted:
        return Plain.NO_WEIGHT
    if len(scores) < 2:
        return Plain.ONE_USE_CASE if scores else Plain.NOTHING_SCORED
    if max(scores) - min(scores) <= SAME:
        return Plain.ALL_EQUAL
    if basis is Basis.VOTERS and voters < LEAST_VOTERS:
        return Plain.FEW_VOTERS
    if basis is not Basis.VOTERS and counted == 1:
        return Plain.ONE_CRITERION
    return Plain.ALL_IN_TOP if len(scores) <= top else None


def over_weightings(
    values: Real, weights: Sequence[float], top: int, basis: Basis, *, seed: int, samples: int = WEIGHTINGS
) -> Acceptability:
    """Acceptability over all weightings (even on the simplex) or over those near the chosen ones.

    ``values`` holds a mean score for each use case (row) and criterion (column), without gaps where a criterion
    counts. A criterion of weight 0 stays out of all weightings.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    base, kept = chosen[counted], values[:, counted]
    if basis is Basis.ALL:
        tried = _simplex(len(base), samples, seed)
    else:
        tried = _factors(len(base), samples, seed) * base
        tried = tried / tried.sum(axis=1, keepdims=True)
    return _summary(tried @ kept.T, kept @ base / base.sum(), top)


def over_voters(
    votes: Real, weights: Sequence[float], top: int, *, seed: int, samples: int = RESAMPLES
) -> Acceptability:
    """Acceptability over rooms of as many voters, drawn with replacement from those who scored.

    ``votes`` holds scores by voter, use case and criterion, NaN where one did not score. Where nobody in a drawn room
    scored a criterion of a use case, the mean of all who did stands in.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    base, kept = chosen[counted] / chosen.sum(), votes[:, :, counted]
    voters, cases, criteria = kept.shape
    drawn = np.random.default_rng(seed).multinomial(voters, np.full(voters, 1 / voters), size=samples)
    times = drawn.astype(np.float64)
    if not np.isnan(kept).any():
        return _summary(times @ (kept @ base) / voters, kept.mean(axis=0) @ base, top)
    there = ~np.isnan(kept)
    flat = np.where(there, kept, 0.0).reshape(voters, cases * criteria)
    present = there.reshape(voters, cases * criteria).astype(np.float64)
    everybody = flat.sum(axis=0) / present.sum(axis=0)
    number = times @ present
    means = np.where(number > 0, times @ flat / np.maximum(number, 1), everybody)
    return _summary(means.reshape(samples, cases, criteria) @ base, everybody.reshape(cases, criteria) @ base, top)


def turns(values: Real, weights: Sequence[float], top: int) -> tuple[Turn | None, ...]:
    """For each use case the smallest change of one weight that takes it out of the first k, or brings it in.

    Each weight is tried from 0 to 100 in whole steps while the others stay; None where no such change is found. A tie
    on the line is no turn yet: someone must cross it the other way.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    known = np.where(chosen > 0, values, 0.0)
    now = _in_top(known @ chosen / chosen.sum(), top)
    found: list[list[tuple[float, Turn]]] = [[] for _ in values]
    for criterion in np.flatnonzero(chosen > 0).tolist():
        tried, scores = _scan(known, chosen, criterion)
        inside = _in_top(scores, top)
        crossed = inside != now
        for case in range(len(values)):
            steps = np.flatnonzero(crossed[:, case] & crossed[:, now != now[case]].any(axis=1))
            if not len(steps):
                continue
            change = np.abs(tried[steps] - chosen[criterion])
            step = steps[np.argmin(change)]
            other = _swapped(crossed[step] & (now != now[case]), scores[step], case)
            turn = Turn(criterion, int(tried[step]), bool(tried[step] > chosen[criterion]), other)
            found[case].append((float(change.min()), turn))
    return tuple(min(each, key=lambda change: change[0])[1] if each else None for each in found)


def _scan(known: Real, chosen: Real, criterion: int) -> tuple[Real, Real]:
    """The weights tried for a criterion, and the scores by weight and use case while the other weights stay."""
    others = chosen.sum() - chosen[criterion]
    rest = known @ chosen - known[:, criterion] * chosen[criterion]
    tried = np.arange(0 if others else 1, MOST_WEIGHT + 1)
    return tried, (rest + tried[:, None] * known[:, criterion]) / (others + tried)[:, None]


def middle_half(votes: Real, weights: Sequence[float]) -> tuple[tuple[float, float] | None, ...]:
    """For each use case the quartiles of its voters' own weighted scores; None with fewer than 4 voters.

    A voter counts who scored every criterion that counts. Linear interpolation (type 7 of Hyndman and Fan, 1996).
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    own = votes[:, :, counted] @ (chosen[counted] / chosen.sum())
    return tuple(_quartiles(column[~np.isnan(column)]) for column in own.T)


def _quartiles(scores: Real) -> tuple[float, float] | None:
    if len(scores) < LEAST_VOTERS:
        return None
    low, high = np.quantile(scores, (0.25, 0.75)).tolist()
    return low, high


def _swapped(crossed: NDArray[np.bool_], scores: Real, case: int) -> int:
    """Who crosses the line the other way: of those that do, the one nearest to the use case that turns."""
    others = np.flatnonzero(crossed)
    return int(others[np.argmin(np.abs(scores[others] - scores[case]))])


def _summary(scores: Real, now: Real, top: int) -> Acceptability:
    """The shares of samples (rows) in which each use case (column) takes each place."""
    samples, cases = scores.shape
    places = _places(scores)
    at = (places + np.arange(cases) * cases).ravel()
    shares = np.bincount(at, minlength=cases * cases).reshape(cases, cases) / samples
    reached = shares.cumsum(axis=1)
    low = (reached < TAIL - SAME).sum(axis=1) + 1
    high = (reached < 1 - TAIL - SAME).sum(axis=1) + 1
    inside = places < top
    same = (inside == _in_top(now, top)).all(axis=1).mean()
    return Acceptability(
        shares=tuple(map(tuple, shares.tolist())),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        in_top=tuple(inside.mean(axis=0).tolist()),
        same_top=float(same),
        samples=samples,
    )


def _places(scores: Real) -> Whole:
    """Places from 0 along the last axis: how many are better."""
    order = np.argsort(scores, axis=-1)[..., ::-1]
    down = np.take_along_axis(scores, order, axis=-1)
    count = np.arange(scores.shape[-1])
    falls = down[..., :-1] - down[..., 1:] > SAME
    places = np.empty(scores.shape, dtype=np.int64)
    if falls.all():
        np.put_along_axis(places, order, count, axis=-1)
        return places
    shared = np.zeros_like(places)
    shared[..., 1:] = np.where(falls, count[1:], 0)
    np.put_along_axis(places, order, np.maximum.accumulate(shared, axis=-1), axis=-1)
    return places


def _in_top(scores: Real, top: int) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = _places(scores) < top
    return inside


@lru_cache(maxsize=8)
def _simplex(criteria: int, samples: int, seed: int) -> Real:
    """Weights even on the simplex: exponential draws over their sum (Dirichlet with ones)."""
    drawn = np.random.default_rng(seed).standard_exponential((samples, criteria))
    drawn /= drawn.sum(axis=1, keepdims=True)
    drawn.setflags(write=False)
    return drawn


@lru_cache(maxsize=8)
def _factors(criteria: int, samples: int, seed: int) -> Real:
    """The factors of near weightings; the same ones for all weights, so that figures move as the weights do."""
    drawn = np.random.default_rng(seed).uniform(NEAR_LOW, NEAR_HIGH, (samples, criteria))
    drawn.setflags(write=False)
    return drawn
