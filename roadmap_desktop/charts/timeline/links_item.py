"""The links between bars: thin lines with square corners and one arrow head, under the bars' names."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.plot import LINKED_PITCH
from roadmap_desktop.charts.timeline.routes import HEAD, Ways, entry, routes

_MANY, _FAINT, _PLAIN = 16, 0.4, 0.8
"""More links than this in view are drawn so faint that the names stay in front; a selected task's are as strong."""


class LinksItem(PlotItem):
    """The links that make a bar start when it does, and all of the selection, in its colour, above the others.

    A gate makes a pilot wait for a dozen guardrails; the one that comes last is what matters to the eye.
    """

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints the links of the view."""
        look, found = self.plot.look, self.plot.columns.links
        mine = (found.before == self.plot.selected) | (found.after == self.plot.selected)
        others = found.drives & self._near() & ~mine
        if self.plot.rows.pitch < LINKED_PITCH:
            others[:] = False
        self.painted = int(others.sum() + mine.sum())
        if not self.painted:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(
            painter, self._ways(others), look.colour(look.theme.ink3, _FAINT if others.sum() > _MANY else 0.8), 1.2
        )
        self._draw(painter, self._ways(mine), look.colour(look.theme.accent), 1.6)

    def _near(self) -> NDArray[np.bool_]:
        """Which links have an end on a row in view, and touch the stretch of days in view."""
        plot, found = self.plot, self.plot.columns.links
        laid = plot.laid()
        on_row = ((found.before >= laid.first) & (found.before < laid.last)) | (
            (found.after >= laid.first) & (found.after < laid.last)
        )
        first = np.minimum(plot.columns.start[found.before], plot.columns.start[found.after])
        last = np.maximum(plot.columns.end[found.before], plot.columns.end[found.after])
        near: NDArray[np.bool_] = on_row & (last >= plot.view.first) & (first <= plot.view.last)
        return near

    def _ways(self, wanted: NDArray[np.bool_]) -> Ways:
        plot, found = self.plot, self.plot.columns.links
        before, after = found.before[wanted], found.after[wanted]
        at_end, at_start = found.leaves_at_end[wanted], found.enters_at_start[wanted]
        left, right = plot.extent(0, len(plot.columns.keys))
        tops = plot.rows.tops[plot.columns.row] + (plot.rows.pitch - plot.bar_height) / 2 - plot.view.top
        entering = entry(left[after], right[after], at_start, plot.columns.has(Flag.MILESTONE)[after])
        leaving = np.where(at_end, right[before], left[before])
        leaves_on, enters_on = found.leaves_on[wanted], found.enters_on[wanted]
        leaving = np.where(np.isnan(leaves_on), leaving, plot.view.xs(leaves_on))
        entering = np.where(np.isnan(enters_on), entering, plot.view.xs(enters_on))
        direction = np.where(at_end, 1.0, -1.0)
        return routes(
            leaving, direction, tops[before] + plot.bar_height / 2, entering, tops[after] - 1, plot.rows.pitch
        )

    def _draw(self, painter: QPainter, ways: Ways, colour: QColor, width: float) -> None:
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for way in ways.tolist():
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in way[:5]]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for way in ways.tolist():
            x, tip = way[5]
            half = HEAD * 0.75
            head = [QPointF(x - half, tip - HEAD - 1), QPointF(x + half, tip - HEAD - 1), QPointF(x, tip)]
            painter.drawConvexPolygon(QPolygonF(head))
