"""The line round the timeline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look


class Rim(QWidget):
    """The rounded hairline round the chart, over its square parts."""

    def __init__(self, parent: QWidget, look: Callable[[], Look]) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The corners in the ground of the window, and the line."""
        look, painter = self._look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        inside = QPainterPath()
        inside.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), tokens.CARD_RADIUS, tokens.CARD_RADIUS)
        corners = QPainterPath()
        corners.addRect(place)
        painter.fillPath(corners.subtracted(inside), look.colour(look.theme.paper))
        painter.setPen(QPen(look.colour(look.theme.line), 1))
        painter.drawPath(inside)
