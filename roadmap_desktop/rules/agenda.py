"""The day as it runs: how much time an item has left, how far the day is over, and how the rest can be made to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

SHORTEST = 5
"""Minutes under which no item is shortened; one that was planned shorter stays as it is."""
LATE = 3
"""Minutes the day may be over before a re-flow is offered."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a session: planned minutes, whether it is a break, and when it really began."""

    key: str
    minutes: int
    is_break: bool = False
    started: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment of the day: the place of the item that runs, and the time it has left (below zero where it is over).

    ``over`` is by how much the day will end after its planned end if all that follows takes as long as planned; it is
    below zero where there is time to spare.
    """

    place: int
    planned: timedelta
    left: timedelta
    over: timedelta

    @property
    def share(self) -> float:
        """How much of the item's time is used, 0 to 1."""
        return min(1.0, max(0.0, 1 - self.left / self.planned)) if self.planned else 1.0

    @property
    def is_late(self) -> bool:
        """Whether the day is so far over that the rest has to change."""
        return self.over >= LATE * _MINUTE


def running(items: Sequence[Item]) -> int | None:
    """The place of the item that runs: the last that was begun; None before the first."""
    return max((place for place, item in enumerate(items) if item.started is not None), default=None)


def planned_end(items: Sequence[Item], begins: datetime) -> datetime:
    """When the session ends if it begins then and each item takes its minutes."""
    return begins + sum(item.minutes for item in items) * _MINUTE


def clock(items: Sequence[Item], begins: datetime, now: datetime) -> Clock | None:
    """The day at a moment; ``begins`` is its planned beginning. None before the first item was begun."""
    place = running(items)
    if place is None:
        return None
    started = items[place].started
    assert started is not None
    planned = items[place].minutes * _MINUTE
    left = planned - (now - started)
    ends = now + max(left, timedelta()) + sum(item.minutes for item in items[place + 1 :]) * _MINUTE
    return Clock(place, planned, left, ends - planned_end(items, begins))


@dataclass(frozen=True, slots=True)
class Reflow:
    """The items with new minutes, and by how many minutes the day still ends later than planned.

    What is past holds the minutes it really took, the wait before the first item included, so that the times of the
    whole agenda are true again. ``dropped``
    are the keys of items that are left out.
    """

    items: tuple[Item, ...]
    over: int
    dropped: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the end is kept."""
        return self.over <= 0


def shortened(items: Sequence[Item], begins: datetime, now: datetime, *, without: Sequence[str] = ()) -> Reflow:
    """The rest shortened in proportion so that the end is kept; breaks and the item that runs stay as they are.

    No item goes under half of its minutes or under five (``SHORTEST``); where that is not enough, the rest is as short
    as it may be and ``over`` says what is missing. ``without`` are items that are dropped first. Whole minutes by the
    method of the largest remainder (Hamilton's), earlier items first among equals.

    Raises:
        ValueError: no item runs.
    """
    past, rest, begun = _as_it_went(items, begins, now)
    rest = [item for item in rest if item.key not in without]
    room = (planned_end(items, begins) - begun) // _MINUTE
    work = [item for item in rest if not item.is_break]
    free = room - sum(item.minutes for item in rest if item.is_break)
    lengths = iter(_in_proportion([item.minutes for item in work], free))
    changed = [item if item.is_break else replace(item, minutes=next(lengths)) for item in rest]
    over = sum(item.minutes for item in changed) - room
    return Reflow((*past, *changed), max(0, over), tuple(key for key in without if any(i.key == key for i in items)))


def kept(items: Sequence[Item], begins: datetime, now: datetime) -> Reflow:
    """Everything that follows as it was planned; the day ends later."""
    past, rest, begun = _as_it_went(items, begins, now)
    ends = begun + sum(item.minutes for item in rest) * _MINUTE
    return Reflow((*past, *rest), (ends - planned_end(items, begins)) // _MINUTE)


def _as_it_went(items: Sequence[Item], begins: datetime, now: datetime) -> tuple[list[Item], list[Item], datetime]:
    """What is past and runs with the minutes it took or takes, what follows, and when that begins.

    Where the day began late, the wait counts as part of its first item, so that the times add up from the beginning.
    """
    place = running(items)
    if place is None:
        raise ValueError("no item runs")
    first = items[0]
    if first.started is not None:
        waited = round((first.started - begins) / _MINUTE)
        items = [replace(first, started=begins, minutes=max(1, first.minutes + waited)), *items[1:]]
    past: list[Item] = []
    begun = items[place].started
    assert begun is not None
    for item, ends in zip(items[:place], _ends(items[: place + 1]), strict=True):
        past.append(item if item.started is None else replace(item, minutes=_minutes(ends - item.started)))
    took = max(items[place].minutes, _minutes(now - begun))
    past.append(replace(items[place], minutes=took))
    return past, list(items[place + 1 :]), begun + took * _MINUTE


def _ends(items: Sequence[Item]) -> list[datetime]:
    """When each but the last ended: when the next that was begun began."""
    begun = [[each.started for each in items[place:] if each.started is not None] for place in range(1, len(items))]
    return [following[0] for following in begun]


def _minutes(length: timedelta) -> int:
    """Whole minutes, begun ones counted; at least one."""
    return max(1, -(-length // _MINUTE))


def _in_proportion(minutes: Sequence[int], free: int) -> list[int]:
    """The minutes brought down to ``free`` in all, none under its least and none longer than it was."""
    least = [min(each, max(SHORTEST, -(-each // 2))) for each in minutes]
    if free >= sum(minutes):
        return list(minutes)
    if free <= sum(least):
        return least
    fixed: set[int] = set()
    while True:
        loose = [place for place in range(len(minutes)) if place not in fixed]
        share = Fraction(free - sum(least[place] for place in fixed), sum(minutes[place] for place in loose))
        below = {place for place in loose if minutes[place] * share < least[place]}
        if not below:
            return _whole(minutes, least, fixed, share, free)
        fixed |= below


def _whole(minutes: Sequence[int], least: Sequence[int], fixed: set[int], share: Fraction, free: int) -> list[int]:
    exact = [Fraction(least[place]) if place in fixed else each * share for place, each in enumerate(minutes)]
    found = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (found[place] - exact[place], place))
    for place in by_remainder[: free - sum(found)]:
        found[place] += 1
    return found
