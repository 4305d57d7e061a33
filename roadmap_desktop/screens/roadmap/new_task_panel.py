"""The panel of a task that is not there yet: its name, its phase and its length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.labelled import Labelled


class NewTaskPanel(QWidget):
    """``added`` is told the key of the task that was made."""

    def __init__(self, sitting: Sitting, added: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting, self._added = sitting, added
        self.name, self.length, self.phase = QLineEdit(self), QLineEdit(self), QComboBox(self)
        self.name_row = Labelled.around(self.name, message("What is to be done"), parent=self)
        self.phase_row = Labelled.around(self.phase, message("Phase"), parent=self)
        self.length_row = Labelled.around(
            self.length,
            message("Length"),
            hint=message("such as 5 school days, 3 weeks, 1 grading period"),
            parent=self,
        )
        self.name.returnPressed.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for row in (self.name_row, self.phase_row, self.length_row):
            layout.addWidget(row)

    def begin(self, phases: Sequence[tuple[str, Words]], phase: str) -> None:
        """Empties the fields for another task in a phase."""
        self.name.clear()
        self.length.setText(edits.USUAL_LENGTH)
        self.phase.clear()
        for key, words in phases:
            self.phase.addItem(self._sitting.say(words), key)
        self.phase.setCurrentIndex(max(0, self.phase.findData(phase)))
        for row in (self.name_row, self.phase_row, self.length_row):
            row.clear()

    def take_focus(self) -> None:
        """Goes to the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self) -> None:
        """Adds the task; what is wrong is said beside its field."""
        document, name, phase = self._sitting.document, self.name.text(), str(self.phase.currentData())
        row = self.length_row if name.strip() else self.name_row
        move = lambda: edits.add_task(document, name, phase, length=self.length.text())  # noqa: E731
        key = self._sitting.attempt(move, beside=row)
        if key is not None:
            self._added(key)
