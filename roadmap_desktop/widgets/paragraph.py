"""Running text: wraps, breathes between its lines, and never reads markup from a workshop."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets.speech import say


class Paragraph(QLabel):
    """A label for sentences; its role names size and colour (second, small, hint, bad, lead, heading)."""

    def __init__(self, parent: QWidget | None = None, *, words: Words = "", role: str = "") -> None:
        super().__init__(parent)
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)
        self.say(words)

    def say(self, words: Words | None) -> None:
        """Shows the words."""
        self._take_words(say(words))

    def plain(self) -> str:
        """What it says, without markup."""
        return self._plain

    def _take_words(self, text: str) -> None:
        self._plain = text
        height = round(tokens.LEADING * 100)
        self.setText(f'<div style="line-height:{height}%">{escape(text)}</div>' if text else "")
        self.setAccessibleName(text)

    words = Property(str, plain, _take_words)
