"""The cell that draws a gate: a bar for each guardrail, filled when it is adopted, hollow while it is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from roadmap_desktop import tokens
from roadmap_desktop.journey.guardrails.gates import GateLine
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import CellText
from roadmap_desktop.widgets.shapes import plate

R = TypeVar("R")
_WIDE, _HIGH, _GAP, _MOST = 5, 14, 2, 23


@dataclass(frozen=True, slots=True)
class GateCell(Generic[R]):
    """The words, and below them one bar for each guardrail that the gate asks for, the adopted ones first."""

    lines: Callable[[R], Sequence[GateLine]]

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the bars, then the words."""
        worn = theme.worn()
        lines = self.lines(row)
        adopted = sum(line.adopted for line in lines)
        width = self._bars(len(lines))
        pitch = min(theme.px(_WIDE + _GAP), place.width() / max(len(lines), 1))
        for number in range(len(lines)):
            high = theme.px(_HIGH)
            bar = QRectF(place.left() + number * pitch, place.center().y() - high / 2, pitch - theme.px(_GAP), high)
            filled = number < adopted
            colour = theme.colour(worn.good if filled else worn.bad)
            plate(painter, bar, 1.5, colour if filled else theme.colour(worn.surface), colour)
        painter.setFont(theme.font(tokens.CONTROL))
        painter.setPen(theme.colour(worn.ink))
        words = place.adjusted(width + theme.px(8), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text.first)

    def width(self, row: R, text: CellText) -> int:
        """Room for bars and words."""
        words = QFontMetrics(theme.font(tokens.CONTROL)).horizontalAdvance(text.first)
        return self._bars(len(self.lines(row))) + theme.px(8) + words + 1

    @staticmethod
    def _bars(count: int) -> int:
        return min(count, _MOST) * theme.px(_WIDE + _GAP)
