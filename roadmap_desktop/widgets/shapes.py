"""Marks that are drawn, since the font has no ticks, crosses, arrows or boxes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from roadmap_desktop.language import Message, message


class Shape(StrEnum):
    """A mark; each has a word for those who do not see it."""

    TICK = "tick"
    CROSS = "cross"
    ALERT = "alert"
    DOT = "dot"
    PLUS = "plus"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    UNDO = "undo"
    REDO = "redo"
    SCREEN = "screen"


SPOKEN: dict[Shape, Message] = {
    Shape.TICK: message("holds"),
    Shape.CROSS: message("missing"),
    Shape.ALERT: message("look here"),
}
"""The words of the marks that carry a meaning of their own; the others stand beside a word."""


def draw(painter: QPainter, shape: Shape, place: QRectF, colour: QColor, width: float = 1.6) -> None:
    """Draws the mark in the middle of the place, as large as the place's shorter side allows."""
    side = min(place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center())
    painter.scale(side / 18, side / 18)
    pen = QPen(colour, width * 18 / side, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[shape](painter, colour)
    painter.restore()


def plate(painter: QPainter, place: QRectF, radius: float, fill: QColor | None, line: QColor | None = None) -> None:
    """Draws a rounded ground with a hairline where one is given; the line lies inside the place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1) if line else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5) if line else place, radius, radius)
    painter.restore()


def _stroke(*points: tuple[float, float]) -> Callable[[QPainter, QColor], None]:
    polygon = QPolygonF([QPointF(x, y) for x, y in points])
    return lambda painter, _colour: painter.drawPolyline(polygon)


def _filled(*points: tuple[float, float]) -> Callable[[QPainter, QColor], None]:
    polygon = QPolygonF([QPointF(x, y) for x, y in points])

    def drawn(painter: QPainter, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(polygon)

    return drawn


def _both(*parts: Callable[[QPainter, QColor], None]) -> Callable[[QPainter, QColor], None]:
    def drawn(painter: QPainter, colour: QColor) -> None:
        for part in parts:
            part(painter, colour)

    return drawn


def _alert(painter: QPainter, colour: QColor) -> None:
    painter.drawLine(QPointF(0, -5.5), QPointF(0, 1))
    painter.drawPoint(QPointF(0, 5))


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)


def _screen(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(-6.5, -5.5, 13, 9), 1.2, 1.2)
    painter.drawLine(QPointF(-3, 6), QPointF(3, 6))


def _turn(direction: int) -> Callable[[QPainter, QColor], None]:
    """An arrow that turns back (-1) or forward (1)."""

    def drawn(painter: QPainter, colour: QColor) -> None:
        path = QPainterPath(QPointF(6 * direction, -2))
        path.lineTo(-1.5 * direction, -2)
        path.cubicTo(-8.5 * direction, -2, -8.5 * direction, 6.5, -1.5 * direction, 6.5)
        path.lineTo(2 * direction, 6.5)
        painter.drawPath(path)
        head = [QPointF(2.5 * direction, -5.5), QPointF(6 * direction, -2), QPointF(2.5 * direction, 1.5)]
        painter.drawPolyline(QPolygonF(head))

    return drawn


_DRAWN: dict[Shape, Callable[[QPainter, QColor], None]] = {
    Shape.TICK: _stroke((-4.5, 0.5), (-1.5, 3.5), (4.5, -3.5)),
    Shape.CROSS: _both(_stroke((-4, -4), (4, 4)), _stroke((4, -4), (-4, 4))),
    Shape.ALERT: _alert,
    Shape.DOT: _dot,
    Shape.PLUS: _both(_stroke((-5, 0), (5, 0)), _stroke((0, -5), (0, 5))),
    Shape.LEFT: _both(_stroke((6, 0), (-6, 0)), _stroke((-2, -4), (-6, 0), (-2, 4))),
    Shape.RIGHT: _both(_stroke((-6, 0), (6, 0)), _stroke((2, -4), (6, 0), (2, 4))),
    Shape.UP: _filled((-3.5, 2), (3.5, 2), (0, -3)),
    Shape.DOWN: _filled((-3.5, -2), (3.5, -2), (0, 3)),
    Shape.UNDO: _turn(-1),
    Shape.REDO: _turn(1),
    Shape.SCREEN: _screen,
}
