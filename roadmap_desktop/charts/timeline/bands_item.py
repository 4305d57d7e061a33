"""What runs through all lanes: their grounds, lines of weeks and hatched breaks under the bars; today's line."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop.charts.timeline.calendar import pauses, weeks
from roadmap_desktop.charts.timeline.hatch import hatch
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.lanes import lane_ground

WEEK_ROOM = 46.0
"""The room that the name of a week needs, in pixels."""


class BandsItem(PlotItem):
    """Breaks run through all lanes, and so do the lines of the weeks that the header names."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints grounds, lines and breaks."""
        area = self.exposed(option, widget)
        painter.fillRect(area, self.plot.look.colour(self.plot.look.theme.surface))
        self._paint_lanes(painter, area)
        self._paint_weeks(painter, area)
        places = [
            QRectF(self.plot.view.x(each.first), area.top(), (each.last - each.first) * self.plot.view.per_day, 1)
            for each in pauses(self.plot.picture)
        ]
        seen = [QRectF(p.left(), area.top(), p.width(), area.height()) & area for p in places]
        hatch(painter, self.plot.look, [place for place in seen if not place.isEmpty()], self.plot.view.x(0))

    def _paint_lanes(self, painter: QPainter, area: QRectF) -> None:
        plot = self.plot
        for lane in plot.rows.lanes_between(area.top() + plot.view.top, area.bottom() + plot.view.top):
            top = float(plot.rows.lane_tops[lane]) - plot.view.top
            place = QRectF(area.left(), top, area.width(), float(plot.rows.lane_heights[lane]))
            painter.fillRect(place & area, lane_ground(plot, lane))

    def _paint_weeks(self, painter: QPainter, area: QRectF) -> None:
        plot, look = self.plot, self.plot.look
        line = look.colour(look.theme.line, 0.75)
        for _, first in weeks(plot.picture, plot.view.per_day, look.px(WEEK_ROOM)):
            x = round(plot.x_of(first))
            if area.left() - 1 <= x <= area.right():
                painter.fillRect(QRectF(x, area.top(), 1, area.height()), line)


class TodayItem(PlotItem):
    """Today's line, over the bars and under their names."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints the line where today is in view."""
        view, look = self.plot.view, self.plot.look
        x = view.x(self.plot.today)
        if 0 <= x <= view.width:
            painter.fillRect(QRectF(x - 0.75, 0, 1.5, view.height), look.colour(look.theme.bad))
