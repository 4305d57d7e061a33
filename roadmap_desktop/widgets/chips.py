"""Chips: a set of chosen things as pills in lines, each can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words, message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.flow import Flow
from roadmap_desktop.widgets.shapes import Shape, draw, plate
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

_SIDE, _MARK = 10, 12


class ChipFlow(QWidget):
    """``removed`` carries the key of the chip that was clicked, or left with Delete."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, Words], ...] = ()
        self._chips: list[_Chip] = []
        self._flow = Flow(self, gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, chips: Sequence[tuple[str, Words]]) -> None:
        """Shows these chips (key and words), in this order."""
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        for old in self._chips:
            self._flow.removeWidget(old)
            old.deleteLater()
        self._chips = [_Chip(self, key, say(words)) for key, words in chips]
        for chip in self._chips:
            chip.clicked.connect(lambda _, key=chip.key: self.removed.emit(key))
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()

    def keys(self) -> tuple[str, ...]:
        """The keys of the chips shown."""
        return tuple(key for key, _ in self._shown)


class _Chip(QAbstractButton):
    """One chip with its cross."""

    def __init__(self, parent: QWidget, key: str, text: str) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(text.replace("&", "&&"))
        self._words = text
        self.setAccessibleName(say(message("Take away {name}", name=text)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font(tokens.SMALL)).horizontalAdvance(self._words)
        return QSize(width + theme.px(2 * _SIDE + _MARK + 6), theme.px(tokens.TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.worn()
        painter = QPainter(self)
        tone = Tone.ACCENT
        ink = theme.colour(tone.ink(worn))
        plate(painter, QRectF(self.rect()), self.height() / 2, theme.colour(tone.ground(worn)))
        inner = QRectF(self.rect()).adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
        draw(painter, Shape.CROSS, QRectF(inner.right() - theme.px(_MARK), 0, theme.px(_MARK), self.height()), ink)
