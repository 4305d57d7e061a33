"""What stands over a step or a page: its title, one sentence of purpose, and what is missing there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from roadmap_desktop.language import Words
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone


class Heading(QWidget):
    """Title and purpose on one line, the remark at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._purpose = QLabel(self), QLabel(self)
        self._title.setProperty("role", "title")
        self._purpose.setProperty("role", "second")
        self._purpose.setWordWrap(True)
        self._purpose.setContentsMargins(0, 0, 0, 2)  # so that it stands on the title's base line
        self._remark = Pill(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(14))
        line.addWidget(self._title)
        line.addWidget(self._purpose, 1, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._remark, 0, Qt.AlignmentFlag.AlignBottom)

    def present(self, title: Words, purpose: Words) -> None:
        """Shows title and purpose."""
        self._title.setText(say(title))
        self._purpose.setText(say(purpose))

    def remark(self, remark: Remark | None) -> None:
        """Shows what the step says, or nothing."""
        self._remark.present(remark.text if remark else "", Tone(remark.tone) if remark else Tone.PLAIN)
