"""The foot of every page: whose it is and what, its code, when it was made, how far the reader is."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.handouts.flow import rule
from roadmap_desktop.handouts.look import Style
from roadmap_desktop.handouts.pieces import Handout, Line, Strong
from roadmap_desktop.handouts.sheet import Sheet
from roadmap_desktop.handouts.structure import Pen
from roadmap_desktop.handouts.text import Run, Side, broken, natural_width, put, set_block
from roadmap_desktop.language import Language, message
from roadmap_desktop.tokens import LIGHT

_RULE, _WORDS, _EDGE = 10.5, 15.0, 30.0
"""From the content down to the hairline and to the words, and from the words to the edge of the sheet, in points."""


@dataclass(frozen=True, slots=True)
class Footer:
    """District and title in lines on the left; the rest on the right, or on a line below where it has no room."""

    handout: Handout
    style: Style
    lines: tuple[tuple[Run, ...], ...]
    drop: int

    @property
    def room(self) -> float:
        """The margin it needs, in points."""
        return _WORDS + max(len(self.lines), self.drop + 1) * self.style.leading + _EDGE

    def draw(self, pen: Pen, page: Sheet, number: int, pages: int) -> None:
        """Draws it for page ``number`` of ``pages``."""
        rule(pen, page.left, page.bottom - _RULE, page.right - page.left, 0.75, LIGHT.line)
        top = page.bottom - _WORDS
        set_block(pen, self.lines, self.style, page.left, top, page.right - page.left, Side.LEFT)
        middle = top - (self.drop + 0.5) * self.style.leading
        put(pen, _right(self.handout, number, pages), self.style, page.right, middle, side=Side.RIGHT)


def footer(handout: Handout, sample: str, style: Style, width: float) -> Footer:
    """The footer across that width; ``sample`` is the word that marks a sample, or nothing."""
    title = f"{handout.district} · {handout.title}"
    left: Line = (Strong(f"{sample} · "), title) if sample else title
    beside = broken(left, style, width - natural_width(_right(handout, 888, 888), style) - 12.0)
    if len(beside) <= 2:
        return Footer(handout, style, tuple(beside), 0)
    lines = tuple(broken(left, style, width))
    return Footer(handout, style, lines, len(lines))


def _right(handout: Handout, number: int, pages: int) -> str:
    return Language(handout.language).say(
        message(
            "{code} · made {made} · page {page} of {pages}",
            code=handout.code,
            made=handout.made,
            page=number,
            pages=pages,
        )
    )
