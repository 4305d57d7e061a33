"""The panel of a use case of the room in the inspector: its description and who answers for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.speech import say

_HIGH = 96


class DescribePanel(QWidget):
    """Two fields and two buttons; the step fills them, saves what is typed, joins the use case or takes it off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.uuid = ""
        self.description, self.owner = QPlainTextEdit(self), QLineEdit(self)
        self.description.setFixedHeight(theme.px(_HIGH))
        self.description.setTabChangesFocus(True)
        self.remove = Button(self, words=message("Take it off our list"), key="Del")
        self.join = Button(self, words=message("Join with another"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(Labelled.around(self.description, message("What is done, and who checks"), parent=self))
        layout.addWidget(Labelled.around(self.owner, message("Who answers for it"), parent=self))
        layout.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def present(self, found: UseCaseFact, fill: Callable[[QLineEdit | QPlainTextEdit, str], None]) -> None:
        """Shows the texts of a use case."""
        self.uuid = found.uuid
        fill(self.description, say(found.description))
        fill(self.owner, found.owner)
