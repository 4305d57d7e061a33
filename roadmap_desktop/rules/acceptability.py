"""How sure a ranking is: how often each use case takes each place under other weights and with other voters.

The method is SMAA-2, stochastic multicriteria acceptability analysis: R. Lahdelma and P. Salminen (2001), SMAA-2:
Stochastic Multicriteria Acceptability Analysis for Group Decision Making, Operations Research 49(3), 444-454. The
acceptability of a use case for a place is the share of the weightings that give it that place. A place is one more
than there are better ones, so equals share the better place. Scores are the room's means; how they depend on who is in
the room is asked apart, by the bootstrap: B. Efron (1979), Annals of Statistics 7(1), 1-26.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules import draws
from roadmap_desktop.rules.twocriteria import stretches
from roadmap_desktop.rules.usecases import SAME

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

WEIGHTINGS = 10_000
"""Weightings tried: the error of a share is then half a point of a hundred at most (one standard error)."""

RESAMPLES = 1_000
"""Rooms drawn from the voters: the error of a share is then 1.6 points of a hundred at most (one standard error)."""

LEAST_VOTERS = 4
"""With fewer voters the bootstrap says nothing: it would only repeat them."""

EXACT_UP_TO = 2
"""With so many criteria, or one, shares over weightings are worked out instead of drawn."""

TAIL = 0.05
"""The places a use case takes are those between the first and the last twentieth of the weightings."""

_AT_ONCE = 2_000
"""Samples looked at together: their scores stay in the processor's cache."""


class Basis(StrEnum):
    """What is varied."""

    NEAR = "near_weightings"
    ALL = "all_weightings"
    VOTERS = "voters"
    PERSPECTIVES = "perspectives"


class Plain(StrEnum):
    """Why there are no shares, or why they could not be otherwise."""

    NOTHING_SCORED = "nothing_scored"
    ONE_USE_CASE = "one_use_case"
    NO_WEIGHT = "no_weight"
    ONE_CRITERION = "one_criterion"
    ALL_EQUAL = "all_equal"
    ALL_IN_TOP = "all_in_top"
    FEW_VOTERS = "few_voters"
    NO_OWN_WEIGHTS = "no_own_weights"


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares from 0 to 1 over the samples tried.

    ``shares[i][r]`` is how often use case i takes place r + 1; ``low`` and ``high`` are the places it takes (5 to 95
    percent), ``in_top`` how often it is among the first k, ``same_top`` how often the first k are the same as now.
    ``samples`` is 0 where the shares are exact.
    """

    shares: tuple[tuple[float, ...], ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    in_top: tuple[float, ...]
    same_top: float
    samples: int

    @property
    def margin(self) -> float:
        """How far a share may be off, in 95 of 100 draws, at most; 0 where the shares are exact."""
        return 1.96 * sqrt(0.25 / self.samples) if self.samples else 0.0


def plain(scores: Sequence[float], weights: Sequence[float], top: int, basis: Basis, voters: int) -> Plain | None:
    """Why shares would say nothing, from the gravest reason on; None where they say something.

    ``scores`` are those of the use cases that have one, ``voters`` how many scored, or how many perspectives have
    weights that rank.
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
    if basis is Basis.PERSPECTIVES and not voters:
        return Plain.NO_OWN_WEIGHTS
    if basis in (Basis.NEAR, Basis.ALL) and counted == 1:
        return Plain.ONE_CRITERION
    return Plain.ALL_IN_TOP if len(scores) <= top else None


