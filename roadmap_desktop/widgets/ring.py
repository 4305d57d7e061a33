"""A ring: how a stage stands, as a number, a tick or an exclamation mark in a circle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from roadmap_desktop import tokens
from roadmap_desktop.journey.standing import State
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.shapes import Shape, draw

DIAMETER = 24
"""Of the ring, in pixels at the system's normal text size."""


def paint_ring(painter: QPainter, centre: QPointF, state: State, number: int) -> None:
    """Paints the ring of a stage: grey untouched, blue open, red with "!" in alert, green with a tick when done."""
    worn = theme.worn()
    hue = theme.colour(
        {
            State.UNTOUCHED: worn.ink3,
            State.OPEN: worn.accent,
            State.ALERT: worn.bad,
            State.DONE: worn.good,
        }[state]
    )
    radius = theme.px(DIAMETER) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = state in (State.DONE, State.ALERT)
    painter.setPen(QPen(hue, 2))
    painter.setBrush(hue if filled else theme.colour(worn.surface))
    painter.drawEllipse(centre, radius - 1, radius - 1)
    place = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    if filled:
        shape = Shape.TICK if state is State.DONE else Shape.ALERT
        inner = place.adjusted(*(side * theme.px(5) for side in (1, 1, -1, -1)))
        draw(painter, shape, inner, theme.colour(worn.surface), 1.8)
    else:
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(hue)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()
