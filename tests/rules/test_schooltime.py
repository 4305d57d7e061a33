"""What a plan can rely on when it counts in school days, weeks and grading periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.schooltime import BeyondHorizon, NoGradingPeriods, SchoolTime
from roadmap_desktop.rules.schoolyear import Period, SchoolYear, projected
from tests.rules.district_year import BREAKS, DAYS_OFF, FIRST_DAY, LAST_DAY, OFFICE, QUARTERS, SCHOOLS, SEMESTERS, YEAR

days = st.dates(FIRST_DAY - timedelta(days=20), date(2029, 3, 1))
days_of_the_year = st.dates(FIRST_DAY, LAST_DAY)


def is_open(day: date) -> bool:
    """A school day of the published year, by its definition and without arrays."""
    on_break = any(pause.first <= day <= pause.last for pause in BREAKS)
    return FIRST_DAY <= day <= LAST_DAY and day.weekday() < 5 and not on_break and day not in DAYS_OFF


def test_the_districts_quarters_have_the_student_days_it_published() -> None:
    assert [SCHOOLS.school_days_between(quarter.first, quarter.last) for quarter in QUARTERS] == [43, 43, 45, 49]
    assert SCHOOLS.school_days_between(FIRST_DAY, LAST_DAY) == 180


@given(days_of_the_year, days_of_the_year)
def test_counting_agrees_with_walking_from_day_to_day(first: date, last: date) -> None:
    walked = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    assert SCHOOLS.school_days_between(first, last) == sum(is_open(day) for day in walked)
    assert SCHOOLS.is_school_day(first) == is_open(first)


def test_five_school_days_from_a_weekend_end_on_its_friday() -> None:
    saturday, sunday, monday = date(2026, 10, 17), date(2026, 10, 18), date(2026, 10, 19)
    assert [SCHOOLS.finish(day, 5) for day in (saturday, sunday, monday)] == [date(2026, 10, 23)] * 3


def test_work_across_the_winter_break_ends_as_many_school_days_later() -> None:
    assert SCHOOLS.finish(date(2026, 12, 17), 3) == date(2027, 1, 5)
    assert SCHOOLS.start(date(2027, 1, 5), 3) == date(2026, 12, 17)


def test_a_milestone_sits_on_its_day_or_the_first_school_day_after_it() -> None:
    assert SCHOOLS.finish(date(2026, 10, 14), 0) == date(2026, 10, 14)
    assert SCHOOLS.finish(date(2026, 10, 10), 0) == date(2026, 10, 13)


@given(days, st.integers(1, 200))
def test_start_undoes_finish(day: date, length: int) -> None:
    start = SCHOOLS.on_or_after(day)
    assert SCHOOLS.start(SCHOOLS.finish(start, length), length) == start
    assert SCHOOLS.school_days_between(start, SCHOOLS.finish(start, length)) == length


@given(days, st.integers(0, 60))
def test_adding_days_and_taking_them_back_leads_to_the_same_day(day: date, count: int) -> None:
    start = SCHOOLS.on_or_after(day)
    assert SCHOOLS.add(SCHOOLS.add(start, count), -count) == start


def test_one_school_day_before_a_break_is_the_last_day_before_it() -> None:
    assert SCHOOLS.add(date(2026, 12, 24), -1) == date(2026, 12, 18)


@given(st.lists(days, max_size=8), st.integers(0, 30))
def test_an_array_of_dates_is_answered_as_its_dates_are(several: list[date], count: int) -> None:
    array = np.array(several, dtype="datetime64[D]")
    assert SCHOOLS.finish(array, count).tolist() == [SCHOOLS.finish(day, count) for day in several]
    assert SCHOOLS.is_school_day(array).tolist() == [SCHOOLS.is_school_day(day) for day in several]
    assert SCHOOLS.is_assumed(array).tolist() == [SCHOOLS.is_assumed(day) for day in several]
    assert SCHOOLS.end_of_period(array, 1).tolist() == [SCHOOLS.end_of_period(day, 1) for day in several]
    assert SCHOOLS.calendar_days_on(array, 9).tolist() == [day + timedelta(days=9) for day in several]


def test_arrays_are_counted_pair_by_pair() -> None:
    firsts = np.array([quarter.first for quarter in QUARTERS], dtype="datetime64[D]")
    lasts = np.array([quarter.last for quarter in QUARTERS], dtype="datetime64[D]")
    assert SCHOOLS.school_days_between(firsts, lasts).tolist() == [43, 43, 45, 49]


def test_a_projected_year_keeps_its_weekdays_and_its_count() -> None:
    following = projected(YEAR)
    assert (following.name, following.assumed, following.first_day) == ("2027-28", True, date(2027, 8, 9))
    time = SchoolTime.of([following])
    assert [time.school_days_between(each.first, each.last) for each in following.grading_periods] == [43, 43, 45, 49]
    assert [each.first.weekday() for each in following.breaks] == [each.first.weekday() for each in BREAKS]


@pytest.mark.parametrize(
    ("name", "following"),
    [("2026-27", "2027-28"), ("2026/2027", "2027/2028"), ("2099-00", "2100-01"), ("Track A", "Track A")],
)
def test_the_name_of_a_projected_year_moves_on(name: str, following: str) -> None:
    assert projected(replace(YEAR, name=name)).name == following


def test_dates_of_projected_years_are_marked_as_assumed() -> None:
    assert not SCHOOLS.is_assumed(LAST_DAY)
    assert SCHOOLS.is_assumed(date(2027, 10, 1))
    assert SCHOOLS.last >= date(2030, 1, 1)


def test_a_published_year_is_not_projected_over() -> None:
    known = SchoolYear("2027-28", date(2027, 8, 10), date(2028, 5, 26))
    time = SchoolTime.covering([known, YEAR], date(2028, 1, 1))
    assert not time.is_school_day(date(2027, 8, 9))
    assert not time.is_assumed(date(2028, 5, 26))


def test_past_the_last_known_day_the_error_names_calendar_and_date() -> None:
    with pytest.raises(BeyondHorizon) as beyond:
        SchoolTime.of([YEAR], "schools").finish(date(2027, 5, 27), 3)
    assert (beyond.value.what, beyond.value.day, beyond.value.known) == ("schools", date(2027, 5, 27), LAST_DAY)


def test_of_an_array_the_error_names_the_first_date_that_is_beyond() -> None:
    array = np.array([FIRST_DAY, LAST_DAY, date(2027, 6, 5), date(2027, 6, 6)], dtype="datetime64[D]")
    with pytest.raises(BeyondHorizon) as beyond:
        SchoolTime.of([YEAR]).is_school_day(array)
    assert beyond.value.day == date(2027, 6, 5)


def test_before_the_first_day_there_is_no_school_yet() -> None:
    assert not SCHOOLS.is_school_day(date(2026, 7, 1))
    assert SCHOOLS.on_or_after(date(2026, 6, 1)) == FIRST_DAY
    with pytest.raises(BeyondHorizon):
        SCHOOLS.add(date(2026, 8, 9), -1)


def test_the_office_works_monday_to_friday_but_on_holidays() -> None:
    assert OFFICE.is_school_day(date(2026, 12, 28))
    assert not OFFICE.is_school_day(date(2026, 12, 25))
    assert OFFICE.school_days_between(date(2026, 12, 21), date(2027, 1, 1)) == 8


def test_office_days_after_the_last_known_holiday_list_are_assumed() -> None:
    office = SchoolTime.office(FIRST_DAY, date(2028, 6, 30), known_until=date(2027, 6, 30))
    assert not office.is_assumed(date(2027, 6, 30))
    assert office.is_assumed(date(2027, 7, 1))


@pytest.mark.parametrize(
    ("start", "periods", "end"),
    [
        ("2026-08-01", 1, "2026-10-09"),  # before the year
        ("2026-08-10", 1, "2026-10-09"),
        ("2026-08-14", 1, "2026-10-09"),  # the last day of the first week
        ("2026-08-17", 1, "2026-12-18"),  # begun later
        ("2026-10-12", 1, "2026-12-18"),  # between two quarters
        ("2026-10-19", 1, "2026-12-18"),  # a first week that begins on a Tuesday
        ("2026-10-20", 1, "2027-03-11"),
        ("2026-12-24", 2, "2027-05-28"),
        ("2027-03-29", 1, "2027-10-08"),  # into the projected year
    ],
)
def test_a_period_begun_in_its_first_week_counts_and_begun_later_the_next_does(
    start: str, periods: int, end: str
) -> None:
    assert SCHOOLS.end_of_period(date.fromisoformat(start), periods) == date.fromisoformat(end)


def test_a_quarter_written_down_from_within_a_break_begins_with_its_first_school_day() -> None:
    quarters = (*QUARTERS[:2], Period("Quarter 3", date(2026, 12, 19), date(2027, 3, 11)), QUARTERS[3])
    time = SchoolTime.of([replace(YEAR, grading_periods=quarters)])
    assert time.end_of_period(date(2027, 1, 5), 1) == date(2027, 3, 11)
    assert time.end_of_period(date(2027, 1, 12), 1) == date(2027, 5, 28)


def test_terms_stand_in_for_missing_grading_periods() -> None:
    time = SchoolTime.of([replace(YEAR, grading_periods=())])
    assert time.periods == SEMESTERS
    assert time.end_of_period(FIRST_DAY, 1) == date(2026, 12, 18)


def test_without_any_period_a_length_in_periods_is_refused() -> None:
    with pytest.raises(NoGradingPeriods):
        SchoolTime.of([replace(YEAR, terms=(), grading_periods=())]).end_of_period(FIRST_DAY, 1)


def test_more_periods_than_are_known_are_beyond_the_horizon() -> None:
    with pytest.raises(BeyondHorizon):
        SchoolTime.of([YEAR]).end_of_period(FIRST_DAY, 5)


def test_a_date_is_described_by_its_quarter_and_the_week_of_it() -> None:
    week = SCHOOLS.week_of(date(2026, 12, 2))
    assert week is not None
    assert (week.period.name, week.number, week.first, week.last) == (
        "Quarter 2",
        8,
        date(2026, 11, 30),
        date(2026, 12, 6),
    )
    assert SCHOOLS.week_of(date(2026, 12, 24)) is None


def test_weeks_of_a_quarter_are_cut_to_its_ends_and_follow_one_another() -> None:
    weeks = SCHOOLS.weeks(QUARTERS[1].first, QUARTERS[1].last)
    assert [week.number for week in weeks] == list(range(1, 11))
    assert (weeks[0].first, weeks[0].last, weeks[-1].last) == (date(2026, 10, 13), date(2026, 10, 18), QUARTERS[1].last)
    assert all(week.first == before.last + timedelta(days=1) for before, week in pairwise(weeks))


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_break_and_a_quarter_hold_both_their_ends(at: int) -> None:
    pause, quarter = BREAKS[at], QUARTERS[at]
    assert [SCHOOLS.break_on(day) for day in (pause.first, pause.last)] == [pause, pause]
    assert [SCHOOLS.period_of(day) for day in (quarter.first, quarter.last)] == [quarter, quarter]
    assert SCHOOLS.break_on(pause.first - timedelta(days=3)) is None
    assert SCHOOLS.period_of(quarter.last + timedelta(days=1)) is None


def test_weeks_reach_to_the_last_day_asked_for() -> None:
    monday = date(2026, 11, 30)
    assert [week.number for week in SCHOOLS.weeks(monday - timedelta(days=1), monday)] == [7, 8]


def test_no_more_years_are_projected_than_are_asked_for() -> None:
    assert SchoolTime.covering([YEAR], LAST_DAY).last == LAST_DAY
    assert SchoolTime.covering([YEAR], LAST_DAY + timedelta(days=1)).last == date(2028, 5, 26)


def test_a_calendar_without_a_year_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one school year"):
        SchoolTime.of([])
    with pytest.raises(ValueError, match="at least one school year"):
        SchoolTime.covering([], date(2027, 1, 1))
