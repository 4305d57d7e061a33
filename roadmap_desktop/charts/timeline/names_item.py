"""The names beside the bars, where the layout put them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop.charts.timeline.columns import Flag, name_font
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.lanes import lane_ground
from roadmap_desktop.charts.timeline.names import Side
from roadmap_desktop.charts.timeline.plot import NAMED_PITCH, Laid

_PLATE = 0.86
"""How much is covered of a bar that has progress where its name runs over it."""


class NamesItem(PlotItem):
    """Names in ink, that of the selection bold, that of a date that can't hold in bad."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Writes the names of the rows that are exposed."""
        plot, look = self.plot, self.plot.look
        self.painted = 0
        if plot.rows.pitch < NAMED_PITCH:
            return
        area, laid = self.exposed(option, widget), plot.laid()
        plain, ink = name_font(look, is_selected=False), look.colour(look.theme.ink)
        metrics = QFontMetricsF(plain)
        rise = (plot.bar_height + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(plain)
        painter.setPen(ink)
        wanted = (laid.names.side != Side.NONE) & (laid.top < area.bottom()) & (laid.top > area.top() - plot.rows.pitch)
        is_crossed = self._crossed(laid)
        for at in wanted.nonzero()[0].tolist():
            place = laid.first + at
            where = QPointF(float(laid.names.x[at]), float(laid.top[at]) + rise)
            if laid.names.side[at] == Side.OVER and plot.columns.progress[place]:
                self._cover(painter, where, place, metrics, look.colour(look.theme.surface, _PLATE))
            elif is_crossed[at]:
                self._cover(painter, where, place, metrics, lane_ground(plot, int(plot.columns.lane[place])))
            self._write(painter, where, place)
            self.painted += 1

    def _write(self, painter: QPainter, where: QPointF, place: int) -> None:
        found, look = self.plot.columns, self.plot.look
        is_late = bool(found.flags[place] & Flag.LATE.value)
        is_selected = place == self.plot.selected
        if not is_late and not is_selected:
            painter.drawText(where, found.names[place])
            return
        painter.save()
        painter.setFont(name_font(look, is_selected=is_selected))
        painter.setPen(look.colour(look.theme.bad if is_late else look.theme.ink))
        painter.drawText(where, found.names[place])
        painter.restore()

    def _crossed(self, laid: Laid) -> NDArray[np.bool_]:
        """Which names a line through all rows would strike out."""
        begin, widths = laid.names.x, self.plot.columns.widths[laid.first : laid.last]
        crossed = np.zeros(len(begin), np.bool_)
        for x in self.plot.upright():
            crossed |= (begin - 2 <= x) & (x <= begin + widths + 2)
        return crossed

    def _cover(self, painter: QPainter, where: QPointF, place: int, metrics: QFontMetricsF, ground: QColor) -> None:
        width = float(self.plot.columns.widths[place])
        top = where.y() - metrics.ascent()
        painter.fillRect(QRectF(where.x() - 2, top, width + 4, metrics.height()), ground)
