"""Hollow bars where tasks would lie in a what-if, each with the mark of its what-if at its end."""

from __future__ import annotations

from pyqtgraph import ViewBox
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import plate
from roadmap_desktop.charts.timeline.bars_item import RADIUS, diamond
from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.days import number as number_of
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.outlines import Drawn, outline_pen
from roadmap_desktop.charts.timeline.plot import DIAMOND, MARK_ROOM, MERGED_PITCH, NAMED_PITCH, Plot

_INSET = 3.0
"""How much lower the hollow bars of the second what-if are at each side, so that both are seen where they meet."""


class OutlinesItem(PlotItem):
    """``shown`` has a what-if each."""

    def __init__(self, box: ViewBox, plot: Plot, above: int) -> None:
        super().__init__(box, plot, above)
        self.shown: tuple[Drawn, ...] = ()

    def show_outlines(self, shown: tuple[Drawn, ...]) -> None:
        """Shows these; an empty tuple takes them away."""
        self.shown = shown
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints those on rows in view."""
        self.painted = 0
        if self.plot.rows.pitch < MERGED_PITCH:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = dict[int, float]()
        for number, each in enumerate(self.shown):
            pen = outline_pen(self.plot.look, number)
            self._paint_pause(painter, each, pen, number)
            self._paint_bars(painter, each, pen, number, marked)

    def _paint_bars(self, painter: QPainter, drawn: Drawn, pen: QPen, number: int, marked: dict[int, float]) -> None:
        """``marked`` has the end of the last mark on each bar's row, so that marks stand side by side."""
        plot, laid = self.plot, self.plot.laid()
        shown = drawn.between(laid.first, laid.last)
        lefts, rights = plot.view.xs(drawn.start[shown]), plot.view.xs(drawn.end[shown])
        for place, left, right in zip(drawn.place[shown].tolist(), lefts.tolist(), rights.tolist(), strict=True):
            top = float(laid.top[place - laid.first])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            end = self._paint_bar(painter, place, left, right, top, number)
            if plot.rows.pitch >= NAMED_PITCH:
                begin = (
                    max(end + 2.0, marked.get(place, -1e9)) if abs(end - marked.get(place, -1e9)) < 30 else end + 2.0
                )
                marked[place] = self._mark(painter, drawn.outline.mark, pen, begin, top + plot.bar_height / 2)
            self.painted += 1

    def _paint_bar(self, painter: QPainter, place: int, left: float, right: float, top: float, number: int) -> float:
        """A hollow bar or diamond; gives where it ends."""
        plot, inset = self.plot, min(_INSET * number, self.plot.bar_height / 3)
        if plot.columns.flags[place] & Flag.MILESTONE.value:
            middle, half = (left + right) / 2, min(plot.look.px(DIAMOND), plot.bar_height / 2) - inset / 2
            painter.drawConvexPolygon(diamond(middle, top + plot.bar_height / 2, half))
            return middle + half
        width = max(min(right, plot.view.width + 50) - max(left, -50.0), 4.0)
        box = QRectF(max(left, -50.0), top + inset, width, plot.bar_height - 2 * inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        return box.right()

    def _mark(self, painter: QPainter, mark: str, pen: QPen, left: float, middle: float) -> float:
        """The mark on a small ground; gives where it ends."""
        look = self.plot.look
        font = look.font(tokens.LABEL, bold=True)
        metrics = QFontMetricsF(font)
        width = look.px(MARK_ROOM - 1)
        place = QRectF(left, middle - metrics.height() / 2, width, metrics.height())
        plate(painter, place, 3, look.colour(look.theme.surface, 0.9))
        painter.setFont(font)
        painter.setPen(pen.color())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
        return left + look.px(MARK_ROOM)

    def _paint_pause(self, painter: QPainter, drawn: Drawn, pen: QPen, number: int) -> None:
        """Where a break would lie: its two edges through all lanes, with the mark on top."""
        if drawn.outline.pause is None:
            return
        view, (first, last) = self.plot.view, drawn.outline.pause
        left, right = view.x(number_of(first)), view.x(number_of(last) + 1)
        painter.setPen(pen)
        for x in (left, right):
            painter.drawLine(QPointF(x, 0), QPointF(x, view.height))
        room = self.plot.look.px(MARK_ROOM)
        self._mark(painter, drawn.outline.mark, pen, (left + right - room) / 2, room * (0.7 + number))
