"""Where marks on a plane stand so that none hides another, and where their names go beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Spot = tuple[float, float]

_RINGS, _STEPS, _REACH = 12, 6, (0.0, 10.0, 22.0, 36.0)
"""How far marks give way, in how many directions on the first ring, and how far names may stand off, in pixels."""

_LEANS: tuple[Spot, ...] = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
"""On which side of its mark a name is tried, in this order."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the plane, in pixels from its upper left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share some ground."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies in it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def apart(wanted: Sequence[Spot], pitch: float, room: Box) -> tuple[Spot, ...]:
    """Where the marks stand: at their true place, or as near to it as leaves ``pitch`` to every mark before."""
    placed: list[Spot] = []
    for spot in wanted:
        near = (each for each in _round(spot, pitch) if _in(room, each) and _is_free(each, placed, pitch))
        placed.append(next(near, spot))
    return tuple(placed)


def name_places(
    marks: Sequence[Spot],
    sizes: Sequence[Spot],
    room: Box,
    *,
    radius: float,
    gap: float,
    bars: Sequence[Box] = (),
    first: int = -1,
) -> tuple[Box | None, ...]:
    """A place for each mark's name (width and height in ``sizes``): in the room, over no mark and no other name.

    Names keep off the bars where they can. ``first`` is the mark whose name is placed before all others. None where
    there is no place.
    """
    taken = [_round_mark(mark, radius) for mark in marks]
    found: list[Box | None] = [None] * len(marks)
    for number in sorted(range(len(marks)), key=lambda each: each != first):
        tries = [each for each in _tries(marks[number], sizes[number], radius + gap) if room.holds(each)]
        free = [each for each in tries if not any(each.meets(other) for other in taken)]
        clear = (each for each in free if not any(each.meets(bar) for bar in bars))
        place = next(clear, free[0] if free else None)
        if place is not None:
            found[number] = place
            taken.append(place)
    return tuple(found)


def _round(spot: Spot, pitch: float) -> Iterator[Spot]:
    """The place itself, then the places round it, ring by ring."""
    yield spot
    for ring in range(1, _RINGS + 1):
        many = _STEPS * ring
        for step in range(many):
            turn = 2 * pi * step / many
            yield spot[0] + ring * pitch * cos(turn), spot[1] + ring * pitch * sin(turn)


def _is_free(spot: Spot, placed: Sequence[Spot], pitch: float) -> bool:
    return all(hypot(spot[0] - other[0], spot[1] - other[1]) >= pitch - 1e-6 for other in placed)


def _in(room: Box, spot: Spot) -> bool:
    return room.left <= spot[0] <= room.right and room.top <= spot[1] <= room.bottom


def _round_mark(mark: Spot, radius: float) -> Box:
    return Box(mark[0] - radius, mark[1] - radius, mark[0] + radius, mark[1] + radius)


def _tries(mark: Spot, size: Spot, off: float) -> Iterator[Box]:
    """Places beside a mark, the nearest first."""
    wide, high = size
    for reach in _REACH:
        for across, down in _LEANS:
            far = off + reach if across else 0.0
            left = mark[0] + far if across > 0 else mark[0] - far - wide if across < 0 else mark[0] - wide / 2
            lift = (high / 2 + reach if across else high / 2 + off + reach) * down
            middle = mark[1] + lift
            yield Box(left, middle - high / 2, left + wide, middle + high / 2)
