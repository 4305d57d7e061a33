"""The step Success: what must be true for the pilot to scale, with the number from before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.measures import (
    CriterionField,
    add_criterion,
    edit_criterion,
    remove_criteria,
    take_outcomes,
)
from roadmap_desktop.journey.pilots.picture import CriterionRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import scale_at
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.pilots import Direction, Evidence
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.sheet import Sheet

KINDS_OF_EVIDENCE: dict[Evidence, Words] = {
    Evidence.EDUCATOR: message("Educator feedback"),
    Evidence.STUDENT: message("Student experience"),
    Evidence.USAGE: message("Usage"),
    Evidence.OPERATIONAL: message("Operational"),
}
_DIRECTIONS = ((Direction.UP.value, message("more is better")), (Direction.DOWN.value, message("less is better")))


class SuccessStep(PilotStep):
    """The criteria as a sheet; what is missing stands in its cell."""

    form = "pilots_success"
    criteria: Sheet
    outcomes_button: Button
    scale_when_row: Labelled
    scale_when_field: QLineEdit

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.criteria.declare(
            [*self._of_values(), *self._of_rules()],
            name=message("Success criteria"),
            add=message("Add a criterion"),
            begin=self._begun,
        )
        self.criteria.removed.connect(self._removed)
        self.outcomes_button.clicked.connect(self._take)
        self.when_typed(self.scale_when_field, self._scaled)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the criteria and when the pilot scales."""
        self.criteria.present(pilot.criteria)
        self.fill(self.scale_when_field, "" if pilot.scale_when is None else str(pilot.scale_when))

    def _of_values(self) -> list[Column[CriterionRow]]:
        """The criterion with its numbers."""
        edit = self._edit
        return [
            Column(
                "name",
                message("Success criterion"),
                lambda row: row.name,
                second=lambda row: KINDS_OF_EVIDENCE[row.evidence],
                edit=edit(CriterionField.NAME),
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column(
                "baseline",
                message("Before"),
                lambda row: row.baseline,
                edit=edit(CriterionField.BASELINE),
                missing=message("baseline?"),
                width=84,
            ),
            Column(
                "target",
                message("Target"),
                lambda row: row.target,
                edit=edit(CriterionField.TARGET),
                missing=message("target?"),
                width=72,
            ),
            Column(
                "minimum", message("At least"), lambda row: row.minimum, edit=edit(CriterionField.MINIMUM), width=72
            ),
            Column("unit", message("Unit"), lambda row: row.unit, edit=edit(CriterionField.UNIT), width=72),
        ]

    def _of_rules(self) -> list[Column[CriterionRow]]:
        """Which way is better, who collects, and whether it must pass."""
        edit = self._edit
        return [
            Column(
                "direction",
                message("Better"),
                lambda row: message("more") if row.direction == Direction.UP else message("less"),
                edit=edit(CriterionField.DIRECTION),
                choices=lambda _: _DIRECTIONS,
                width=64,
            ),
            Column(
                "collector",
                message("Collected by"),
                lambda row: row.collector,
                edit=edit(CriterionField.COLLECTOR),
                missing=message("who collects?"),
                width=120,
            ),
            Column(
                "must_pass",
                message("Must"),
                lambda row: row.must_pass,
                edit=edit(CriterionField.MUST_PASS),
                cell=CheckCell(lambda row: row.must_pass),
                hint=message("The pilot can scale only where this is at least accepted."),
            ),
        ]

    def _edit(self, field: CriterionField) -> Callable[[CriterionRow, str], None]:
        def edited(row: CriterionRow, text: str) -> None:
            document = self.sitting.document
            self.sitting.attempt(lambda: edit_criterion(document, row.uuid, field, text), beside=self.criteria)

        return edited

    def _begun(self, text: str) -> str | None:
        document, uuid = self.sitting.document, self.pilot()
        return self.sitting.attempt(lambda: add_criterion(document, uuid, text), beside=self.criteria)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_criteria(self.sitting.document, uuids), beside=self.criteria)

    def _take(self) -> None:
        self.sitting.attempt(lambda: take_outcomes(self.sitting.document, self.pilot()), beside=self.criteria)

    def _scaled(self, text: str) -> None:
        def scale() -> None:
            number = read_number(text, field="scale_when")
            scale_at(self.sitting.document, self.pilot(), None if number is None else round(number))

        self.sitting.attempt(scale, beside=self.scale_when_row)


STEP = SuccessStep
