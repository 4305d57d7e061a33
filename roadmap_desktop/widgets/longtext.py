"""A field for a few sentences: saved after a pause in typing and when it is left, never overwritten meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pausing import PAUSE_MS


class LongText(QPlainTextEdit):
    """``written`` carries the text when it is to be saved; Tab leaves the field."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, height: int = 82) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self._is_taken = True
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(height))
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Shows a text, unless what was typed is not saved yet."""
        if self.document().isModified() or self.toPlainText() == text:
            return
        self.setPlainText(text)
        self.document().setModified(False)

    def save(self) -> None:
        """Tells what was typed, where that was not told yet."""
        self._pause.stop()
        if self.document().isModified():
            self._is_taken = True
            self.written.emit(self.toPlainText())
            self.document().setModified(not self._is_taken)

    def stay(self) -> None:
        """What is being told was refused: it stays as it was typed."""
        self._is_taken = False

    def begin(self) -> None:
        """From now on it shows something else; what was typed before is no longer its own."""
        self._pause.stop()
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is saved when the field is left."""
        super().focusOutEvent(event)
        self.save()
