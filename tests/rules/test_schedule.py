"""What a roadmap's dates can be relied on for: links, calendars, slack, the critical path, drivers and conflicts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from roadmap_desktop.rules.length import parse, parse_lag
from roadmap_desktop.rules.schedule import (
    BeyondHorizon,
    ConflictKind,
    Cycle,
    DriverKind,
    Link,
    LinkKind,
    Plan,
    SameKey,
    Task,
    UnknownTask,
    plan,
    plan_network,
)
from roadmap_desktop.rules.schooltime import NoGradingPeriods, SchoolTime
from tests.rules.district_year import FIRST_DAY, OFFICE, SCHOOLS, YEAR

CALENDARS = {"schools": SCHOOLS, "office": OFFICE, "weekdays": SchoolTime.office(date(2026, 1, 5), date(2027, 12, 31))}
MONDAY = date(2026, 1, 5)


def task(key: str, length: str = "1", calendar: str = "schools", **dates: str) -> Task:
    """A task as a person would write it down."""
    given = {name: date.fromisoformat(day) for name, day in dates.items()}
    return Task(
        key,
        parse(length),
        calendar,
        not_before=given.get("not_before"),
        must_finish_by=given.get("must_finish_by"),
        pinned_start=given.get("pinned_start"),
    )


def link(text: str) -> Link:
    """A link as "A B", "A B SS" or "A B FS +3"."""
    before, after, kind, lag, *_ = (*text.split(), "FS", "0")[:4] if len(text.split()) != 3 else (*text.split(), "0")
    return Link(before, after, LinkKind(kind), parse_lag(lag))


def planned(tasks: list[Task], *links: str, start: date = FIRST_DAY) -> Plan:
    return plan(tasks, [link(each) for each in links], CALENDARS, start)


def weekdays_from_start(day: date) -> int:
    return CALENDARS["weekdays"].school_days_between(MONDAY, day) if day >= MONDAY else 0


# Hillier and Lieberman, Introduction to Operations Research, the prototype example of project management:
# Reliable Construction Co.; duration, predecessors, earliest start and finish, latest start and finish, slack.
RELIABLE_CONSTRUCTION = """
A  2 -    0  2  0  2 0
B  4 A    2  6  2  6 0
C 10 B    6 16  6 16 0
D  6 C   16 22 20 26 4
E  4 C   16 20 16 20 0
F  5 E   20 25 20 25 0
G  7 D   22 29 26 33 4
H  9 E,G 29 38 33 42 4
I  7 C   16 23 18 25 2
J  8 F,I 25 33 25 33 0
K  4 J   33 37 34 38 1
L  5 J   33 38 33 38 0
M  2 H   38 40 42 44 4
N  6 K,L 38 44 38 44 0
"""

# Taylor, Introduction to Management Science, chapter 8, problem 6 and its published solution: activities on
# arrows; duration, earliest start and finish, latest start and finish, slack.
TAYLOR_8_6 = """
1-2  8  0  8  1  9  1
1-3 10  0 10  0 10  0
1-4  9  0  9  6 15  6
2-5  6  8 14  9 15  1
2-6  4  8 12 16 20  8
3-5  5 10 15 10 15  0
4-5  0  9  9 15 15  6
4-7  7  9 16 20 27 11
5-7 12 15 27 15 27  0
5-8 15 15 30 16 31  1
6-9 18 12 30 20 38  8
7-8  4 27 31 27 31  0
8-9  7 31 38 31 38  0
"""

# The same book and chapter, problem 5.
TAYLOR_8_5 = """
1-2 7  0  7  2  9 2
1-3 10 0  10 0  10 0
2-4 6  7  13 9  15 2
3-4 5  10 15 10 15 0
3-5 4  10 14 14 18 4
4-5 3  15 18 15 18 0
5-6 2  18 20 18 20 0
"""


def elapsed(plan: Plan, key: str) -> tuple[int, ...]:
    """Earliest and latest dates of a task as textbooks count them: the time gone by, here in weekdays."""
    found = plan[key]
    starts = [weekdays_from_start(day) - 1 for day in (found.start, found.late_start)]
    is_milestone = plan.network.tasks[plan.places[key]].length.is_milestone
    ends = [weekdays_from_start(day) - is_milestone for day in (found.finish, found.late_finish)]
    return starts[0], ends[0], starts[1], ends[1], found.total_slack


def test_reliable_construction_has_the_dates_of_the_textbook() -> None:
    rows = [row.split() for row in RELIABLE_CONSTRUCTION.split("\n") if row]
    tasks = [task(key, length, "weekdays") for key, length, *_ in rows]
    links = [f"{before} {key}" for key, _, before_all, *_ in rows for before in before_all.split(",") if before != "-"]
    found = planned(tasks, *links, start=MONDAY)
    assert {row[0]: elapsed(found, row[0]) for row in rows} == {row[0]: tuple(map(int, row[3:])) for row in rows}
    assert "".join(each.key for each in found if each.critical) == "ABCEFJLN"
    assert found.critical.tolist() == [found[key].critical for key in found.keys]
    assert {each.key: each.free_slack for each in found if each.free_slack} == {"I": 2, "K": 1, "M": 4}


@pytest.mark.parametrize("published", [TAYLOR_8_5, TAYLOR_8_6])
def test_an_activity_on_arrow_network_has_the_dates_of_its_published_solution(published: str) -> None:
    rows = [row.split() for row in published.split("\n") if row]
    tasks = [task(key, length, "weekdays") for key, length, *_ in rows]
    links = [f"{a} {b}" for a, *_ in rows for b, *_ in rows if a.split("-")[1] == b.split("-")[0]]
    found = planned(tasks, *links, start=MONDAY)
    assert {row[0]: elapsed(found, row[0]) for row in rows} == {row[0]: tuple(map(int, row[2:])) for row in rows}


def test_work_waits_for_the_school_day_after_the_work_before_it() -> None:
    found = planned([task("draft", "5"), task("review", "3")], "draft review")
    assert (found["draft"].start, found["draft"].finish) == (date(2026, 8, 10), date(2026, 8, 14))
    assert (found["review"].start, found["review"].finish) == (date(2026, 8, 17), date(2026, 8, 19))


def test_a_milestone_follows_work_on_the_next_school_day_and_lets_work_start_that_very_day() -> None:
    found = planned([task("work", "5"), task("decide", "0"), task("next", "2")], "work decide", "decide next")
    assert found["decide"].start == found["decide"].finish == found["next"].start == date(2026, 8, 17)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("FS", "2026-08-17"),
        ("FS +2", "2026-08-19"),
        ("FS -2", "2026-08-13"),
        ("FS 5d", "2026-08-20"),
        ("FS 1w", "2026-08-24"),
        ("SS", "2026-08-10"),
        ("SS +3", "2026-08-13"),
        ("FF", "2026-08-13"),
        ("FF +1", "2026-08-14"),
        ("SF +4", "2026-08-13"),
    ],
)
def test_each_kind_of_link_and_lag_sets_the_start_of_two_days_of_work(kind: str, start: str) -> None:
    found = planned([task("before", "5"), task("after", "2")], f"before after {kind}")
    assert found["after"].start == date.fromisoformat(start)


def test_a_lag_counts_school_days_of_the_later_tasks_calendar() -> None:
    tasks = [
        task("meeting", "0", "office", not_before="2026-12-17"),
        task("training", "1"),
        task("order", "1", "office"),
    ]
    found = planned(tasks, "meeting training FS +4", "meeting order FS +4")
    assert found["training"].start == date(2027, 1, 7)
    assert found["order"].start == date(2026, 12, 23)


def test_a_pilot_of_a_grading_period_ends_with_the_period_and_the_next_waits_out_the_break() -> None:
    found = planned([task("pilot", "1 grading period", not_before="2026-10-13"), task("decide", "0")], "pilot decide")
    assert found["pilot"].finish == date(2026, 12, 18)
    assert found["decide"].start == date(2027, 1, 5)


def test_a_start_that_a_break_moved_says_what_asked_for_which_day() -> None:
    driver = planned([task("work", "86"), task("next")], "work next")["next"].driver
    assert (driver.kind, driver.link) == (DriverKind.LINK, link("work next"))
    assert (driver.asked, driver.moved_by_calendar) == (date(2026, 12, 21), True)


def test_a_mere_weekend_moves_nothing() -> None:
    found = planned([task("work", "5"), task("next"), task("later", not_before="2026-08-15")], "work next")
    assert not found["next"].driver.moved_by_calendar
    assert not found["later"].driver.moved_by_calendar


def test_a_finish_that_a_break_moved_says_so() -> None:
    tasks = [task("order", "1", "office", not_before="2026-12-22"), task("training", "3")]
    driver = planned(tasks, "order training FF")["training"].driver
    assert (driver.asked, driver.moved_by_calendar) == (date(2026, 12, 22), True)


def test_every_task_says_what_holds_it_where_it_is() -> None:
    tasks = [
        task("first"),
        task("second"),
        task("board", "0", "office", not_before="2026-09-21"),
        task("visit", pinned_start="2026-08-12"),
        task("early", not_before="2026-01-01"),
    ]
    found = planned(tasks, "first second", "second visit")
    kinds = {each.key: each.driver.kind for each in found}
    assert kinds == {
        "first": DriverKind.START_OF_PLAN,
        "second": DriverKind.LINK,
        "board": DriverKind.NOT_BEFORE,
        "visit": DriverKind.PINNED,
        "early": DriverKind.START_OF_PLAN,
    }


def test_of_several_links_the_one_that_asks_for_the_latest_day_drives() -> None:
    found = planned([task("a", "2"), task("b", "4"), task("c", "4"), task("d")], "a d", "c d", "b d")
    assert found["d"].driver.link == link("b d")


def test_a_plan_that_begins_in_summer_starts_on_the_first_day_of_school() -> None:
    driver = planned([task("work")], start=date(2026, 7, 6))["work"].driver
    assert (driver.kind, driver.asked, driver.moved_by_calendar) == (DriverKind.START_OF_PLAN, date(2026, 7, 6), True)


def test_slack_is_counted_in_the_tasks_own_school_days() -> None:
    tasks = [task("long", "90"), task("schools", "85"), task("office", "85", "office")]
    found = planned(tasks)
    assert (found["schools"].total_slack, found["schools"].free_slack) == (5, 5)
    assert found["office"].total_slack == OFFICE.school_days_between(FIRST_DAY, found["long"].finish) - 85


def test_work_with_a_break_behind_it_has_the_slack_the_break_gives() -> None:
    found = planned([task("order", "1", "office", not_before="2026-12-18"), task("train", "2")], "order train")
    assert found["order"].total_slack == found["order"].free_slack
    assert found["order"].total_slack == OFFICE.school_days_between(date(2026, 12, 19), date(2027, 1, 4))


def test_a_pilot_may_start_late_in_its_first_week_but_its_end_is_critical() -> None:
    found = planned([task("prepare", "5"), task("pilot", "1 grading period", not_before="2026-10-13")], "prepare pilot")
    assert (found["pilot"].total_slack, found["pilot"].critical) == (0, True)
    assert found["prepare"].total_slack == SCHOOLS.school_days_between(date(2026, 8, 17), date(2026, 10, 16))


def test_a_deadline_that_is_missed_says_by_how_much_and_through_which_chain() -> None:
    tasks = [task("draft", "10"), task("board", "5"), task("adopted", "0", must_finish_by="2026-08-28"), task("other")]
    (conflict,) = planned(tasks, "draft board", "board adopted", "other adopted").conflicts
    assert (conflict.kind, conflict.key, conflict.chain) == (
        ConflictKind.MUST_FINISH_BY,
        "adopted",
        ("draft", "board", "adopted"),
    )
    assert (conflict.asked, conflict.possible, conflict.school_days) == (date(2026, 8, 28), date(2026, 8, 31), 1)


def test_a_missed_deadline_gives_the_tasks_before_it_negative_slack() -> None:
    tasks = [task("draft", "10"), task("adopted", "5", must_finish_by="2026-08-26"), task("long", "40")]
    found = planned(tasks, "draft adopted")
    assert [found[key].total_slack for key in ("draft", "adopted", "long")] == [-2, -2, 0]
    assert [found[key].free_slack for key in ("draft", "adopted")] == [0, 0]
    assert [conflict.school_days for conflict in found.conflicts] == [2]


def test_a_deadline_that_is_kept_holds_the_slack_before_it() -> None:
    tasks = [task("draft", "10"), task("adopted", "5", must_finish_by="2026-09-01"), task("long", "40")]
    found = planned(tasks, "draft adopted")
    assert (found["draft"].total_slack, found["draft"].free_slack, found.conflicts) == (2, 0, ())


def test_a_pin_holds_against_its_links_and_the_broken_link_is_named() -> None:
    tasks = [task("prepare", "8"), task("order"), task("visit", "2", pinned_start="2026-08-19")]
    found = planned(tasks, "order prepare", "prepare visit", "order visit")
    (conflict,) = found.conflicts
    assert found["visit"].start == conflict.asked == date(2026, 8, 19)
    assert (conflict.kind, conflict.chain) == (ConflictKind.PINNED, ("order", "prepare", "visit"))
    assert (conflict.possible, conflict.school_days) == (date(2026, 8, 21), 2)
    assert found["prepare"].total_slack == -2


def test_a_pin_lies_before_the_plan_if_a_person_put_it_there() -> None:
    found = planned([task("begun", "3", pinned_start="2026-08-12")], start=date(2026, 9, 1))
    assert (found["begun"].start, found["begun"].finish) == (date(2026, 8, 12), date(2026, 8, 14))


def test_a_pinned_task_keeps_the_slack_its_pin_can_be_moved_by() -> None:
    found = planned([task("visit", pinned_start="2026-08-12"), task("prepare"), task("long", "10")], "prepare visit")
    assert (found["visit"].total_slack, found["prepare"].total_slack) == (7, 1)


def test_tasks_that_wait_for_one_another_are_named_in_their_order() -> None:
    tasks = [task(key) for key in "abcde"]
    with pytest.raises(Cycle) as cycle:
        planned(tasks, "a b", "b c", "c d", "d b", "d e")
    assert cycle.value.keys == ("b", "c", "d")


def test_a_task_that_waits_for_itself_is_named() -> None:
    with pytest.raises(Cycle) as cycle:
        planned([task("a"), task("b")], "a b", "b b")
    assert cycle.value.keys == ("b",)


def test_a_link_to_nowhere_and_a_key_twice_are_refused() -> None:
    with pytest.raises(UnknownTask) as unknown:
        planned([task("a")], "a b")
    assert unknown.value.key == "b"
    with pytest.raises(SameKey) as same:
        planned([task("a"), task("b"), task("a", "3")])
    assert same.value.key == "a"


def test_the_first_task_that_runs_off_its_calendar_is_named() -> None:
    calendars = {"schools": SchoolTime.of([YEAR])}
    tasks = [task("a", "100"), task("b", "100"), task("c", "100")]
    with pytest.raises(BeyondHorizon) as beyond:
        plan(tasks, [link("a b"), link("b c")], calendars, FIRST_DAY)
    assert (beyond.value.what, beyond.value.known) == ("b", YEAR.last_day)
    assert beyond.value.day == calendars["schools"].add(FIRST_DAY, 100)


@pytest.mark.parametrize("asked", ["2027-06-20", "2029-01-01"])
def test_a_date_past_the_calendar_is_refused_with_its_task(asked: str) -> None:
    for late in (task("late", not_before=asked), task("late", "0", pinned_start=asked)):
        with pytest.raises(BeyondHorizon) as beyond:
            plan([task("work"), late], [], {"schools": SchoolTime.of([YEAR])}, FIRST_DAY)
        assert beyond.value.what == "late"


def test_a_link_that_asks_a_pin_past_the_calendar_is_refused_with_its_task() -> None:
    with pytest.raises(BeyondHorizon) as beyond:
        planned([task("work", "90"), task("visit", pinned_start="2026-09-01")], "work visit FS +9000")
    assert beyond.value.what == "visit"


def test_a_length_in_grading_periods_needs_a_calendar_that_has_them() -> None:
    with pytest.raises(NoGradingPeriods) as refused:
        planned([task("pilot", "1 grading period", "weekdays")])
    assert (refused.value.what, refused.value.calendar) == ("pilot", "weekdays")


def test_deadlines_far_outside_the_calendar_are_compared_all_the_same() -> None:
    tasks = [task("a", must_finish_by="1999-01-01"), task("b", must_finish_by="2099-01-01")]
    found = planned(tasks)
    assert [conflict.key for conflict in found.conflicts] == ["a"]
    assert found["b"].total_slack == 0


def test_a_plan_without_tasks_is_empty() -> None:
    found = planned([])
    assert (len(found), list(found), found.last_day, found.conflicts) == (0, [], None, ())


def test_planning_again_under_another_start_keeps_the_order_of_work() -> None:
    first = planned([task("a", "2"), task("b", "2")], "a b")
    again = plan_network(first.network, CALENDARS, FIRST_DAY + timedelta(days=7))
    assert [each.start for each in again] == [each.start + timedelta(days=7) for each in first]
