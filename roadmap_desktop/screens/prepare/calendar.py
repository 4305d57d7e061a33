"""Prepare, the step School calendar: the years, drawn so that one sees if they are right, and what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from roadmap_desktop.exchange.calendar import CalendarPreview, read_calendar
from roadmap_desktop.exchange.calendar_facts import SchoolYear
from roadmap_desktop.journey.prepare.calendar import CalendarPicture, YearPicture, calendar
from roadmap_desktop.journey.prepare.calendarlist import take_calendar
from roadmap_desktop.journey.prepare.years import add_year, change_year, remove_year
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.prepare.calendarimport import CalendarImport
from roadmap_desktop.screens.prepare.ground import PrepareStep
from roadmap_desktop.screens.prepare.reading import read_file
from roadmap_desktop.screens.prepare.spansheet import SpanSheet
from roadmap_desktop.screens.prepare.yearstrip import YearStrip
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

T = TypeVar("T")


class CalendarStep(PrepareStep):
    """One year at a time, of the district or of a group of schools; a new year is typed into the same three fields."""

    form = "prepare_calendar"
    kinds = frozenset({"school_year", "span", "school"})
    ask: SourceChooser = staticmethod(ask_for_source)

    typing: QWidget
    question: Paragraph
    group_row: Labelled
    group_field: QComboBox
    years_row: Labelled
    years_field: SegmentedChoice
    new_button: Button
    import_button: Button
    name_row: Labelled
    name_field: QLineEdit
    first_row: Labelled
    first_field: DateField
    last_row: Labelled
    last_field: DateField
    add_button: Button
    remove_button: Button
    year_card: Card
    strip: YearStrip
    legend: Paragraph
    kinds_field: SegmentedChoice
    spans: Sheet
    preview: CalendarImport

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._group, self._year, self._adding = "", "", False
        self._picture: CalendarPicture | None = None
        self._spans = SpanSheet(sitting, self.kinds_field, self.spans)
        self.spans.selected.connect(self.inspect_row)
        self.preview.hide()
        self.preview.taken.connect(self._took)
        self.preview.left.connect(lambda: self._show_preview(None))
        self.import_button.clicked.connect(self._choose)
        self.new_button.clicked.connect(self._begin_year)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.years_field.chosen.connect(self._show_year)
        self.group_field.activated.connect(self._show_group)
        self.when_typed(self.name_field, self._named)
        self.first_field.chosen.connect(lambda day: self._bounded(self.first_row, first_day=day))
        self.last_field.chosen.connect(lambda day: self._bounded(self.last_row, last_day=day))

    def picture(self) -> CalendarPicture:
        """The years of the group that is shown."""
        return calendar(self.sitting.document, self._group)

    def present(self, picture: CalendarPicture) -> None:
        """Shows the year that was chosen, else the first one; without a year, the fields to type one."""
        self._picture = picture
        year = self._shown_year(picture)
        self._adding = self._adding or year is None
        self._show_groups(picture)
        self.years_row.setVisible(bool(picture.years))
        chosen = year.uuid if year and not self._adding else ""
        self.years_field.present(tuple((each.uuid, each.name) for each in picture.years), chosen)
        self.question.say(self._asked(picture))
        self.new_button.setVisible(not self._adding)
        self.add_button.setVisible(self._adding)
        self.remove_button.setVisible(bool(picture.years))
        self.remove_button.say(message("Not now") if self._adding else message("Remove this year"))
        for part in (self.year_card, self.kinds_field, self.spans):
            part.setVisible(year is not None and not self._adding and self.preview.isHidden())
        if year is not None and not self._adding:
            self._show_facts(year)
        self.own_primary(owned=self._adding or not self.preview.isHidden())

    def remark(self, picture: CalendarPicture) -> Remark | None:
        """What the roadmap will lack."""
        return Remark(message("no grading periods"), "warn") if picture.years and picture.missing else None

    def arrive(self, subject: str) -> None:
        """Shows a year, or the span of a year, wherever it is."""
        for group in calendar(self.sitting.document).groups:
            for year in calendar(self.sitting.document, group).years:
                if subject == year.uuid or any(span.uuid == subject for span in year.spans):
                    self._group, self._year, self._adding = group, year.uuid, False
                    self.refresh()
                    self._spans.select(subject)
                    return

    def _shown_year(self, picture: CalendarPicture) -> YearPicture | None:
        found = next((year for year in picture.years if year.uuid == self._year), None)
        found = found or next(iter(picture.years), None)
        self._year = found.uuid if found else ""
        return found

    def _show_facts(self, year: YearPicture) -> None:
        self.fill(self.name_field, year.name)
        self.first_field.show_day(year.first_day)
        self.last_field.show_day(year.last_day)
        days = plural("{n} school day", "{n} school days", year.school_days)
        self.legend.say(
            message("{days}. Filled: school. Half: ends early. Hatched: a break. Outlined: off.", days=days)
        )
        self.strip.show_year(year)
        self._spans.present(year)

    def _show_groups(self, picture: CalendarPicture) -> None:
        self.group_row.setVisible(len(picture.groups) > 1)
        self.group_field.clear()
        for group in picture.groups:
            self.group_field.addItem(group or self.say(message("The district")), group)
        self.group_field.setCurrentIndex(self.group_field.findData(self._group))

    def _asked(self, picture: CalendarPicture) -> Words:
        if not picture.years and not self._group:
            return message(
                "When do students come? Import the district's calendar, or type the year's first and last day."
            )
        if not picture.years:
            return message("These schools follow the district's calendar until a year of their own is typed here.")
        if self._group:
            schools = plural("{n} school follows it.", "{n} schools follow it.", picture.schools_in_group)
            return message("The calendar of {group}. {schools}", group=self._group, schools=schools)
        return message("Is this how the year runs? Everything in the roadmap is counted in these days.")

    # The year

    def _begin_year(self) -> None:
        self._adding = True
        document = self.sitting.document
        years = calendar(document, self._group).years
        self.name_field.setText("" if years else workshop(document).year)
        self.first_field.show_day(None)
        self.last_field.show_day(None)
        self.refresh()
        self.name_field.setFocus()

    def _add(self) -> None:
        rows = ((self.first_row, self.first_field), (self.last_row, self.last_field))
        for row, field in rows:
            if field.day() is None and not row.complaint():
                self._complain(row, message("The day is missing."), message("Type it as the calendar has it."))
        first, last = self.first_field.day(), self.last_field.day()
        if first is None or last is None or any(row.complaint() for row, _ in rows):
            return
        document, name, group = self.sitting.document, self.name_field.text(), self._group
        made = self._beside_its_field(lambda: add_year(document, name, first, last, group=group))
        if made is not None:
            self._year, self._adding = made, False
            self.refresh()

    def _beside_its_field(self, move: Callable[[], T]) -> T | None:
        """Makes a move about a year; a refusal is answered beside the field that it names."""

        def made() -> T | None:
            try:
                return move()
            except Refused as refusal:
                rows = {"first_day": self.first_row, "last_day": self.last_row}
                self._complain(rows.get(refusal.field, self.name_row), refusal.reason, refusal.remedy)
                return None

        return self.sitting.attempt(made)

    def _complain(self, row: Labelled, reason: Words, remedy: Words) -> None:
        row.complain(self.say(reason), self.say(remedy))

    def _remove(self) -> None:
        if self._adding:
            self._adding = False
            for row in (self.name_row, self.first_row, self.last_row):
                row.clear()
            self.refresh()
            return
        year = self._year
        self.sitting.attempt(lambda: remove_year(self.sitting.document, year))

    def _named(self, text: str) -> None:
        if not self._adding:
            document, year = self.sitting.document, self._year
            self._beside_its_field(lambda: change_year(document, year, name=text))

    def _bounded(self, row: Labelled, *, first_day: date | None = None, last_day: date | None = None) -> None:
        if self._adding:
            return
        if first_day is None and last_day is None:
            remedy = message("Type the day, or remove the year.")
            self._complain(row, message("A school year needs both days."), remedy)
            return
        document, year = self.sitting.document, self._year
        self._beside_its_field(lambda: change_year(document, year, first_day=first_day, last_day=last_day))

    def _show_year(self, uuid: str) -> None:
        self._year, self._adding = uuid, False
        self.refresh()

    def _show_group(self) -> None:
        self._group, self._adding = str(self.group_field.currentData()), False
        self.refresh()

    # Importing

    def _choose(self) -> None:
        path = self.ask(self, message("Choose a calendar"), message("Calendars"), "*.ics *.csv *.tsv *.txt *.xlsx")
        if path is None:
            return
        document = self.sitting.document
        year = workshop(document).year or None
        preview = read_file(self.sitting, path, lambda source: read_calendar(source, year, today=document.today()))
        if preview is not None:
            self._show_preview(preview, path.name)

    def _took(self, years: Mapping[str, SchoolYear]) -> None:
        document = self.sitting.document
        if not all(year.first_day and year.last_day for year in years.values()):
            return
        words = message("Taking in the school calendar")
        self.sitting.carry_out(
            importing(document, words, lambda _: take_calendar(document, years), done=lambda _: self._show_taken(years))
        )

    def _show_taken(self, years: Mapping[str, SchoolYear]) -> None:
        self._group = next(iter(years))
        named = {year.name for year in years.values()}
        found = calendar(self.sitting.document, self._group).years
        self._year = next((each.uuid for each in found if each.name in named), "")
        self._show_preview(None)

    def _show_preview(self, preview: CalendarPreview | None, file: str = "") -> None:
        if preview is not None:
            self.preview.show_preview(preview, file)
        self._adding = False
        self.typing.setVisible(preview is None)
        self.preview.setVisible(preview is not None)
        self.refresh()


STEP = CalendarStep
