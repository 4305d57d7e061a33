"""The dashed line under the last of the first places: above it is what the room would choose by the scores."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.sheet import Sheet


class CutLine(QWidget):
    """Lies over the rows of a sheet and lets every click through; ``under`` rows stand above the line, 0 hides it."""

    takes_ring = False

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.grid)  # not of its viewport, which moves its children as it scrolls
        self._grid = sheet.grid
        self.under = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid.viewport().installEventFilter(self)
        self._grid.verticalScrollBar().valueChanged.connect(self.update)
        self._grid.verticalHeader().sectionResized.connect(self.update)
        self._cover()

    def draw_under(self, rows: int) -> None:
        """Puts the line under so many rows."""
        self.under = rows
        self._cover()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps lying over all rows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._cover()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line."""
        if not 0 < self.under < self._grid.model().rowCount():
            return
        row = self.under - 1
        y = self._grid.rowViewportPosition(row) + self._grid.rowHeight(row) - 1
        pen = QPen(theme.colour(theme.worn().ink2), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter = QPainter(self)
        painter.setPen(pen)
        painter.drawLine(0, y, self.width(), y)

    def _cover(self) -> None:
        self.setGeometry(self._grid.viewport().geometry())
        self.raise_()
