"""A timeline on paper: lanes with bars and milestones, their words beside or below, breaks hatched."""

from __future__ import annotations

from roadmap_desktop.handouts.figures.axis import Frame, frame, header, legend
from roadmap_desktop.handouts.figures.captions import Caption, caption
from roadmap_desktop.handouts.figures.strokes import bar, milestone
from roadmap_desktop.handouts.flow import Block, Drawn, Stack, rule
from roadmap_desktop.handouts.look import Look
from roadmap_desktop.handouts.pieces import Cells
from roadmap_desktop.handouts.shown import Lane, Lanes, Row
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.handouts.text import Side, broken, set_block
from roadmap_desktop.tokens import LIGHT

BAR, DIAMOND = 8.25, 6.0
"""Height of a bar, and a milestone from its middle to a corner, in points at the usual size."""

_APART = 5.0
"""Between lanes of several rows, in points at the usual size."""


def strips(lanes: Lanes, look: Look, width: float, element: Element) -> tuple[Block, list[Block]]:
    """The header of the timeline, which comes again on each page, and its lanes."""
    shape = frame(lanes, look, width)
    apart = look.grown(_APART) if any(len(lane.rows) > 1 for lane in lanes.lanes) else 0.0
    rows: list[Block] = [_lane(lane, shape, element, apart) for lane in lanes.lanes]
    return header(shape, element), [*rows, *legend(shape, element)]


def _lane(lane: Lane, shape: Frame, element: Element, apart: float) -> Block:
    """The rows of a lane; its name stands at the first, and again where the lane goes on on a new page.

    Lanes of several rows are set ``apart``, with a hairline between.
    """
    style = shape.look.cells(Cells.STRONG)
    name = broken(lane.name, style, shape.names)
    least = len(name) * style.leading if len(name) > 1 else 0.0
    rows = lane.rows or (Row(),)
    drawn = [_row(row, lane, shape, element, least if row is rows[-1] else 0.0) for row in rows]

    def naming(pen: Pen, x: float, top: float) -> None:
        if apart:
            shape.ground.draw(pen, x, top, apart)
            rule(pen, x, top - apart / 2, shape.width, 0.75, LIGHT.line)
        first = top - apart - shape.look.grown(2.5 + BAR / 2) + style.leading / 2
        set_block(pen, name, style, x, first, shape.names, Side.LEFT)

    return Stack(drawn, page=shape.look.page, header=Drawn(apart, shape.width, naming, element))


def _row(row: Row, lane: Lane, shape: Frame, element: Element, least: float) -> Drawn:
    """One line of a lane, at least that high."""
    grown = shape.look.grown
    words = caption(row, shape, grown(DIAMOND))
    middle = grown(2.5 + BAR / 2)
    height = max(_height(words, shape), least)

    def drawing(pen: Pen, x: float, top: float) -> None:
        shape.ground.draw(pen, x, top, height)
        if words:  # before the marks, since its white ground may touch them
            words.draw(pen, shape, x, top - (middle + grown(BAR / 2 + 0.75) if words.below else middle))
        for each in row.bars:
            bar(pen, each, shape, x, top - middle, grown(BAR), lane.stage)
        for day in row.milestones:
            milestone(pen, shape.middle(day) + x, top - middle, grown(DIAMOND), lane.stage)

    return Drawn(height, shape.width, drawing, element)


def _height(words: Caption | None, shape: Frame) -> float:
    grown = shape.look.grown
    if words is None or not words.below:
        return grown(BAR + 5.0)
    return grown(2.5 + BAR + 0.75) + len(words.lines) * shape.look.hint.leading + grown(1.5)
