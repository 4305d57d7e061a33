"""The facts of one school year as the schools publish it, and the year that is assumed to follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

YEAR_SHIFT = timedelta(weeks=52)
"""What lies between a day and the same day of the next year, so that a Monday stays a Monday."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with a name: a term, a grading period or a break; both ends belong to it."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A year of one group of schools.

    A school day is a Monday to Friday from ``first_day`` to ``last_day`` that lies in no break and is
    no day off. Grading periods and terms name and divide the year; they take no school day away.
    """

    name: str
    first_day: date
    last_day: date
    terms: tuple[Period, ...] = ()
    grading_periods: tuple[Period, ...] = ()
    breaks: tuple[Period, ...] = ()
    days_off: frozenset[date] = frozenset()
    assumed: bool = False


def projected(year: SchoolYear) -> SchoolYear:
    """The year that follows as long as nobody knows better: 52 weeks later, weekdays kept, marked as assumed."""
    return SchoolYear(
        name=_next_name(year.name),
        first_day=year.first_day + YEAR_SHIFT,
        last_day=year.last_day + YEAR_SHIFT,
        terms=_shifted(year.terms),
        grading_periods=_shifted(year.grading_periods),
        breaks=_shifted(year.breaks),
        days_off=frozenset(day + YEAR_SHIFT for day in year.days_off),
        assumed=True,
    )


def covering(years: tuple[SchoolYear, ...], until: date) -> tuple[SchoolYear, ...]:
    """The years in order, the last one projected as often as it takes to have school days on or after ``until``.

    Raises ValueError without a year: there is nothing to project.
    """
    if not years:
        raise ValueError("a calendar needs at least one school year")
    covered = sorted(years, key=lambda year: year.first_day)
    while covered[-1].last_day < until:
        covered.append(projected(covered[-1]))
    return tuple(covered)


def _shifted(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    return tuple(replace(period, first=period.first + YEAR_SHIFT, last=period.last + YEAR_SHIFT) for period in periods)


def _next_name(name: str) -> str:
    """The name with each year in it one later (2026-27 becomes 2027-28); a name without a year stays."""
    return re.sub(r"\d{4}|(?<=\d[-–/])\d{2}\b", _one_later, name)


def _one_later(found: re.Match[str]) -> str:
    digits = found.group()
    return str(int(digits) + 1)[-len(digits) :].zfill(len(digits))
