"""The step What must hold: the guardrails by area, with status, owner and day, edited in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent

from roadmap_desktop.journey.guardrails import adopting, asking, holds
from roadmap_desktop.journey.guardrails.detail import guardrail_inspection
from roadmap_desktop.journey.guardrails.gates import KINDS as GATE_KINDS
from roadmap_desktop.journey.guardrails.holds import HoldsPicture, HoldsRow
from roadmap_desktop.journey.guardrails.saying import STATUS
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.screens.guardrails.proof_panel import ProofPanel
from roadmap_desktop.screens.guardrails.status_look import SHAPES, tone_of
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.cells import PillCell, TextCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone

_KEYS = {Qt.Key.Key_1: Status.MISSING, Qt.Key.Key_2: Status.DRAFTED, Qt.Key.Key_3: Status.ADOPTED}
_CHOICES: tuple[tuple[str, Words], ...] = tuple((status.value, words) for status, words in STATUS.items())
_DAY = "day"
_ASKED, _ALL = "asked", "all"


class HoldsStep(Step):
    """Guardrails that the chosen use cases ask for, and on demand all; 1, 2 and 3 say how far one is."""

    form = "guardrails_holds"
    kinds = frozenset({*holds.KINDS, *GATE_KINDS, "law"})
    scrolls_inside = True  # the table scrolls inside the step, so that its titles stay
    shown: SegmentedChoice
    guardrails: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._panel = ProofPanel(sitting, self)
        self.join_cells_in(self._panel)
        self._panel.hide()
        self._wanted = _ASKED
        self._declare()
        self.shown.chosen.connect(self._filtered)
        self.guardrails.selected.connect(lambda _: self._inspect())
        self.guardrails.removed.connect(self._removed)
        self.guardrails.grid.installEventFilter(self)

    def picture(self) -> HoldsPicture:
        """What must hold."""
        return holds.holds(self.sitting.document)

    def present(self, picture: HoldsPicture) -> None:
        """Shows the guardrails that are wanted."""
        asked = picture.asked
        options: list[tuple[str, Words]] = [(_ALL, message("All {n}", n=len(picture.rows)))]
        if asked:
            options.insert(0, (_ASKED, message("Asked for, {n}", n=len(asked))))
        wanted = self._wanted if asked else _ALL
        self.shown.present(options, wanted)
        self.shown.setVisible(bool(asked) and len(asked) < len(picture.rows))
        self.guardrails.present(asked if wanted == _ASKED else picture.rows)
        self._inspect()

    def remark(self, picture: HoldsPicture) -> Remark | None:
        """What is missing for the chosen, or how many are adopted."""
        asked = picture.asked
        missing = sum(row.status is not Status.ADOPTED for row in asked)
        if missing:
            return Remark(
                plural("{n} of {asked} not adopted", "{n} of {asked} not adopted", missing, asked=len(asked)), "warn"
            )
        if asked:
            return Remark(message("all adopted"), "good")
        return Remark(message("{adopted} of {every} adopted", adopted=picture.adopted, every=len(picture.rows)))

    def arrive(self, subject: str) -> None:
        """Selects a guardrail; where it is not among those shown, all are."""
        if not self.guardrails.select(subject):
            self._filtered(_ALL)
            self.guardrails.select(subject)
        self._inspect()

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._inspect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One key for each status, wherever a figure is not what is typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            status = _KEYS.get(Qt.Key(event.key()))
            uuids = self.guardrails.selected_uuids()
            if status is not None and uuids and self._column() != _DAY:
                self._set(uuids, status)
                return True
        return super().eventFilter(watched, event)

    def _declare(self) -> None:
        columns: list[Column[HoldsRow]] = [
            Column("area", message("Area"), _area, width=132, strong=True, wraps=True),
            Column(
                "name",
                message("What must hold"),
                lambda row: row.name,
                second=lambda row: row.asked_by,
                edit=lambda row, text: self._edit(row, name=text),
                stretch=1,
                wraps=True,
            ),
            Column(
                "status",
                message("Status"),
                lambda row: row.status_name,
                edit=lambda row, key: self._set((row.uuid,), Status(key)),
                choices=lambda row: _CHOICES,
                cell=PillCell(lambda row: tone_of(row.status, asked=row.asked), lambda row: SHAPES[row.status]),
                width=114,
            ),
            Column(
                "owner",
                message("Owner"),
                _owner,
                edit=lambda row, text: self._edit(row, owner=text),
                names=self.sitting.possible_owners,
                typed=lambda row: row.owner,
                cell=PillCell(lambda row: Tone.BAD if not row.owner and _is_wanted(row) else None),
                width=128,
            ),
            Column(
                _DAY,
                message("Due or adopted"),
                _day,
                edit=self._dated,
                editor=Editor.DAY,
                cell=TextCell(lambda row: Tone.BAD if row.overdue else None),
                hint=message("The day it is due; once it is adopted, the day of its adoption"),
                width=122,
            ),
        ]
        self.guardrails.declare(
            columns, name=message("Guardrails"), add=message("Add a guardrail of your own"), begin=self._begun
        )

    def _begun(self, text: str) -> str | None:
        move = lambda: asking.add_guardrail(self.sitting.document, text)  # noqa: E731
        return self.sitting.attempt(move, beside=self.guardrails)

    def _edit(self, row: HoldsRow, *, name: str | None = None, owner: str | None = None) -> None:
        document = self.sitting.document
        move = lambda: adopting.edit_guardrail(document, row.uuid, name=name, owner=owner)  # noqa: E731
        self.sitting.attempt(move, beside=self.guardrails)

    def _dated(self, row: HoldsRow, text: str) -> None:
        document = self.sitting.document
        day = date.fromisoformat(text) if text else ""
        if row.status is Status.ADOPTED:
            move = lambda: adopting.edit_guardrail(document, row.uuid, adopted_on=day)  # noqa: E731
        else:
            move = lambda: adopting.edit_guardrail(document, row.uuid, due=day)  # noqa: E731
        self.sitting.attempt(move, beside=self.guardrails)

    def _set(self, uuids: tuple[str, ...], status: Status) -> None:
        move = lambda: adopting.set_status(self.sitting.document, uuids, status)  # noqa: E731
        self.sitting.attempt(move, beside=self.guardrails)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        move = lambda: asking.remove_guardrails(self.sitting.document, uuids)  # noqa: E731
        self.sitting.attempt(move, beside=self.guardrails)

    def _filtered(self, wanted: str) -> None:
        self._wanted = wanted
        self.refresh()

    def _column(self) -> str:
        return ("area", "name", "status", "owner", _DAY)[max(0, self.guardrails.grid.currentIndex().column())]

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        uuid = self.guardrails.current()
        row = self.picture().row(uuid) if uuid else None
        if row is None:
            self.sitting.inspect(None)
            return
        self._panel.present(row)
        actions: tuple[Action, ...] = (Action(message("Add evidence"), self._panel.begin_evidence, "Ctrl+E"),)
        if row.status is not Status.ADOPTED:
            adopted = Action(message("Adopted today"), lambda: self._set((uuid,), Status.ADOPTED))
            actions = (adopted, *actions)
        self.sitting.inspect(guardrail_inspection(self.sitting.document, uuid), actions, self._panel)


def _area(row: HoldsRow) -> Words:
    return row.area_name if row.begins_area else ""


def _is_wanted(row: HoldsRow) -> bool:
    return row.asked and row.status is not Status.ADOPTED


def _owner(row: HoldsRow) -> Words:
    return row.owner or (message("who?") if _is_wanted(row) else "")


def _day(row: HoldsRow) -> date | None:
    return row.adopted_on if row.status is Status.ADOPTED else row.due


STEP = HoldsStep
