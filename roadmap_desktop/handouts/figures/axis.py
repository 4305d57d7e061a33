"""The time axis of a timeline on paper: where a day lies, the header above the lanes, the legend below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap_desktop.handouts.figures.ground import Ground, hatched
from roadmap_desktop.handouts.flow import Drawn
from roadmap_desktop.handouts.fonts import Face
from roadmap_desktop.handouts.look import Look, Style
from roadmap_desktop.handouts.pieces import Cells
from roadmap_desktop.handouts.shown import Lanes, Stretch
from roadmap_desktop.handouts.structure import Element, Pen
from roadmap_desktop.handouts.text import Side, broken, natural_width, put, set_block
from roadmap_desktop.tokens import LIGHT

_INSET = 2.25
"""Words of the header stand this far right of their line, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a timeline in points from its left: names up to ``names``, days from ``begin`` to ``width``."""

    look: Look
    lanes: Lanes
    names: float
    begin: float
    width: float

    def place(self, day: date, days: float = 0.0) -> float:
        """Where that day begins, or ``days`` later, kept inside the timeline."""
        first, last = self.lanes.first, self.lanes.last
        share = ((day - first).days + days) / ((last - first).days + 1)
        return self.begin + (self.width - self.begin) * min(max(share, 0.0), 1.0)

    def end(self, day: date) -> float:
        """Where that day ends."""
        return self.place(day, 1.0)

    def middle(self, day: date) -> float:
        """Where the middle of that day is."""
        return self.place(day, 0.5)

    @property
    def ground(self) -> Ground:
        """What lies under the bars."""
        lanes = self.lanes
        scale = lanes.scales[-1] if lanes.scales else ()
        return Ground(
            [(self.place(stretch.first), self.end(stretch.last)) for stretch in lanes.breaks],
            [self.place(stretch.first) for stretch in scale],
            self.middle(lanes.today[0]) if lanes.today else None,
        )


def frame(lanes: Lanes, look: Look, width: float) -> Frame:
    """The room shared out: a quarter at most goes to the lanes' names."""
    style = look.cells(Cells.STRONG)
    names = max((natural_width(lane.name, style) for lane in lanes.lanes), default=0.0)
    names = min(max(names, width * 0.16), width * 0.25)
    return Frame(look, lanes, names, names + look.grown(10.0), width)


def header(shape: Frame, element: Element) -> Drawn:
    """The names of the stretches, row by row, and today's word above its line."""
    style = shape.look.hint
    labels: list[tuple[str, float, float, Style]] = []
    depth = 0.0
    for number, scale in enumerate(shape.lanes.scales):
        last = number == len(shape.lanes.scales) - 1
        face = style if last else Style(Face.BOLD, style.size, style.leading, LIGHT.ink)
        placed, depth = _levels(scale, shape, face, depth)
        labels += placed
    if shape.lanes.today:
        day, words = shape.lanes.today
        today = Style(Face.BOLD, style.size, style.leading, LIGHT.bad)
        wide = natural_width(words, today)
        at = min(max(shape.middle(day) - wide / 2, shape.begin), shape.width - wide)
        labels.append((words, at, depth, today))
        depth += style.leading

    def drawing(pen: Pen, x: float, top: float) -> None:
        for words, at, down, face in labels:
            put(pen, words, face, x + at, top - down - face.leading / 2)

    return Drawn(depth + 1.0, shape.width, drawing, element)


def _levels(
    scale: tuple[Stretch, ...], shape: Frame, style: Style, depth: float
) -> tuple[list[tuple[str, float, float, Style]], float]:
    """Each name on the highest line where it meets no other: words, place, depth, style; and the depth below."""
    ends: list[float] = []
    labels = []
    for stretch in scale:
        wide = natural_width(stretch.words, style)
        at = min(shape.place(stretch.first) + _INSET, shape.width - wide)
        level = next((i for i, end in enumerate(ends) if at >= end + 4.0), len(ends))
        ends[level : level + 1] = [at + wide]
        labels.append((stretch.words, at, depth + level * style.leading, style))
    return labels, depth + len(ends) * style.leading


def legend(shape: Frame, element: Element) -> list[Drawn]:
    """One line of words that says what is hatched; nothing without breaks."""
    if not shape.lanes.breaks:
        return []
    style, grown = shape.look.hint, shape.look.grown
    indent = shape.begin + grown(18.0)
    words = ", ".join(stretch.words for stretch in shape.lanes.breaks)
    lines = broken(words, style, shape.width - indent)

    def drawing(pen: Pen, x: float, top: float) -> None:
        hatched(pen, x + shape.begin, top - grown(4.0) - style.leading, grown(13.0), style.leading - grown(1.0))
        set_block(pen, lines, style, x + indent, top - grown(3.5), shape.width - indent, Side.LEFT)

    return [Drawn(len(lines) * style.leading + grown(4.0), shape.width, drawing, element)]
