"""Prepare: how a school year is named, and when each item of a session begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

_YEAR = re.compile(r"\s*(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})\s*")
_DAY = 24 * 60


def school_year_name(text: str) -> str | None:
    """A school year as it is kept ("2026-27"), from 2026-27, 2026–2027 or 2026/27.

    None where the text is no year, or the second year does not follow the first.
    """
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    following = first + 1
    return f"{first}-{following % 100:02}" if second in (following, following % 100) else None


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item of a session begins and ends."""

    start: time
    end: time


def slots(starts_at: time, minutes: Iterable[int]) -> tuple[Slot, ...]:
    """The slots of a session's items, one after the other from its start; past midnight the clock begins again."""
    begun = starts_at.hour * 60 + starts_at.minute
    found = []
    for length in minutes:
        found.append(Slot(_clock(begun), _clock(begun + length)))
        begun += length
    return tuple(found)


def _clock(minutes: int) -> time:
    return time(*divmod(minutes % _DAY, 60))
