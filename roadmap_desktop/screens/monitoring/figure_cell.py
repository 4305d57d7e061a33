"""A cell with a figure that was read: at the right like all numbers, in a pill where it is beyond its threshold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from roadmap_desktop.widgets.cells import CellText, TextCell
from roadmap_desktop.widgets.pill import paint_pill, pill_size
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.tone import Tone

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FigureCell(Generic[R]):
    """The pill carries a mark, too, so that colour is not all that tells."""

    beyond: Callable[[R], bool]

    def paint(self, painter: QPainter, place: QRectF, row: R, text: CellText) -> None:
        """Draws the figure."""
        if not self.beyond(row):
            plain: TextCell[R] = TextCell()
            plain.paint(painter, place, row, text)
            return
        size = pill_size(text.first, Shape.ALERT)
        width = min(float(size.width()), place.width())
        top = round(place.center().y() - size.height() / 2)
        pill = QRectF(place.right() - width, top, width, size.height())
        paint_pill(painter, pill, text.first, Tone.BAD, Shape.ALERT)

    def width(self, row: R, text: CellText) -> int:
        """As wide as the pill, so that columns do not jump when a figure crosses its threshold."""
        return pill_size(text.first, Shape.ALERT).width()
