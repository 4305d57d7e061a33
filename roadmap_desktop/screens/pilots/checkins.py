"""The step Check-ins and stop rules: when someone looks, and what stops the pilot at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.picture import CheckInRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField
from roadmap_desktop.journey.pilots.running import add_check_in, edit_check_in, remove_check_ins
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.sheet import Sheet


class CheckInsStep(PilotStep):
    """Weeks are typed; their days come from the plan."""

    form = "pilots_checkins"
    checkins: Sheet
    stopper_row: Labelled
    stopper_field: QLineEdit
    stop_rule_row: Labelled
    stop_rule_field: QLineEdit

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        columns: list[Column[CheckInRow]] = [
            Column("week", message("Week"), lambda row: row.week, edit=self._moved, width=72),
            Column("name", message("Check-in"), _named, edit=self._renamed, stretch=1, strong=True),
            Column("on", message("Day"), lambda row: row.on, width=120),
            Column("note", message("What was seen"), lambda row: row.note, edit=self._noted, stretch=2, wraps=True),
        ]
        self.checkins.declare(
            columns, name=message("Check-ins"), add=message("Add a check-in by its week, such as 3"), begin=self._begun
        )
        self.checkins.removed.connect(self._removed)
        self._typed = TypedFields(
            self,
            {
                PilotField.STOPPER: (self.stopper_row, self.stopper_field),
                PilotField.STOP_RULE: (self.stop_rule_row, self.stop_rule_field),
            },
        )

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the check-ins and who stops it."""
        self.checkins.present(pilot.check_ins)
        self._typed.show(pilot)

    def _begun(self, text: str) -> str | None:
        def begin() -> str:
            return add_check_in(self.sitting.document, self.pilot(), _week(text))

        return self.sitting.attempt(begin, beside=self.checkins)

    def _moved(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, week=_week(text)), beside=self.checkins)

    def _renamed(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, name=text.strip()), beside=self.checkins)

    def _noted(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, note=text.strip()), beside=self.checkins)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_check_ins(self.sitting.document, uuids), beside=self.checkins)


def _week(text: str) -> int:
    number = read_number(text.lower().replace("week", ""), field="week")
    return 0 if number is None else round(number)


def _named(row: CheckInRow) -> Words:
    return row.name or message("Check-in, week {week}", week=row.week)


STEP = CheckInsStep
