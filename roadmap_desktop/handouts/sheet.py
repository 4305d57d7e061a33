"""The sheets of paper that handouts are made for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.tokens import PAPER_MARGIN, PAPER_MARGIN_BOTTOM, PAPER_MARGIN_TOP


class Paper(StrEnum):
    """A size of paper."""

    LETTER = "letter"
    A4 = "a4"


class Turn(StrEnum):
    """Which way the sheet is held."""

    UPRIGHT = "upright"
    SIDEWAYS = "sideways"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size and the room inside its margins, in points from the lower left corner.

    ``above`` and ``below`` are the margins where header and footer stand.
    """

    width: float
    height: float
    above: float = PAPER_MARGIN_TOP
    below: float = PAPER_MARGIN_BOTTOM

    @property
    def left(self) -> float:
        """Where content begins."""
        return PAPER_MARGIN

    @property
    def right(self) -> float:
        """Where content ends."""
        return self.width - PAPER_MARGIN

    @property
    def top(self) -> float:
        """Where content begins, from the lower edge."""
        return self.height - self.above

    @property
    def bottom(self) -> float:
        """Where content ends, from the lower edge; the footer stands below."""
        return self.below


_SIZES = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}


def sheet(paper: Paper, turn: Turn = Turn.UPRIGHT) -> Sheet:
    """The page of that size, held that way."""
    short, long = _SIZES[paper]
    return Sheet(long, short) if turn is Turn.SIDEWAYS else Sheet(short, long)
