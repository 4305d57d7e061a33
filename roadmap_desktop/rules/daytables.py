"""School time of several calendars and lengths as look-up tables, so that one array operation serves all tasks.

All calendars lie on one axis of days: 0 is the day before the first of them, ``beyond`` the day after the
last. A table is a row for each calendar, flattened. A school day is counted by its index in its calendar;
column 0 of a table by index stands for index -1, so that what falls off either end is still found. Work
whose length is no fixed number of school days (calendar days, grading periods) gets rows of its own;
they are found from its finish for every start, which never goes back as the start goes on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from roadmap_desktop.rules.length import Length, Unit
from roadmap_desktop.rules.network import Numbers, Task
from roadmap_desktop.rules.schooltime import EPOCH, Days, NoGradingPeriods, SchoolTime


@dataclass(frozen=True, slots=True, eq=False)
class DayTables:
    """Look-ups of every calendar, and of every length of variable school days on its calendar."""

    origin: int
    """The day number (since 1970) of day 0 of the axis."""
    beyond: int
    """The last day of the axis, which no calendar knows."""
    most: int
    """The largest count of school days in a calendar; index ``most`` is beyond in each of them."""
    calendar_row: dict[str, int]
    length_row: dict[tuple[str, Length], int]
    known: Numbers
    """By calendar: the last day it knows."""
    count_before: Numbers
    """By calendar and day: school days before it. By length: one more than the last start that finishes before it."""
    finish: Numbers
    """By calendar and index: the day of that school day. By length: the finish of work that starts there."""
    earliest: Numbers
    """By calendar and index: the same index. By length: the first start that finishes on that day or later."""

    @property
    def width(self) -> int:
        """Columns of a table by index, from index -1 to ``most``."""
        return self.most + 2

    @property
    def days(self) -> int:
        """Columns of a table by day."""
        return self.beyond + 1

    def day(self, value: date) -> int:
        """The place of a date, which may lie before or behind the axis."""
        return value.toordinal() - EPOCH - self.origin

    def on_axis(self, days: Numbers) -> Numbers:
        """The days, those outside the axis moved to its ends."""
        return np.minimum(np.maximum(days, 0), self.beyond)

    def in_table(self, index: Numbers) -> Numbers:
        """The indexes, those that no table holds moved to its first and last column."""
        return np.minimum(np.maximum(index, -1), self.most)

    def date_of(self, day: int) -> date:
        """The date of a place on the axis."""
        return date.fromordinal(day + self.origin + EPOCH)

    def dates_of(self, days: Numbers) -> Days:
        """The dates of places on the axis."""
        return (days + self.origin).astype("datetime64[D]")


def day_tables(tasks: Sequence[Task], calendars: Mapping[str, SchoolTime]) -> DayTables:
    """The tables that these tasks need; raises NoGradingPeriods with the task's key, KeyError without its calendar."""
    names = sorted({task.calendar for task in tasks})
    times = [calendars[name] for name in names]
    varying = [task for task in tasks if task.length.school_days is None]
    _refuse_missing_periods(varying, calendars)
    variable = sorted({(task.calendar, task.length) for task in varying}, key=_in_order)
    origin = min((time.first.toordinal() for time in times), default=1) - 1 - EPOCH
    known = np.array([time.last.toordinal() - EPOCH - origin for time in times], np.int64)
    beyond = int(known.max(initial=0)) + 1
    most = max((len(time.nth_day) for time in times), default=0)
    by_day = [time.count_before(np.arange(beyond + 1) + origin) for time in times]
    nth = [_padded(time.nth_day - origin, most, beyond) for time in times]
    same = np.arange(-1, most + 1)
    earliest = [same] * len(names)
    for calendar, length in variable:
        row = names.index(calendar)
        finishes = _finishes(length, times[row], beyond, origin)
        by_day.append(np.searchsorted(finishes, np.arange(beyond + 1)))
        nth.append(_padded(finishes, most, beyond))
        earliest.append(np.concatenate(([-1], np.searchsorted(finishes, nth[row][1:]))))
    return DayTables(
        origin=origin,
        beyond=beyond,
        most=most,
        calendar_row={name: row for row, name in enumerate(names)},
        length_row={key: len(names) + row for row, key in enumerate(variable)},
        known=known,
        count_before=_flat(by_day),
        finish=_flat(nth),
        earliest=_flat(earliest),
    )


def _finishes(length: Length, time: SchoolTime, beyond: int, origin: int) -> Numbers:
    """The finish, on the axis, of work that starts on each school day."""
    if length.unit is Unit.GRADING_PERIODS:
        finishes = time.period_ends(time.nth_day, length.amount)
    else:
        finishes = time.nth_day + length.amount - 1
    finishes = finishes - origin
    return np.where(finishes > time.last.toordinal() - EPOCH - origin, beyond, finishes)


def _padded(days: Numbers, most: int, beyond: int) -> Numbers:
    row = np.full(most + 2, beyond, np.int64)
    row[0] = 0
    row[1 : len(days) + 1] = days
    return row


def _flat(rows: list[Numbers]) -> Numbers:
    return np.concatenate(rows) if rows else np.zeros(0, np.int64)


def _in_order(used: tuple[str, Length]) -> tuple[str, str, int]:
    calendar, length = used
    return calendar, length.unit, length.amount


def _refuse_missing_periods(tasks: Sequence[Task], calendars: Mapping[str, SchoolTime]) -> None:
    for task in tasks:
        if task.length.unit is Unit.GRADING_PERIODS and not calendars[task.calendar].periods:
            raise NoGradingPeriods(task.key, task.calendar)
