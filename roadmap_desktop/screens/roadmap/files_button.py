"""A button that opens the list of what can be taken in from other programs and saved for them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say

TASKS, DATES = "tasks", "dates"
TAKEN: tuple[tuple[str, Words], ...] = (
    (TASKS, message("Take in a list of tasks")),
    (DATES, message("Take in changed dates")),
)
SAVED: tuple[tuple[str, Words], ...] = (
    ("calendar", message("Save calendars for all, each owner and each school")),
    ("project", message("Save a Microsoft Project file")),
    ("sheets", message("Save a workbook and a table")),
    ("timeline", message("Save the timeline as a picture")),
)


class FilesButton(Button):
    """``chosen`` carries the key of what is to be taken in or saved."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, words=message("Files"), after=Shape.DOWN)
        self.list = QMenu(self)
        for key, words in TAKEN:
            self.list.addAction(self._action(key, words))
        self.list.addSeparator()
        self._saving = [self._action(key, words) for key, words in SAVED]
        self.list.addActions(self._saving)
        self.clicked.connect(self.open)

    def offer_saving(self, *, there: bool) -> None:
        """Whether there is something to save."""
        for action in self._saving:
            action.setEnabled(there)

    def open(self) -> None:
        """Opens the list."""
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _action(self, key: str, words: Words) -> QAction:
        action = QAction(say(words).replace("&", "&&"), self.list)
        action.setData(key)
        action.triggered.connect(lambda: self.chosen.emit(key))
        return action
