"""The school calendars as the rules count them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmap_desktop.exchange.calendar import read_calendar
from roadmap_desktop.journey.prepare.calendar import calendar
from roadmap_desktop.journey.prepare.calendarlist import take_year
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.journey.prepare.years import add_year
from roadmap_desktop.journey.schooldays import DISTRICT, OFFICE, calendars, school_years
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.store.document import Document

FILES = Path(__file__).parents[1] / "files" / "district"


def with_real_year(document: Document) -> None:
    take_year(document, read_calendar((FILES / "calendar.ics").read_bytes(), "2026-27").school_year)


def test_without_a_calendar_there_is_no_school_time(document: Document) -> None:
    add_school(document, "Cedar", calendar_group="Year-round")
    assert calendars(document) == {}
    assert school_years(document) == {}


def test_the_district_and_the_office_have_calendars(document: Document) -> None:
    with_real_year(document)
    found = calendars(document)
    assert set(found) == {DISTRICT, OFFICE}
    assert found[DISTRICT].school_days_between(date(2026, 8, 10), date(2027, 5, 28)) == 180
    assert len(found[DISTRICT].periods) >= 4


def test_years_nobody_has_published_are_assumed(document: Document) -> None:
    with_real_year(document)
    schools = calendars(document)[DISTRICT]
    assert not schools.is_assumed(date(2027, 5, 28))
    assert schools.is_assumed(date(2027, 9, 1))
    assert schools.last >= date(2032, 1, 1)


def test_a_group_takes_the_districts_year_where_it_has_none_of_its_own(document: Document) -> None:
    with_real_year(document)
    add_school(document, "Cedar", calendar_group="Year-round")
    assert school_years(document)["Year-round"] == school_years(document)[DISTRICT]
    add_year(document, "2026-27", date(2026, 7, 20), date(2027, 6, 11), group="Year-round")
    assert [year.first_day for year in school_years(document)["Year-round"]] == [date(2026, 7, 20)]


def test_the_office_works_through_breaks_and_is_closed_on_holidays(document: Document) -> None:
    with_real_year(document)
    office = calendars(document)[OFFICE]
    assert office.is_school_day(date(2026, 12, 22))  # winter break
    assert office.is_school_day(date(2026, 7, 15))  # summer, before the first known year
    assert office.is_school_day(date(2026, 9, 25))  # student holiday, teachers plan
    assert not office.is_school_day(date(2026, 9, 7))  # Labor Day
    assert not office.is_school_day(date(2026, 12, 25))
    assert not office.is_school_day(date(2027, 7, 5))  # July 4 is a Sunday


def test_a_break_put_in_later_is_counted_at_once(document: Document) -> None:
    with_real_year(document)
    before = calendars(document)[DISTRICT].school_days_between(date(2026, 10, 1), date(2026, 10, 31))
    year = calendar(document).years[0].uuid
    add_span(document, year, SpanKind.BREAK, "Fall Break", date(2026, 10, 19), date(2026, 10, 23))
    after = calendars(document)[DISTRICT].school_days_between(date(2026, 10, 1), date(2026, 10, 31))
    assert before - after == 5
