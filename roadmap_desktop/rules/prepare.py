"""Prepare: how a school year and a time of day are written, and when each item of a session begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

_YEAR = re.compile(r"\s*(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})\s*")
_TIME = re.compile(r"(\d{1,2})(?:[:.h ](\d{2}))?\s*(?:([ap])\.?\s*m\.?)?", re.IGNORECASE)
_DAY = 24 * 60
FIRST_MORNING_HOUR = 7
"""No workshop starts before seven in the morning: 1:00 without am or pm is one in the afternoon."""


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


def read_clock(text: str) -> time | None:
    """A time of day as people type it: 8:30, 8.30 am, 1 pm, 13:00, and 1:00 for the afternoon; None if it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour < FIRST_MORNING_HOUR and not found[1].startswith("0"):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


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
