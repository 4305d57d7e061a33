"""The day as a column in which a minute has a height: how lengths snap, and where what is dragged comes to lie."""

from __future__ import annotations

from collections.abc import Sequence

STEP = 5
"""Minutes between the lengths that dragging and keys give; typing may give any."""


def snapped(minutes: float) -> int:
    """The nearest length in steps of five minutes, at least one step."""
    return max(STEP, int(minutes / STEP + 0.5) * STEP)


def stepped(minutes: int, steps: int) -> int:
    """A length so many steps of five minutes longer (or shorter, below 0): from an odd length first to the next step.

    It never gets under one step; a length that is shorter already can't be shortened.
    """
    if steps > 0:
        return (minutes // STEP + steps) * STEP
    return max(min(minutes, STEP), (-(-minutes // STEP) + steps) * STEP)


def scale(minutes: Sequence[int], room: float, *, least: float, most: float) -> float:
    """Height of a minute so that the day fills the room, and more where the shortest item needs it to have ``least``.

    It is never more than ``most``, in which case the shortest items are lower than ``least``.
    """
    if not minutes:
        return most
    return min(most, max(room / sum(minutes), least / min(minutes)))


def landing(others: Sequence[int], top: float) -> int:
    """The place among the others (their minutes, in order) of an item whose top was dragged to that minute.

    An item gives way once it is dragged over by half, in either direction; where it lay, it stays.
    """
    begun, place = 0.0, 0
    for minutes in others:
        if begun + minutes / 2 >= top:
            break
        begun, place = begun + minutes, place + 1
    return place
