"""The step Question: what a pilot tests, for whom, and who owns it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, edit_pilot, remove_pilot, use_cases_to_test
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A use case, and whether the pilot tests it."""

    uuid: str
    name: Words
    choice: Words
    tested: bool


class QuestionStep(PilotStep):
    """Name, question, use cases, owner."""

    form = "pilots_question"
    name_row: Labelled
    name_field: QLineEdit
    owner_row: Labelled
    owner_field: QLineEdit
    question_row: Labelled
    question_field: LongText
    grades_row: Labelled
    grades_field: QLineEdit
    roles_row: Labelled
    roles_field: QLineEdit
    cases: Sheet
    remove_button: Button

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._typed = TypedFields(
            self,
            {
                PilotField.NAME: (self.name_row, self.name_field),
                PilotField.OWNER: (self.owner_row, self.owner_field),
                PilotField.GRADES: (self.grades_row, self.grades_field),
                PilotField.ROLES: (self.roles_row, self.roles_field),
            },
        )
        self.question_field.written.connect(self._asked)
        self.cases.declare(
            [
                Column("name", message("Use case"), lambda row: row.name, stretch=1, strong=True),
                Column("choice", message("Choice"), lambda row: row.choice, width=96),
                Column(
                    "tested",
                    message("Tested"),
                    lambda row: row.tested,
                    edit=self._tick,
                    cell=CheckCell(lambda row: row.tested),
                ),
            ],
            name=message("Use cases it tests"),
        )
        self.remove_button.clicked.connect(self._remove)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows its texts, and every use case with those it tests first."""
        self._typed.show(pilot)
        self.question_field.show_text(pilot.question)
        tested = {uuid for uuid, _ in pilot.use_cases}
        rows = [
            CaseRow(each.uuid, each.name, each.choice_words, each.uuid in tested)
            for each in use_cases(self.sitting.document)
            if each.choice is Choice.PILOT or each.uuid in tested
        ]
        self.cases.present(sorted(rows, key=lambda row: not row.tested))

    def save_typing(self) -> None:
        """Saves the question too."""
        self.question_field.save()
        super().save_typing()

    def _asked(self, text: str) -> None:
        document, uuid = self.sitting.document, self.pilot()
        if uuid:
            field = PilotField.QUESTION
            self.sitting.attempt(lambda: edit_pilot(document, uuid, field, text, origin=self), beside=self.question_row)

    def _tick(self, row: CaseRow, tested: str) -> None:
        document, uuid = self.sitting.document, self.pilot()
        before = {each.uuid for each in self.cases.rows() if each.tested}
        wanted = before | {row.uuid} if tested else before - {row.uuid}
        self.sitting.attempt(lambda: use_cases_to_test(document, uuid, wanted), beside=self.cases)

    def _remove(self) -> None:
        self.sitting.attempt(lambda: remove_pilot(self.sitting.document, self.pilot()))


STEP = QuestionStep
