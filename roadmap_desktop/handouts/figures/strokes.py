"""The marks of a timeline on paper: bars with what is done and their baseline, milestones."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.figures.axis import Frame
from roadmap_desktop.handouts.look import tinted
from roadmap_desktop.handouts.shapes import diamond
from roadmap_desktop.handouts.shown import Bar
from roadmap_desktop.handouts.structure import Pen
from roadmap_desktop.tokens import LIGHT

_RADIUS, _LEAST = 1.9, 2.0
"""Corners of a bar; its least width, so that one day can be seen. In points."""

_PLANNED = 0.28
"""The share of the hue in the part of a bar that is not done."""


def bar(pen: Pen, each: Bar, shape: Frame, x: float, middle: float, height: float, stage: str) -> None:
    """Draws a bar around that height in the stage's hue, its baseline as a thin line under it."""
    canvas, hue = pen.canvas, LIGHT.stage(stage)
    left, right = x + shape.place(each.first), x + shape.end(each.last)
    wide, bottom = max(right - left, _LEAST), middle - height / 2
    radius = min(_RADIUS, wide / 2)
    if each.baseline:
        start, end = x + shape.place(each.baseline[0]), x + shape.end(each.baseline[1])
        canvas.setFillColor(HexColor(LIGHT.ink3))
        canvas.rect(start, bottom - 1.9, max(end - start, _LEAST), 1.2, stroke=0, fill=1)
    canvas.setFillColor(HexColor(hue if each.done is None else tinted(hue, _PLANNED)))
    canvas.roundRect(left, bottom, wide, height, radius, stroke=0, fill=1)
    if each.done:
        _done(pen, (left, bottom, wide, height), radius, each.done, hue)
    if each.done is not None or each.critical:
        canvas.setStrokeColor(HexColor(LIGHT.ink if each.done is None else hue))
        canvas.setLineWidth(1.8 if each.critical else 0.75)
        canvas.roundRect(left, bottom, wide, height, radius, stroke=1, fill=0)


def milestone(pen: Pen, x: float, middle: float, half: float, stage: str) -> None:
    """Draws a milestone around that point in the stage's hue."""
    diamond(pen, x, middle, half, LIGHT.stage(stage), LIGHT.surface)


def _done(pen: Pen, box: tuple[float, float, float, float], radius: float, share: float, hue: str) -> None:
    """Draws the part that is done, inside the rounded corners."""
    left, bottom, wide, height = box
    canvas = pen.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.roundRect(left, bottom, wide, height, radius)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillColor(HexColor(hue))
    canvas.rect(left, bottom, wide * min(share, 1.0), height, stroke=0, fill=1)
    canvas.restoreState()
