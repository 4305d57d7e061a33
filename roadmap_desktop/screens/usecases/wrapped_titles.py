"""Titles of narrow columns, over several lines: seven criteria side by side leave none of them room for one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from roadmap_desktop import tokens
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.sheet_grid import HEADER

_PAD = 2
_ABOVE = 2
_FLAGS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value


class WrappedTitles(QObject):
    """Draws a sheet's titles in place of the header: the first on the left, the others centred over their cells."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._header: QHeaderView = sheet.grid.horizontalHeader()
        self._header.viewport().installEventFilter(self)
        self._header.sectionResized.connect(self.fit)

    def fit(self) -> None:
        """Makes the header as high as its highest title."""
        metrics = QFontMetrics(theme.font(tokens.KEY, bold=True))
        heights = [metrics.height()]
        for section in range(self._header.count()):
            room = QRect(0, 0, self._place(section).width(), 1_000)
            heights.append(metrics.boundingRect(room, _FLAGS, self._words(section)).height())
        self._header.setFixedHeight(max(theme.px(HEADER), max(heights) + 2 * theme.px(_ABOVE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paints the titles."""
        if event.type() != QEvent.Type.Paint:
            return False
        worn, header = theme.worn(), self._header
        painter = QPainter(header.viewport())
        painter.fillRect(QRect(0, header.height() - 1, header.width(), 1), theme.colour(worn.line))
        painter.setFont(theme.font(tokens.KEY, bold=True))
        painter.setPen(theme.colour(worn.ink2))
        for section in range(header.count()):
            side = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            painter.drawText(self._place(section), _FLAGS | side.value, self._words(section))
        painter.end()
        return True

    def _place(self, section: int) -> QRect:
        header = self._header
        pad = theme.px(_PAD if section else 8)
        left = header.sectionViewportPosition(section) + pad
        return QRect(left, 0, header.sectionSize(section) - 2 * pad, header.height())

    def _words(self, section: int) -> str:
        return str(self._header.model().headerData(section, Qt.Orientation.Horizontal))
