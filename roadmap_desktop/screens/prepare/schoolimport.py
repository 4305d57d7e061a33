"""A school list shown before it is taken: which district, which lines, and why the others are left out."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.exchange.school_lines import School, Verdict
from roadmap_desktop.exchange.schools import SchoolsPreview
from roadmap_desktop.language import message, plural
from roadmap_desktop.screens.form import load
from roadmap_desktop.screens.prepare import schoollines
from roadmap_desktop.screens.prepare.schoollines import LineRow, Shown
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say


class SchoolImport(QWidget):
    """``taken`` carries the schools that the person takes; ``left`` says that nothing is to be taken."""

    form: ClassVar[str] = "prepare_schoolimport"
    taken = Signal(object)  # tuple[School, ...]
    left = Signal()

    summary: Paragraph
    notes: Paragraph
    district_row: Labelled
    district_field: QComboBox
    shown_field: SegmentedChoice
    lines: Sheet
    take_button: Button
    leave_button: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load(self.form, self)
        self._preview: SchoolsPreview | None = None
        self._file = ""
        self._shown = Shown.TAKEN
        self._with_district: bool | None = None
        self.district_field.activated.connect(lambda _: self._refresh())
        self.shown_field.chosen.connect(self._show_lines)
        self.take_button.clicked.connect(lambda: self.taken.emit(self.schools()))
        self.leave_button.clicked.connect(self.left)

    def show_preview(self, preview: SchoolsPreview, file: str) -> None:
        """Shows a list that was just read; where it has several districts, the largest is chosen first."""
        self._preview, self._file = preview, file
        self._offer_districts(preview)
        unclear = any(line.verdict is Verdict.not_understood for line in preview.lines)
        self._shown = Shown.LEFT if unclear else Shown.TAKEN
        self._refresh()
        self.take_button.setFocus()

    def schools(self) -> tuple[School, ...]:
        """The schools that would be taken now."""
        return self._preview.schools(self._district()) if self._preview else ()

    def _offer_districts(self, preview: SchoolsPreview) -> None:
        several = len(preview.districts) > 1
        self.district_row.setVisible(several)
        self.district_field.clear()
        for each in preview.districts:
            words = message(
                "{name} ({schools})",
                name=each.name or message("without a district"),
                schools=plural("{n} school", "{n} schools", each.schools),
            )
            self.district_field.addItem(say(words), each.name)
        if several:
            self.district_field.addItem(say(message("All districts")), None)

    def _district(self) -> str | None:
        return self.district_field.currentData() if self.district_field.count() > 1 else None

    def _refresh(self) -> None:
        if self._preview is None:
            return
        preview, district = self._preview, self._district()
        self._declare(with_district=len(preview.districts) > 1 and district is None)
        self.summary.say(schoollines.summary(preview, self._file))
        self.notes.say(message("{notes}", notes=" ".join(say(note) for note in preview.notes)))
        self.notes.setVisible(bool(preview.notes))
        counts = {shown: len(schoollines.rows(preview, district, shown)) for shown in Shown}
        self.shown_field.present(
            (
                (Shown.TAKEN, message("Taken ({n})", n=counts[Shown.TAKEN])),
                (Shown.LEFT, message("Left out ({n})", n=counts[Shown.LEFT])),
            ),
            self._shown,
        )
        self.lines.present(schoollines.rows(preview, district, self._shown))
        number = len(self.schools())
        self.take_button.say(plural("Take {n} school", "Take {n} schools", number))
        self.take_button.setEnabled(number > 0)

    def _declare(self, *, with_district: bool) -> None:
        if self._with_district is not with_district:
            self._with_district = with_district
            columns = schoollines.columns(self._judged, with_district=with_district)
            self.lines.declare(columns, name=message("Lines of the list"))

    def _show_lines(self, shown: str) -> None:
        self._shown = Shown(shown)
        self._refresh()

    def _judged(self, row: LineRow, verdict: str) -> None:
        if self._preview is not None and verdict != row.verdict:
            self._preview = self._preview.with_verdict(row.number, Verdict(verdict))
            self._refresh()
