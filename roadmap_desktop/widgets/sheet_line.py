"""The last line of a sheet: typing there begins a new row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pausing import PAUSE_MS
from roadmap_desktop.widgets.sheet_clipboard import clipboard_cells
from roadmap_desktop.widgets.speech import say


class AddLine(QLineEdit):
    """``finished`` carries what was typed, and whether the person goes on in the new row (Tab) or stays (Enter).

    ``paused`` carries what is typed so far. ``left`` carries what was typed when the line is left in another way:
    nothing that was typed waits for Enter. ``given_up`` tells that Escape was pressed, or that the text of a row
    that was begun in a pause (``is_begun``) was taken away again.
    """

    finished = Signal(str, bool)
    pasted = Signal(object)  # list[list[str]]
    rose = Signal()
    left = Signal(str)
    given_up = Signal()
    paused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cell", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.is_begun, self.waits = False, False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        self.textEdited.connect(lambda _: self._pause.start())

    def say(self, words: Words) -> None:
        """Names the line."""
        self.setPlaceholderText(say(words))
        self.setAccessibleName(say(words))

    def free(self) -> None:
        """Empties the line for the next row."""
        self._pause.stop()
        self.is_begun = False
        self.clear()

    def is_beginning(self) -> bool:
        """Whether something is typed here."""
        return self.hasFocus() and bool(self.text().strip())

    def sizeHint(self) -> QSize:
        """As high as a row of one line."""
        return QSize(super().sizeHint().width(), theme.px(tokens.ROW))

    def minimumSizeHint(self) -> QSize:
        """It never gives way."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds and stays, Tab adds and goes on in the new row, Up goes back to the rows."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            cells = clipboard_cells()
            if len(cells) > 1 or (cells and len(cells[0]) > 1):
                self.pasted.emit(cells)
                return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(onward=False)
        elif key == Qt.Key.Key_Up:
            self.rose.emit()
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on in the new row where one was begun."""
        if forward and self.text().strip():
            self._finish(onward=True)
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells what was typed, unless only a menu was opened."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._pause.stop()
        if self.text().strip():
            self.left.emit(self.text().strip())
        elif self.is_begun:
            self._give_up()

    def _finish(self, *, onward: bool) -> None:
        self._pause.stop()
        if self.text().strip():
            self.finished.emit(self.text().strip(), onward)
        elif self.is_begun:
            self._give_up()

    def _give_up(self) -> None:
        self._pause.stop()
        self.clear()
        self.given_up.emit()
        self.is_begun = False

    def _paused(self) -> None:
        if self.text().strip() and not self.waits:
            self.paused.emit(self.text().strip())
