"""Use cases: what an outcome needs, what a score is, who comes before whom, and when a pilot may be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

LEAST_SCORE, MOST_SCORE = 1.0, 5.0
"""Scores run from 1 to 5; what the two ends mean is said by each criterion."""

MOST_WEIGHT = 100.0
"""Weights run from 0 (the criterion does not count) to 100; they count in proportion to one another."""

SAME = 1e-9
"""Scores closer than this are equal: they differ by the rounding of the machine only."""

TIE_IN_PRACTICE = 0.1
"""Scores closer than this are a tie in practice: one scorer in ten moving by one step on every criterion makes it."""


class Choice(StrEnum):
    """What the room decides on a use case."""

    PILOT = "pilot"
    LATER = "later"
    PARKED = "parked"
    NO = "no"


class OutcomePart(StrEnum):
    """The parts of an outcome; the last two help and may be missing."""

    MEASURE = "measure"
    BASELINE = "baseline"
    TARGET = "target"
    UNIT = "unit"
    SOURCE = "source"
    DUE = "due"
    MINIMUM = "minimum"
    COLLECTOR = "collector"


NEEDED = tuple(OutcomePart)[:6]
"""The parts without which an outcome is not complete."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What success means; figures are in ``unit``, and ``minimum`` is what must be reached at least."""

    measure: str = ""
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    source: str = ""
    due: date | None = None
    minimum: float | None = None
    collector: str = ""


def lacking(outcome: Outcome) -> tuple[OutcomePart, ...]:
    """The parts that an outcome needs and does not have yet; none when it is complete."""
    return tuple(part for part in NEEDED if getattr(outcome, part.value) in (None, ""))


class Doubt(StrEnum):
    """What looks wrong in the figures of an outcome; it keeps nobody from going on."""

    NO_CHANGE = "no_change"
    MINIMUM_BEYOND_TARGET = "minimum_beyond_target"
    MINIMUM_BELOW_BASELINE = "minimum_below_baseline"


def doubt(outcome: Outcome) -> Doubt | None:
    """What looks wrong: nothing changes, or the minimum does not lie between baseline and target."""
    baseline, target, minimum = outcome.baseline, outcome.target, outcome.minimum
    if baseline is None or target is None:
        return None
    if baseline == target:
        return Doubt.NO_CHANGE
    if minimum is None:
        return None
    reached = (minimum - baseline) / (target - baseline)
    if reached > 1:
        return Doubt.MINIMUM_BEYOND_TARGET
    return Doubt.MINIMUM_BELOW_BASELINE if reached < 0 else None


class Hurdle(StrEnum):
    """What keeps a use case from being chosen for a pilot."""

    OUTCOME = "outcome"
    LOCAL_DECISION = "local_decision"


def hurdles(outcome: Outcome, *, contested: bool, local_decision: str) -> tuple[Hurdle, ...]:
    """What keeps a use case from being chosen for a pilot; none where nothing does.

    ``contested``: it is vetoed, or the references disagree on it, so that the district must have decided and said why.
    """
    found = (
        (Hurdle.OUTCOME, bool(lacking(outcome))),
        (Hurdle.LOCAL_DECISION, contested and not local_decision),
    )
    return tuple(hurdle for hurdle, stands in found if stands)


def unscored(values: Sequence[float | None], weights: Sequence[float]) -> tuple[int, ...]:
    """The criteria (by place) that count and have no score; ``values`` are means by criterion."""
    pairs = zip(values, weights, strict=True)
    return tuple(place for place, (value, weight) in enumerate(pairs) if value is None and weight > 0)


def weighted_score(values: Sequence[float | None], weights: Sequence[float]) -> float | None:
    """The weighted mean of a use case's criteria, from 1 to 5; None where one that counts has no score, or none counts.

    A criterion of weight 0 does not count, so that its score may be missing.
    """
    total = sum(weights)
    if not total or unscored(values, weights):
        return None
    return sum(value * weight for value, weight in zip(values, weights, strict=True) if value is not None) / total


def ranks(scores: Sequence[float | None]) -> tuple[int | None, ...]:
    """The place of each, from 1: one more than there are better ones, so that equals share a place (1, 2, 2, 4)."""
    given = [score for score in scores if score is not None]
    return tuple(None if score is None else 1 + sum(other > score + SAME for other in given) for score in scores)


def first_places(scored: int, top: int) -> int:
    """``top`` where more are scored; where all of them are among the first, only which of them leads can change."""
    return top if scored > top else 1


def ties_in_practice(scores: Sequence[float | None]) -> tuple[tuple[int, int], ...]:
    """Pairs (by place in ``scores``, the better first) that follow one another and are as good as equal."""
    order = sorted((i for i, score in enumerate(scores) if score is not None), key=lambda i: (-_value(scores, i), i))
    return tuple(_close(scores, order))


def _close(scores: Sequence[float | None], order: Sequence[int]) -> Iterator[tuple[int, int]]:
    for better, worse in pairwise(order):
        if _value(scores, better) - _value(scores, worse) < TIE_IN_PRACTICE - SAME:
            yield better, worse


def _value(scores: Sequence[float | None], place: int) -> float:
    score = scores[place]
    assert score is not None
    return score
