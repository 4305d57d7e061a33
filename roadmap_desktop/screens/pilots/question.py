"""The step Question: what a pilot tests, for whom, and who owns it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import (
    PilotField,
    choices_without_pilot,
    edit_pilot,
    remove_pilot,
    use_cases_to_test,
)
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import CheckCell, PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A use case, whether the pilot tests it, and the pilots that do; ``waits`` where it is chosen and none does."""

    uuid: str
    name: Words
    choice: Words
    tested: bool
    chosen: bool
    waits: bool
    pilots: tuple[Words, ...]

    @property
    def place(self) -> tuple[bool, bool, bool]:
        """Those tested come first, then those that wait, then the others that are chosen."""
        return not self.tested, not self.waits, not self.chosen


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
        self._declare()
        self.remove_button.clicked.connect(self._remove)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows its texts, and every use case with those it tests first, then those that wait for a pilot."""
        self._typed.show(pilot)
        self.question_field.show_text(pilot.question)
        self.cases.present(sorted(self._rows(pilot), key=lambda row: row.place))
        if self._current.begun == pilot.uuid and self.isVisible():
            self._current.begun = ""
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name_field.selectAll()

    def has_primary(self, pilot: PilotPicture) -> bool:
        """The empty table's button is one."""
        del pilot
        return not use_cases(self.sitting.document)

    def save_typing(self) -> None:
        """Saves the question too."""
        self.question_field.save()
        super().save_typing()

    def _declare(self) -> None:
        empty = EmptyState(
            sentence=message("The use cases of the room will stand here, those chosen for a pilot first."),
            button=message("Collect use cases"),
            feeds=message("A pilot tests at least one; its gate and its outcomes come from there."),
        )
        empty.begun.connect(lambda: self.sitting.go(Target("usecases", "collect")))
        columns: list[Column[CaseRow]] = [
            Column("name", message("Use case"), lambda row: row.name, stretch=1, strong=True),
            Column("choice", message("Choice"), lambda row: row.choice, width=96),
            Column(
                "tested",
                message("Tested"),
                lambda row: row.tested,
                edit=self._tick,
                cell=CheckCell(lambda row: row.tested),
            ),
            Column(
                "pilots",
                message("Tried in"),
                lambda row: message("no pilot yet") if row.waits else message("{pilots}", pilots=row.pilots),
                cell=PillCell(lambda row: Tone.WARN if row.waits else None),
                width=190,
            ),
        ]
        self.cases.declare(columns, name=message("Use cases it tests"), empty=empty)

    def _rows(self, pilot: PilotPicture) -> list[CaseRow]:
        tested = {uuid for uuid, _ in pilot.use_cases}
        waiting = set(choices_without_pilot(self.sitting.document))
        tried: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.picture():
            for uuid, _ in each.use_cases:
                tried[uuid].append(each.name)
        return [
            CaseRow(
                uuid=each.uuid,
                name=each.name,
                choice=each.choice_words,
                tested=each.uuid in tested,
                chosen=each.choice is Choice.PILOT,
                waits=each.uuid in waiting,
                pilots=tuple(tried[each.uuid]),
            )
            for each in use_cases(self.sitting.document)
        ]

    def _asked(self, text: str) -> None:
        document, uuid = self.sitting.document, self.pilot()
        if uuid:
            field = PilotField.QUESTION
            self.sitting.attempt(lambda: edit_pilot(document, uuid, field, text, origin=self), beside=self.question_row)

    def _tick(self, row: CaseRow, tested: str) -> None:
        document, uuid = self.sitting.document, self.pilot()

        def move() -> None:
            before = {case for each in self.picture() if each.uuid == uuid for case, _ in each.use_cases}
            use_cases_to_test(document, uuid, before | {row.uuid} if tested else before - {row.uuid})

        self.sitting.attempt(move, beside=self.cases)

    def _remove(self) -> None:
        self.save_typing()
        self.sitting.attempt(partial(remove_pilot, self.sitting.document, self.pilot()))


STEP = QuestionStep
