"""Typed fields of a pilot: saved after a pause, each with its reason beside it when it can't be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, edit_pilot, with_unit
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.widgets.labelled import Labelled

_PEOPLE = frozenset({PilotField.OWNER, PilotField.STOPPER, PilotField.DECIDER})
_LENGTHS = frozenset({PilotField.PREPARATION, PilotField.LENGTH, PilotField.DECIDES_AFTER})


class TypedFields:
    """The line edits of a step that each hold one field of the pilot; names of people are suggested."""

    def __init__(self, step: PilotStep, fields: dict[PilotField, tuple[Labelled, QLineEdit]]) -> None:
        self._step, self._fields = step, fields
        self._people: tuple[str, ...] = ()
        for field, (row, edit) in fields.items():
            step.when_typed(edit, partial(self._save, field, row))
            if field in _LENGTHS:
                edit.editingFinished.connect(partial(self._name_unit, row, edit))

    def show(self, pilot: PilotPicture) -> None:
        """Shows the pilot's values, unless one is being typed; what was refused stays while it is complained of."""
        for field, (row, edit) in self._fields.items():
            if not row.complaint():
                value = str(getattr(pilot, field.value))
                self._step.fill(edit, with_unit(value) if field in _LENGTHS else value)
        self._suggest(self._step.sitting.possible_owners())

    @staticmethod
    def _name_unit(row: Labelled, edit: QLineEdit) -> None:
        if not row.complaint():
            edit.setText(with_unit(edit.text().strip()))

    def _suggest(self, people: tuple[str, ...]) -> None:
        if people == self._people:
            return
        self._people = people
        for field, (row, edit) in self._fields.items():
            if field in _PEOPLE:
                completer = QCompleter(list(people), edit)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.activated.connect(partial(self._save, field, row))  # a name taken is not a name typed
                edit.setCompleter(completer)

    def _save(self, field: PilotField, row: Labelled, text: str) -> None:
        sitting, uuid = self._step.sitting, self._step.pilot()
        if uuid:
            sitting.attempt(lambda: edit_pilot(sitting.document, uuid, field, text, origin=self._step), beside=row)
