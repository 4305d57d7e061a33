"""The step Success: what must be true for the pilot to scale, with the number from before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from roadmap_desktop.journey.pilots.measures import (
    CriterionField,
    add_criterion,
    edit_criterion,
    let_pass,
    remove_criteria,
    take_outcomes,
)
from roadmap_desktop.journey.pilots.picture import CriterionRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import scale_at
from roadmap_desktop.journey.pilots.values import as_typed, bound, in_unit
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.pilots import Direction, Evidence, targets_by_default
from roadmap_desktop.screens.pilots.mustpass import MustPass
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

KINDS_OF_EVIDENCE: dict[Evidence, Words] = {
    Evidence.EDUCATOR: message("Educator feedback"),
    Evidence.STUDENT: message("Student experience"),
    Evidence.USAGE: message("Usage"),
    Evidence.OPERATIONAL: message("Operational"),
}
_DIRECTIONS = ((Direction.UP.value, message("more")), (Direction.DOWN.value, message("less")))


class SuccessStep(PilotStep):
    """The criteria as a sheet; below it what is known of the one selected, and what it takes to scale."""

    form = "pilots_success"
    criteria: Sheet
    chosen_one: QWidget
    evidence_row: Labelled
    evidence_field: QComboBox
    direction_row: Labelled
    direction_field: SegmentedChoice
    unit_row: Labelled
    unit_field: QLineEdit
    outcomes_row: Labelled
    outcomes_button: Button
    rules: QWidget
    must_pass_row: Labelled
    must_pass_field: MustPass
    scale_when_row: Labelled
    scale_when_field: QComboBox

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._criterion = ""
        empty = EmptyState(
            sentence=message("The measures that say whether it worked will stand here."),
            button=message("Add a criterion"),
            feeds=message("The decision is made against them, and against nothing else."),
        )
        self.criteria.declare(
            [*self._of_values(), self._of_collector()],
            name=message("Success criteria"),
            add=message("Add a criterion, or take the outcomes of its use cases"),
            begin=self._begun,
            empty=empty,
        )
        for evidence, words in KINDS_OF_EVIDENCE.items():
            self.evidence_field.addItem(self.say(words), evidence.value)
        self.direction_field.present(_DIRECTIONS)
        self._connect()

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the criteria and when the pilot scales."""
        self.criteria.present(pilot.criteria)
        self.must_pass_field.present([(each.uuid, each.name, each.must_pass) for each in pilot.criteria])
        self._offer_counts(pilot)
        self.rules.setVisible(bool(pilot.criteria))
        self._show_chosen()

    def has_primary(self, pilot: PilotPicture) -> bool:
        """The empty table's button is one."""
        return not pilot.criteria

    def arrive(self, subject: str) -> None:
        """Selects a criterion too."""
        super().arrive(subject)
        self.criteria.select(subject)

    def _connect(self) -> None:
        self.criteria.selected.connect(lambda _: self._show_chosen())
        self.criteria.removed.connect(self._removed)
        self.outcomes_button.clicked.connect(self._take)
        self.must_pass_field.let.connect(self._let_pass)
        self.scale_when_field.activated.connect(lambda _: self._scaled())
        self.evidence_field.activated.connect(
            lambda _: self._set(CriterionField.EVIDENCE, self.evidence_field.currentData(), self.evidence_row)
        )
        self.direction_field.chosen.connect(lambda key: self._set(CriterionField.DIRECTION, key, self.direction_row))
        self.when_typed(self.unit_field, lambda text: self._set(CriterionField.UNIT, text, self.unit_row))

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
                wraps=True,
            ),
            Column(
                "baseline",
                message("Before"),
                lambda row: in_unit(row.baseline, row.unit),
                edit=edit(CriterionField.BASELINE),
                typed=lambda row: as_typed(row.baseline),
                missing=message("baseline?"),
                width=104,
                right=True,
            ),
            Column(
                "target",
                message("Target"),
                lambda row: bound(row.target, row.unit, row.direction),
                edit=edit(CriterionField.TARGET),
                typed=lambda row: as_typed(row.target),
                missing=message("target?"),
                width=104,
                right=True,
            ),
            Column(
                "minimum",
                message("At least"),
                lambda row: bound(row.minimum, row.unit, row.direction),
                edit=edit(CriterionField.MINIMUM),
                typed=lambda row: as_typed(row.minimum),
                width=104,
                right=True,
                hint=message("Short of the target, but still accepted."),
            ),
        ]

    def _of_collector(self) -> Column[CriterionRow]:
        return Column(
            "collector",
            message("Collected by"),
            lambda row: row.collector,
            edit=self._edit(CriterionField.COLLECTOR),
            names=self.sitting.possible_owners,
            missing=message("who collects?"),
            width=150,
            wraps=True,
        )

    def _offer_counts(self, pilot: PilotPicture) -> None:
        """How many targets must be met: the rule of two thirds, or a number that the room chose."""
        n = len(pilot.criteria)
        field = self.scale_when_field
        field.clear()
        usual = targets_by_default(n)
        field.addItem(self.say(message("two thirds met: {k} of {n}", k=usual, n=n)), None)
        for k in range(1, n + 1):
            field.addItem(self.say(plural("{n} of {all} targets met", "{n} of {all} targets met", k, all=n)), k)
        chosen = None if pilot.scale_when is None else min(pilot.scale_when, n)
        field.setCurrentIndex(max(field.findData(chosen), 0) if chosen else 0)

    def _show_chosen(self) -> None:
        """What is known of the criterion selected, beside what the table shows."""
        uuid = self.criteria.current()
        row = next((each for each in self.criteria.rows() if each.uuid == uuid), None)
        self.chosen_one.setVisible(row is not None)
        if uuid != self._criterion:
            self.save_typing()
            self._criterion = uuid
        if row is None:
            return
        self.evidence_field.setCurrentIndex(self.evidence_field.findData(row.evidence.value))
        self.direction_field.present(_DIRECTIONS, row.direction)
        self.fill(self.unit_field, row.unit)

    def _edit(self, field: CriterionField) -> Callable[[CriterionRow, str], None]:
        def edited(row: CriterionRow, text: str) -> None:
            document = self.sitting.document
            self.sitting.attempt(lambda: edit_criterion(document, row.uuid, field, text), beside=self.criteria)

        return edited

    def _set(self, field: CriterionField, text: str, row: Labelled) -> None:
        document, uuid = self.sitting.document, self._criterion
        if uuid:
            self.sitting.attempt(lambda: edit_criterion(document, uuid, field, text, origin=self), beside=row)

    def _begun(self, text: str) -> str | None:
        document, uuid = self.sitting.document, self.pilot()
        return self.sitting.attempt(lambda: add_criterion(document, uuid, text), beside=self.criteria)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_criteria(self.sitting.document, uuids), beside=self.criteria)

    def _take(self) -> None:
        self.outcomes_row.clear()
        self.sitting.attempt(lambda: take_outcomes(self.sitting.document, self.pilot()), beside=self.outcomes_row)

    def _let_pass(self, criteria: set[str]) -> None:
        document, uuid = self.sitting.document, self.pilot()
        self.sitting.attempt(lambda: let_pass(document, uuid, criteria), beside=self.must_pass_row)

    def _scaled(self) -> None:
        document, uuid, number = self.sitting.document, self.pilot(), self.scale_when_field.currentData()
        self.sitting.attempt(lambda: scale_at(document, uuid, number), beside=self.scale_when_row)


STEP = SuccessStep
