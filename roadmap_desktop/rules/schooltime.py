"""School time: which days are school days, counted in arrays, for one group of schools or the district office.

Method (one look-up a question, however many dates are asked at once): ``before[i]`` is the number of
school days strictly before day ``i`` of the horizon, ``nth_day[k]`` is the k-th school day. The first
school day on or after a date is then ``nth_day[before[date]]``, and work of d school days that starts
there ends, inclusive, on ``nth_day[before[date] + d - 1]``. Every function takes one date or a numpy
array of dates (``datetime64[D]``) and answers in kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.schoolyear import Period, SchoolYear, covering, projected

__all__ = ["BeyondHorizon", "NoGradingPeriods", "Period", "SchoolTime", "SchoolWeek", "SchoolYear", "projected"]

Days: TypeAlias = NDArray[np.datetime64]
Numbers: TypeAlias = NDArray[np.int64]
"""Days as numbers since 1970-01-01, or counts of school days."""
Day = TypeVar("Day", date, Days)

EPOCH = date(1970, 1, 1).toordinal()
FIRST_WEEK = 7
"""Days from the first school day of a grading period that are its first week, so that it holds five weekdays."""


class BeyondHorizon(ValueError):
    """A date was asked for that no known or projected calendar holds."""

    def __init__(self, what: str, day: date, known: date) -> None:
        super().__init__(f"{what}: asked from {day}, the calendar is known for days up to {known}")
        self.what = what
        self.day = day
        self.known = known


class NoGradingPeriods(ValueError):
    """A length in grading periods was asked of a calendar that has none."""

    def __init__(self, what: str, calendar: str) -> None:
        super().__init__(f"{what}: the calendar {calendar} has no grading periods")
        self.what = what
        self.calendar = calendar


@dataclass(frozen=True, slots=True)
class SchoolWeek:
    """A week of a grading period: its number from 1, Monday to Sunday, cut to the period's own ends.

    Weeks are counted by the calendar, so a break inside the period takes a number and moves none.
    """

    period: Period
    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, eq=False)
class SchoolTime:
    """The days of one calendar from ``first`` to ``last``; days before ``first`` count as no school days."""

    name: str
    first: date
    last: date
    periods: tuple[Period, ...]
    breaks: tuple[Period, ...]
    is_day: NDArray[np.bool_]
    assumed: NDArray[np.bool_]
    before: Numbers
    nth_day: Numbers

    @classmethod
    def of(cls, years: Iterable[SchoolYear], name: str = "") -> SchoolTime:
        """The school time of these years; where a year has no grading periods its terms take their place."""
        known = sorted(years, key=lambda year: year.first_day)
        if not known:
            raise ValueError("a calendar needs at least one school year")
        periods = [period for year in known for period in year.grading_periods or year.terms]
        last = max([year.last_day for year in known] + [period.last for period in periods])
        axis = _axis(known[0].first_day, last)
        is_day, assumed = np.zeros(len(axis), bool), np.zeros(len(axis), bool)
        for year in known:
            within = _within(axis, Period(year.name, year.first_day, year.last_day))
            is_day |= within & _open(axis, year.breaks, year.days_off)
            assumed |= within & np.bool_(year.assumed)
        return cls._counted(name, known[0].first_day, periods, [b for y in known for b in y.breaks], is_day, assumed)

    @classmethod
    def covering(cls, years: Iterable[SchoolYear], until: date, name: str = "") -> SchoolTime:
        """The school time of these years, the last one projected until ``until`` is covered."""
        return cls.of(covering(tuple(years), until), name)

    @classmethod
    def office(
        cls,
        first: date,
        last: date,
        holidays: Iterable[date] = (),
        *,
        periods: Iterable[Period] = (),
        known_until: date | None = None,
        name: str = "",
    ) -> SchoolTime:
        """The days of the district office: Monday to Friday less holidays; after ``known_until`` they are assumed."""
        axis = _axis(first, last)
        assumed = axis > np.datetime64(known_until or last, "D")
        return cls._counted(name, first, list(periods), [], _open(axis, (), frozenset(holidays)), assumed)

    @classmethod
    def _counted(
        cls,
        name: str,
        first: date,
        periods: list[Period],
        breaks: list[Period],
        is_day: NDArray[np.bool_],
        assumed: NDArray[np.bool_],
    ) -> SchoolTime:
        before = np.concatenate(([0], np.cumsum(is_day, dtype=np.int64)))
        nth_day = np.flatnonzero(is_day).astype(np.int64) + int(_numbers(first))
        last = first + timedelta(days=len(is_day) - 1)
        in_order = tuple(sorted(periods, key=lambda period: (period.first, period.last)))
        return cls(name, first, last, in_order, tuple(breaks), is_day, assumed, before, nth_day)

    # Which days -----------------------------------------------------------------------------------

    @overload
    def is_school_day(self, day: date) -> bool: ...
    @overload
    def is_school_day(self, day: Days) -> NDArray[np.bool_]: ...
    def is_school_day(self, day: date | Days) -> bool | NDArray[np.bool_]:
        """Whether there is school on that day; past the horizon: BeyondHorizon."""
        found = self._flag(self.is_day, self._known(day))
        return bool(found) if isinstance(day, date) else found

    @overload
    def is_assumed(self, day: date) -> bool: ...
    @overload
    def is_assumed(self, day: Days) -> NDArray[np.bool_]: ...
    def is_assumed(self, day: date | Days) -> bool | NDArray[np.bool_]:
        """Whether that day lies in a year nobody has published yet; past the horizon: BeyondHorizon."""
        found = self._flag(self.assumed, self._known(day))
        return bool(found) if isinstance(day, date) else found

    @overload
    def school_days_between(self, first: date, last: date) -> int: ...
    @overload
    def school_days_between(self, first: Days, last: Days) -> Numbers: ...
    def school_days_between(self, first: date | Days, last: date | Days) -> int | Numbers:
        """How many school days lie from ``first`` to ``last``, both counted; 0 when ``last`` is earlier."""
        found = np.maximum(self.count_before(self._known(last) + 1) - self.count_before(self._known(first)), 0)
        return int(found) if isinstance(first, date) else found

    # From day to day ------------------------------------------------------------------------------

    def on_or_after(self, day: Day) -> Day:
        """The first school day on or after that day."""
        return self.add(day, 0)

    def add(self, day: Day, school_days: int) -> Day:
        """That many school days later, or earlier if negative, than the first school day on or after that day."""
        return self._nth(self.count_before(_numbers(day)) + school_days, day)

    def finish(self, start: Day, school_days: int) -> Day:
        """The last of so many school days from ``start``, which is the first; 0 days: the day itself."""
        return self.add(start, max(school_days - 1, 0))

    def start(self, finish: Day, school_days: int) -> Day:
        """The first of so many school days that end on ``finish`` or the last school day before it."""
        return self._nth(self.count_before(self._known(finish) + 1) - max(school_days, 1), finish)

    def calendar_days_on(self, day: Day, days: int) -> Day:
        """That many calendar days later, weekends and breaks included."""
        numbers = _numbers(day) + days
        self._within_horizon(numbers <= int(_numbers(self.last)), day)
        return _like(day, numbers)

    # Grading periods ------------------------------------------------------------------------------

    def period_of(self, day: date) -> Period | None:
        """The grading period that holds that day; None between two periods and in summer."""
        return next((period for period in self.periods if period.first <= day <= period.last), None)

    def break_on(self, day: date) -> Period | None:
        """The break that holds that day."""
        return next((pause for pause in self.breaks if pause.first <= day <= pause.last), None)

    def end_of_period(self, start: Day, periods: int) -> Day:
        """The last day of the n-th grading period from ``start``.

        Begun in its first week, a period counts as the first of them; begun later, the next one does. The
        first week is the seven days from the period's first school day. Raises NoGradingPeriods, BeyondHorizon.
        """
        if not self.periods:
            raise NoGradingPeriods(self.name, self.name)
        first_day = self.on_or_after(start)
        ends = self.period_ends(_numbers(first_day), periods)
        self._within_horizon(ends <= int(_numbers(self.last)), start)
        return _like(start, ends)

    def period_ends(self, starts: Numbers, periods: int) -> Numbers:
        """As ``end_of_period``, in day numbers; the day after the horizon where no such period is known."""
        lasts = _numbers([period.last for period in self.periods])
        firsts = _numbers([period.first for period in self.periods])
        beyond = int(_numbers(self.last)) + 1
        opening = np.append(self.nth_day, beyond)[self.count_before(firsts)]
        at = np.searchsorted(lasts, starts)
        begun_later = starts >= np.append(opening + FIRST_WEEK, beyond)[at]
        return np.append(lasts, beyond)[np.minimum(at + periods - 1 + begun_later, len(lasts))]

    def week_of(self, day: date) -> SchoolWeek | None:
        """The grading period and the week of it, for headers; None between two periods and in summer."""
        period = self.period_of(day)
        return None if period is None else _week(period, day)

    def weeks(self, first: date, last: date) -> tuple[SchoolWeek, ...]:
        """Every week of a grading period that has a day from ``first`` to ``last``, in order."""
        found = []
        for period in self.periods:
            day = max(period.first, first)
            while day <= min(period.last, last):
                found.append(_week(period, day))
                day = found[-1].last + timedelta(days=1)
        return tuple(found)

    # In numbers -----------------------------------------------------------------------------------

    def count_before(self, numbers: Numbers) -> Numbers:
        """How many school days lie strictly before each day number; all of them past the horizon."""
        found: Numbers = self.before[np.clip(numbers - _numbers(self.first), 0, len(self.is_day))]
        return found

    def _nth(self, index: Numbers, asked: Day) -> Day:
        self._within_horizon((index >= 0) & (index < len(self.nth_day)), asked)
        return _like(asked, self.nth_day[index])

    def _known(self, day: date | Days) -> Numbers:
        numbers = _numbers(day)
        self._within_horizon(numbers <= int(_numbers(self.last)), day)
        return numbers

    def _within_horizon(self, holds: NDArray[np.bool_], asked: date | Days) -> None:
        if not np.all(holds):
            day = asked if isinstance(asked, date) else np.atleast_1d(asked)[~np.atleast_1d(holds)][0].item()
            raise BeyondHorizon(self.name, day, self.last)

    def _flag(self, flags: NDArray[np.bool_], numbers: Numbers) -> NDArray[np.bool_]:
        at = numbers - _numbers(self.first)
        found: NDArray[np.bool_] = (at >= 0) & flags[np.maximum(at, 0)]
        return found


def _numbers(day: date | Days | list[date]) -> Numbers:
    return np.asarray(day, dtype="datetime64[D]").astype(np.int64)


def _like(asked: Day, numbers: Numbers) -> Day:
    if isinstance(asked, date):
        return date.fromordinal(int(numbers) + EPOCH)
    return np.asarray(numbers, dtype="datetime64[D]")


def _axis(first: date, last: date) -> Days:
    return np.arange((last - first).days + 1).astype("timedelta64[D]") + np.datetime64(first, "D")


def _within(axis: Days, period: Period) -> NDArray[np.bool_]:
    return (axis >= np.datetime64(period.first, "D")) & (axis <= np.datetime64(period.last, "D"))


def _open(axis: Days, breaks: Iterable[Period], days_off: frozenset[date]) -> NDArray[np.bool_]:
    is_open = np.is_busday(axis) & ~np.isin(axis, np.asarray(sorted(days_off), dtype="datetime64[D]"))
    for pause in breaks:
        is_open &= ~_within(axis, pause)
    return is_open


def _week(period: Period, day: date) -> SchoolWeek:
    opening = period.first - timedelta(days=period.first.weekday())
    number = (day - opening).days // 7 + 1
    monday = opening + timedelta(weeks=number - 1)
    return SchoolWeek(period, number, max(monday, period.first), min(monday + timedelta(days=6), period.last))
