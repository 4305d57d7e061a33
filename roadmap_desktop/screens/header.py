"""The line on top of an open workshop: whose it is, in which file, the agenda clock, and what the room sees."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import message
from roadmap_desktop.screens.agenda_clock import AgendaClock
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone


class Header(QWidget):
    """District, file name and a pill for the sample; the agenda clock in the middle, the room view on the right."""

    room_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(tokens.HEADER))
        self._district = QLabel(self)
        self._district.setProperty("role", "strong")
        self._file = QLabel(self)
        self._file.setProperty("role", "third")
        self._sample = Pill(self)
        self.clock = AgendaClock(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), 0, theme.px(16), 1)
        layout.setSpacing(theme.px(14))
        for widget in (self._district, self._file, self._sample):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.clock)
        layout.addStretch(1)
        self._room = Pill(self)
        self._room_button = Button(self, before=Shape.SCREEN, pressed=self.room_asked.emit)
        layout.addWidget(self._room)
        layout.addWidget(self._room_button)
        self.show_room(is_open=False, is_frozen=False, is_blank=False)

    def present(self, district: str, file_name: str, *, is_sample: bool) -> None:
        """Shows these names."""
        self._district.setText(district)
        self._file.setText(file_name)
        self._sample.present(message("sample") if is_sample else "")
        self.setAccessibleName(say(message("{district}, file {file}", district=district, file=file_name)))

    def show_room(self, *, is_open: bool, is_frozen: bool, is_blank: bool) -> None:
        """Shows whether the room view is open, and whether it is frozen or black."""
        self._room_button.say(message("Close room view") if is_open else message("Room view"))
        self._room_button.setProperty("key", "" if is_open else "F5")
        words = message("room view frozen") if is_frozen else ""
        self._room.present(message("room view black") if is_blank else words, Tone.WARN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline below."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(worn.line))
