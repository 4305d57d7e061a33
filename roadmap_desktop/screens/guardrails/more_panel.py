"""The panel of a gate in the inspector: what the room asks of the use case beyond."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from roadmap_desktop.journey.guardrails import asking
from roadmap_desktop.journey.guardrails.gates import UseCaseGate
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.guardrails import AskedBy
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.chips import ChipFlow
from roadmap_desktop.widgets.labelled import Labelled

_SHORTEST = 12
"""Letters that the list shows at least: the inspector is narrow."""


class MorePanel(QWidget):
    """A list to choose one more guardrail from, and those the room added, each to be taken back."""

    def __init__(self, sitting: Sitting, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self._use_case = ""
        self.more = QComboBox(self)
        self.more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more.setMinimumContentsLength(_SHORTEST)
        self.more_row = Labelled.around(self.more, message("Ask for one more before its pilot"), parent=self)
        self.added = ChipFlow(self)
        self.added.setAccessibleName(sitting.say(message("What the room added to this gate")))
        self.more.activated.connect(self._required)
        self.added.removed.connect(self._dropped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.more_row)
        layout.addWidget(self.added)

    def present(self, gate: UseCaseGate) -> None:
        """Shows what can still be asked for, and what the room added."""
        if gate.uuid != self._use_case:
            self.more_row.clear()
        self._use_case = gate.uuid
        self.more.clear()
        self.more.addItem(self._sitting.say(message("Choose a guardrail")), "")
        for uuid, name in asking.could_require(self._sitting.document, gate.uuid):
            self.more.addItem(self._sitting.say(name), uuid)
        added: list[tuple[str, Words]] = [
            (line.guardrail, line.name) for line in gate.gate.before_pilot if line.asked_by is AskedBy.ROOM
        ]
        self.added.present(added)
        self.added.setVisible(bool(added))

    def _required(self) -> None:
        uuid = str(self.more.currentData())
        if uuid:
            move = lambda: asking.require_guardrail(self._sitting.document, self._use_case, uuid)  # noqa: E731
            self._sitting.attempt(move, beside=self.more_row)

    def _dropped(self, uuid: str) -> None:
        move = lambda: asking.drop_requirement(self._sitting.document, self._use_case, uuid)  # noqa: E731
        self._sitting.attempt(move, beside=self.more_row)
