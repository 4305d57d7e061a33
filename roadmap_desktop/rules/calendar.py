"""School calendar: the kinds of spans in a school year, and which dates can't be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_YEAR = timedelta(days=400)
"""Longer than any school year, year-round schools included; a longer one is a slip of the pen."""
FARTHEST_OUTSIDE = timedelta(days=120)
"""How long before or after the year staff days, report cards and board meetings still belong to it."""


class SpanKind(StrEnum):
    """What a span of days in a school year is; the value is what the file keeps."""

    TERM = "term"
    GRADING_PERIOD = "grading_period"
    BREAK = "break"
    DAY_OFF = "day_off"
    STAFF_DAY = "staff_day"
    EARLY_RELEASE = "early_release"
    REPORT_CARD = "report_card"
    BOARD_MEETING = "board_meeting"


APART = frozenset({SpanKind.TERM, SpanKind.GRADING_PERIOD, SpanKind.BREAK})
"""Kinds of which no two may share a day."""
AROUND = frozenset({SpanKind.STAFF_DAY, SpanKind.REPORT_CARD, SpanKind.BOARD_MEETING})
"""Kinds that may also lie shortly before or after the days with students."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row with a name, both ends included."""

    kind: SpanKind
    name: str
    first: date
    last: date


class Fault(StrEnum):
    """Why dates can't be."""

    LAST_BEFORE_FIRST = "last_before_first"
    TOO_LONG = "too_long"
    OUTSIDE = "outside"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class DateProblem:
    """A fault, and the name of the other span where two overlap."""

    fault: Fault
    other: str = ""


def year_problem(first_day: date, last_day: date) -> DateProblem | None:
    """What is wrong with the bounds of a school year; None where they can be."""
    if last_day <= first_day:
        return DateProblem(Fault.LAST_BEFORE_FIRST)
    if last_day - first_day > LONGEST_YEAR:
        return DateProblem(Fault.TOO_LONG)
    return None


def span_problem(span: Span, first_day: date, last_day: date, others: Iterable[Span]) -> DateProblem | None:
    """What is wrong with a span of a year from ``first_day`` to ``last_day`` that has ``others``; None if nothing."""
    if span.last < span.first:
        return DateProblem(Fault.LAST_BEFORE_FIRST)
    around = FARTHEST_OUTSIDE if span.kind in AROUND else timedelta(0)
    if span.first < first_day - around or span.last > last_day + around:
        return DateProblem(Fault.OUTSIDE)
    if span.kind in APART:
        for other in others:
            if other.kind is span.kind and other.first <= span.last and span.first <= other.last:
                return DateProblem(Fault.OVERLAPS, other.name)
    return None


def weekdays(first: date, last: date) -> tuple[date, ...]:
    """The days from Monday to Friday between two dates, both included."""
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5)
