"""The line on top of an open workshop: whose it is, and in which file."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.speech import say


class Header(QWidget):
    """District in bold, the file's name after it, and a pill where it is the sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(tokens.HEADER))
        self._district = QLabel(self)
        self._district.setProperty("role", "strong")
        self._file = QLabel(self)
        self._file.setProperty("role", "third")
        self._sample = Pill(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), 0, theme.px(16), 1)
        layout.setSpacing(theme.px(14))
        for widget in (self._district, self._file, self._sample):
            layout.addWidget(widget)
        layout.addStretch(1)

    def present(self, district: str, file_name: str, *, is_sample: bool) -> None:
        """Shows these names."""
        self._district.setText(district)
        self._file.setText(file_name)
        self._sample.present(message("sample") if is_sample else "")
        self.setAccessibleName(say(message("{district}, file {file}", district=district, file=file_name)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline below."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(worn.line))
