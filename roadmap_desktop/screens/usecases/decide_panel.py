"""What stands beside a choice: a veto, the district's own decision where it is contested, and who disagrees."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.subject import subject_shown

_SHORTEST = 12


class DecidePanel(QWidget):
    """A list of vetoes and two fields; the step saves what is chosen and typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.veto, self.decision, self.dissent = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.veto.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.veto.setMinimumContentsLength(_SHORTEST)
        self.veto_row = Labelled.around(self.veto, message("Veto"), parent=self)
        self.decision_row = Labelled.around(
            self.decision,
            message("What the district decides, and why"),
            hint=message("A pilot needs this where something is vetoed or references disagree."),
            parent=self,
        )
        self.dissent_row = Labelled.around(
            self.dissent,
            message("Who disagrees, and why"),
            hint=message("It goes into the record with the choice."),
            parent=self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.veto_row)
        layout.addWidget(self.decision_row)
        layout.addWidget(self.dissent_row)

    def present(self, found: UseCaseFact, vetoes: Mapping[str, Words]) -> None:
        """Shows the veto and the decision of a use case."""
        offered: dict[str, Words] = {"": message("No veto"), **vetoes}
        if found.veto not in offered:
            offered[found.veto] = found.veto_words
        with QSignalBlocker(self.veto):
            self.veto.clear()
            for key, words in offered.items():
                self.veto.addItem(say(words), key)
            self.veto.setCurrentIndex(self.veto.findData(found.veto))
        self.veto.setToolTip(say(found.veto_words))
        self.decision_row.setVisible(found.contested)
        for row in (self.veto_row, self.decision_row, self.dissent_row):
            if subject_shown(row) != found.uuid:
                row.begin(found.uuid)
