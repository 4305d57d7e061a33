"""Over the bars: the ring of the selection, and ghosts of what is dragged and of what moves with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import plate
from roadmap_desktop.charts.timeline.bars_item import RADIUS, diamond
from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.days import day
from roadmap_desktop.charts.timeline.ghost import Ghost
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.lanes import bar_colour
from roadmap_desktop.charts.timeline.plot import DIAMOND
from roadmap_desktop.language import message, plural

_RING, _APART = 1.8, 4.0


class OverlayItem(PlotItem):
    """The only item that is painted anew while something is dragged or pointed at."""

    ghost: Ghost | None = None
    followers: tuple[Ghost, ...] = ()
    following = 0

    def show_ghost(self, ghost: Ghost | None, followers: tuple[Ghost, ...] = (), following: int = 0) -> None:
        """Shows where the bar would lie, and those shown of all that move with it; None takes the ghosts away."""
        if (ghost, followers) != (self.ghost, self.followers):
            self.ghost, self.followers, self.following = ghost, followers, following
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints what lies over the bars."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot
        if 0 <= plot.selected < len(plot.columns.keys):
            self._paint_ring(painter, plot.selected)
        self.painted = 0
        if self.ghost is not None:
            self._paint_followers(painter, self.followers)
            self._paint_ghost(painter, self.ghost, 0.5)
            self._say_dates(painter, self.ghost)

    def _paint_ring(self, painter: QPainter, place: int) -> None:
        plot, look = self.plot, self.plot.look
        left, right = (float(each[0]) for each in plot.extent(place, place + 1))
        top = float(plot.tops(place, place + 1)[0])
        painter.setPen(QPen(look.colour(look.theme.accent), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if plot.columns.flags[place] & Flag.MILESTONE.value:
            middle = top + plot.bar_height / 2
            painter.drawConvexPolygon(diamond((left + right) / 2, middle, look.px(DIAMOND) + _APART))
            return
        ring = QRectF(left, top, right - left, plot.bar_height).adjusted(-_APART, -_APART, _APART, _APART)
        painter.drawRoundedRect(ring, look.px(RADIUS) + _APART, look.px(RADIUS) + _APART)

    def _paint_followers(self, painter: QPainter, ghosts: tuple[Ghost, ...]) -> None:
        """Those on rows in view, each with a thin line from where it lies now."""
        plot, look = self.plot, self.plot.look
        laid = plot.laid()
        for each in ghosts:
            if not laid.first <= each.place < laid.last:
                continue
            self.painted += 1
            y = float(plot.tops(each.place, each.place + 1)[0]) + plot.bar_height / 2
            now = plot.view.x(float(plot.columns.start[each.place]))
            painter.setPen(QPen(look.colour(look.theme.ink3), 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(now, y), QPointF(plot.view.x(each.start), y))
            self._paint_ghost(painter, each, 0.18)

    def _paint_ghost(self, painter: QPainter, ghost: Ghost, strength: float) -> None:
        plot, look = self.plot, self.plot.look
        left, right = plot.view.x(ghost.start), plot.view.x(ghost.end)
        top = float(plot.tops(ghost.place, ghost.place + 1)[0])
        hue = int(plot.columns.hue[ghost.place])
        painter.setPen(QPen(bar_colour(plot, hue), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(bar_colour(plot, hue, strength))
        if plot.columns.flags[ghost.place] & Flag.MILESTONE.value:
            painter.drawConvexPolygon(diamond((left + right) / 2, top + plot.bar_height / 2, look.px(DIAMOND)))
        else:
            painter.drawRoundedRect(QRectF(left, top, max(right - left, 4), plot.bar_height), RADIUS, RADIUS)

    def _say_dates(self, painter: QPainter, ghost: Ghost) -> None:
        """Where it would lie, in words above it, or below it at the top of the view; and how many move with it."""
        plot, look = self.plot, self.plot.look
        left, top = plot.view.x(ghost.start), float(plot.tops(ghost.place, ghost.place + 1)[0])
        first, last = day(ghost.start), day(ghost.end - 1)
        words = message("{first:short} to {last:short}", first=first, last=last)
        if plot.columns.flags[ghost.place] & Flag.MILESTONE.value:
            words = message("{day:short}", day=first)
        if self.following:
            others = plural("{n} other moves with it", "{n} others move with it", self.following)
            words = message("{days} · {others}", days=words, others=others)
        text, font = look.say(words), look.font(tokens.SMALL, bold=True)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text) + look.px(12), metrics.height() + look.px(2)
        above = top - height - 3
        y = above if above >= 0 else top + plot.bar_height + 3
        x = min(max(left, 2), plot.view.width - width - 2)
        plate(painter, QRectF(x, y, width, height), 4, look.colour(look.theme.ink))
        painter.setFont(font)
        painter.setPen(look.colour(look.theme.surface))
        painter.drawText(QPointF(x + look.px(6), y + look.px(1) + metrics.ascent()), text)
