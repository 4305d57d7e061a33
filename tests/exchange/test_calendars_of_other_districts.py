"""Calendars of districts that write differently; all invented."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.exchange.calendar import CalendarPreview, read_calendar
from roadmap_desktop.exchange.calendar_facts import Meaning, Period, SchoolYear
from roadmap_desktop.language import Language
from tests.exchange import calendars
from tests.exchange.calendars import ics


def ends(periods: tuple[Period, ...]) -> list[tuple[str, date]]:
    return [(period.name, period.last) for period in periods]


def breaks(year: SchoolYear) -> list[tuple[date, date]]:
    return [(each.first, each.last) for each in year.breaks]


def meaning(preview: CalendarPreview, title: str) -> Meaning:
    return next(line.meaning for line in preview.lines if line.title == title)


def test_trimesters_are_terms_and_grading_periods_at_once() -> None:
    year = read_calendar(ics(calendars.TRIMESTERS)).school_year
    assert (year.first_day, year.last_day) == (date(2026, 9, 1), date(2027, 6, 11))
    assert ends(year.terms) == [
        ("Trimester 1", date(2026, 11, 20)),
        ("Trimester 2", date(2027, 3, 12)),
        ("Trimester 3", date(2027, 6, 11)),
    ]
    assert year.grading_periods == year.terms
    assert [term.first for term in year.terms] == [date(2026, 9, 1), date(2026, 11, 30), date(2027, 3, 16)]


def test_recesses_and_vacations_are_breaks_and_concerts_are_not() -> None:
    preview = read_calendar(ics(calendars.TRIMESTERS))
    assert breaks(preview.school_year) == [
        (date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 12, 21), date(2027, 1, 1)),
        (date(2027, 2, 15), date(2027, 2, 19)),
        (date(2027, 4, 12), date(2027, 4, 16)),
    ]
    assert meaning(preview, "Holiday Concert") is Meaning.not_school
    assert meaning(preview, "Summer Vacation") is Meaning.not_school
    assert meaning(preview, "Last Day for Seniors") is Meaning.not_school


def test_a_holiday_that_not_all_districts_keep_is_asked_for_and_not_guessed() -> None:
    preview = read_calendar(ics(calendars.TRIMESTERS))
    assert meaning(preview, "Good Friday") is Meaning.not_understood
    line = next(line for line in preview.lines if line.title == "Good Friday")
    changed = preview.with_meaning(line.number, Meaning.day_off)
    assert changed.school_year.school_days == preview.school_year.school_days - 1


def test_tracks_of_a_year_round_district_are_never_mixed() -> None:
    preview = read_calendar(ics(calendars.TRACKS))
    assert preview.school_year.first_day is None
    years = {each.group: each.school_year for each in preview.by_group}
    assert list(years) == ["Track 1", "Track 2"]
    assert (years["Track 1"].first_day, years["Track 1"].last_day) == (date(2026, 7, 6), date(2027, 6, 4))
    assert (years["Track 2"].first_day, years["Track 2"].last_day) == (date(2026, 7, 27), date(2027, 6, 25))
    assert breaks(years["Track 1"])[0] == (date(2026, 9, 8), date(2026, 9, 25))
    assert breaks(years["Track 2"])[0] == (date(2026, 9, 28), date(2026, 10, 16))
    assert breaks(years["Track 1"])[1:] == breaks(years["Track 2"])[1:]


def test_a_group_whose_quarters_are_not_all_given_says_so() -> None:
    preview = read_calendar(ics(calendars.TRACKS))
    said = [Language().say(note) for note in preview.by_group[0].notes]
    assert said == ["The calendar does not say when Quarter 2 ends."]
    assert [each.name for each in preview.by_group[0].school_year.grading_periods] == ["Quarter 1"]


def test_six_six_weeks_make_the_grading_periods_of_two_semesters() -> None:
    year = read_calendar(ics(calendars.SIX_WEEKS)).school_year
    assert ends(year.grading_periods) == [
        ("Six weeks 1", date(2026, 9, 25)),
        ("Six weeks 2", date(2026, 11, 6)),
        ("Six weeks 3", date(2026, 12, 18)),
        ("Six weeks 4", date(2027, 2, 19)),
        ("Six weeks 5", date(2027, 4, 9)),
        ("Six weeks 6", date(2027, 5, 27)),
    ]
    assert ends(year.terms) == [("Semester 1", date(2026, 12, 18)), ("Semester 2", date(2027, 5, 27))]
    assert year.grading_periods[3].first == date(2027, 1, 6)
    assert sum(each.school_days for each in year.grading_periods) == year.school_days == 183


def test_staff_days_in_the_year_keep_students_at_home_and_weather_days_do_not() -> None:
    preview = read_calendar(ics(calendars.SIX_WEEKS))
    off = [each.day for each in preview.school_year.days_off]
    assert off == [date(2026, 9, 7), date(2026, 10, 12), date(2027, 1, 4), date(2027, 1, 5)]
    assert meaning(preview, "Bad Weather Day") is Meaning.tentative
    assert meaning(preview, "Semester Exams") is Meaning.testing


def test_pupils_marking_periods_and_recess_are_words_too() -> None:
    preview = read_calendar(ics(calendars.OTHER_WORDS))
    year = preview.school_year
    assert (year.first_day, year.last_day) == (date(2026, 8, 19), date(2027, 6, 8))
    assert ends(year.grading_periods) == [
        ("Grading period 1", date(2026, 10, 23)),
        ("Grading period 2", date(2027, 1, 22)),
        ("Grading period 3", date(2027, 4, 2)),
        ("Grading period 4", date(2027, 6, 8)),
    ]
    assert [each.day for each in year.early_release] == [date(2026, 12, 18), date(2027, 6, 8)]


def test_breaks_are_put_together_from_single_days_and_from_their_first_day() -> None:
    year = read_calendar(ics(calendars.OTHER_WORDS)).school_year
    assert [(each.name, each.first, each.last) for each in year.breaks] == [
        ("Thanksgiving Holiday", date(2026, 11, 26), date(2026, 11, 27)),
        ("Winter Recess", date(2026, 12, 21), date(2027, 1, 1)),
        ("No School", date(2027, 4, 5), date(2027, 4, 9)),
    ]


def test_levels_with_periods_of_their_own_have_years_of_their_own() -> None:
    preview = read_calendar(ics(calendars.LEVELS))
    years = {each.group: each.school_year for each in preview.by_group}
    assert list(years) == ["Elementary", "High", "Middle"]
    assert [each.name for each in years["Elementary"].terms] == ["Trimester 1", "Trimester 2", "Trimester 3"]
    assert [each.name for each in years["High"].terms] == ["Semester 1", "Semester 2"]
    assert len(years["Middle"].grading_periods) == 4
    assert years["Elementary"].school_days == years["High"].school_days - 1
    assert preview.school_year.grading_periods == ()
