"""The line under the header while a long move is worked out: what it is, how far it is, and the way to cancel it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.screens.carrying import Running
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say

QUIET_MS = 300
"""What is done within this time is not told, so that nothing flickers."""


class RunningLine(QWidget):
    """Hidden while nothing runs. It never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: Running | None = None
        self._share = 0.0
        self._words = Paragraph(self)
        self.cancel_button = Button(self, words=message("Cancel"), pressed=self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (16, 8, 16, 9)))
        layout.setSpacing(theme.px(16))
        layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.cancel_button, alignment=Qt.AlignmentFlag.AlignTop)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._appear)
        self.hide()

    def present(self, running: Running | None) -> None:
        """Shows how far it is; None: nothing runs any more."""
        begins = self._running is None
        self._running = running
        if running is None:
            self._quiet.stop()
            self.hide()
            return
        self._share = running.done / running.of if running.of else 0.0
        words = message("{what} …", what=running.words)
        if running.of > 1:
            words = message("{what}: {share:percent} …", what=running.words, share=self._share)
        self._words.say(words)
        self.setAccessibleName(say(words))
        self.update()
        if begins:
            self._quiet.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline below, which fills up as the work goes on."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(worn.line))
        done = round(self.width() * self._share)
        painter.fillRect(QRect(0, self.height() - theme.px(3), done, theme.px(3)), theme.colour(worn.accent))

    def _appear(self) -> None:
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
