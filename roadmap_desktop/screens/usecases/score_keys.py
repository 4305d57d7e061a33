"""Scoring by single keys: a digit scores the cell and goes on to the next, so that a filled sheet is typed as read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE
from roadmap_desktop.widgets.sheet import Sheet

_DIGITS = {Qt.Key(Qt.Key.Key_0 + digit): digit for digit in range(int(LEAST_SCORE), int(MOST_SCORE) + 1)}
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_0)


class ScoreKeys(QObject):
    """``scored`` carries the row's uuid, the number of the criterion and the score, or None where it was cleared."""

    scored = Signal(str, int, object)

    def __init__(self, sheet: Sheet, first: int) -> None:
        """``first`` is the column of the first criterion."""
        super().__init__(sheet)
        self._grid, self._sheet, self._first = sheet.grid, sheet, first
        self._grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes 1 to 5, and what clears; every other key is the sheet's."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or key not in (*_DIGITS, *_CLEARING):
            return False
        index = self._grid.currentIndex()
        if index.column() < self._first:
            return key in _CLEARING
        self.scored.emit(self._sheet.current(), index.column() - self._first, _DIGITS.get(key))
        return True

    def go_on(self) -> None:
        """Goes to the next criterion, and from the last one to the first of the next use case."""
        index, model = self._grid.currentIndex(), self._grid.model()
        row, column = index.row(), index.column() + 1
        if column >= model.columnCount():
            row, column = row + 1, self._first
        if row < model.rowCount():
            self._grid.setCurrentIndex(model.index(row, column))
