"""Laws that every plan keeps, tried on random small plans, a planner that walks from day to day as the oracle."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap_desktop.rules.length import Lag, LagUnit, Length, Unit
from roadmap_desktop.rules.schedule import BeyondHorizon, ConflictKind, Link, LinkKind, Plan, Task, plan
from roadmap_desktop.rules.schooltime import SchoolTime
from roadmap_desktop.rules.schoolyear import Period, covering
from tests.rules import daybyday
from tests.rules.daybyday import Facts
from tests.rules.district_year import FIRST_DAY, OFFICE, OFFICE_HOLIDAYS, SCHOOLS, YEAR

CALENDARS = {"schools": SCHOOLS, "office": OFFICE}
YEARS = covering((YEAR,), date(2030, 1, 1))
OFF = frozenset().union(*(year.days_off for year in YEARS))


def school_is_open(day: date) -> bool:
    in_year = any(year.first_day <= day <= year.last_day for year in YEARS)
    on_break = any(pause.first <= day <= pause.last for year in YEARS for pause in year.breaks)
    return in_year and day.weekday() < 5 and not on_break and day not in OFF


def office_is_open(day: date) -> bool:
    return day >= OFFICE.first and day.weekday() < 5 and day not in OFFICE_HOLIDAYS


def facts(is_open: Callable[[date], bool]) -> Facts:
    return Facts(is_open, [period for year in YEARS for period in year.grading_periods])


FACTS = {"schools": facts(school_is_open), "office": facts(office_is_open)}

dates = st.dates(date(2026, 8, 1), date(2027, 3, 1))
rarely = st.none() | st.none() | dates
lengths = st.one_of(
    st.builds(Length, st.integers(0, 12)),
    st.builds(Length, st.integers(0, 12), st.just(Unit.CALENDAR_DAYS)),
    st.builds(Length, st.integers(1, 2), st.sampled_from((Unit.WEEKS, Unit.GRADING_PERIODS))),
)
lags = st.builds(Lag, st.integers(-4, 6), st.sampled_from(LagUnit))


@st.composite
def plans(
    draw: st.DrawFn,
    lengths: st.SearchStrategy[Length] = lengths,
    kinds: tuple[LinkKind, ...] = tuple(LinkKind),
    lags: st.SearchStrategy[Lag] = lags,
) -> tuple[list[Task], list[Link]]:
    """One to six tasks, in an order in which they can be planned, and links that lead on."""
    keys = draw(st.permutations("abcdef"))[: draw(st.integers(1, 6))]
    calendars = st.sampled_from(("schools", "office"))
    tasks = [Task(key, draw(lengths), draw(calendars), draw(rarely), draw(rarely), draw(rarely)) for key in keys]
    pairs = [(a, b) for at, a in enumerate(keys) for b in keys[at + 1 :]]
    linked = draw(st.lists(st.sampled_from(pairs), max_size=7)) if pairs else []
    return tasks, [Link(a, b, draw(st.sampled_from(kinds)), draw(lags)) for a, b in linked]


starts = st.dates(FIRST_DAY - timedelta(days=10), date(2026, 12, 31))
small = plans()


@given(small, starts)
def test_a_plan_has_the_dates_found_by_walking_from_day_to_day(
    made: tuple[list[Task], list[Link]], start: date
) -> None:
    found = plan(*made, CALENDARS, start)
    walked = daybyday.place(*made, FACTS, start)
    assert {each.key: (each.start, each.finish) for each in found} == walked
    assert (found.conflicts == ()) == daybyday.holds(*made, FACTS, walked)


def breaks_something(made: tuple[list[Task], list[Link]], found: Plan, key: str, school_days: int, start: date) -> bool:
    """Whether a task that slips so far moves the plan's end or breaks a fixed date, by walking from day to day."""
    tasks, links = made
    facts = FACTS[next(task.calendar for task in tasks if task.key == key)]
    moved = daybyday.slipped(tasks, key, daybyday.walk(found[key].start, school_days, facts))
    walked = daybyday.place(moved, links, FACTS, start)
    last = max(finish for _, finish in walked.values())
    assert found.last_day is not None
    return last > found.last_day or not daybyday.holds(moved, links, FACTS, walked)


@given(small, starts)
def test_total_slack_is_how_far_a_task_can_slip_and_no_day_more(
    made: tuple[list[Task], list[Link]], start: date
) -> None:
    found = plan(*made, CALENDARS, start)
    assume(not found.conflicts)
    for task in made[0]:
        slack = found[task.key].total_slack
        assert not breaks_something(made, found, task.key, slack, start)
        assert task.length.unit is Unit.GRADING_PERIODS or breaks_something(made, found, task.key, slack + 1, start)


@given(small, starts)
def test_free_slack_is_how_far_a_task_can_slip_while_no_other_moves(
    made: tuple[list[Task], list[Link]], start: date
) -> None:
    found = plan(*made, CALENDARS, start)
    assume(not found.conflicts)
    tasks, links = made
    for task in tasks:
        for slip in (found[task.key].free_slack, found[task.key].free_slack + 1):
            to = daybyday.walk(found[task.key].start, slip, FACTS[task.calendar])
            walked = daybyday.place(daybyday.slipped(tasks, task.key, to), links, FACTS, start)
            others = all(walked[each.key][0] == each.start for each in found if each.key != task.key)
            too_far = not others or breaks_something(made, found, task.key, slip, start)
            assert too_far == (slip > found[task.key].free_slack) or task.length.unit is Unit.GRADING_PERIODS


