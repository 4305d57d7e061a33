"""A task that has begun or is finished lies where it really lay."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.actual import as_it_went, remaining
from roadmap_desktop.rules.length import Length, Unit
from roadmap_desktop.rules.schedule import Link, Task, plan
from tests.rules.district_year import FIRST_DAY, SCHOOLS

TASK = Task("a", Length(5), "schools")
NEXT = Task("b", Length(2), "schools")
days = st.dates(date(2026, 8, 15), date(2027, 3, 1))
lengths = st.builds(Length, st.integers(1, 12), st.sampled_from((Unit.SCHOOL_DAYS, Unit.WEEKS, Unit.CALENDAR_DAYS)))


@given(lengths, days, days)
def test_a_finished_task_ends_on_the_day_it_finished(length: Length, one: date, other: date) -> None:
    started, finished = SCHOOLS.on_or_after(min(one, other)), max(one, other)
    task = as_it_went(Task("a", length, "schools"), started, finished, SCHOOLS)
    found = plan([task, NEXT], [Link("a", "b")], {"schools": SCHOOLS}, FIRST_DAY)
    assert (found["a"].start, found["a"].finish) == (started, max(finished, started))
    assert found["b"].start > finished


def test_a_task_that_has_begun_keeps_its_length_from_there() -> None:
    found = as_it_went(TASK, date(2026, 9, 8), None, SCHOOLS)
    assert (found.pinned_start, found.length) == (date(2026, 9, 8), Length(5))


def test_without_a_start_a_finished_task_took_as_long_as_planned() -> None:
    found = as_it_went(TASK, None, date(2026, 9, 18), SCHOOLS)
    assert found.pinned_start == SCHOOLS.start(date(2026, 9, 18), 5)


def test_a_milestone_lies_on_the_day_it_was_reached() -> None:
    found = as_it_went(Task("a", Length(0), "schools"), date(2026, 9, 1), date(2026, 9, 4), SCHOOLS)
    assert (found.pinned_start, found.length) == (date(2026, 9, 4), Length(0))


def test_nothing_reported_changes_nothing() -> None:
    assert as_it_went(TASK, None, None, SCHOOLS) is TASK


@pytest.mark.parametrize(("progress", "left"), [(0, 10), (1, 10), (50, 5), (95, 1), (99, 1), (100, 0)])
def test_what_is_left_of_work_is_counted_in_whole_school_days(progress: int, left: int) -> None:
    assert remaining(10, progress) == left
