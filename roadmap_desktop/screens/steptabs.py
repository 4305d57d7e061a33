"""The steps of a stage as words, the current one in bold with the accent under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

_GAP, _HEIGHT, _UNDERLINE = 18, 36, 3


class StepTabs(QTabBar):
    """``chosen`` carries the key of the step that was clicked or reached with the arrow keys."""

    chosen = Signal(str)
    ring_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say(message("Steps")))
        self.currentChanged.connect(self._moved)

    def present(self, steps: Sequence[tuple[str, Words]], current: str) -> None:
        """Shows the steps (key and name) with the current one."""
        self.blockSignals(True)
        if tuple(key for key, _ in steps) != self._keys:
            while self.count():
                self.removeTab(0)
            self._keys = tuple(key for key, _ in steps)
            for _, words in steps:
                self.addTab(say(words).replace("&", "&&"))
        self.setCurrentIndex(self._keys.index(current))
        self.blockSignals(False)
        self.ring_moved.emit()
        self.update()

    def focus_rect(self) -> QRect:
        """Where the ring of the focus is drawn: round the current word."""
        return self.tabRect(self.currentIndex()).adjusted(0, 4, -theme.px(_GAP) + 4, -2)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the word in bold, so that nothing moves when it becomes the current one."""
        width = QFontMetrics(theme.font(tokens.CONTROL, bold=True)).horizontalAdvance(self._word(index))
        return QSize(width + theme.px(_GAP), theme.px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, hairline and underline."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 2, self.width(), 1), theme.colour(worn.line))
        for index in range(self.count()):
            is_current = index == self.currentIndex()
            place = self.tabRect(index).adjusted(0, 0, -theme.px(_GAP), 0)
            painter.setFont(theme.font(tokens.CONTROL, bold=is_current))
            painter.setPen(theme.colour(worn.ink if is_current else worn.ink2))
            words = place.adjusted(0, 0, theme.px(_GAP), -theme.px(8))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word(index))
            if is_current:
                line = QRect(place.left(), self.height() - _UNDERLINE, place.width(), _UNDERLINE)
                painter.fillRect(line, theme.colour(worn.accent))

    def _word(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def _moved(self, index: int) -> None:
        self.ring_moved.emit()
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])
