"""Where cards lie: side by side in lines, or in groups one beside the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """The place of each card, in pixels from the upper left of all, and how high all of it is."""

    cards: tuple[QRect, ...]
    height: int

    def at(self, point: QPoint) -> int:
        """The card under a point; -1 where there is none."""
        return next((number for number, place in enumerate(self.cards) if place.contains(point)), -1)

    def beside(self, number: int, across: int, down: int) -> int:
        """The nearest card from one on in a direction (-1, 0 or 1 across and down); itself where there is none."""
        here = self.cards[number].center()
        best, found = 0, number
        for other, place in enumerate(self.cards):
            step = place.center() - here
            ahead, aside = (step.x() * across, abs(step.y())) if across else (step.y() * down, abs(step.x()))
            far = ahead + 2 * aside
            if ahead > 0 and ahead >= aside and (found == number or far < best):
                best, found = far, other
        return found


def in_lines(heights: Sequence[int], width: int, columns: int, gap: int) -> CardPlaces:
    """Lines of ``columns`` cards of equal width; the cards of a line are as high as its highest one."""
    wide = (width - gap * (columns - 1)) // columns
    places: list[QRect] = []
    top = 0
    for first in range(0, len(heights), columns):
        line = heights[first : first + columns]
        places += [QRect(place * (wide + gap), top, wide, max(line)) for place in range(len(line))]
        top += max(line) + gap
    return CardPlaces(tuple(places), max(0, top - gap))
