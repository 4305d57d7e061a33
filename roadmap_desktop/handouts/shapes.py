"""Marks as shapes, since the typeface has no boxes, ticks or diamonds; and what they say when read aloud."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.flow import Block
from roadmap_desktop.handouts.pieces import Mark
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.tokens import LIGHT

_SPOKEN: dict[Mark, Words] = {
    Mark.BOX: message("not done"),
    Mark.HALF: message("begun"),
    Mark.TICKED: message("done"),
    Mark.CROSSED: message("no"),
    Mark.DIAMOND: message("milestone"),
    Mark.CIRCLE: message("to tick"),
    Mark.WRITE: message("to fill in"),
    Mark.BULLET: "•",
}

MARK_SIZE = 8.0
"""A mark beside words, in points at the usual body size."""


def spoken(mark: Mark, language: str) -> str:
    """What a screen reader says for the mark; nothing for no mark and for numbers, which are words."""
    return Language(language).say(_SPOKEN.get(mark))


_SIZES = {Mark.CIRCLE: 12.0, Mark.WRITE: 16.0}
_WIDE = 1.5
"""Marks for a pen, in points at the usual body size, and how much wider than high the one is that is written in."""


def mark_size(mark: Mark) -> float:
    """How high a mark is, in points at the usual body size."""
    return _SIZES.get(mark, MARK_SIZE)


def mark_width(mark: Mark) -> float:
    """How wide a mark is, in points at the usual body size."""
    return mark_size(mark) * (_WIDE if mark is Mark.WRITE else 1.0)


class Marked(Block):
    """A mark beside the first line of its words."""

    def __init__(self, mark: Mark, size: float, leading: float, element: Element | None) -> None:
        super().__init__(max(leading, size))
        self._mark = mark
        self._size = size
        self._element = element

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws the mark around the middle of the line."""
        with pen.content(self._element):
            pen.canvas.saveState()
            shape(pen, self._mark, x, top - self.height / 2, self._size)
            pen.canvas.restoreState()


def shape(pen: Pen, mark: Mark, x: float, middle: float, size: float) -> None:
    """Draws a mark that is ``size`` points wide from x, around that height."""
    canvas, half = pen.canvas, size / 2
    canvas.setStrokeColor(HexColor(LIGHT.ink2))
    canvas.setFillColor(HexColor(LIGHT.ink))
    canvas.setLineWidth(size / 11)
    if mark is Mark.BULLET:
        canvas.circle(x + half, middle, size * 0.2, stroke=0, fill=1)
    elif mark is Mark.CIRCLE:
        canvas.circle(x + half, middle, half - size / 22, stroke=1, fill=0)
    elif mark is Mark.WRITE:
        canvas.rect(x, middle - half, size * _WIDE, size, stroke=1, fill=0)
    elif mark is Mark.DIAMOND:
        diamond(pen, x + half, middle, half * 0.9, LIGHT.ink, LIGHT.surface)
    elif mark in (Mark.BOX, Mark.HALF, Mark.TICKED, Mark.CROSSED):
        canvas.rect(x, middle - half, size, size, stroke=1, fill=0)
        _inside(pen, mark, x, middle - half, size)


def diamond(pen: Pen, x: float, y: float, half: float, colour: str, ground: str) -> None:
    """Draws a diamond around that point, outlined in the colour on the ground."""
    canvas = pen.canvas
    canvas.setStrokeColor(HexColor(colour))
    canvas.setFillColor(HexColor(ground))
    canvas.setLineWidth(half / 4.4)
    path = canvas.beginPath()
    path.moveTo(x, y + half)
    for across, up in ((half, 0), (0, -half), (-half, 0)):
        path.lineTo(x + across, y + up)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _inside(pen: Pen, mark: Mark, x: float, y: float, size: float) -> None:
    """What stands in a box; its strokes are in shares of the size."""
    canvas = pen.canvas
    strokes = {
        Mark.HALF: [((0.22, 0.5), (0.78, 0.5))],
        Mark.TICKED: [((0.2, 0.52), (0.42, 0.27)), ((0.42, 0.27), (0.82, 0.78))],
        Mark.CROSSED: [((0.24, 0.24), (0.76, 0.76)), ((0.24, 0.76), (0.76, 0.24))],
    }
    canvas.setStrokeColor(HexColor(LIGHT.ink))
    canvas.setLineWidth(size / 7)
    canvas.setLineCap(1)
    for (x1, y1), (x2, y2) in strokes.get(mark, []):
        canvas.line(x + x1 * size, y + y1 * size, x + x2 * size, y + y2 * size)
