"""The panel of a guardrail in the inspector: its evidence, how long adopting takes, and before what it must hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.journey.guardrails import adopting, asking
from roadmap_desktop.journey.guardrails.holds import EvidenceRow, HoldsRow, gate_names
from roadmap_desktop.language import message
from roadmap_desktop.rules.guardrails import Gate
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.sheet import Sheet

_SHORTEST = 12
"""Letters that the list of gates shows at least: the inspector is narrow."""


class ProofPanel(QWidget):
    """Shows one guardrail and makes its moves; what is being typed is never overwritten."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._uuid = ""
        self.evidence = Sheet(self)
        self.length = QLineEdit(self)
        self.gate = QComboBox(self)
        self.length_row = Labelled.around(self.length, message("Time to adopt it"), parent=self)
        self.gate_row = Labelled.around(self.gate, message("Must be adopted"), parent=self)
        self.remove = Button(
            self, words=message("Remove this guardrail"), weight=Weight.PLAIN, pressed=self._remove_guardrail
        )
        self.gate.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.gate.setMinimumContentsLength(_SHORTEST)
        self._declare()
        self._fill_gates()
        self.evidence.removed.connect(self._removed)
        sitting.typing.watch(self.length, self._length_typed)
        self.gate.activated.connect(self._gate_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        for widget in (self.evidence, self.length_row, self.gate_row, self.remove):
            layout.addWidget(widget)

    def present(self, row: HoldsRow) -> None:
        """Shows the guardrail's evidence and fields."""
        if row.uuid != self._uuid:
            self._sitting.typing.save_in(self)
            self._uuid = row.uuid
            self.length_row.begin(row.uuid)
            self.gate_row.begin(row.uuid)
            self.length.setText(row.length)
        elif not self.length_row.complaint():
            self._sitting.typing.fill(self.length, row.length)
        self.evidence.present(row.evidence)
        self.gate.setCurrentIndex(self.gate.findData(row.gate.value))
        self.remove.setVisible(row.own)

    def begin_evidence(self) -> None:
        """Brings the line that adds evidence into view and goes there."""
        inside: QWidget | None = self.parentWidget()
        while inside is not None and not isinstance(inside, QScrollArea):
            inside = inside.parentWidget()
        self.evidence.begin()
        if isinstance(inside, QScrollArea):
            inside.ensureWidgetVisible(self.evidence)

    def _declare(self) -> None:
        columns: list[Column[EvidenceRow]] = [
            Column(
                "text",
                message("Evidence"),
                lambda row: row.text,
                edit=lambda row, text: self._attempt(
                    lambda: adopting.edit_evidence(self._sitting.document, row.uuid, text=text)
                ),
                stretch=1,
                wraps=True,
            ),
            Column("dated", message("Dated"), lambda row: row.dated, edit=self._dated, editor=Editor.DAY, width=104),
        ]
        self.evidence.declare(columns, name=message("Evidence"), add=message("Add evidence"), begin=self._begun)

    def _fill_gates(self) -> None:
        for key, words in gate_names(self._sitting.document):
            self.gate.addItem(self._sitting.say(words), key)

    def _attempt(self, move: Callable[[], object]) -> None:
        self._sitting.attempt(move, beside=self.evidence)

    def _begun(self, text: str) -> str | None:
        move = partial(adopting.add_evidence, self._sitting.document, self._uuid, text)
        return self._sitting.attempt(move, beside=self.evidence)

    def _dated(self, row: EvidenceRow, text: str) -> None:
        day = date.fromisoformat(text) if text else ""
        self._attempt(lambda: adopting.edit_evidence(self._sitting.document, row.uuid, dated=day))

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self._attempt(lambda: adopting.remove_evidence(self._sitting.document, uuids))

    def _length_typed(self, text: str) -> None:
        move = partial(adopting.edit_guardrail, self._sitting.document, self._uuid, length=text)
        self._sitting.attempt(move, beside=self.length_row)

    def _gate_chosen(self) -> None:
        move = partial(asking.move_gate, self._sitting.document, self._uuid, Gate(self.gate.currentData()))
        self._sitting.attempt(move, beside=self.gate_row)

    def _remove_guardrail(self) -> None:
        self._sitting.attempt(partial(asking.remove_guardrails, self._sitting.document, (self._uuid,)))
