"""The choice of the pilot above its steps: says how many there are, and opens their list below itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say


class PilotChooser(Button):
    """``chosen`` carries the uuid of the pilot that was taken from the list."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, after=Shape.DOWN)
        self.list = QMenu(self)
        self.clicked.connect(self.open)

    def present(self, pilots: Sequence[tuple[str, Words]], current: str, name: str) -> None:
        """Offers these pilots (uuid and words); ``name`` is what the current one is called."""
        self.say(plural("{n} pilot", "{n} pilots", len(pilots)))
        self.setAccessibleName(say(message("{n} pilots, shown is {name}", n=len(pilots), name=name)))
        self.list.clear()
        for uuid, words in pilots:
            self.list.addAction(self._action(uuid, words, is_current=uuid == current))

    def open(self) -> None:
        """Opens the list."""
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _action(self, uuid: str, words: Words, *, is_current: bool) -> QAction:
        action = QAction(say(words).replace("&", "&&"), self.list, checkable=True)
        action.setChecked(is_current)
        action.triggered.connect(lambda: self.chosen.emit(uuid))
        return action
