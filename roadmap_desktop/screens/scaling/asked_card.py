"""The guardrails that a wave's pilot asks for before scaling: each with its status, leading to where it is set."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.inspection import Line
from roadmap_desktop.journey.scaling.picture import WaveRow
from roadmap_desktop.journey.scaling.why import condition_line
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.inspection_line import InspectionLine
from roadmap_desktop.widgets.paragraph import Paragraph


class AskedCard(Card):
    """``followed`` carries the target of a line."""

    followed = Signal(object)  # Target

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Line, ...] | None = None
        self._lines: list[InspectionLine] = []
        self._nothing = Paragraph(self, role="hint")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(side) for side in (15, 12, 15, 14)))
        self._rows.setSpacing(theme.px(8))
        self._rows.addWidget(Paragraph(self, words=message("Guardrails before scaling"), role="kicker"))
        self._rows.addWidget(self._nothing)

    def present(self, wave: WaveRow) -> None:
        """Shows the guardrails of a wave."""
        self._nothing.say(_nothing(wave))
        self._nothing.setVisible(not wave.guardrails)
        shown = tuple(condition_line(each, wave.uuid) for each in wave.guardrails)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._lines:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(line, number) for number, line in enumerate(shown, 1)]

    def lines(self) -> tuple[InspectionLine, ...]:
        """The lines shown."""
        return tuple(self._lines)

    def _line(self, line: Line, number: int) -> InspectionLine:
        made = InspectionLine(line, number, self)
        made.clicked.connect(lambda: self.followed.emit(line.target))
        self._rows.addWidget(made)
        made.show()
        return made


def _nothing(wave: WaveRow) -> Words:
    if not wave.pilot:
        return message("It follows no pilot, so no guardrail is asked for.")
    return message("The use cases of {pilot} ask for none beyond those of the pilot itself.", pilot=wave.pilot)
