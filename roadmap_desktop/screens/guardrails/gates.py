"""The step Gates: what each use case asks for before its pilot and before scaling, and what is still missing."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from roadmap_desktop.journey.guardrails import gates
from roadmap_desktop.journey.guardrails.detail import gate_inspection
from roadmap_desktop.journey.guardrails.gates import GateLine, UseCaseGate
from roadmap_desktop.journey.guardrails.saying import STATUS, WHY, gate_basis
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.screens.guardrails.gate_cell import GateCell
from roadmap_desktop.screens.guardrails.more_panel import MorePanel
from roadmap_desktop.screens.guardrails.status_look import SHAPES, tone_of
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone

Gates = tuple[UseCaseGate, ...]
_CHOSEN, _ALL = "chosen", "all"


class GatesStep(Step):
    """The gates above; below, everything that the selected one asks for."""

    form = "guardrails_gates"
    kinds = frozenset(gates.KINDS)
    scrolls_inside = True  # the tables scroll inside the step, so that their titles stay
    shown: SegmentedChoice
    gates: Sheet
    asks_title: Paragraph
    asks: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._panel = MorePanel(sitting, self)
        self._panel.hide()
        self._wanted = _CHOSEN
        self._declare_gates()
        self._declare_asks()
        self.shown.chosen.connect(self._filtered)
        self.gates.selected.connect(lambda _: self._show_gate())
        self.asks.opened.connect(lambda uuid: sitting.go(Target("guardrails", "holds", uuid)))

    def picture(self) -> Gates:
        """The gates, those chosen for a pilot first."""
        return gates.gates(self.sitting.document)

    def present(self, picture: Gates) -> None:
        """Shows the gates that are wanted, and what the selected one asks for."""
        chosen = tuple(each for each in picture if each.chosen)
        self.shown.present(
            [
                (_CHOSEN, message("Chosen for a pilot, {n}", n=len(chosen))),
                (_ALL, message("All use cases, {n}", n=len(picture))),
            ],
            self._wanted if chosen else _ALL,
        )
        self.shown.setVisible(bool(chosen) and len(chosen) < len(picture))
        rows = chosen if chosen and self._wanted == _CHOSEN else picture
        self.gates.present(rows)
        if rows and not self.gates.current():
            self.gates.select(rows[0].uuid)
        self._show_gate()

    def remark(self, picture: Gates) -> Remark | None:
        """How many gates of the chosen use cases are shut."""
        chosen = [each for each in picture if each.chosen]
        shut = sum(not each.gate.lets_pilot for each in chosen)
        if shut:
            return Remark(plural("{n} of {every} shut", "{n} of {every} shut", shut, every=len(chosen)), "warn")
        return Remark(message("every gate is open"), "good") if chosen else None

    def arrive(self, subject: str) -> None:
        """Selects the gate of a use case; where it is not among those shown, all are."""
        if subject and not self.gates.select(subject):
            self._filtered(_ALL)
            self.gates.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._show_gate()

    def _declare_gates(self) -> None:
        columns: list[Column[UseCaseGate]] = [
            Column("name", message("Use case"), lambda row: row.name, second=gate_basis, stretch=1, wraps=True),
            Column(
                "pilot",
                message("Before its pilot"),
                lambda row: _share(row.gate.before_pilot),
                cell=GateCell(lambda row: row.gate.before_pilot),
            ),
            Column("scaling", message("Before scaling"), lambda row: _share(row.gate.before_scaling), width=80),
            Column(
                "state",
                message("Gate"),
                _state,
                cell=PillCell(
                    lambda row: Tone.GOOD if row.gate.lets_pilot else Tone.BAD,
                    lambda row: Shape.TICK if row.gate.lets_pilot else Shape.CROSS,
                ),
            ),
        ]
        empty = EmptyState(
            sentence=message("The gates of the use cases will stand here."),
            button=message("Pick use cases"),
            feeds=message("A gate that opens lets its pilot start."),
        )
        empty.begun.connect(lambda: self.sitting.go(Target("usecases", "collect")))
        self.gates.declare(columns, name=message("Gates"), empty=empty)

    def _declare_asks(self) -> None:
        columns: list[Column[GateLine]] = [
            Column("name", message("It asks for"), lambda row: row.name, strong=True, stretch=1, wraps=True),
            Column("why", message("Because"), lambda row: WHY[row.asked_by]),
            Column(
                "status",
                message("Status"),
                lambda row: STATUS[row.status],
                cell=PillCell(lambda row: tone_of(row.status), lambda row: SHAPES[row.status]),
                width=114,
            ),
            Column("owner", message("Owner"), lambda row: row.owner),
            Column("due", message("Due"), lambda row: None if row.adopted else row.due),
        ]
        self.asks.declare(columns, name=message("What the gate asks for"))

    def _filtered(self, wanted: str) -> None:
        self._wanted = wanted
        self.refresh()

    def _show_gate(self) -> None:
        uuid = self.gates.current()
        found = next((each for each in self.gates.rows() if each.uuid == uuid), None)
        self.asks_title.setVisible(found is not None)
        self.asks.setVisible(found is not None)
        if found is not None:
            self.asks_title.say(message("{use_case} asks for", use_case=found.name))
            self.asks.present(_open_first(found))
        if not self.isVisible():
            return
        if found is None:
            self.sitting.inspect(None)
            return
        self._panel.present(found)
        self.sitting.inspect(gate_inspection(self.sitting.document, uuid), panel=self._panel)


def _share(lines: tuple[GateLine, ...]) -> Words:
    return message("{adopted} of {n}", adopted=sum(line.adopted for line in lines), n=len(lines))


def _state(row: UseCaseGate) -> Words:
    gate = row.gate
    if gate.lets_pilot:
        return message("open")
    if not gate.open:
        return plural("{n} floor missed", "{n} floors missed", len(gate.floors))
    if not gate.floors:
        return plural("{n} missing", "{n} missing", len(gate.open))
    floors = plural("{n} floor", "{n} floors", len(gate.floors))
    return message("{n} missing, {floors}", n=len(gate.open), floors=floors)


def _open_first(row: UseCaseGate) -> tuple[GateLine, ...]:
    """What is missing before the pilot, before scaling, then what is adopted."""
    gate = row.gate
    lines = (*gate.open, *gate.open_for_scaling)
    adopted = (line for line in (*gate.before_pilot, *gate.before_scaling) if line.status is Status.ADOPTED)
    return (*lines, *adopted)


STEP = GatesStep
