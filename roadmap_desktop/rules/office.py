"""The days on which the district office is closed.

The rule, where a district publishes no calendar for its office: it works Monday to Friday, also through breaks and
summer, and is closed (1) on a federal holiday (5 U.S.C. 6103(a); on the weekday on which it is observed when it falls
on a weekend) on which there is no school either, and (2) on a day off that the school calendar itself calls a
holiday, unless staff work on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from roadmap_desktop.rules.calendar import Span, SpanKind, weekdays

_HOLIDAY = re.compile(
    r"\b(holiday|labor day|memorial day|veterans|juneteenth|independence day|columbus|indigenous|presidents?|"
    r"washington'?s|lincoln'?s|martin luther king|mlk|new year|thanksgiving|christmas|good friday|ch[aá]vez|"
    r"rosh hashanah|yom kippur|eid|diwali|lunar new year)",
    re.IGNORECASE,
)
_STUDENTS_ONLY = re.compile(r"^\W*student'?s?'? holiday\b", re.IGNORECASE)


def federal_holidays(year: int) -> frozenset[date]:
    """The eleven federal holidays of a calendar year, on the weekdays on which they are observed."""
    fixed = (date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25))
    moving = (
        _nth_weekday(year, 1, 0, 3),
        _nth_weekday(year, 2, 0, 3),
        _nth_weekday(year, 6, 0, 1) - timedelta(weeks=1),
        _nth_weekday(year, 9, 0, 1),
        _nth_weekday(year, 10, 0, 2),
        _nth_weekday(year, 11, 3, 4),
    )
    return frozenset((*map(_observed, fixed), *moving))


def office_holidays(
    first: date, last: date, spans: Iterable[Span], is_school_day: Callable[[date], bool]
) -> frozenset[date]:
    """The weekdays from first to last on which the office is closed, by the rule of this module."""
    known = tuple(spans)
    worked = {day for span in known if span.kind is SpanKind.STAFF_DAY for day in weekdays(span.first, span.last)}
    named = {
        day
        for span in known
        if span.kind is SpanKind.DAY_OFF and _is_holiday(span.name)
        for day in weekdays(span.first, span.last)
    }
    federal = {
        day
        for year in range(first.year, last.year + 2)
        for day in federal_holidays(year)
        if first <= day <= last and not is_school_day(day)
    }
    return frozenset((named | federal) - worked)


def _is_holiday(name: str) -> bool:
    return bool(_HOLIDAY.search(name)) and not _STUDENTS_ONLY.match(name)


def _observed(day: date) -> date:
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=number - 1)