@given(small, starts)
def test_slack_is_negative_only_where_a_conflict_is_reported(made: tuple[list[Task], list[Link]], start: date) -> None:
    found = plan(*made, CALENDARS, start)
    negative = any(each.total_slack < 0 for each in found)
    assert negative == bool(found.conflicts)
    assert all(0 <= each.free_slack <= max(each.total_slack, 0) for each in found)


@given(small, starts)
def test_some_task_is_critical_and_the_last_one_to_finish_is(made: tuple[list[Task], list[Link]], start: date) -> None:
    found = plan(*made, CALENDARS, start)
    assert any(each.critical for each in found)
    on_school_days = {task.key for task in made[0] if task.length.unit is not Unit.CALENDAR_DAYS}
    assert all(each.critical for each in found if each.finish == found.last_day and each.key in on_school_days)


@given(small, starts, st.randoms(use_true_random=False))
def test_the_order_of_tasks_and_links_changes_nothing(
    made: tuple[list[Task], list[Link]], start: date, shuffle: random.Random
) -> None:
    tasks, links = list(made[0]), list(made[1])
    shuffle.shuffle(tasks)
    shuffle.shuffle(links)
    found, again = plan(*made, CALENDARS, start), plan(tasks, links, CALENDARS, start)
    assert list(found) == list(again)
    assert found.conflicts == again.conflicts


# A lead, a link to a finish and a first week are counted back from a day: a break inside what is counted moves the
# start towards earlier, as it must. Everything that is counted on from a day can only move later.
forward = plans(
    lengths.filter(lambda length: length.unit is not Unit.GRADING_PERIODS),
    (LinkKind.FS, LinkKind.SS),
    st.builds(Lag, st.integers(0, 6), st.sampled_from(LagUnit)),
)


@given(forward, starts, dates, st.integers(0, 15))
def test_adding_a_break_makes_no_task_earlier(
    made: tuple[list[Task], list[Link]], start: date, first: date, days: int
) -> None:
    pause = Period("Snow", first, first + timedelta(days=days))
    snowed = SchoolTime.covering([replace(YEAR, breaks=(*YEAR.breaks, pause))], SCHOOLS.last)
    before, after = plan(*made, CALENDARS, start), plan(*made, {**CALENDARS, "schools": snowed}, start)
    for was, now in zip(before, after, strict=True):
        assert now.start >= was.start
        assert now.finish >= was.finish


@given(st.integers(1, 40), st.integers(1, 40))
def test_a_chain_that_fits_its_calendar_to_the_day_is_planned_and_one_day_more_is_refused(
    first: int, rest: int
) -> None:
    year = {"schools": SchoolTime.of([YEAR])}
    chain = [Link("a", "b"), Link("b", "c")]
    fits = [Task(key, Length(days), "schools") for key, days in (("a", first), ("b", rest), ("c", 180 - first - rest))]
    assert plan(fits, chain, year, FIRST_DAY)["c"].finish == YEAR.last_day
    with pytest.raises(BeyondHorizon) as beyond:
        plan([replace(fits[0], length=Length(first + 1)), *fits[1:]], chain, year, FIRST_DAY)
    assert beyond.value.what == "c"


@given(small, starts)
def test_a_date_that_is_missed_is_late_by_the_school_days_between(
    made: tuple[list[Task], list[Link]], start: date
) -> None:
    found = plan(*made, CALENDARS, start)
    walked = daybyday.place(*made, FACTS, start)
    for conflict in found.conflicts:
        if conflict.kind is ConflictKind.MUST_FINISH_BY:
            finish = walked[conflict.key][1]
            calendar = next(task.calendar for task in made[0] if task.key == conflict.key)
            between = range(1, (finish - conflict.asked).days + 1)
            count = sum(FACTS[calendar].is_open(conflict.asked + timedelta(days=days)) for days in between)
            assert (conflict.possible, conflict.school_days) == (finish, max(count, 1))


@given(small, starts)
def test_each_task_of_a_chain_could_not_lie_a_day_earlier_without_the_one_before(
    made: tuple[list[Task], list[Link]], start: date
) -> None:
    tasks, links = {task.key: task for task in made[0]}, made[1]
    found = plan(*made, CALENDARS, start)
    walked = daybyday.place(*made, FACTS, start)
    for conflict in found.conflicts:
        for before, after in pairwise(conflict.chain):
            facts = FACTS[tasks[after].calendar]
            earlier = daybyday.walk(walked[after][0], -1, facts)
            dates = {**walked, after: (earlier, daybyday.finish(earlier, tasks[after].length, facts))}
            between = [link for link in links if (link.before, link.after) == (before, after)]
            held = any(not daybyday.allows(link, tasks[before], tasks[after], dates, facts) for link in between)
            assert held or earlier < FIRST_DAY
