"""The days of a repeating calendar event (RFC 5545, RRULE), bounded whatever the rule says."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST = timedelta(days=3_700)


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence by days; weekdays count from Monday 0, each with its place in the month or None."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    weekdays: tuple[tuple[int | None, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    week_start: int = 0


def weekday(text: str) -> tuple[int | None, int]:
    """The pair that BYDAY writes as WE, 2TU or -1FR. Raises ValueError."""
    place, name = text[:-2], text[-2:].upper()
    return (int(place) if place else None), _WEEKDAYS.index(name)


def occurrences(rule: Rule, first: date, no_later: date) -> list[date]:
    """The days of the rule from its first day on, at most ten years of them, none after ``no_later``."""
    end = min(no_later, first + _LONGEST, rule.until or date.max)
    found: list[date] = []
    for period in _periods(rule, first, end):
        matching = [day for day in period if _matches(rule, first, day)]
        for day in _chosen(matching, rule.places):
            if first <= day <= end:
                found.append(day)
                if rule.count is not None and len(found) >= rule.count:
                    return found
    return found


def _periods(rule: Rule, first: date, end: date) -> Iterator[list[date]]:
    """The days of each day, week, month or year that the rule's interval meets, until the end."""
    begin, following = _PERIODS[rule.frequency]
    start = first - timedelta(days=(first.weekday() - rule.week_start) % 7) if rule.frequency == "WEEKLY" else None
    here = start or begin(first)
    while here <= end:
        after = following(here, 1)
        yield [here + timedelta(days=step) for step in range((after - here).days)]
        here = following(here, rule.interval)


def _after_months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


_PERIODS: dict[str, tuple[Callable[[date], date], Callable[[date, int], date]]] = {
    "DAILY": (lambda day: day, lambda day, n: day + timedelta(days=n)),
    "WEEKLY": (lambda day: day, lambda day, n: day + timedelta(weeks=n)),
    "MONTHLY": (lambda day: day.replace(day=1), _after_months),
    "YEARLY": (lambda day: day.replace(month=1, day=1), lambda day, n: _after_months(day, 12 * n)),
}


def _matches(rule: Rule, first: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    length = monthrange(day.year, day.month)[1]
    if rule.month_days and day.day not in rule.month_days and day.day - length - 1 not in rule.month_days:
        return False
    if rule.weekdays:
        return any(_on_weekday(rule, place, name, day, length) for place, name in rule.weekdays)
    if rule.month_days or rule.frequency == "DAILY":
        return True
    if rule.frequency == "WEEKLY":
        return day.weekday() == first.weekday()
    same_month = bool(rule.months) or rule.frequency == "MONTHLY" or day.month == first.month
    return same_month and day.day == first.day


def _on_weekday(rule: Rule, place: int | None, name: int, day: date, month_length: int) -> bool:
    """Whether the day is that weekday; a place counts in the year where a yearly rule names no month."""
    if day.weekday() != name or place is None or rule.frequency in ("DAILY", "WEEKLY"):
        return day.weekday() == name
    if rule.frequency == "YEARLY" and not rule.months:
        before, length = day.timetuple().tm_yday - 1, date(day.year, 12, 31).timetuple().tm_yday
    else:
        before, length = day.day - 1, month_length
    return place in (before // 7 + 1, -((length - 1 - before) // 7 + 1))


def _chosen(days: list[date], places: tuple[int, ...]) -> list[date]:
    """The days at the places BYSETPOS names, from the front (1) or from the back (-1)."""
    if not places:
        return days
    kept = {(place - 1) % len(days) for place in places if days and 0 < abs(place) <= len(days) and place > 0}
    kept |= {len(days) + place for place in places if place < 0 and -place <= len(days)}
    return [day for position, day in enumerate(days) if position in kept]
