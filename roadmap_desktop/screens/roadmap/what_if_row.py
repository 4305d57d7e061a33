"""One what-if in the inspector: what it is called, by how much, and the presses that take or drop it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.roadmap.whatif import Later, Outcome, Scenario, steps
from roadmap_desktop.language import message
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.speech import say

_SHORTEST = 12


class WhatIfRow(QWidget):
    """``renamed`` carries a name, ``stepped`` what it is about now; ``taken`` and ``dropped`` what was pressed."""

    renamed = Signal(str)
    stepped = Signal(object)  # About
    taken = Signal()
    dropped = Signal()

    def __init__(self, scenario: Scenario, parent: QWidget) -> None:
        super().__init__(parent)
        mark = scenario.mark
        self._steps = steps(scenario.about)
        self.name, self.by = QLineEdit(self), QComboBox(self)
        self.name.setMaxLength(60)
        self.name.setProperty(SEEKS, True)  # no fact of the file
        self.by.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.by.setMinimumContentsLength(_SHORTEST)
        for about, words in self._steps:
            self.by.addItem(say(words), about)
        self.name_row = Labelled.around(self.name, message("{mark} is called", mark=mark), parent=self)
        words = message("{mark} starts later by", mark=mark)
        if not isinstance(scenario.about, Later):
            words = message("{mark} moves the break by", mark=mark)
        self.by_row = Labelled.around(self.by, words, parent=self)
        self.take = Button(self, words=message("Take {mark}", mark=mark), pressed=self.taken.emit)
        self.drop = Button(self, words=message("Drop {mark}", mark=mark), pressed=self.dropped.emit)
        self.name.textEdited.connect(self.renamed)
        self.by.activated.connect(lambda at: self.stepped.emit(self._steps[at][0]))
        self._lay_out()

    def present(self, outcome: Outcome) -> None:
        """Shows what a what-if is called and about."""
        if self.name.text().strip() != outcome.scenario.name:
            self.name.setText(outcome.scenario.name)
        self.name.setPlaceholderText(say(outcome.name))
        with QSignalBlocker(self.by):
            about = [each for each, _ in self._steps]
            self.by.setCurrentIndex(about.index(outcome.scenario.about))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.take, 1)
        buttons.addWidget(self.drop, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.name_row)
        layout.addWidget(self.by_row)
        layout.addLayout(buttons)
