"""The cell of a score: its digit on a ground that darkens with it, or a dot where there is none yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from roadmap_desktop import tokens
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import CellText
from roadmap_desktop.widgets.shapes import Shape, draw, plate

R = TypeVar("R")
_WIDE, _HIGH = 34, 24


@dataclass(frozen=True, slots=True)
class ScoreCell(Generic[R]):
    """A score from 1 to 5."""

    score: Callable[[R], float | None]

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the digit in the middle of the cell."""
        worn = theme.worn()
        wide, high = theme.px(_WIDE), theme.px(_HIGH)
        middle = place.center()
        box = QRectF(round(middle.x() - wide / 2), round(middle.y() - high / 2), wide, high)
        score = self.score(row)
        if score is None:
            draw(painter, Shape.DOT, box, theme.colour(worn.line))
            return
        share = (score - LEAST_SCORE) / (MOST_SCORE - LEAST_SCORE)
        plate(painter, box, tokens.FIELD_RADIUS, theme.colour(worn.accent, round(0.06 + 0.22 * share, 2)))
        painter.setFont(theme.font(tokens.CONTROL, bold=True))
        painter.setPen(theme.colour(worn.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text.first)

    def width(self, row: R, text: CellText) -> int:
        """As wide as the box."""
        return theme.px(_WIDE)
