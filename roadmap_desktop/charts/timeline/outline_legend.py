"""What the hollow bars stand for: a line for each what-if, with its pattern, its mark and its name."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look, write
from roadmap_desktop.charts.timeline.bars_item import RADIUS
from roadmap_desktop.charts.timeline.outlines import Outline, outline_pen
from roadmap_desktop.language import message

_LEFT, _SWATCH, _ABOVE = 12.0, 34.0, 5.0


class OutlineLegend(QWidget):
    """Hidden while nothing is compared; its accessible name says what each what-if would change."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._outlines: tuple[Outline, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def present(self, outlines: tuple[Outline, ...], look: Look) -> None:
        """Says what these stand for."""
        self._outlines, self._look = outlines, look
        self.setAccessibleName(" ".join(look.say(each.sentence) for each in outlines))
        self.setToolTip("\n".join(look.say(each.sentence) for each in outlines))
        self.setVisible(bool(outlines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for the plan as it stands, and one for each what-if."""
        lines = len(self._outlines) + 1
        return QSize(round(self._look.px(300)), ceil(lines * self._pitch() + 2 * self._look.px(_ABOVE)))

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour(look.theme.surface))
        painter.setPen(look.colour(look.theme.ink2))
        painter.setBrush(look.colour(look.theme.ink3, 0.28))
        self._swatch(painter, 0)
        self._say(painter, 0, look.say(message("The plan as it stands")))
        for number, each in enumerate(self._outlines):
            painter.setPen(outline_pen(look, number))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._swatch(painter, number + 1)
            self._say(painter, number + 1, look.say(message("{mark}: {name}", mark=each.mark, name=each.name)))

    def _swatch(self, painter: QPainter, line: int) -> None:
        look, pitch = self._look, self._pitch()
        middle = look.px(_ABOVE) + (line + 0.5) * pitch
        half = look.px(5)
        painter.drawRoundedRect(QRectF(look.px(_LEFT), middle - half, look.px(_SWATCH), 2 * half), RADIUS, RADIUS)

    def _say(self, painter: QPainter, line: int, text: str) -> None:
        look, pitch = self._look, self._pitch()
        left = look.px(_LEFT + _SWATCH + 10)
        place = QRectF(left, look.px(_ABOVE) + line * pitch, self.width() - left - look.px(_LEFT), pitch)
        write(painter, place, text, look.font(tokens.SMALL), look.colour(look.theme.ink))

    def _pitch(self) -> float:
        return QFontMetricsF(self._look.font(tokens.SMALL)).height() + self._look.px(2)
