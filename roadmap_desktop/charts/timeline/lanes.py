"""The lanes at the left: the stage's hue at the edge, the phase's name, how many items it has; a click folds it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.language import plural

WIDTH = 129.0
"""Width of the lanes' names, in pixels at normal text size."""
_EDGE, _INDENT, _TOP = 4.0, 10.0, 6.0
_SIGN = 13.0
_GROUND = 0.06


def lane_colour(plot: Plot, lane: int, opacity: float = 1.0) -> QColor:
    """The hue of a lane."""
    return plot.look.colour(plot.look.theme.stage(plot.columns.lanes[lane].hue), opacity)


def bar_colour(plot: Plot, hue: int, opacity: float = 1.0) -> QColor:
    """A hue of the bars, by its place in the columns."""
    return plot.look.colour(plot.look.theme.hue(plot.columns.hues[hue]), opacity)


def lane_ground(plot: Plot, lane: int) -> QColor:
    """The ground of a lane: 6 % of its hue on the surface, mixed here since a see-through colour is slow to fill."""
    hue, surface = lane_colour(plot, lane), plot.look.colour(plot.look.theme.surface)
    pairs = ((surface.red(), hue.red()), (surface.green(), hue.green()), (surface.blue(), hue.blue()))
    return QColor(*(round(under + (over - under) * _GROUND) for under, over in pairs))


def least_height(look: Look, name: str) -> float:
    """How high a lane must be for its name and the line below it, in pixels."""
    return _laid_out(look, name).lineCount() * _pitch(look) + _second(look) + look.px(2 * _TOP)


class LaneNames(QWidget):
    """Painted beside the view, at the view's own scroll position; read by a screen reader in the table."""

    toggled = Signal(int)  # the lane that was clicked

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        super().__init__(parent)
        self.plot = plot
        self._texts = _texts(plot)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def take(self, plot: Plot) -> None:
        """Shows another plot."""
        self.plot, self._texts = plot, _texts(plot)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click folds the lane, or unfolds it."""
        y = event.position().y() + self.plot.view.top
        lanes = self.plot.rows.lanes_between(y, y + 1)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()) and lanes:
            self.toggled.emit(lanes[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lanes in view."""
        plot, look = self.plot, self.plot.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(look.theme.surface))
        for lane in plot.rows.lanes_between(plot.view.top, plot.view.top + self.height()):
            top = float(plot.rows.lane_tops[lane]) - plot.view.top
            place = QRectF(0, top, self.width(), float(plot.rows.lane_heights[lane]))
            painter.fillRect(place, lane_ground(plot, lane))
            painter.fillRect(QRectF(0, top, look.px(_EDGE), place.height()), lane_colour(plot, lane))
            self._write(painter, lane, place)

    def _write(self, painter: QPainter, lane: int, place: QRectF) -> None:
        """Name and count at the top of the lane, or of what is seen of it."""
        plot, look = self.plot, self.plot.look
        head = plot.columns.lanes[lane]
        text = self._texts[lane]
        height = text.lineCount() * _pitch(look) + _second(look) + look.px(_TOP)
        top = max(place.top(), min(0.0, place.bottom() - height)) + look.px(_TOP)
        painter.setPen(lane_colour(plot, lane))
        left = look.px(_INDENT)
        text.draw(painter, QPointF(left, top))
        painter.setFont(look.font(tokens.LABEL))
        painter.setPen(look.colour(look.theme.ink3))
        below = QRectF(left, top + text.lineCount() * _pitch(look), place.width() - left, _second(look))
        if head.items:
            self._point(painter, lane, QPointF(left + look.px(4), below.center().y()))
            below.adjust(look.px(_SIGN), 0, 0, 0)
            painter.setPen(look.colour(look.theme.ink3))
        items = look.say(plural("{n} item", "{n} items", head.items))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, items)

    def _point(self, painter: QPainter, lane: int, middle: QPointF) -> None:
        """The sign before the count: down where the lane is open, to the right where it is folded."""
        half = self.plot.look.px(3.5)
        down = [QPointF(-half, -half / 2), QPointF(half, -half / 2), QPointF(0, half / 2 + 1)]
        is_folded = self.plot.columns.lanes[lane].is_folded
        corners = [QPointF(each.y(), each.x()) if is_folded else each for each in down]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lane_colour(self.plot, lane))
        painter.drawConvexPolygon(QPolygonF([middle + each for each in corners]))
        painter.restore()


def _texts(plot: Plot) -> list[QTextLayout]:
    return [_laid_out(plot.look, head.name) for head in plot.columns.lanes]


def _laid_out(look: Look, name: str) -> QTextLayout:
    layout = QTextLayout(name, look.font(tokens.SMALL, bold=True))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(look.px(WIDTH - _INDENT - 4))
        line.setPosition(QPointF(0, top))
        top += _pitch(look)
    layout.endLayout()
    return layout


def _pitch(look: Look) -> float:
    return QFontMetricsF(look.font(tokens.SMALL, bold=True)).height()


def _second(look: Look) -> float:
    return QFontMetricsF(look.font(tokens.LABEL)).height()
