"""The words the calendar readers share: meanings, periods, events, and the school year they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Meaning(StrEnum):
    """What an event of a calendar says about the school year."""

    first_day = "first_day"
    last_day = "last_day"
    term_start = "term_start"
    term_end = "term_end"
    grading_period_start = "grading_period_start"
    grading_period_end = "grading_period_end"
    break_ = "break"
    day_off = "day_off"
    classes_resume = "classes_resume"
    staff_day = "staff_day"
    early_release = "early_release"
    report_card = "report_card"
    board_meeting = "board_meeting"
    testing = "testing"
    not_school = "not_school"
    tentative = "tentative"
    other_year = "other_year"
    cancelled = "cancelled"
    duplicate = "duplicate"
    not_understood = "not_understood"


class PeriodKind(StrEnum):
    """How a school year is divided."""

    semester = "semester"
    trimester = "trimester"
    term = "term"
    quarter = "quarter"
    six_weeks = "six weeks"
    grading_period = "grading period"


TERM_KINDS = (PeriodKind.semester, PeriodKind.trimester, PeriodKind.term)
"""Kinds that are called terms; the others are grading periods."""

USUAL_COUNT = {PeriodKind.semester: 2, PeriodKind.trimester: 3, PeriodKind.quarter: 4, PeriodKind.six_weeks: 6}
"""How many periods of a kind a school year has; a term or a grading period can be any of them."""


class Edge(StrEnum):
    """Which end of a period an event marks."""

    start = "start"
    end = "end"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Days in a row, first and last included."""

    first: date
    last: date

    def weekdays(self) -> list[date]:
        """Its days from Monday to Friday."""
        days = (self.first + timedelta(days=step) for step in range((self.last - self.first).days + 1))
        return [day for day in days if day.weekday() < 5]


@dataclass(frozen=True, slots=True)
class Mark:
    """One end of a period, as a title names it; the number counts from 1, None where it has none."""

    kind: PeriodKind
    number: int | None
    edge: Edge


class Status(StrEnum):
    """What a calendar file itself says of an event."""

    confirmed = "confirmed"
    tentative = "tentative"
    cancelled = "cancelled"
    replaced = "replaced"
    broken = "broken"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a calendar, its dates local; no dates where they can't be read.

    ``number`` counts the events of the file from 1. ``more`` is what stands beside the title
    (description, categories). ``replaced_by`` is the number of a newer version of the same event.
    """

    number: int
    title: str
    days: tuple[Days, ...]
    status: Status = Status.confirmed
    more: str = ""
    repeats_unread: bool = False
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day and what the calendar calls it."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """Several school days in a row without students; first and last are weekdays."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Period:
    """A term or a grading period, both days included, and its number of days with students.

    ``first`` is a day with students; ``last`` is the end the calendar gives, else the last day with
    students before the next period.
    """

    name: str
    kind: PeriodKind
    number: int
    first: date
    last: date
    school_days: int


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year as far as a calendar tells it; what it does not tell is None or empty.

    ``days_off`` are single days without students between first and last day, outside the breaks;
    ``staff_days`` those on which staff work without students, also before and after. All in order.
    """

    name: str
    first_day: date | None
    last_day: date | None
    terms: tuple[Period, ...]
    grading_periods: tuple[Period, ...]
    breaks: tuple[Break, ...]
    days_off: tuple[NamedDay, ...]
    staff_days: tuple[NamedDay, ...]
    early_release: tuple[NamedDay, ...]
    report_cards: tuple[NamedDay, ...]
    board_meetings: tuple[NamedDay, ...]
    school_days: int
