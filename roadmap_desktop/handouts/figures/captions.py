"""Where the words of a row of a timeline stand: right of its marks, left of them, or on the lines below."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from roadmap_desktop.handouts.figures.axis import Frame
from roadmap_desktop.handouts.shown import Naming, Row
from roadmap_desktop.handouts.structure import Pen
from roadmap_desktop.handouts.text import Run, Side, balanced, broken, line_width, natural_width, set_block
from roadmap_desktop.tokens import LIGHT

_APART = 5.0
"""Between a mark and the words beside it, in points."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words at a place from the left of the timeline, in points, on one line beside the marks or on lines below."""

    lines: tuple[tuple[Run, ...], ...]
    at: float
    width: float
    below: bool

    def draw(self, pen: Pen, shape: Frame, x: float, y: float) -> None:
        """Draws the words on a white ground: below that height, or around it where they stand beside."""
        style = shape.look.hint
        height = len(self.lines) * style.leading
        top = y if self.below else y + height / 2
        pen.canvas.setFillColor(HexColor(LIGHT.surface))
        pen.canvas.rect(x + self.at - 0.5, top - height + 0.5, self.width + 1.5, height - 1.0, stroke=0, fill=1)
        set_block(pen, self.lines, style, x + self.at, top, self.width, Side.LEFT)


def caption(row: Row, shape: Frame, diamond: float) -> Caption | None:
    """The row's words where they have room; milestones reach ``diamond`` points to either side."""
    if not row.words:
        return None
    style = shape.look.hint
    wide = natural_width(row.words, style)
    left, right = _reach(row, shape, diamond)
    lines = tuple(broken(row.words, style, max(wide, 1.0)))
    single = len(lines) == 1 and shape.lanes.naming is Naming.BESIDE
    if single and right + _APART + wide <= shape.width:
        return Caption(lines, right + _APART, wide, below=False)
    if single and left - _APART - wide >= shape.begin:
        return Caption(lines, left - _APART - wide, wide, below=False)
    lines = tuple(balanced(row.words, style, shape.width - shape.begin))
    wide = max(line_width(line, style) for line in lines)
    return Caption(lines, max(shape.begin, min(left, shape.width - wide)), wide, below=True)


def _reach(row: Row, shape: Frame, diamond: float) -> tuple[float, float]:
    """From the first mark to the last."""
    lefts = [shape.place(bar.first) for bar in row.bars] + [shape.middle(day) - diamond for day in row.milestones]
    rights = [shape.end(bar.last) for bar in row.bars] + [shape.middle(day) + diamond for day in row.milestones]
    rights += [shape.end(bar.baseline[1]) for bar in row.bars if bar.baseline]
    lefts += [shape.place(bar.baseline[0]) for bar in row.bars if bar.baseline]
    return min(lefts, default=shape.begin), max(rights, default=shape.begin)
