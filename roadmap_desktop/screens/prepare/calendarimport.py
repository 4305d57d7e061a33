"""A calendar shown before it is taken: which school year, what each event means, and the year it makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.exchange.calendar import CalendarPreview
from roadmap_desktop.exchange.calendar_facts import Meaning, SchoolYear
from roadmap_desktop.journey.prepare.calendarlist import year_to_take
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.prepare import calendarlines
from roadmap_desktop.screens.prepare.calendarlines import EventRow, Shown
from roadmap_desktop.screens.prepare.yearstrip import YearStrip
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say


class CalendarImport(QWidget):
    """``taken`` carries the school years by group; ``left`` says that nothing is to be taken."""

    form: ClassVar[str] = "prepare_calendarimport"
    taken = Signal(object)  # Mapping[str, SchoolYear]
    left = Signal()

    import_summary: Paragraph
    import_notes: Paragraph
    import_year_row: Labelled
    import_year_field: QComboBox
    events_field: SegmentedChoice
    import_strip: YearStrip
    events: Sheet
    take_button: Button
    leave_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._preview: CalendarPreview | None = None
        self._file = ""
        self._shown = Shown.TAKEN
        self.events.declare(calendarlines.columns(self._judged), name=message("Events of the calendar"))
        self.import_year_field.activated.connect(self._year_chosen)
        self.events_field.chosen.connect(self._show_events)
        self.take_button.clicked.connect(lambda: self.taken.emit(self.years()))
        self.leave_button.clicked.connect(self.left)

    def show_preview(self, preview: CalendarPreview, file: str) -> None:
        """Shows a calendar that was just read."""
        self._file = file
        unclear = any(row.meaning is Meaning.not_understood for row in calendarlines.rows(preview, Shown.LEFT))
        self._shown = Shown.LEFT if unclear else Shown.TAKEN
        self.import_year_field.clear()
        for year in dict.fromkeys((*preview.years, preview.year)):
            whole = year in preview.whole_years
            words = year if whole else message("{year} (not whole)", year=year)
            self.import_year_field.addItem(say(words), year)
        self._refresh(preview)
        self.take_button.setFocus()

    def years(self) -> Mapping[str, SchoolYear]:
        """The school years that would be taken: the district's, and those of groups with days of their own."""
        if self._preview is None:
            return {}
        found = {"": self._preview.school_year, **{each.group: each.school_year for each in self._preview.by_group}}
        whole = {group: year for group, year in found.items() if year_to_take(year) is not None}
        return whole or {"": self._preview.school_year}

    def _refresh(self, preview: CalendarPreview) -> None:
        self._preview = preview
        picture = year_to_take(next(iter(self.years().values())))
        self.import_summary.say(message("{file}: {sentence}", file=self._file, sentence=self._sentence(preview)))
        self.import_notes.say(" ".join(say(note) for note in preview.notes))
        self.import_notes.setVisible(bool(preview.notes))
        self.import_year_field.setCurrentIndex(self.import_year_field.findData(preview.year))
        self.import_strip.show_year(picture)
        self.import_strip.setVisible(picture is not None)
        counts = {shown: len(calendarlines.rows(preview, shown)) for shown in Shown}
        self.events_field.present(
            (
                (Shown.TAKEN, message("Taken ({n})", n=counts[Shown.TAKEN])),
                (Shown.LEFT, message("Left out ({n})", n=counts[Shown.LEFT])),
            ),
            self._shown,
        )
        self.events.present(calendarlines.rows(preview, self._shown))
        self.take_button.say(message("Take {year}", year=preview.year))
        self.take_button.setEnabled(picture is not None)

    def _sentence(self, preview: CalendarPreview) -> Words:
        picture = year_to_take(next(iter(self.years().values())))
        if picture is None:
            return message("it does not say when students come first and last in {year}.", year=preview.year)
        return picture.sentence

    def _year_chosen(self) -> None:
        if self._preview is not None:
            self._refresh(self._preview.for_year(str(self.import_year_field.currentData())))

    def _show_events(self, shown: str) -> None:
        self._shown = Shown(shown)
        if self._preview is not None:
            self._refresh(self._preview)

    def _judged(self, row: EventRow, meaning: str) -> None:
        if self._preview is not None and meaning != row.meaning:
            self._refresh(self._preview.with_meaning(row.number, Meaning(meaning)))
