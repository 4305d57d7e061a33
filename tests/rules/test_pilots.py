"""Pilots: no purgatory. What is missing is named, and the criteria say what to decide."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.pilots import (
    Criterion,
    Direction,
    Lack,
    Plan,
    Result,
    Verdict,
    advice,
    direction,
    failing,
    lacking,
    result,
    targets_to_scale,
)

DAYS = Criterion("days", 9, 4.5, 6, Direction.DOWN, must_pass=True, has_collector=True)
AGREE = Criterion("agree", 0, 85, 80, Direction.UP, must_pass=False, has_collector=True)
WEEKLY = Criterion("weekly", 0, 70, 50, Direction.UP, must_pass=False, has_collector=True)
READY = Plan(
    has_calendar=True,
    use_cases=1,
    not_chosen=0,
    without_outcome=0,
    has_question=True,
    has_owner=True,
    has_stopper=True,
    sites=2,
    criteria=(DAYS, AGREE),
    has_decision_date=True,
    has_decider=True,
    open_guardrails=0,
    floors=0,
)


def read(criterion: Criterion, value: float | None) -> Criterion:
    return replace(criterion, reading=value)


def test_a_whole_plan_is_ready() -> None:
    assert lacking(READY) == ()


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"use_cases": 0}, Lack.USE_CASE),
        ({"not_chosen": 1}, Lack.NOT_CHOSEN),
        ({"without_outcome": 1}, Lack.OUTCOME),
        ({"has_question": False}, Lack.QUESTION),
        ({"has_owner": False}, Lack.OWNER),
        ({"has_stopper": False}, Lack.STOPPER),
        ({"sites": 0}, Lack.SITE),
        ({"has_calendar": False}, Lack.CALENDAR),
        ({"criteria": ()}, Lack.CRITERION),
        ({"criteria": (AGREE,)}, Lack.MUST_PASS),
        ({"criteria": (replace(DAYS, baseline=None),)}, Lack.BASELINE),
        ({"criteria": (replace(DAYS, target=None),)}, Lack.TARGET),
        ({"criteria": (replace(DAYS, has_collector=False),)}, Lack.COLLECTOR),
        ({"has_decision_date": False}, Lack.DECISION_DATE),
        ({"has_decider": False}, Lack.DECIDER),
        ({"open_guardrails": 1}, Lack.GATE),
        ({"floors": 2}, Lack.FLOOR),
    ],
)
def test_each_thing_that_is_missing_keeps_it_from_being_ready(change: dict[str, object], lack: Lack) -> None:
    assert [each.what for each in lacking(replace(READY, **change))] == [lack]


@pytest.mark.parametrize(
    ("criterion", "value", "expected"),
    [
        (DAYS, 4.5, Result.MET),
        (DAYS, 5.0, Result.ACCEPTED),
        (DAYS, 6.1, Result.NOT_MET),
        (AGREE, 85, Result.MET),
        (AGREE, 84.9, Result.ACCEPTED),
        (AGREE, 79, Result.NOT_MET),
        (AGREE, None, Result.NOT_MEASURED),
        (replace(AGREE, target=None), 90, Result.NOT_MEASURED),
        (replace(AGREE, minimum=None), 84, Result.NOT_MET),
    ],
)
def test_a_criterion_is_met_at_its_target_and_accepted_at_its_minimum(
    criterion: Criterion, value: float | None, expected: Result
) -> None:
    assert result(read(criterion, value)) is expected


@pytest.mark.parametrize(
    ("readings", "attempt", "hit", "expected"),
    [
        ((4, 90, 80), 1, False, Verdict.SCALE),
        ((5, 90, 80), 1, False, Verdict.SCALE),
        ((5, 90, 40), 1, False, Verdict.ADJUST),
        ((5, 90, 40), 2, False, Verdict.NARROW),
        ((8, 90, 80), 1, False, Verdict.NARROW),
        ((8, 70, 10), 1, False, Verdict.STOP),
        ((None, 90, 80), 1, False, Verdict.NARROW),
        ((4, 90, 80), 1, True, Verdict.STOP),
        ((None, None, None), 1, False, None),
    ],
)
def test_the_criteria_say_what_to_decide(
    readings: tuple[float | None, ...], attempt: int, hit: bool, expected: Verdict | None
) -> None:
    criteria = [read(each, value) for each, value in zip((DAYS, AGREE, WEEKLY), readings, strict=True)]
    assert advice(criteria, to_scale=None, attempt=attempt, stop_rule_hit=hit) is expected


def test_two_thirds_of_the_targets_must_be_met_unless_the_room_chose_a_number() -> None:
    assert [targets_to_scale([DAYS] * n, None) for n in (0, 1, 2, 3, 4, 5)] == [0, 1, 2, 2, 3, 4]
    assert targets_to_scale([DAYS] * 5, 4) == 4
    assert targets_to_scale([DAYS] * 3, 9) == 3


@pytest.mark.parametrize(
    ("target", "baseline", "minimum", "expected"),
    [
        (4.5, 9, 6, Direction.DOWN),
        (85, 0, 80, Direction.UP),
        (4.5, None, 6, Direction.DOWN),
        (85, None, 80, Direction.UP),
        (85, 0, 90, Direction.UP),
        (9, 9, None, None),
        (None, 9, 6, None),
        (4.5, None, None, None),
    ],
)
def test_which_way_is_better_follows_from_the_numbers(
    target: float | None, baseline: float | None, minimum: float | None, expected: Direction | None
) -> None:
    assert direction(target, baseline, minimum) is expected


def test_what_must_pass_and_does_not_is_named() -> None:
    must = [replace(each, must_pass=True) for each in (DAYS, AGREE, WEEKLY)]
    criteria = [read(each, value) for each, value in zip(must, (5, 70, None), strict=True)]
    assert failing(criteria) == ("agree", "weekly")
    assert failing([read(AGREE, 10)]) == ()


VALUES = st.one_of(st.none(), st.floats(0, 100))


@given(st.lists(st.tuples(VALUES, st.booleans()), min_size=1, max_size=6))
def test_adjust_is_advised_once_at_most(given_values: list[tuple[float | None, bool]]) -> None:
    criteria = [replace(AGREE, reading=value, must_pass=must) for value, must in given_values]
    assert advice(criteria, to_scale=None, attempt=2, stop_rule_hit=False) is not Verdict.ADJUST


@given(st.lists(VALUES, min_size=1, max_size=6), st.integers(0, 5), st.floats(0, 50))
def test_a_better_reading_never_makes_scaling_less_likely(
    readings: list[float | None], which: int, more: float
) -> None:
    criteria = [read(AGREE, value) for value in readings]
    at = which % len(criteria)
    better = list(criteria)
    better[at] = read(AGREE, (criteria[at].reading or 0) + more)
    if advice(criteria, to_scale=None, attempt=1, stop_rule_hit=False) is Verdict.SCALE:
        assert advice(better, to_scale=None, attempt=1, stop_rule_hit=False) is Verdict.SCALE
