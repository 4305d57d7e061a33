"""The step Gates and supports: what must hold before each wave, and what its schools are given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.scaling.conditions import GateRow, SupportRow
from roadmap_desktop.journey.scaling.picture import KINDS, ScalingPicture, WaveRow, scaling
from roadmap_desktop.journey.scaling.requirements import (
    add_condition,
    add_support,
    edit_condition,
    edit_support,
    remove_conditions,
    remove_supports,
    settle_condition,
    take_conditions,
)
from roadmap_desktop.journey.scaling.why import wave_inspection
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.scaling.asked_card import AskedCard
from roadmap_desktop.screens.scaling.wave_head import span_in_words
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import CheckCell, PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


class GatesStep(Step):
    """The waves above; below, what the selected one asks for and gives."""

    form = "scaling_gates"
    kinds = frozenset(KINDS)
    question: Paragraph
    waves: Sheet
    asked: AskedCard
    conditions: Sheet
    take_button: Button
    supports: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.owns_primary = False
        self._declare_waves()
        self._declare_conditions()
        self._declare_supports()
        self.waves.selected.connect(lambda _: self._show_wave(self.picture()))
        self.asked.followed.connect(sitting.go)
        self.take_button.clicked.connect(self._take)

    def picture(self) -> ScalingPicture:
        """The waves with their conditions and supports."""
        return scaling(self.sitting.document)

    def present(self, picture: ScalingPicture) -> None:
        """Shows the waves, and what belongs to the selected one."""
        self.owns_primary = not picture.waves
        self.question.setVisible(bool(picture.waves))
        self.waves.present(picture.waves)
        if picture.waves and not self.waves.current():
            self.waves.select(picture.waves[0].uuid)
        self._show_wave(picture)

    def remark(self, picture: ScalingPicture) -> Remark | None:
        """How many conditions do not hold."""
        if not any(wave.gates for wave in picture.waves):
            return None
        if missing := sum(len(wave.open_gates) for wave in picture.waves):
            return Remark(plural("{n} condition open", "{n} conditions open", missing), "warn")
        return Remark(message("all conditions hold"), "good")

    def arrive(self, subject: str) -> None:
        """Selects a wave."""
        self.waves.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._show_wave(self.picture())

    def _declare_waves(self) -> None:
        columns: list[Column[WaveRow]] = [
            Column("name", message("Wave"), lambda row: row.name, second=_schools, stretch=1),
            Column("dates", message("From and to"), lambda row: span_in_words(row.start, row.finish)),
            Column(
                "gate",
                message("Conditions"),
                _state,
                cell=PillCell(
                    lambda row: Tone.WARN if row.open_gates else Tone.GOOD if row.gates else None,
                    lambda row: None if row.open_gates or not row.gates else Shape.TICK,
                ),
            ),
            Column("supports", message("Supports"), lambda row: len(row.supports)),
        ]
        empty = EmptyState(
            sentence=message("What must hold before each wave will stand here."),
            button=message("Make waves"),
            feeds=message("A wave may start when all that it asks for holds."),
        )
        empty.begun.connect(lambda: self.sitting.go(Target("scaling", "waves")))
        self.waves.declare(columns, name=message("Waves"), empty=empty)

    def _declare_conditions(self) -> None:
        document, beside = self.sitting.document, self.conditions
        columns: list[Column[GateRow]] = [
            Column(
                "text",
                message("Conditions of our own"),
                lambda row: row.text,
                edit=lambda row, text: self._attempt(lambda: edit_condition(document, row.uuid, text), beside),
                stretch=1,
                wraps=True,
            ),
            Column(
                "holds",
                message("Holds"),
                lambda row: row.holds,
                edit=lambda row, yes: self._attempt(lambda: settle_condition(document, row.uuid, yes), beside),
                cell=CheckCell(lambda row: row.holds),
            ),
        ]
        self.conditions.declare(
            columns,
            name=message("Conditions of our own"),
            add=message("Add a condition, such as a named coach"),
            begin=lambda text: self._attempt(lambda: add_condition(document, self._wave(), text), beside),
        )
        self.conditions.removed.connect(lambda uuids: self._attempt(lambda: remove_conditions(document, uuids), beside))

    def _declare_supports(self) -> None:
        document, beside = self.sitting.document, self.supports
        columns: list[Column[SupportRow]] = [
            Column(
                "text",
                message("What its schools are given"),
                lambda row: row.text,
                edit=lambda row, text: self._attempt(lambda: edit_support(document, row.uuid, text), beside),
                stretch=1,
                wraps=True,
            ),
        ]
        self.supports.declare(
            columns,
            name=message("What its schools are given"),
            add=message("Add a support: coaching, training, help"),
            begin=lambda text: self._attempt(lambda: add_support(document, self._wave(), text), beside),
        )
        self.supports.removed.connect(lambda uuids: self._attempt(lambda: remove_supports(document, uuids), beside))

    def _attempt(self, move: Callable[[], str | None], beside: Sheet) -> str | None:
        return self.sitting.attempt(move, beside=beside)

    def _wave(self) -> str:
        return self.waves.current()

    def _take(self) -> None:
        other = _before(self.picture(), self._wave())
        if other is not None:
            self.sitting.attempt(lambda: take_conditions(self.sitting.document, self._wave(), other.uuid))

    def _show_wave(self, picture: ScalingPicture) -> None:
        found = picture.wave(self._wave())
        for part in (self.asked, self.conditions, self.supports, self.take_button):
            part.setVisible(found is not None)
        if found is not None:
            self.asked.present(found)
            self.conditions.present(found.own_gates)
            self.supports.present(found.supports)
            self.take_button.setVisible(_before(picture, found.uuid) is not None)
        if self.isVisible():
            self.sitting.inspect(wave_inspection(self.sitting.document, found.uuid) if found is not None else None)


def _schools(row: WaveRow) -> Words:
    return plural("{n} school", "{n} schools", len(row.schools))


def _state(row: WaveRow) -> Words:
    if not row.gates:
        return message("none yet")
    if missing := len(row.open_gates):
        return message("{missing} of {every} open", missing=missing, every=len(row.gates))
    return message("all hold")


def _before(picture: ScalingPicture, wave: str) -> WaveRow | None:
    """The nearest wave in front, where it asks for something that this one does not."""
    waves = picture.waves
    place = next((number for number, each in enumerate(waves) if each.uuid == wave), 0)
    asked = {each.text for each in waves[place].own_gates} if waves else set()
    for each in reversed(waves[:place]):
        if any(gate.text not in asked for gate in each.own_gates):
            return each
    return None


STEP = GatesStep