def over_weightings(
    values: Real, weights: Sequence[float], top: int, basis: Basis, *, seed: int, samples: int = WEIGHTINGS
) -> Acceptability:
    """Acceptability over all weightings (even on the simplex) or over those near the chosen ones.

    ``values`` holds a mean score for each use case (row) and criterion (column), without gaps where a criterion
    counts. A criterion of weight 0 stays out of all weightings; at least one must count. With one or two criteria the
    shares are exact.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    base, kept = chosen[counted], values[:, counted]
    now = kept @ base / base.sum()
    near = basis is Basis.NEAR
    if len(base) <= EXACT_UP_TO:
        tried, likely = stretches(kept, base, near=near)
        return _exactly(tried @ kept.T, likely, now, top)
    drawn = draws.near_factors(len(base), samples, seed) if near else draws.even_weights(len(base), samples, seed)
    return _tally(_scores(drawn, base if near else None, kept.T), now, top, samples)


def over_voters(
    votes: Real, weights: Sequence[float], top: int, *, seed: int, samples: int = RESAMPLES
) -> Acceptability:
    """Acceptability over rooms of as many voters, drawn with replacement from those who scored.

    ``votes`` holds scores by voter, use case and criterion, NaN where one did not score; somebody scored each
    criterion that counts of each use case. Where nobody in a drawn room did, the mean of all who did stands in.
    """
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    base, kept = chosen[counted] / chosen.sum(), votes if counted.all() else votes[:, :, counted]
    times = draws.rooms(len(kept), samples, seed)
    own = kept.reshape(-1, len(base)) @ base
    if not np.isnan(own).any():
        each = own.reshape(kept.shape[:2])
        return _tally(iter((times @ (each / len(each)),)), each.mean(axis=0), top, samples)
    scores, now = _with_gaps(kept, base, times)
    return _tally(iter((scores,)), now, top, samples)


def _with_gaps(kept: Real, base: Real, times: Real) -> tuple[Real, Real]:
    """The scores by drawn room and use case, and those of all voters, where some did not score everything."""
    there = ~np.isnan(kept)
    flat = np.where(there, kept, 0.0)
    number = there.sum(axis=0)
    everybody = flat.sum(axis=0) / np.maximum(number, 1)
    whole = number == len(kept)
    scores = times @ ((flat * whole) @ base) / len(kept)
    for criterion in np.flatnonzero(~whole.all(axis=0)).tolist():
        gaps = np.flatnonzero(~whole[:, criterion])
        drawn = times @ there[:, gaps, criterion].astype(np.float64)
        given = times @ flat[:, gaps, criterion]
        means = np.where(drawn > 0, given / np.maximum(drawn, 1), everybody[gaps, criterion])
        scores[:, gaps] += base[criterion] * means
    return scores, everybody @ base


def over_given(values: Real, given: Sequence[Sequence[float]], weights: Sequence[float], top: int) -> Acceptability:
    """Acceptability over weightings that were given (rows), each as likely as another, so that the shares are exact.

    ``values`` holds a mean score for each use case (row) and criterion (column), 0 where a criterion counts nowhere.
    """
    tried, now = np.asarray(given, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    tried = tried / tried.sum(axis=1, keepdims=True)
    return _exactly(tried @ values.T, np.full(len(tried), 1 / len(tried)), values @ (now / now.sum()), top)


def middle_half(votes: Real, weights: Sequence[float]) -> tuple[tuple[float, float] | None, ...]:
    """For each use case the quartiles of its voters' own weighted scores; None with fewer than 4 voters.

    A voter counts who scored every criterion that counts. Linear interpolation (type 7 of Hyndman and Fan, 1996).
    """
    return tuple(_quartiles(column) for column in _own(votes, weights))


def medians(votes: Real, weights: Sequence[float]) -> tuple[float | None, ...]:
    """For each use case the median of its voters' own weighted scores; None where nobody scored all that counts."""
    return tuple(float(np.median(column)) if len(column) else None for column in _own(votes, weights))


def _own(votes: Real, weights: Sequence[float]) -> Iterator[Real]:
    """For each use case the weighted scores of the voters who scored every criterion that counts."""
    chosen = np.asarray(weights, dtype=np.float64)
    counted = chosen > 0
    own = votes[:, :, counted] @ (chosen[counted] / chosen.sum())
    return (column[~np.isnan(column)] for column in own.T)


def _quartiles(scores: Real) -> tuple[float, float] | None:
    if len(scores) < LEAST_VOTERS:
        return None
    low, high = np.quantile(scores, (0.25, 0.75)).tolist()
    return low, high


