"""The slip under a cell of a sheet that says why an edit was not made."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.complaint import Complaint
from roadmap_desktop.widgets.shapes import plate

_WIDEST = 360


class SheetComplaint(QWidget):
    """A slip over the sheet, right under what was edited; it takes no focus and goes with the next edit."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._complaint = Complaint(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px(side) for side in (10, 6, 10, 7)))
        self._layout.addWidget(self._complaint)
        self.hide()

    def show_beside(self, widget: QWidget, reason: str, remedy: str) -> None:
        """Shows the reason under the widget's cell that has the focus, or over it where there is no room below."""
        self._complaint.show_reason(reason, remedy)
        sheet = self._sheet
        focus_rect = getattr(widget, "focus_rect", None)
        cell: QRect = focus_rect() if focus_rect else widget.rect()
        width = min(theme.px(_WIDEST), sheet.width())
        height = self._layout.heightForWidth(width)
        below = widget.mapTo(sheet, QPoint(cell.left() - 4, cell.bottom() + 6))
        top = below.y() if below.y() + height <= sheet.height() else below.y() - cell.height() - height - 12
        self.setGeometry(max(0, min(below.x(), sheet.width() - width)), max(0, top), width, height)
        self.show()
        self.raise_()

    def clear(self) -> None:
        """Takes the slip away."""
        self._complaint.clear()
        self.hide()

    def text(self) -> str:
        """What it says; empty when hidden."""
        return self._complaint.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slip's ground."""
        worn = theme.worn()
        place = QRectF(self.rect())
        plate(QPainter(self), place, tokens.FIELD_RADIUS, theme.colour(worn.bad_ground), theme.colour(worn.bad))
