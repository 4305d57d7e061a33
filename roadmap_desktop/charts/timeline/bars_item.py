"""All bars and milestones in one item, painted from arrays; cost grows with what is seen, not with the plan."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from roadmap_desktop.charts.timeline.columns import Flag
from roadmap_desktop.charts.timeline.density import density, image
from roadmap_desktop.charts.timeline.item import PlotItem
from roadmap_desktop.charts.timeline.lanes import bar_colour
from roadmap_desktop.charts.timeline.plot import MERGED_PITCH, NAMED_PITCH, Laid

RADIUS, FILL = 3.5, 0.28
"""Corner of a bar in pixels; how strong its hue is where nothing is done yet."""
OUTLINE, CRITICAL = 1.0, 2.4
_BASELINE = 3.0
MERGED = 0.75
"""How strong a hue is where bars are merged."""
Mask = NDArray[np.bool_]


class BarsItem(PlotItem):
    """A baseline is drawn where it differs. ``painted`` is how many bars and milestones the last painting took."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paints baselines, bars and milestones of the rows that are exposed."""
        area = self.exposed(option, widget)
        laid = self.plot.laid()
        seen = self._seen(laid, area)
        self.painted = int(seen.sum())
        if not self.painted:
            return
        if self.plot.rows.pitch < MERGED_PITCH:
            self._paint_merged(painter, laid)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.plot.rows.pitch >= NAMED_PITCH)
        self._paint_baselines(painter, laid, seen)
        for hue, inside in self._hues(laid, seen):
            self._paint_bars(painter, laid, hue, inside)
            self._paint_milestones(painter, laid, hue, inside)
            self._paint_summaries(painter, laid, hue, inside)

    def _paint_merged(self, painter: QPainter, laid: Laid) -> None:
        """One image for all bars: its cost is bounded by the pixels in view."""
        plot, shown = self.plot, slice(laid.first, laid.last)
        colours = np.array([bar_colour(plot, hue, MERGED).rgba() for hue in range(len(plot.columns.hues))], np.uint32)
        shape = (max(1, round(plot.view.height)), max(1, round(plot.view.width)))
        middle = laid.top + plot.bar_height / 2
        found = density(laid.left, laid.right, middle, plot.columns.hue[shown], colours, shape)
        painter.drawImage(QPointF(0, 0), image(found))

    def _seen(self, laid: Laid, area: QRectF) -> Mask:
        """Which of the bars laid out touch an area, outlines and baselines included."""
        across = (laid.right >= area.left() - 2) & (laid.left <= area.right() + 2)
        below = laid.top + self.plot.bar_height + _BASELINE + 2
        seen: Mask = across & (laid.top <= area.bottom() + 2) & (below >= area.top())
        return seen

    def _hues(self, laid: Laid, seen: Mask) -> Iterator[tuple[int, Mask]]:
        hues = self.plot.columns.hue[laid.first : laid.last]
        for hue in np.unique(hues[seen]):
            yield int(hue), seen & (hues == hue)

    def _paint_baselines(self, painter: QPainter, laid: Laid, seen: Mask) -> None:
        plot, look = self.plot, self.plot.look
        if plot.rows.pitch < NAMED_PITCH:
            return
        shown = slice(laid.first, laid.last)
        first, last = plot.columns.base_start[shown], plot.columns.base_end[shown]
        has_moved = (first != plot.columns.start[shown]) | (last != plot.columns.end[shown])
        kept = seen & ~np.isnan(first) & has_moved
        left, right = plot.view.xs(first[kept]), plot.view.xs(last[kept])
        y = laid.top[kept] + plot.bar_height + look.px(1.5)
        painter.setPen(QPen(look.colour(look.theme.ink3, 0.45), look.px(_BASELINE), c=Qt.PenCapStyle.FlatCap))
        painter.drawLines([QLineF(a, b, c, b) for a, b, c in zip(left, y, np.maximum(right, left + 4), strict=True)])

    def _paint_bars(self, painter: QPainter, laid: Laid, hue: int, inside: Mask) -> None:
        flags = self.plot.columns.flags[laid.first : laid.last]
        inside = inside & ((flags & (Flag.MILESTONE | Flag.SUMMARY)) == 0)
        ink = bar_colour(self.plot, hue)
        self._paint_progress(painter, laid, inside, hue)
        fill = bar_colour(self.plot, hue, FILL)
        if self.plot.rows.pitch < NAMED_PITCH:
            painter.setPen(Qt.PenStyle.NoPen)
            self._draw(painter, self._rects(laid, inside), fill)
            return
        for kind, pen in _pens(flags, ink):
            painter.setPen(pen)
            self._draw(painter, self._rects(laid, inside & kind), fill)

    def _paint_progress(self, painter: QPainter, laid: Laid, inside: Mask, hue: int) -> None:
        progress = self.plot.columns.progress[laid.first : laid.last]
        begun = inside & (progress > 0)
        if begun.any():
            painter.setPen(Qt.PenStyle.NoPen)
            until = laid.left + (laid.right - laid.left) * progress
            self._draw(painter, self._rects(laid, begun, until), bar_colour(self.plot, hue))

    def _rects(self, laid: Laid, wanted: Mask, right: NDArray[np.float64] | None = None) -> list[QRectF]:
        left = np.maximum(laid.left[wanted], -50.0)  # what is far outside costs Qt time and shows nothing
        until = np.minimum((laid.right if right is None else right)[wanted], self.plot.view.width + 50.0)
        inset = 0.5 if self.plot.rows.pitch >= NAMED_PITCH else 0.0
        height = self.plot.bar_height - 2 * inset
        top, width = laid.top[wanted] + inset, np.maximum(until - left - 2 * inset, 1.0)
        return list(map(QRectF, (left + inset).tolist(), top.tolist(), width.tolist(), [height] * len(left)))

    def _draw(self, painter: QPainter, rects: list[QRectF], brush: QColor) -> None:
        painter.setBrush(brush)
        if self.plot.rows.pitch < NAMED_PITCH:
            painter.drawRects(rects)
            return
        radius = self.plot.look.px(RADIUS)
        for rect in rects:
            painter.drawRoundedRect(rect, min(radius, rect.width() / 2), radius)

    def _paint_milestones(self, painter: QPainter, laid: Laid, hue: int, inside: Mask) -> None:
        flags = self.plot.columns.flags[laid.first : laid.last]
        inside = inside & ((flags & Flag.MILESTONE) != 0)
        ink, half = bar_colour(self.plot, hue), self.plot.bar_height / 2
        middles = (laid.left + laid.right) / 2
        if self.plot.rows.pitch < NAMED_PITCH:
            painter.setPen(Qt.PenStyle.NoPen)
            self._draw(painter, self._rects(laid, inside), ink)
            return
        for kind, pen in _pens(flags, ink):
            wanted = inside & kind
            painter.setPen(pen)
            hollow = pen.style() is not Qt.PenStyle.SolidLine
            painter.setBrush(bar_colour(self.plot, hue, FILL) if hollow else ink)
            for x, y in zip(middles[wanted].tolist(), (laid.top[wanted] + half).tolist(), strict=True):
                painter.drawConvexPolygon(diamond(x, y, half - 0.5))

    def _paint_summaries(self, painter: QPainter, laid: Laid, hue: int, inside: Mask) -> None:
        """A folded lane: a bar half as high, with its ends turned down, solid as far as its tasks are done."""
        flags = self.plot.columns.flags[laid.first : laid.last]
        wanted = inside & ((flags & Flag.SUMMARY) != 0)
        ink, height = bar_colour(self.plot, hue), self.plot.bar_height
        for at in wanted.nonzero()[0].tolist():
            left, right, top = float(laid.left[at]), float(laid.right[at]), float(laid.top[at])
            done = left + (right - left) * float(self.plot.columns.progress[laid.first + at])
            painter.fillRect(QRectF(left, top + 1, right - left, height / 2), bar_colour(self.plot, hue, 0.45))
            painter.fillRect(QRectF(left, top + 1, done - left, height / 2), ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            for end, inward in ((left, 1), (right, -1)):
                corners = [(end, top + 1), (end + inward * height / 2, top + 1), (end, top + height)]
                painter.drawConvexPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def diamond(x: float, y: float, half: float) -> QPolygonF:
    """A milestone round a middle."""
    return QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])


def _pens(flags: NDArray[np.uint8], hue: QColor) -> Iterator[tuple[Mask, QPen]]:
    """Each kind of outline that occurs, with those that have it: dashed, dotted, thick and thin."""
    orphaned, assumed = (flags & Flag.ORPHANED) != 0, (flags & Flag.ASSUMED) != 0
    critical = (flags & Flag.CRITICAL) != 0
    for kind, width, style in (
        (orphaned, OUTLINE + 0.4, Qt.PenStyle.DashLine),
        (~orphaned & assumed & critical, CRITICAL, Qt.PenStyle.DotLine),
        (~orphaned & assumed & ~critical, OUTLINE + 0.4, Qt.PenStyle.DotLine),
        (~orphaned & ~assumed & critical, CRITICAL, Qt.PenStyle.SolidLine),
        (~orphaned & ~assumed & ~critical, OUTLINE, Qt.PenStyle.SolidLine),
    ):
        if kind.any():
            pen = QPen(hue, width, style)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            yield kind, pen
