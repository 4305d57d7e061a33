"""Pilots: what keeps one from being ready, whether a criterion was met, and what the criteria say to decide.

The decision rule is that of the four-way guides: scale when everything that must pass does and enough targets are met;
adjust and repeat, once only, when what must pass does but targets are short; narrow when some targets are met; else
stop. A stop rule that was hit stops the pilot whatever the figures say. What was not measured counts as not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil


class Verdict(StrEnum):
    """What a pilot's decision is."""

    SCALE = "scale"
    ADJUST = "adjust"
    NARROW = "narrow"
    STOP = "stop"


class Evidence(StrEnum):
    """What kind of data a criterion is known by."""

    EDUCATOR = "educator"
    STUDENT = "student"
    USAGE = "usage"
    OPERATIONAL = "operational"


class Direction(StrEnum):
    """Which way a measure should go."""

    UP = "up"
    DOWN = "down"


class Result(StrEnum):
    """How a criterion came out."""

    MET = "met"
    ACCEPTED = "accepted"  # short of the target, but at least the minimum
    NOT_MET = "not_met"
    NOT_MEASURED = "not_measured"


class Lack(StrEnum):
    """What keeps a pilot from being ready."""

    CALENDAR = "calendar"
    USE_CASE = "use_case"
    NOT_CHOSEN = "not_chosen"
    OUTCOME = "outcome"
    QUESTION = "question"
    OWNER = "owner"
    STOPPER = "stopper"
    SITE = "site"
    CRITERION = "criterion"
    BASELINE = "baseline"
    TARGET = "target"
    COLLECTOR = "collector"
    MUST_PASS = "must_pass"
    DECISION_DATE = "decision_date"
    DECIDER = "decider"
    GATE = "gate"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion; values in its own unit, None where not entered, ``reading`` None where not measured."""

    uuid: str
    baseline: float | None
    target: float | None
    minimum: float | None
    direction: Direction
    must_pass: bool
    has_collector: bool
    reading: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is entered of a pilot, as far as readiness asks."""

    has_calendar: bool
    use_cases: int
    not_chosen: int
    without_outcome: int
    has_question: bool
    has_owner: bool
    has_stopper: bool
    sites: int
    criteria: tuple[Criterion, ...]
    has_decision_date: bool
    has_decider: bool
    open_guardrails: int
    floors: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that keeps a pilot from being ready; ``subject`` is the criterion's uuid where it is about one."""

    what: Lack
    subject: str = ""


def lacking(plan: Plan) -> tuple[Lacking, ...]:
    """What keeps a pilot from being ready, in the order in which it is planned; empty when it is ready."""
    simple = (
        (Lack.USE_CASE, plan.use_cases == 0),
        (Lack.NOT_CHOSEN, plan.not_chosen > 0),
        (Lack.OUTCOME, plan.without_outcome > 0),
        (Lack.QUESTION, not plan.has_question),
        (Lack.OWNER, not plan.has_owner),
        (Lack.SITE, plan.sites == 0),
        (Lack.CALENDAR, not plan.has_calendar),
        (Lack.CRITERION, not plan.criteria),
        (Lack.MUST_PASS, bool(plan.criteria) and not any(each.must_pass for each in plan.criteria)),
    )
    later = (
        (Lack.STOPPER, not plan.has_stopper),
        (Lack.DECISION_DATE, not plan.has_decision_date),
        (Lack.DECIDER, not plan.has_decider),
        (Lack.GATE, plan.open_guardrails > 0),
        (Lack.FLOOR, plan.floors > 0),
    )
    return (
        *(Lacking(what) for what, lacks in simple if lacks),
        *(each for criterion in plan.criteria for each in _lacking(criterion)),
        *(Lacking(what) for what, lacks in later if lacks),
    )


def result(criterion: Criterion) -> Result:
    """How a criterion came out; without a target or a reading it counts as not measured."""
    if criterion.reading is None or criterion.target is None:
        return Result.NOT_MEASURED
    if _reaches(criterion, criterion.target):
        return Result.MET
    if criterion.minimum is not None and _reaches(criterion, criterion.minimum):
        return Result.ACCEPTED
    return Result.NOT_MET


def direction(target: float | None, baseline: float | None, minimum: float | None) -> Direction | None:
    """Which way a measure should go: from its baseline to the target, or else from the minimum; None where unknown."""
    start = minimum if baseline is None else baseline
    if target is None or start is None or target == start:
        return None
    return Direction.DOWN if target < start else Direction.UP


def failing(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """The criteria (uuids) that must pass and do not; what was not measured does not pass."""
    passing = (Result.MET, Result.ACCEPTED)
    return tuple(each.uuid for each in criteria if each.must_pass and result(each) not in passing)


def targets_by_default(count: int) -> int:
    """How many of so many targets must be met to scale where the room chose no number: two thirds, rounded up."""
    return ceil(count * 2 / 3)


def targets_to_scale(criteria: Sequence[Criterion], chosen: int | None) -> int:
    """How many targets must be met to scale: what the room chose, else the usual two thirds."""
    return targets_by_default(len(criteria)) if chosen is None else min(chosen, len(criteria))


def advice(criteria: Sequence[Criterion], *, to_scale: int | None, attempt: int, stop_rule_hit: bool) -> Verdict | None:
    """What the criteria say to decide; None while nothing was measured and no stop rule was hit."""
    results = [result(each) for each in criteria]
    if stop_rule_hit:
        return Verdict.STOP
    if all(each is Result.NOT_MEASURED for each in results):
        return None
    passed = not failing(criteria)
    met = results.count(Result.MET)
    if passed and met >= targets_to_scale(criteria, to_scale):
        return Verdict.SCALE
    if passed and attempt == 1:
        return Verdict.ADJUST
    return Verdict.NARROW if met else Verdict.STOP


def _lacking(criterion: Criterion) -> tuple[Lacking, ...]:
    values = (
        (Lack.BASELINE, criterion.baseline is not None),
        (Lack.TARGET, criterion.target is not None),
        (Lack.COLLECTOR, criterion.has_collector),
    )
    return tuple(Lacking(what, criterion.uuid) for what, there in values if not there)


def _reaches(criterion: Criterion, bound: float) -> bool:
    if criterion.reading is None:
        return False
    return criterion.reading >= bound if criterion.direction is Direction.UP else criterion.reading <= bound
