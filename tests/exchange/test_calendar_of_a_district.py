"""The figures of tests/files/district/README.md for the calendars."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_desktop.exchange.calendar import CalendarPreview, read_calendar
from roadmap_desktop.exchange.calendar_facts import Meaning, NamedDay, SchoolYear
from tests.exchange.district import district_file

BOTH = ("calendar.ics", "calendar-google.ics")


@pytest.fixture(scope="module", params=BOTH)
def year(request: pytest.FixtureRequest) -> SchoolYear:
    return read_calendar(district_file(request.param), "2026-27").school_year


@pytest.fixture(scope="module")
def feed() -> CalendarPreview:
    return read_calendar(district_file("calendar.ics"), "2026-27")


@pytest.fixture(scope="module")
def google() -> CalendarPreview:
    return read_calendar(district_file("calendar-google.ics"))


def dates(days: tuple[NamedDay, ...]) -> list[date]:
    return [each.day for each in days]


def meanings(preview: CalendarPreview, title: str) -> list[Meaning]:
    return [line.meaning for line in preview.lines if line.title.startswith(title)]


def test_the_year_runs_from_10_august_to_28_may_with_180_days(year: SchoolYear) -> None:
    assert (year.name, year.first_day, year.last_day) == ("2026-27", date(2026, 8, 10), date(2027, 5, 28))
    assert year.school_days == 180


def test_the_two_terms_are_the_semesters(year: SchoolYear) -> None:
    assert [(term.name, term.first, term.last) for term in year.terms] == [
        ("Semester 1", date(2026, 8, 10), date(2026, 12, 18)),
        ("Semester 2", date(2027, 1, 5), date(2027, 5, 28)),
    ]


def test_the_four_quarters_have_43_43_45_and_49_days(year: SchoolYear) -> None:
    assert [(each.name, each.first, each.last, each.school_days) for each in year.grading_periods] == [
        ("Quarter 1", date(2026, 8, 10), date(2026, 10, 9), 43),
        ("Quarter 2", date(2026, 10, 13), date(2026, 12, 18), 43),
        ("Quarter 3", date(2027, 1, 5), date(2027, 3, 11), 45),
        ("Quarter 4", date(2027, 3, 22), date(2027, 5, 28), 49),
    ]


def test_the_three_breaks_are_as_written(year: SchoolYear) -> None:
    assert [(each.name, each.first, each.last) for each in year.breaks] == [
        ("Thanksgiving Break", date(2026, 11, 23), date(2026, 11, 27)),
        ("Winter Break", date(2026, 12, 21), date(2027, 1, 1)),
        ("Spring Break", date(2027, 3, 15), date(2027, 3, 19)),
    ]


def test_ten_single_days_are_without_students(year: SchoolYear) -> None:
    assert dates(year.days_off) == [
        date(2026, 9, 7),
        date(2026, 9, 25),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2027, 1, 4),
        date(2027, 1, 18),
        date(2027, 2, 12),
        date(2027, 2, 15),
        date(2027, 3, 12),
        date(2027, 3, 26),
    ]


def test_both_calendars_have_early_dismissal_on_18_december_and_28_may(year: SchoolYear) -> None:
    assert {date(2026, 12, 18), date(2027, 5, 28)} <= set(dates(year.early_release))


def test_the_feed_has_four_report_cards_and_two_early_dismissals(feed: CalendarPreview) -> None:
    year = feed.school_year
    assert dates(year.report_cards) == [date(2026, 10, 21), date(2027, 1, 13), date(2027, 3, 24), date(2027, 5, 28)]
    assert "Elementary only" in year.report_cards[-1].name
    assert dates(year.early_release) == [date(2026, 12, 18), date(2027, 5, 28)]


def test_teachers_start_a_week_before_students(feed: CalendarPreview) -> None:
    staff = dates(feed.school_year.staff_days)
    assert staff[:5] == [date(2026, 8, day) for day in (3, 4, 5, 6, 7)]
    assert staff[-1] == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("name", "first", "last", "days", "ends"),
    [
        ("2025-26", (2025, 8, 11), (2026, 5, 29), 180, [(2025, 10, 10), (2025, 12, 19), (2026, 3, 12), (2026, 5, 29)]),
        ("2027-28", (2027, 8, 10), (2028, 5, 26), 179, [(2027, 10, 8), (2027, 12, 17), (2028, 3, 9), (2028, 5, 26)]),
    ],
)
def test_the_other_years_of_the_feed(
    feed: CalendarPreview,
    name: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    days: int,
    ends: list[tuple[int, int, int]],
) -> None:
    year = feed.for_year(name).school_year
    assert (year.first_day, year.last_day, year.school_days) == (date(*first), date(*last), days)
    assert [each.last for each in year.grading_periods] == [date(*end) for end in ends]


def test_the_feed_has_four_years_of_which_three_are_whole(feed: CalendarPreview) -> None:
    assert feed.years == ("2024-25", "2025-26", "2026-27", "2027-28")
    assert feed.whole_years == ("2025-26", "2026-27", "2027-28")
    assert len(feed.lines) == 107
    assert sum(line.meaning is Meaning.other_year for line in feed.lines) == 107 - 34


def test_without_a_year_the_latest_whole_one_is_chosen_or_the_one_of_today() -> None:
    source = district_file("calendar.ics")
    assert read_calendar(source).year == "2027-28"
    assert read_calendar(source, today=date(2026, 8, 7)).year == "2026-27"
    assert read_calendar(source, today=date(2027, 5, 28)).year == "2026-27"
    assert read_calendar(source, today=date(2027, 5, 29)).year == "2027-28"
    assert read_calendar(source, today=date(2031, 1, 1)).year == "2027-28"
    assert read_calendar(source, "2025/2026").year == "2025-26"


def test_memorial_day_after_the_last_day_takes_nothing_away(feed: CalendarPreview, google: CalendarPreview) -> None:
    for preview in (feed, google):
        assert Meaning.not_school in meanings(preview, "Memorial Day")


def test_early_release_wednesdays_are_37_school_days(google: CalendarPreview) -> None:
    line = next(line for line in google.lines if line.title == "Early Release Wednesday")
    assert len(line.days) == 37
    assert line.meaning is Meaning.early_release
    assert len(google.school_year.early_release) == 39


def test_a_replaced_a_cancelled_and_an_uncertain_event_are_shown_and_not_taken(google: CalendarPreview) -> None:
    assert meanings(google, "Spring Break") == [Meaning.duplicate, Meaning.break_]
    assert meanings(google, "Student Holiday (moved") == [Meaning.cancelled]
    assert meanings(google, "Hurricane make-up day") == [Meaning.tentative]
    assert meanings(google, "Labor Day") == [Meaning.day_off, Meaning.duplicate]


def test_tests_board_meetings_and_summer_school_take_no_day_away(google: CalendarPreview) -> None:
    testing = [line.title for line in google.lines if line.meaning is Meaning.testing]
    assert testing == [
        "FAST PM1 testing window (Gr 3-10)",
        "FAST PM2 testing window",
        "B.E.S.T. Writing",
        "FAST PM3 / EOC testing window",
        "AP Exams",
    ]
    assert meanings(google, "Summer School") == [Meaning.not_school]


def test_the_board_meets_nine_times_once_moved_and_once_left_out(google: CalendarPreview) -> None:
    board = dates(google.school_year.board_meetings)
    assert len(board) == 9
    assert date(2026, 11, 17) in board
    assert {date(2026, 11, 10), date(2027, 3, 9)}.isdisjoint(board)


def test_an_event_without_a_title_is_listed_as_not_understood(google: CalendarPreview) -> None:
    assert [line.first for line in google.lines if line.meaning is Meaning.not_understood] == [date(2026, 9, 16)]
    assert len(google.lines) == 40
