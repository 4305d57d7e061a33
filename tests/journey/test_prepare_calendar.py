"""Prepare, the school calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.exchange.calendar import read_calendar
from roadmap_desktop.exchange.calendar_facts import NamedDay
from roadmap_desktop.journey.prepare.calendar import YearPicture, calendar
from roadmap_desktop.journey.prepare.calendarlist import take_calendar, take_year
from roadmap_desktop.journey.prepare.spans import add_span, change_span, remove_spans
from roadmap_desktop.journey.prepare.years import add_year, change_year, remove_year
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.yearweeks import DayKind
from roadmap_desktop.store.document import Document

FILES = Path(__file__).parents[1] / "files" / "district"
SAY = Language("en").say


def year_typed(document: Document) -> str:
    return add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))


def real_year(document: Document, file: str = "calendar.ics") -> YearPicture:
    take_year(document, read_calendar((FILES / file).read_bytes(), "2026-27").school_year)
    return calendar(document).years[0]


def test_without_a_calendar_the_picture_says_that_nothing_can_be_dated(document: Document) -> None:
    found = calendar(document)
    assert found.years == ()
    assert "No school calendar" in SAY(found.missing[0])


def test_a_typed_year_counts_its_school_days(document: Document) -> None:
    uuid = year_typed(document)
    assert calendar(document).years[0].school_days == 210
    add_span(document, uuid, SpanKind.BREAK, "Winter Break", date(2026, 12, 21), date(2027, 1, 1))
    add_span(document, uuid, SpanKind.DAY_OFF, "Labor Day", date(2026, 9, 7))
    add_span(document, uuid, SpanKind.GRADING_PERIOD, "Quarter 1", date(2026, 8, 10), date(2026, 10, 9))
    year = calendar(document).years[0]
    assert year.school_days == 199
    assert [span.school_days for span in year.of_kind(SpanKind.GRADING_PERIOD)] == [44]
    assert [span.school_days for span in year.of_kind(SpanKind.BREAK)] == [0]


@pytest.mark.parametrize("file", ["calendar.ics", "calendar-google.ics"])
def test_a_real_calendar_is_taken_as_its_district_counts_it(document: Document, file: str) -> None:
    year = real_year(document, file)
    assert (year.first_day, year.last_day, year.school_days) == (date(2026, 8, 10), date(2027, 5, 28), 180)
    assert [span.school_days for span in year.of_kind(SpanKind.GRADING_PERIOD)] == [43, 43, 45, 49]
    assert len(year.of_kind(SpanKind.TERM)) == 2
    assert len(year.of_kind(SpanKind.BREAK)) == 3


def test_the_drawn_weeks_hold_as_many_school_days_as_are_counted(document: Document) -> None:
    year = real_year(document)
    drawn = [day for week in year.weeks for day in week.days]
    assert drawn.count(DayKind.SCHOOL) + drawn.count(DayKind.EARLY) == year.school_days
    assert drawn.count(DayKind.EARLY) == 2


def test_the_sentence_says_what_the_drawing_shows(document: Document) -> None:
    sentence = SAY(real_year(document).sentence)
    assert sentence.startswith("2026-27: 180 school days from Aug 10, 2026 to May 28, 2027")
    assert "3 breaks" in sentence


def test_taking_a_calendar_again_changes_nothing(document: Document) -> None:
    before = real_year(document)
    assert real_year(document) == before


def test_taking_a_calendar_is_one_step_and_replaces_the_year_of_that_name(document: Document) -> None:
    uuid = year_typed(document)
    add_span(document, uuid, SpanKind.BREAK, "Guessed Break", date(2026, 10, 5), date(2026, 10, 9))
    before = calendar(document)
    year = real_year(document)
    assert year.uuid == uuid
    assert "Guessed Break" not in [span.name for span in year.spans]
    document.undo()
    assert calendar(document) == before


def test_a_calendar_that_does_not_say_when_students_come_is_refused(document: Document) -> None:
    text = "Date,Event\n2026-09-07,Labor Day\n2026-11-11,Veterans Day\n2026-12-25,Christmas\n"
    with pytest.raises(Refused):
        take_year(document, read_calendar(text).school_year)
    assert calendar(document).years == ()


def test_groups_of_schools_have_years_of_their_own(document: Document) -> None:
    read = read_calendar((FILES / "calendar.ics").read_bytes(), "2026-27").school_year
    take_calendar(document, {"": read, "Year-round": read})
    assert calendar(document).groups == ("", "Year-round")
    assert calendar(document, "Year-round").years[0].group == "Year-round"


@pytest.mark.parametrize(
    ("name", "first", "last", "field"),
    [
        ("2026-28", date(2026, 8, 10), date(2027, 5, 28), "year"),
        ("", date(2026, 8, 10), date(2027, 5, 28), "name"),
        ("2026-27", date(2027, 5, 28), date(2026, 8, 10), "last_day"),
        ("2026-27", date(2026, 8, 10), date(2028, 5, 28), "last_day"),
    ],
)
def test_a_year_that_can_not_be_is_refused(document: Document, name: str, first: date, last: date, field: str) -> None:
    with pytest.raises(Refused) as refused:
        add_year(document, name, first, last)
    assert refused.value.field == field


def test_two_years_never_share_a_name_or_days(document: Document) -> None:
    year_typed(document)
    for name, first in (("2026-27", date(2028, 8, 1)), ("2027-28", date(2027, 5, 1))):
        with pytest.raises(Refused):
            add_year(document, name, first, date(first.year + 1, 4, 1))


@pytest.mark.parametrize(
    ("kind", "first", "last", "field"),
    [
        (SpanKind.TERM, date(2026, 12, 18), date(2026, 8, 10), "last"),
        (SpanKind.TERM, date(2026, 8, 1), date(2026, 12, 18), "first"),
        (SpanKind.BREAK, date(2027, 5, 24), date(2027, 6, 4), "last"),
        (SpanKind.DAY_OFF, date(2027, 7, 5), date(2027, 7, 5), "first"),
        (SpanKind.GRADING_PERIOD, date(2026, 10, 9), date(2026, 12, 18), "first"),
    ],
)
def test_a_span_that_can_not_be_is_refused_beside_its_field(
    document: Document, kind: SpanKind, first: date, last: date, field: str
) -> None:
    uuid = year_typed(document)
    add_span(document, uuid, SpanKind.GRADING_PERIOD, "Quarter 1", date(2026, 8, 10), date(2026, 10, 9))
    before = calendar(document)
    with pytest.raises(Refused) as refused:
        add_span(document, uuid, kind, "Wrong", first, last)
    assert refused.value.field == field
    assert calendar(document) == before


def test_a_staff_day_may_lie_before_students_come(document: Document) -> None:
    add_span(document, year_typed(document), SpanKind.STAFF_DAY, "Preplanning", date(2026, 8, 3), date(2026, 8, 7))
    assert calendar(document).years[0].of_kind(SpanKind.STAFF_DAY)[0].school_days == 0


def test_a_single_day_moves_whole_and_a_break_keeps_its_end(document: Document) -> None:
    year = year_typed(document)
    day = add_span(document, year, SpanKind.DAY_OFF, "Labor Day", date(2026, 9, 14))
    away = add_span(document, year, SpanKind.BREAK, "Winter Break", date(2026, 12, 21), date(2027, 1, 1))
    change_span(document, year, day, first=date(2026, 9, 7))
    change_span(document, year, away, first=date(2026, 12, 18), name="Winter holidays")
    first, second = calendar(document).years[0].spans
    assert (first.first, first.last) == (date(2026, 9, 7), date(2026, 9, 7))
    assert (second.name, second.first, second.last) == ("Winter holidays", date(2026, 12, 18), date(2027, 1, 1))


def test_a_year_never_shrinks_past_what_is_in_it(document: Document) -> None:
    uuid = year_typed(document)
    add_span(document, uuid, SpanKind.TERM, "Semester 1", date(2026, 8, 10), date(2026, 12, 18))
    with pytest.raises(Refused) as refused:
        change_year(document, uuid, first_day=date(2026, 8, 17))
    assert "Semester 1" in SAY(refused.value.reason)
    change_year(document, uuid, last_day=date(2027, 6, 4))
    assert calendar(document).years[0].last_day == date(2027, 6, 4)


def test_what_is_removed_comes_back_by_undo(document: Document) -> None:
    before = real_year(document)
    remove_spans(document, [span.uuid for span in before.spans[:4]])
    remove_year(document, before.uuid)
    assert calendar(document).years == ()
    document.undo()
    document.undo()
    assert calendar(document).years == (before,)


def test_a_calendar_without_grading_periods_says_so(document: Document) -> None:
    year_typed(document)
    assert "2026-27" in SAY(calendar(document).missing[0])


def test_staff_days_far_from_the_year_are_left_out_and_those_in_a_row_are_one(document: Document) -> None:
    days = [date(2026, 8, 6), date(2026, 8, 7), date(2026, 8, 10), date(2027, 11, 1)]
    read = read_calendar((FILES / "calendar.ics").read_bytes(), "2026-27").school_year
    take_year(document, replace(read, staff_days=tuple(NamedDay(day, "Planning") for day in days)))
    found = calendar(document).years[0].of_kind(SpanKind.STAFF_DAY)
    assert [(span.first, span.last) for span in found] == [(days[0], days[2])]


def test_periods_that_overlap_are_refused_with_their_names(document: Document) -> None:
    read = read_calendar((FILES / "calendar.ics").read_bytes(), "2026-27").school_year
    first, second, *rest = read.grading_periods
    wrong = replace(read, grading_periods=(first, replace(second, first=first.last), *rest))
    with pytest.raises(Refused) as refused:
        take_year(document, wrong)
    assert first.name in SAY(refused.value.reason)
    assert calendar(document).years == ()
