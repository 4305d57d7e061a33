"""Typed fields of a pilot: saved after a pause, each with its reason beside it when it can't be."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, edit_pilot
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.widgets.labelled import Labelled


class TypedFields:
    """The line edits of a step that each hold one field of the pilot."""

    def __init__(self, step: PilotStep, fields: dict[PilotField, tuple[Labelled, QLineEdit]]) -> None:
        self._step, self._fields = step, fields
        for field, (row, edit) in fields.items():
            step.when_typed(edit, partial(self._save, field, row))

    def show(self, pilot: PilotPicture) -> None:
        """Shows the pilot's values, unless one is being typed."""
        for field, (_, edit) in self._fields.items():
            self._step.fill(edit, str(getattr(pilot, field.value)))

    def _save(self, field: PilotField, row: Labelled, text: str) -> None:
        sitting, uuid = self._step.sitting, self._step.pilot()
        if uuid:
            sitting.attempt(lambda: edit_pilot(sitting.document, uuid, field, text, origin=self._step), beside=row)
