"""Prepare, the step District: district, school year, the day, the paper."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from roadmap_desktop.journey.prepare import district
from roadmap_desktop.journey.states import STATES
from roadmap_desktop.journey.workshop import WorkshopPicture, workshop
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.segments import SegmentedChoice


class Move(Protocol):
    """A move that takes what was typed."""

    def __call__(self, document: Document, text: str, *, origin: object | None) -> None:
        """Makes it."""


class DistrictStep(Step):
    """What stands on every page: typed once, saved as it is typed."""

    form = "prepare_district"
    kinds = frozenset({"workshop"})

    district_row: Labelled
    district_field: QLineEdit
    state_row: Labelled
    state_field: QComboBox
    year_row: Labelled
    year_field: QLineEdit
    day_row: Labelled
    day_field: DateField
    start_row: Labelled
    start_field: QLineEdit
    facilitator_row: Labelled
    facilitator_field: QLineEdit
    paper_row: Labelled
    paper_field: SegmentedChoice

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.state_field.addItem(self.say(message("No state chosen")), "")
        for letters, name in STATES.items():
            self.state_field.addItem(self.say(message("{state} ({letters})", state=name, letters=letters)), letters)
        for field, row, move in (
            (self.district_field, self.district_row, district.name_district),
            (self.year_field, self.year_row, district.name_year),
            (self.start_field, self.start_row, district.set_start),
            (self.facilitator_field, self.facilitator_row, district.name_facilitator),
        ):
            self._save_typed(field, row, move)
        self.state_field.activated.connect(self._state_chosen)
        self.day_field.chosen.connect(self._day_chosen)
        self.paper_field.chosen.connect(self._paper_chosen)

    def picture(self) -> WorkshopPicture:
        """The workshop's own facts."""
        return workshop(self.sitting.document)

    def present(self, picture: WorkshopPicture) -> None:
        """Shows them; a field in which someone types is left alone."""
        self.fill(self.district_field, picture.district)
        self.fill(self.year_field, picture.year)
        self.fill(self.start_field, self.sitting.language.clock(picture.starts_at) if picture.starts_at else "")
        self.fill(self.facilitator_field, picture.facilitator)
        self.state_field.setCurrentIndex(max(0, self.state_field.findData(picture.state, Qt.ItemDataRole.UserRole)))
        self.day_field.show_day(picture.held_on)
        self.paper_field.present(tuple(district.PAPERS.items()), picture.paper)

    def remark(self, picture: WorkshopPicture) -> Remark | None:
        """What the handouts will lack."""
        if not picture.state:
            return Remark(message("no state: state laws are not marked"), "warn")
        if picture.held_on is None:
            return Remark(message("no date yet"))
        return None

    def _save_typed(self, field: QLineEdit, row: Labelled, move: Move) -> None:
        document = self.sitting.document
        self.when_typed(field, lambda text: self.sitting.attempt(lambda: move(document, text, origin=self), beside=row))

    def _state_chosen(self) -> None:
        letters = str(self.state_field.currentData())
        self.sitting.attempt(
            lambda: district.choose_state(self.sitting.document, letters, origin=self), beside=self.state_row
        )

    def _day_chosen(self, day: date | None) -> None:
        self.sitting.attempt(lambda: district.set_day(self.sitting.document, day, origin=self), beside=self.day_row)

    def _paper_chosen(self, paper: str) -> None:
        self.sitting.attempt(
            lambda: district.choose_paper(self.sitting.document, paper, origin=self), beside=self.paper_row
        )


STEP = DistrictStep
