"""The list of names that opens under a cell while one is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit
from shiboken6 import isValid

_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Names(QCompleter):
    """Suggests names to a cell's editor; keys that leave the cell go to ``pressed``, as without the list."""

    def __init__(
        self, names: Sequence[str], editor: QLineEdit, pressed: Callable[[QLineEdit, QKeyEvent], bool]
    ) -> None:
        super().__init__(list(names), editor)
        self._editor, self._pressed = editor, pressed
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(self)

    def is_open(self) -> bool:
        """Whether the list can be seen."""
        opened = QApplication.activePopupWidget()  # asked first: the list is made when it is asked for
        return opened is not None and opened is self.popup()

    def shut(self) -> None:
        """Takes the list away."""
        if self.is_open() and (opened := self.popup()) is not None:
            opened.hide()

    def _is_marked(self) -> bool:
        opened = self.popup()
        return opened is not None and opened.currentIndex().isValid()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab leaves the cell with what was typed, and so does Enter where no name is marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.is_open():
            key = Qt.Key(event.key())
            if key in _LEAVING or (key in _TAKING and not self._is_marked()):
                self.shut()
                return self._pressed(self._editor, event)
        if event.type() == QEvent.Type.Hide and isValid(self._editor):
            self._editor.window().activateWindow()  # not every platform gives the window back what its list had
        return super().eventFilter(watched, event)
