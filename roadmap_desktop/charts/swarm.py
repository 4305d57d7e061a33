"""Where the marks of a row stand, so that none hides another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

SIZES = (6.5, 5.0, 4.0, 3.0, 2.0)
"""Diameters of a mark in pixels, tried from the largest down."""

GAP = 0.6
"""Room between two marks, in pixels."""

Spot = tuple[float, float]


def size(rows: Iterable[Sequence[float]], half: float) -> float:
    """The largest diameter at which no mark of any row hides another; the smallest where there is no such one."""
    places = [tuple(row) for row in rows]
    return next((each for each in SIZES if all(swarm(row, half, each)[1] for row in places)), SIZES[-1])


@lru_cache(maxsize=1024)
def swarm(places: tuple[float, ...], half: float, diameter: float) -> tuple[tuple[Spot, ...], bool]:
    """For each mark its distance from the left and from the row's middle; and whether none hides another.

    ``places`` are the true distances from the left in pixels, from low to high; ``half`` is half the height there is.
    Marks stand at their true place, above and below one another where they are close; where many are equal they make
    columns round the place. A mark is moved by half its size at most.
    """
    pitch = diameter + GAP
    heights = _heights(diameter, half)
    ends = [float("-inf")] * len(heights)
    spots: list[Spot] = []
    free = True
    for wanted in _in_columns(places, len(heights), pitch):
        slot = _slot(ends, wanted, pitch)
        left = max(wanted, min(ends[slot] + pitch, wanted + pitch / 2))
        free = free and left - ends[slot] >= pitch - 1e-9
        ends[slot] = left
        spots.append((left, heights[slot]))
    return tuple(spots), free


def _in_columns(places: Sequence[float], most: int, pitch: float) -> Iterator[float]:
    """The places wanted; more equal ones than fit above one another stand in columns round their place."""
    for place, equal in groupby(places):
        many = len(list(equal))
        columns = -(-many // most)
        for number in range(many):
            yield place + (number // most - (columns - 1) / 2) * pitch


def _slot(ends: Sequence[float], left: float, pitch: float) -> int:
    """The slot nearest to the middle that is free, else the one that is free first."""
    free = (slot for slot, end in enumerate(ends) if left - end >= pitch - 1e-9)
    return next(free, min(range(len(ends)), key=ends.__getitem__))


def _heights(diameter: float, half: float) -> tuple[float, ...]:
    """The middle of the row, then one below, one above, and on outwards as far as there is room."""
    pitch = diameter + GAP
    steps = max(0, int((half - diameter / 2) // pitch))
    return (0.0, *(side * step * pitch for step in range(1, steps + 1) for side in (1.0, -1.0)))
