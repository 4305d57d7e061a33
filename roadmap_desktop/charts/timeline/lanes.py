"""The lanes at the left: the stage's hue at the edge, the phase's name and how many items it has."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.charts.timeline.plot import Plot
from roadmap_desktop.language import plural

WIDTH = 129.0
"""Width of the lanes' names, in pixels at normal text size."""
_EDGE, _INDENT, _TOP = 4.0, 10.0, 6.0
_GROUND = 0.06


def lane_colour(plot: Plot, lane: int, opacity: float = 1.0) -> QColor:
    """The hue of a lane."""
    return plot.look.colour(plot.look.theme.stage(plot.columns.lanes[lane][1]), opacity)


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

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        super().__init__(parent)
        self.plot = plot
        self._texts = _texts(plot)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def take(self, plot: Plot) -> None:
        """Shows another plot."""
        self.plot, self._texts = plot, _texts(plot)
        self.update()

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
        _, _, many = plot.columns.lanes[lane]
        text = self._texts[lane]
        height = text.lineCount() * _pitch(look) + _second(look) + look.px(_TOP)
        top = max(place.top(), min(0.0, place.bottom() - height)) + look.px(_TOP)
        painter.setPen(lane_colour(plot, lane))
        left = look.px(_INDENT)
        text.draw(painter, QPointF(left, top))
        painter.setFont(look.font(tokens.LABEL))
        painter.setPen(look.colour(look.theme.ink3))
        below = QRectF(left, top + text.lineCount() * _pitch(look), place.width() - left, _second(look))
        items = look.say(plural("{n} item", "{n} items", many))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, items)


def _texts(plot: Plot) -> list[QTextLayout]:
    return [_laid_out(plot.look, name) for name, _, _ in plot.columns.lanes]


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
