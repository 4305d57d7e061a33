"""Which school year a day belongs to, and how school years are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

_NAMED = re.compile(r"\D*(?P<first>\d{4}|\d{2})(?:\s*[-–—/]\s*(?P<second>\d{4}|\d{2}))?\D*")


def year_name(begins: int) -> str:
    """The name of the school year that begins in a calendar year: 2026-27."""
    return f"{begins}-{(begins + 1) % 100:02}"


def named_year(text: str) -> str | None:
    """The usual name of a year written as 2026-27, 2026-2027, 26/27 or 2026; None where it is no year."""
    found = _NAMED.fullmatch(text.strip())
    if not found:
        return None
    first = int(found["first"]) % 100 + int(found["first"]) // 100 * 100
    first += 2000 if first < 100 else 0
    second = found["second"]
    if second is not None and int(second) % 100 != (first + 1) % 100:
        return None
    return year_name(first)


@dataclass(frozen=True, slots=True)
class YearLimits:
    """Where one school year ends and the next begins: on 1 July, or where a calendar says otherwise."""

    _begins: dict[int, date] = field(default_factory=dict)

    def year_of(self, day: date) -> str:
        """The name of the school year the day belongs to."""
        begins = self._begins.get(day.year, date(day.year, 7, 1))
        return year_name(day.year if day >= begins else day.year - 1)


def year_limits(first_days: Iterable[date], last_days: Iterable[date]) -> YearLimits:
    """The limits that fit a calendar's first and last days, also where a year begins in June or ends in July."""
    begins: dict[int, date] = {}
    firsts = sorted(day for day in first_days if day.month in (6, 7))
    for day in firsts:
        begins.setdefault(day.year, min(day, date(day.year, 7, 1)))
    for day in last_days:
        following = [first for first in firsts if first.year == day.year and first > day]
        if day.month == 7 and (following or not any(first.year == day.year for first in firsts)):
            begins[day.year] = day + timedelta(days=1)
    return YearLimits(begins)
