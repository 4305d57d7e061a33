"""A button that shows what is chosen of a list, and opens the list below itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say


class ChoiceButton(Button):
    """``chosen`` carries the key of what was chosen; its accessible name says what the list is about."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, after=Shape.DOWN)
        self._options: tuple[tuple[str, Words], ...] = ()
        self._about: Words = ""
        self._current = ""
        self.list = QMenu(self)
        self._group = QActionGroup(self)
        self.clicked.connect(self.open)

    def present(self, about: Words, options: Sequence[tuple[str, Words]], current: str) -> None:
        """Offers these (key and words); ``about`` says what they are."""
        self._about, self._current = about, current
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.list.clear()
            for key, words in options:
                self.list.addAction(self._action(key, words))
        shown = dict(options).get(current, "")
        self.say(shown)
        self.setAccessibleName(say(message("{what}: {choice}", what=about, choice=shown)))
        for action in self.list.actions():
            action.setChecked(action.data() == current)

    def current(self) -> str:
        """The key of what is chosen."""
        return self._current

    def open(self) -> None:
        """Opens the list."""
        self.list.setMinimumWidth(self.width())
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _action(self, key: str, words: Words) -> QAction:
        action = QAction(say(words).replace("&", "&&"), self.list, checkable=True)
        action.setData(key)
        self._group.addAction(action)
        action.triggered.connect(lambda: self.chosen.emit(key))
        return action
