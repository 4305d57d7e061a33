"""A small button in a line of small text: mark, word and key, as quiet as its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.keycap import cap_size, key_words, paint_cap
from roadmap_desktop.widgets.shapes import Shape, draw
from roadmap_desktop.widgets.speech import say

_MARK, _GAP = 12, 4


class StatusButton(QAbstractButton):
    """The key is shown; the window's menu binds it."""

    def __init__(self, parent: QWidget, words: Words, shape: Shape, key: QKeySequence.StandardKey) -> None:
        super().__init__(parent)
        self._shape = shape
        self._key = key_words(QKeySequence(QKeySequence.keyBindings(key)[0]))
        self.setText(say(words))
        self.setAccessibleName(say(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as mark, word and key."""
        words = QFontMetrics(theme.font(tokens.SMALL)).horizontalAdvance(self.text())
        cap = cap_size(self._key)
        return QSize(theme.px(_MARK) + words + cap.width() + 2 * theme.px(_GAP) + 1, theme.px(tokens.STATUS - 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark, word and key."""
        worn = theme.worn()
        ink = theme.colour(worn.ink2 if self.underMouse() else worn.ink3)
        painter = QPainter(self)
        mark = theme.px(_MARK)
        draw(painter, self._shape, QRectF(0, 0, mark, self.height()), ink, 1.2)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(ink)
        left = mark + theme.px(_GAP)
        words = QRectF(left, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        size = cap_size(self._key)
        left = self.width() - size.width()
        cap = QRectF(left, (self.height() - size.height()) // 2, size.width(), size.height())
        paint_cap(painter, cap, self._key, theme.colour(worn.ink2), theme.colour(worn.line))
