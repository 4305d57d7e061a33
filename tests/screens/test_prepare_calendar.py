"""Prepare, School calendar: typed, drawn, and taken from a calendar that is shown first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.calendar import YearPicture, calendar
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.journey.prepare.years import add_year
from roadmap_desktop.language import Language
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.screens.prepare.calendar import CalendarStep
from roadmap_desktop.screens.prepare.typedspan import NoDates, read_cells, read_line
from roadmap_desktop.store.document import Document
from tests.screens.hands import begin_row, carried, edit_cell, paste, shown

FILES = Path(__file__).parents[1] / "files" / "district"
FIRST, LAST = date(2026, 8, 10), date(2027, 5, 28)
Show = Callable[[type[CalendarStep]], CalendarStep]


@pytest.fixture
def step(show_step: Show) -> CalendarStep:
    return show_step(CalendarStep)


@pytest.fixture
def year(document: Document) -> str:
    return add_year(document, "2026-27", FIRST, LAST)


def the_year(document: Document) -> YearPicture:
    return calendar(document).years[0]


def choose(step: CalendarStep, qtbot: QtBot, path: Path) -> None:
    step.ask = lambda *_: path
    qtbot.mouseClick(step.import_button, Qt.MouseButton.LeftButton)


def fill(qtbot: QtBot, step: CalendarStep, name: str, first: str, last: str) -> None:
    for field, text in ((step.name_field, name), (step.first_field, first), (step.last_field, last)):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_year_is_typed(step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    fill(qtbot, step, "2026-27", "8/10/2026", "5/28/2027")
    qtbot.mouseClick(step.add_button, Qt.MouseButton.LeftButton)
    assert the_year(document).last_day == LAST
    assert step.strip.isVisible()
    assert not step.add_button.isVisible()


@pytest.mark.parametrize(
    ("name", "first", "last", "row", "reason"),
    [
        ("2026-28", "8/10/2026", "5/28/2027", "name_row", "not a school year"),
        ("2026-27", "5/28/2027", "8/10/2026", "last_row", "not after the first"),
        ("2026-27", "", "5/28/2027", "first_row", "missing"),
        ("2026-27", "2/30/2026", "5/28/2027", "first_row", "no such day"),
    ],
)
def test_impossible_dates_are_answered_beside_their_field(
    step: CalendarStep, document: Document, qtbot: QtBot, name: str, first: str, last: str, row: str, reason: str
) -> None:
    fill(qtbot, step, name, first, last)
    qtbot.mouseClick(step.add_button, Qt.MouseButton.LeftButton)
    assert reason in getattr(step, row).complaint()
    assert calendar(document).years == ()


def test_a_second_year_is_begun_and_given_up(year: str, step: CalendarStep, qtbot: QtBot) -> None:
    qtbot.mouseClick(step.new_button, Qt.MouseButton.LeftButton)
    assert step.add_button.isVisible()
    assert not step.strip.isVisible()
    qtbot.mouseClick(step.remove_button, Qt.MouseButton.LeftButton)
    assert step.strip.isVisible()
    assert step.name_field.text() == "2026-27"


def test_a_year_is_removed_and_comes_back_by_undo(
    year: str, step: CalendarStep, document: Document, qtbot: QtBot
) -> None:
    qtbot.mouseClick(step.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.add_button.isVisible())
    document.undo()
    assert the_year(document).uuid == year


def test_breaks_are_typed_as_a_line(year: str, step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    step.kinds_field.choose("break")
    begin_row(qtbot, step.spans, "Fall Break, Oct 19 to Oct 23")
    qtbot.waitUntil(lambda: shown(step.spans) == [["Fall Break", "Oct 19, 2026", "Oct 23, 2026"]])
    assert the_year(document).school_days == 205


def test_a_line_without_dates_is_answered_beside_it(year: str, step: CalendarStep, qtbot: QtBot) -> None:
    begin_row(qtbot, step.spans, "Quarter 1")
    assert "dates are missing" in step.spans.complaint()


def test_an_overlap_is_answered_beside_the_cell(
    year: str, step: CalendarStep, document: Document, qtbot: QtBot
) -> None:
    add_span(document, year, SpanKind.GRADING_PERIOD, "Quarter 1", FIRST, date(2026, 10, 9))
    second = add_span(document, year, SpanKind.GRADING_PERIOD, "Quarter 2", date(2026, 10, 13), date(2026, 12, 18))
    qtbot.waitUntil(lambda: len(shown(step.spans)) == 2)
    edit_cell(qtbot, step.spans, second, "first", "10/8/2026")
    assert "Quarter 2 and Quarter 1 share days" in step.spans.complaint()
    assert [row[3] for row in shown(step.spans)] == ["45", "49"]


def test_days_off_are_pasted(year: str, step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    step.kinds_field.choose("day_off")
    paste(qtbot, step.spans, "Labor Day\t9/7/2026\nVeterans Day\tNov 11")
    days = [(span.name, span.first) for span in the_year(document).of_kind(SpanKind.DAY_OFF)]
    assert days == [("Labor Day", date(2026, 9, 7)), ("Veterans Day", date(2026, 11, 11))]
    document.undo()
    assert the_year(document).spans == ()


def test_another_kind_of_day_is_chosen(year: str, step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    step.kinds_field.choose("other")
    begin_row(qtbot, step.spans, "Early Wednesday, Sep 2")
    qtbot.waitUntil(lambda: len(shown(step.spans)) == 1)
    edit_cell(qtbot, step.spans, the_year(document).spans[0].uuid, "kind", "early release")
    qtbot.waitUntil(lambda: the_year(document).spans[0].kind is SpanKind.EARLY_RELEASE)


def test_a_calendar_is_shown_before_it_is_taken(step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "calendar.ics")
    assert step.preview.import_strip.isVisible()
    assert step.preview.take_button.text() == "Take 2026-27"
    assert "180 school days" in step.preview.import_summary.plain()
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    carried(qtbot, step.sitting)
    assert the_year(document).school_days == 180
    assert step.strip.isVisible()
    assert [row[3] for row in shown(step.spans)] == ["43", "43", "45", "49"]


def test_another_year_of_the_calendar_is_chosen(step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "calendar.ics")
    field = step.preview.import_year_field
    field.setCurrentIndex(field.findData("2027-28"))
    field.activated.emit(field.currentIndex())
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    assert (the_year(document).name, the_year(document).first_day) == ("2027-28", date(2027, 8, 10))


def test_an_event_that_means_something_else_changes_the_year(step: CalendarStep, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "calendar.ics")
    labor = next(row for row in step.preview.events.rows() if "Labor Day" in row.title)
    edit_cell(qtbot, step.preview.events, labor.uuid, "meaning", "not a school matter")
    qtbot.waitUntil(lambda: "181 school days" in step.preview.import_summary.plain())


def test_a_calendar_that_lacks_the_first_day_can_not_be_taken(
    step: CalendarStep, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "holidays.csv"
    path.write_text("Date,Event\n2026-09-07,Labor Day\n2026-11-11,Veterans Day\n2026-12-25,Christmas\n")
    choose(step, qtbot, path)
    assert not step.preview.take_button.isEnabled()
    assert "does not say when students come" in step.preview.import_summary.plain()
    step.preview.leave_button.click()
    assert calendar(document).years == ()


def test_a_group_of_schools_has_a_calendar_of_its_own(
    year: str, document: Document, step: CalendarStep, qtbot: QtBot
) -> None:
    assert not step.group_row.isVisible()
    add_school(document, "Cedar", calendar_group="Year-round")
    qtbot.waitUntil(lambda: step.group_row.isVisible())
    step.group_field.setCurrentIndex(step.group_field.findData("Year-round"))
    step.group_field.activated.emit(1)
    fill(qtbot, step, "2026-27", "7/20/2026", "6/11/2027")
    step.add_button.click()
    assert calendar(document, "Year-round").years[0].first_day == date(2026, 7, 20)
    assert the_year(document).first_day == FIRST


def test_a_link_leads_to_a_span_wherever_it_is(year: str, step: CalendarStep, document: Document, qtbot: QtBot) -> None:
    span = add_span(document, year, SpanKind.BREAK, "Fall Break", date(2026, 10, 19), date(2026, 10, 23))
    step.arrive(span)
    assert step.kinds_field.current() == "break"
    assert step.spans.current() == span


def test_the_drawing_knows_its_days(year: str, step: CalendarStep, document: Document) -> None:
    strip = step.strip
    corner = QPointF(3, strip.sizeHint().height() - 95 + 3)
    assert strip.day_at(corner) == FIRST
    assert strip.day_at(QPointF(strip.width() - 1, 2)) is None
    assert strip.accessibleDescription().startswith("2026-27: 210 school days")


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("Labor Day, Sep 7", "Labor Day", "2026-09-07", "2026-09-07"),
        ("Labor Day 9/7", "Labor Day", "2026-09-07", "2026-09-07"),
        ("Fall Break: Oct 19 - Oct 23", "Fall Break", "2026-10-19", "2026-10-23"),
        ("Fall Break Oct 19–23", "Fall Break", "2026-10-19", "2026-10-23"),
        ("Winter Break (12/21 through 1/1)", "Winter Break", "2026-12-21", "2027-01-01"),
        ("Quarter 3, Jan 5, 2027 to March 11, 2027", "Quarter 3", "2027-01-05", "2027-03-11"),
        ("Spring Break 2027-03-15 to 2027-03-19", "Spring Break", "2027-03-15", "2027-03-19"),
    ],
)
def test_a_line_is_read_as_people_write_it(text: str, name: str, first: str, last: str) -> None:
    found = read_line(text, Language("en"), FIRST, LAST)
    assert (found.name, found.first.isoformat(), found.last.isoformat()) == (name, first, last)
    assert read_cells([name, first, last], Language("en"), FIRST, LAST) == found


@pytest.mark.parametrize("text", ["Fall Break", "Fall Break in October", "Oct 19", "Break, Feb 30", "Break, Oct 19-45"])
def test_a_line_without_a_day_is_no_span(text: str) -> None:
    with pytest.raises(NoDates):
        read_line(text, Language("en"), FIRST, LAST)
