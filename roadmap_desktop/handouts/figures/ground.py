"""What lies under the bars of a timeline: lines at the starts of periods, breaks hatched, today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.look import tinted
from roadmap_desktop.handouts.structure import Pen
from roadmap_desktop.tokens import LIGHT

_STEP = 4.0
"""Hatch lines are this far apart, in points."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Places from the left of a timeline in points: breaks from left to right edge, lines, today."""

    breaks: Sequence[tuple[float, float]]
    lines: Sequence[float]
    today: float | None

    def draw(self, pen: Pen, x: float, top: float, height: float) -> None:
        """Draws the part of the ground that lies behind one strip."""
        canvas = pen.canvas
        for left, right in self.breaks:
            hatched(pen, x + left, top - height, right - left, height)
        canvas.setStrokeColor(HexColor(LIGHT.line))
        canvas.setLineWidth(0.75)
        for at in self.lines:
            canvas.line(x + at, top - height, x + at, top)
        if self.today is not None:
            canvas.setStrokeColor(HexColor(LIGHT.bad))
            canvas.line(x + self.today, top - height, x + self.today, top)


def hatched(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """Draws a hatched rectangle; its lines meet those of the rectangle above, since they hang on the page."""
    if width <= 0:
        return
    canvas = pen.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillColor(HexColor(LIGHT.sunk))
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor(tinted(LIGHT.ink3, 0.4)))
    canvas.setLineWidth(0.5)
    start = (x - y - height) // _STEP * _STEP
    while start < x + width - y:  # the line on which x - y is start
        canvas.line(start + y, y, start + y + height, y + height)
        start += _STEP
    canvas.restoreState()
