"""A school year as weeks from Monday to Friday, each day with what it is, to see at once whether it is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from roadmap_desktop.rules.calendar import Span, SpanKind, weekdays


class DayKind(StrEnum):
    """What a weekday is for students."""

    OUTSIDE = "outside"
    SCHOOL = "school"
    EARLY = "early"
    BREAK = "break"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday, and what its five weekdays are."""

    monday: date
    days: tuple[DayKind, ...]


def weeks(first_day: date, last_day: date, spans: Iterable[Span]) -> tuple[Week, ...]:
    """The weeks that have a day of the year; a break counts before a day off, and that before an early release."""
    kinds = dict.fromkeys(weekdays(first_day, last_day), DayKind.SCHOOL)
    known = tuple(spans)
    for kind, day_kind in (
        (SpanKind.EARLY_RELEASE, DayKind.EARLY),
        (SpanKind.DAY_OFF, DayKind.OFF),
        (SpanKind.BREAK, DayKind.BREAK),
    ):
        for span in known:
            if span.kind is kind:
                kinds.update((day, day_kind) for day in weekdays(span.first, span.last) if day in kinds)
    monday = first_day - timedelta(days=first_day.weekday())
    number = (last_day - monday).days // 7 + 1
    return tuple(_week(monday + timedelta(weeks=place), kinds) for place in range(number))


def _week(monday: date, kinds: dict[date, DayKind]) -> Week:
    days = (monday + timedelta(days=place) for place in range(5))
    return Week(monday, tuple(kinds.get(day, DayKind.OUTSIDE) for day in days))