def places(scores: Real) -> Whole:
    """Places from 0 along the last axis: how many are better."""
    order = np.argsort(scores, axis=-1)[..., ::-1]
    down = np.take_along_axis(scores, order, axis=-1)
    count = np.arange(scores.shape[-1])
    falls = down[..., :-1] - down[..., 1:] > SAME
    found = np.empty(scores.shape, dtype=np.int64)
    shared = np.zeros_like(found)
    shared[..., 1:] = np.where(falls, count[1:], 0)
    np.put_along_axis(found, order, np.maximum.accumulate(shared, axis=-1), axis=-1)
    return found


def in_top(scores: Real, top: int) -> NDArray[np.bool_]:
    """Who is among the first k, along the last axis."""
    inside: NDArray[np.bool_] = places(scores) < top
    return inside


def _exactly(scores: Real, likely: Real, now: Real, top: int) -> Acceptability:
    """The shares where each sample (row) has a probability of its own."""
    cases = scores.shape[1]
    found = places(scores)
    at = (found + np.arange(cases) * cases).ravel()
    shares = np.bincount(at, np.repeat(likely, cases), minlength=cases * cases).reshape(cases, cases)
    same = likely[((found < top) == in_top(now, top)).all(axis=1)].sum()
    return _acceptability(shares, float(same), top, 0)


def _scores(drawn: Real, base: Real | None, values: Real) -> Iterator[Real]:
    """The scores by weighting (row) and use case, block by block in the same memory; near ``base`` if given."""
    block = np.empty((min(_AT_ONCE, len(drawn)), values.shape[1]))
    for start in range(0, len(drawn), _AT_ONCE):
        tried = drawn[start : start + _AT_ONCE]
        if base is not None:
            tried = tried * base
            tried /= tried.sum(axis=1, keepdims=True)
        yield np.matmul(tried, values, out=block[: len(tried)])


def _tally(blocks: Iterator[Real], now: Real, top: int, samples: int) -> Acceptability:
    """The shares of samples (rows of the blocks, which are written over) in which each use case takes each place.

    One sort does it: the number of the use case is written into the last bits of its score, far below the difference
    that counts, so that the sorted scores say whose they are.
    """
    cases = len(now)
    inside, numbers = in_top(now, top), np.arange(cases)
    mask = (1 << (cases - 1).bit_length()) - 1
    counts = np.zeros(cases * cases, dtype=np.int64)
    same = 0
    for block in blocks:
        bits = block.view(np.int64)
        bits &= ~mask
        bits |= numbers
        block.sort(axis=1)
        falls = np.diff(block, axis=1) > SAME
        bits &= mask
        if falls.all():
            same += int(inside[bits[:, max(cases - top, 0) :]].all(axis=1).sum())
            taken: Whole = numbers[::-1]
        else:
            taken = _shared(falls)
            same += int(((taken < top) == inside[bits]).all(axis=1).sum())
        bits *= cases
        bits += taken
        counts += np.bincount(bits.ravel(), minlength=cases * cases)
    return _acceptability(counts.reshape(cases, cases), same, top, samples)


def _shared(falls: NDArray[np.bool_]) -> Whole:
    """Places from 0 of scores in rising order, where equals share the better one; ``falls`` are the gaps between."""
    rows, gaps = falls.shape
    better = np.zeros((rows, gaps + 1), dtype=np.int64)
    better[:, 1:] = np.where(falls[:, ::-1], np.arange(1, gaps + 1), 0)
    return np.maximum.accumulate(better, axis=1)[:, ::-1]


def _acceptability(counts: Real | Whole, same: float, top: int, samples: int) -> Acceptability:
    """The shares from how often, or (with no samples) how likely each use case takes each place."""
    number = samples or 1
    reached = counts.cumsum(axis=1) / number
    low = (reached < TAIL - SAME).sum(axis=1) + 1
    high = (reached < 1 - TAIL - SAME).sum(axis=1) + 1
    return Acceptability(
        shares=tuple(map(tuple, np.clip(counts / number, 0.0, 1.0).tolist())),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        in_top=tuple(np.clip(counts[:, :top].sum(axis=1) / number, 0.0, 1.0).tolist()),
        same_top=min(same / number, 1.0),
        samples=samples,
    )
