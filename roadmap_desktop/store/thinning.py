"""Which earlier copies stay as time goes by: many of today, few of long ago."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

HOURLY_FOR = timedelta(days=7)
DAILY_FOR = timedelta(days=100)
"""A term."""
BEFORE_MIGRATING_FOR = timedelta(days=30)


class Kept(Protocol):
    """What is known of a copy."""

    @property
    def taken_at(self) -> datetime:
        """When it was taken."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def is_before_migrating(self) -> bool:
        """Whether it was taken before the file was brought to a newer version."""


Copy = TypeVar("Copy", bound=Kept)


def superfluous(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """The copies of one workshop that may go: all of today stay, the last of an hour for a week, of a day for a term.

    The newest copy and those of the last 30 days from before migrating stay. Copies from the future (the clock was
    set back) count as of today.
    """
    newest_first = _newest_first(copies)
    going: list[Copy] = []
    seen: set[object] = set()
    for each in newest_first:
        slot = _slot(each, now)
        if not _is_fixed(each, newest_first[0], now) and (slot is None or slot in seen):
            going.append(each)
        seen.add(slot)
    return going


def beyond(workshops: Iterable[Sequence[Copy]], now: datetime, most_bytes: int) -> list[Copy]:
    """The oldest copies of all workshops together that must go so that the rest fits into the bytes.

    The newest of each workshop and those of the last 30 days from before migrating stay whatever the bound.
    """
    groups = [_newest_first(copies) for copies in workshops]
    left = sum(each.size for group in groups for each in group)
    free = [each for group in groups for each in group if not _is_fixed(each, group[0], now)]
    going: list[Copy] = []
    for each in sorted(free, key=lambda each: each.taken_at):
        if left <= most_bytes:
            break
        going.append(each)
        left -= each.size
    return going


def _newest_first(copies: Iterable[Copy]) -> list[Copy]:
    return sorted(copies, key=lambda each: each.taken_at, reverse=True)


def _is_fixed(each: Kept, newest: Kept, now: datetime) -> bool:
    return each is newest or (each.is_before_migrating and now - each.taken_at <= BEFORE_MIGRATING_FOR)


def _slot(each: Kept, now: datetime) -> object | None:
    """The span of time of which one copy stays; None where it is too old."""
    if each.taken_at.date() >= now.date():
        return each.taken_at
    age = now - each.taken_at
    if age <= HOURLY_FOR:
        return each.taken_at.replace(minute=0, second=0, microsecond=0)
    return each.taken_at.date() if age <= DAILY_FOR else None
