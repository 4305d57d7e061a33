"""Voting: how many dots a person has, what a vote can hold, who is as good as equal, and whether a room agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

CAP = 2
"""Dots that one person may put on one option."""

SLIP = (5, 4, 3, 2, 1)
"""What the picks of a secret slip count, from the first on."""

CLOSE = 2
"""A couple of dots: options no further apart are as good as equal."""

FIST_LEVELS, GRADIENT_LEVELS = 6, 8
"""Fist to five shows 0 to 5 fingers; the gradients of agreement have eight steps, from a veto to an endorsement."""

FIST_LEAST, FIST_MEAN = 2, 3.0
"""A room agrees when nobody shows fewer fingers than this, and the mean is at least that."""

GRADIENT_WITH, GRADIENT_SHARE = 4, 0.75
"""A room agrees without a veto when this share is on this step or a higher one (from 0): agrees, with reservations."""

_SHORTEST_WORD = 4
_ALIKE = 0.5


class Way(StrEnum):
    """How a room votes; the last two check whether it agrees with what was chosen."""

    DOTS = "dots"
    SLIPS = "slips"
    FIST = "fist"
    GRADIENTS = "gradients"


CHECKS = (Way.FIST, Way.GRADIENTS)
"""The ways that ask one question of all, instead of sharing out votes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one person may give in all and to one option."""

    each: int
    one: int


def dots_each(options: int) -> int:
    """The dots of each person: a third of the options, rounded, at least one."""
    return max(1, (2 * options + 3) // 6)


def limits(way: Way, options: int) -> Limits:
    """The most that one person may give in all and to one option; with fewer options than picks, the first picks."""
    if way is Way.SLIPS:
        return Limits(sum(SLIP[:options]), SLIP[0])
    each = dots_each(options)
    return Limits(each, min(CAP, each))


def close_pairs(values: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """Options with votes that follow one another and are as good as equal, by place; the better first."""
    order = sorted(
        (place for place, value in enumerate(values) if value > 0), key=lambda place: (-values[place], place)
    )
    return tuple((first, second) for first, second in pairwise(order) if values[first] - values[second] <= CLOSE)


def split_pairs(names: Sequence[str], values: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """Options much alike by their names that took votes from one another: together they would come before others.

    Names are alike that share half of their longer words. The pair is told where its sum passes somebody whom neither
    of the two passes alone.
    """
    words = [
        frozenset(word for word in re.findall(r"\w+", name.casefold()) if len(word) >= _SHORTEST_WORD) for name in names
    ]
    found = []
    for first, second in combinations(range(len(names)), 2):
        shared, least = words[first] & words[second], min(len(words[first]), len(words[second]))
        if not least or len(shared) / least < _ALIKE:
            continue
        best, total = max(values[first], values[second]), values[first] + values[second]
        others = (value for place, value in enumerate(values) if place not in (first, second))
        if any(best <= value < total for value in others):
            found.append((first, second))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a check says: whether the room agrees, the mean of the levels (from 0), and how many stand against it."""

    agrees: bool
    mean: float
    against: int
    voters: int


def agreed(way: Way, counts: Sequence[int]) -> Agreed | None:
    """Whether a room agrees; ``counts`` are the people at each level from the lowest up. None where nobody showed any.

    Fist to five: nobody under two fingers, and a mean of three at least. Gradients of agreement (S. Kaner and others,
    Facilitator's Guide to Participatory Decision-Making): nobody vetoes, and three of four agree, with reservations or
    without.
    """
    voters = sum(counts)
    if not voters:
        return None
    mean = sum(level * count for level, count in enumerate(counts)) / voters
    if way is Way.FIST:
        against = sum(counts[:FIST_LEAST])
        return Agreed(not against and mean >= FIST_MEAN, mean, against, voters)
    share = sum(counts[GRADIENT_WITH:]) / voters
    return Agreed(not counts[0] and share >= GRADIENT_SHARE, mean, counts[0], voters)
