"""What stands where nothing is yet: what will be here, the button that begins, and what it feeds."""

from __future__ import annotations

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say


class EmptyState(QFrame):
    """One sentence, one button (signal ``begun``), one line about what it feeds later.

    Where there is another way to begin, it has a quieter button beside that one (signal ``begun_otherwise``).
    """

    begun = Signal()
    begun_otherwise = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, sentence: Words = "", button: Words = "", feeds: Words = ""
    ) -> None:
        super().__init__(parent)
        self._sentence = Paragraph(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(self, weight=Weight.PRIMARY)
        self._button.clicked.connect(self.begun)
        self._other = Button(self)
        self._other.clicked.connect(self.begun_otherwise)
        self._feeds = Paragraph(self, role="hint")
        self._feeds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (24, 40, 24, 40)))
        layout.setSpacing(theme.px(16))
        layout.addWidget(self._sentence)
        layout.addLayout(self._buttons())
        layout.addWidget(self._feeds)
        self.present(sentence, button, feeds)

    def present(self, sentence: Words, button: Words, feeds: Words = "", *, other: Words = "") -> None:
        """Shows these words; without a button's words there is no button, and so with the last line."""
        self._take_sentence(say(sentence))
        self._take_button(say(button))
        self._take_feeds(say(feeds))
        self._other.say(other)
        self._other.setVisible(bool(say(other)))

    def button(self) -> Button:
        """The button that begins."""
        return self._button

    def other_button(self) -> Button:
        """The quieter button beside it."""
        return self._other

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        row.addStretch(1)
        return row

    def _sentence_text(self) -> str:
        return self._sentence.plain()

    def _take_sentence(self, text: str) -> None:
        self._sentence.say(text)

    def _button_text(self) -> str:
        return self._button.accessibleName()

    def _take_button(self, text: str) -> None:
        self._button.say(text)
        self._button.setVisible(bool(text))

    def _feeds_text(self) -> str:
        return self._feeds.plain()

    def _take_feeds(self, text: str) -> None:
        self._feeds.say(text)
        self._feeds.setVisible(bool(text))

    sentence = Property(str, _sentence_text, _take_sentence)
    begin = Property(str, _button_text, _take_button)
    feeds = Property(str, _feeds_text, _take_feeds)
