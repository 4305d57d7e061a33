"""The choice among the four decisions: each says what it leads to, and one is what the criteria advise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.journey.pilots.advising import Option
from roadmap_desktop.language import message
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.complaint import Complaint
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_INDENT = 28
"""From the left of a button to its words, where what it leads to begins."""


class VerdictChoice(QWidget):
    """Radio buttons in two columns; ``chosen`` carries the verdict that was taken."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(4))
        self._complaint = Complaint(self)
        self._choices = {verdict: _Choice(self, verdict) for verdict in Verdict}
        for place, choice in enumerate(self._choices.values()):
            self._group.addButton(choice.button)
            self._grid.addWidget(choice, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place % 2, 1)
            choice.button.clicked.connect(self._took)
        self._grid.addWidget(self._complaint, 2, 0, 1, 2)
        self.setFocusProxy(self._choices[Verdict.SCALE].button)

    def present(self, options: Sequence[Option]) -> None:
        """Says what each leads to and which is advised; what was chosen stays."""
        for option in options:
            self._choices[option.verdict].present(option)

    def current(self) -> str:
        """The verdict chosen; empty without one."""
        return next((verdict.value for verdict, each in self._choices.items() if each.button.isChecked()), "")

    def choose(self, verdict: str) -> None:
        """Takes one as a click would."""
        self._choices[Verdict(verdict)].button.click()

    def complain(self, reason: str, remedy: str) -> None:
        """Shows why no decision was made, until one is chosen."""
        self._complaint.show_reason(reason, remedy)

    def complaint(self) -> str:
        """The reason and remedy shown; empty without one."""
        return self._complaint.text()

    def clear(self) -> None:
        """Nothing is chosen any more, and nothing wrong."""
        self._complaint.clear()
        self._group.setExclusive(False)
        for each in self._choices.values():
            each.button.setChecked(False)
        self._group.setExclusive(True)

    def _took(self) -> None:
        self._complaint.clear()
        self.chosen.emit(self.current())


class _Choice(QWidget):
    """A radio button, the pill of what is advised, and below what it leads to."""

    def __init__(self, parent: QWidget, verdict: Verdict) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self.button.setObjectName(verdict.value)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._advised = Pill(self)
        self._leads_to = Paragraph(self, role="hint")
        self._leads_to.setContentsMargins(theme.px(_INDENT), 0, 0, 0)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.button)
        top.addWidget(self._advised)
        top.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(self._leads_to)

    def present(self, option: Option) -> None:
        """Shows the option."""
        advised = message("what the criteria say")
        self.button.setText(say(option.name).replace("&", "&&"))
        spoken = (
            message("{verdict}, {advised}", verdict=option.name, advised=advised) if option.advised else option.name
        )
        self.button.setAccessibleName(say(spoken))
        self.button.setAccessibleDescription(say(option.leads_to))
        self._leads_to.say(option.leads_to)
        self._advised.present(advised if option.advised else "", Tone.ACCENT, Shape.TICK)
