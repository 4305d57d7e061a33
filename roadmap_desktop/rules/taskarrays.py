"""Tasks and links as arrays over the day tables: what a link asks of its later task, and allows its earlier one.

A start is an index of a school day in the task's own calendar. A milestone ends on the day it sits on;
other work ends on the day after its finish, which is what a finish-start link counts from. So a task
waits for the next school day after work, and may start on the very day of a milestone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.daytables import DayTables
from roadmap_desktop.rules.length import Unit
from roadmap_desktop.rules.network import KINDS, LinkKind, Network, Numbers, Task

Flags = NDArray[np.bool_]

_FS, _SS, _FF, _SF = (KINDS.index(kind) for kind in (LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF))


@dataclass(frozen=True, slots=True, eq=False)
class TaskArrays:
    """Every task of a network, in its order."""

    calendar: Numbers
    """Row of its calendar in the day tables."""
    row: Numbers
    """Row of its length where that varies in school days, else of its calendar."""
    school_days: Numbers
    """Its length where that is fixed (a milestone takes up the day it sits on: 1), else 1."""
    is_milestone: Flags
    in_periods: Flags
    is_pinned: Flags
    asked: Numbers
    """The day it is asked to start on, maybe off the axis: the pin, else not-before or the plan's start, the later."""
    must_finish: Numbers
    """The day of the axis by which it must finish; beyond if nothing is asked."""


def task_arrays(tasks: Sequence[Task], tables: DayTables, start: date) -> TaskArrays:
    """The arrays of these tasks for a plan that starts on that date."""
    calendar = np.array([tables.calendar_row[task.calendar] for task in tasks], np.int64)
    length = np.array([-1 if task.length.school_days is None else task.length.school_days for task in tasks], np.int64)
    pins = {at: task.pinned_start for at, task in enumerate(tasks) if task.pinned_start}
    later = {at: task.not_before for at, task in enumerate(tasks) if task.not_before and task.not_before > start}
    due = {at: task.must_finish_by for at, task in enumerate(tasks) if task.must_finish_by}
    row = calendar.copy()
    for at in np.flatnonzero(length < 0).tolist():
        row[at] = tables.length_row[tasks[at].calendar, tasks[at].length]
    return TaskArrays(
        calendar=calendar,
        row=row,
        school_days=np.maximum(length, 1),
        is_milestone=length == 0,
        in_periods=np.array([task.length.unit is Unit.GRADING_PERIODS for task in tasks], np.bool_),
        is_pinned=_days(dict.fromkeys(pins, 1), 0, len(tasks)) > 0,
        asked=_days({at: tables.day(day) for at, day in (later | pins).items()}, tables.day(start), len(tasks)),
        must_finish=tables.on_axis(_days({at: tables.day(day) for at, day in due.items()}, tables.beyond, len(tasks))),
    )


def _days(given: dict[int, int], otherwise: int, count: int) -> Numbers:
    days = np.full(count, otherwise, np.int64)
    days[list(given)] = list(given.values())
    return days


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """Links as arrays, where to look in the day tables for what they ask forward and allow backward."""

    tables: DayTables
    lag: Numbers
    lag_days: Numbers
    of_before: Numbers
    """Which day of the earlier task counts: a place in its starts, finishes and ends, one after another."""
    of_after: Numbers
    """Which index of the later task counts: a place in its starts and finishes, one after another."""
    after_days: Numbers
    after_index: Numbers
    after_row: Numbers
    after_less: Numbers
    before_row: Numbers
    before_less: Numbers
    before_shift: Numbers

    def asked_day(self, days: Numbers, links: slice) -> Numbers:
        """The day from which the later task's start or finish counts, by the earlier one's; lag days are in it."""
        return days[self.of_before[links]] + self.lag_days[links]

    def wanted(self, days: Numbers, links: slice) -> Numbers:
        """The index on or after which each later task must start or finish."""
        day = self.tables.on_axis(self.asked_day(days, links))
        found: Numbers = self.tables.count_before[self.after_days[links] + day]
        return found + self.lag[links]

    def earliest(self, days: Numbers, links: slice) -> Numbers:
        """The first index at which each later task can start, by the days of all tasks."""
        index = self.tables.in_table(self.wanted(days, links))
        found: Numbers = self.tables.earliest[self.after_row[links] + index]
        return found - self.after_less[links]

    def latest(self, indexes: Numbers, links: slice) -> Numbers:
        """The last index at which each earlier task can start, by the starts and finishes of all tasks.

        The reverse of ``earliest``: a start up to it asks for no later index than those given.
        """
        index = self.tables.in_table(indexes[self.of_after[links]] - self.lag[links])
        day = self.tables.finish[self.after_index[links] + index] + self.before_shift[links]
        found: Numbers = self.tables.count_before[self.before_row[links] + self.tables.on_axis(day)]
        return found - self.before_less[links]


def waits(network: Network, order: Numbers, tasks: TaskArrays, tables: DayTables) -> Waits:
    """The network's links in that order, over these tables."""
    kind, before, after = network.kind[order], network.before[order], network.after[order]
    count = len(network.tasks)
    by_finish = (kind == _FF) | (kind == _SF)
    from_finish = (kind == _FS) | (kind == _FF)
    of_before = np.select([kind == _FS, kind == _FF], [2 * count, count], 0) + before
    reaches_day = (kind != _FS) | tasks.is_milestone[before]
    return Waits(
        tables=tables,
        lag=network.lag[order],
        lag_days=network.lag_days[order],
        of_before=of_before,
        of_after=np.where(by_finish, count, 0) + after,
        after_days=tasks.calendar[after] * tables.days,
        after_index=tasks.calendar[after] * tables.width + 1,
        after_row=np.where(by_finish, tasks.row[after], tasks.calendar[after]) * tables.width + 1,
        after_less=np.where(by_finish, tasks.school_days[after] - 1, 0),
        before_row=np.where(from_finish, tasks.row[before], tasks.calendar[before]) * tables.days,
        before_less=np.where(from_finish, tasks.school_days[before], 1),
        before_shift=reaches_day - network.lag_days[order],
    )
