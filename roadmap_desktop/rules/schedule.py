"""The plan: when each task starts and finishes in school time, why then, what it can slip, and what can't hold.

Rules, all kept exactly: start and finish are inclusive, and a task starts on a school day of its own
calendar. Finish-start without lag: the next school day after the earlier task's finish; after a milestone,
which sits on its day, the same day or the first school day after it. The other three kinds of link: the
same day or later. A lag counts school days of the later task's calendar (a week is five), or calendar
days. A pinned task starts on its pin, whatever its links and the plan's start say. Everything starts as
early as it can.

Slack is counted in school days of the task's own calendar against the plan's latest finish, milestones
included, or an earlier must-finish-by that the task or one behind it has. A task is critical when it can't
slip by a school day: total slack 0, or below where a conflict is reported. Work that waits out a break
behind it has the slack that the break gives it. A pin holds the tasks before it, but not the slack of the
pinned task itself, which is what a person can move the pin by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from roadmap_desktop.rules.conflicts import Conflict, ConflictKind, conflicts
from roadmap_desktop.rules.criticalpath import Earliest, Latest, earliest, latest
from roadmap_desktop.rules.daytables import DayTables, day_tables
from roadmap_desktop.rules.drivers import Driver, DriverKind, Drivers, driver_kind, drivers
from roadmap_desktop.rules.network import (
    Cycle,
    Link,
    LinkKind,
    Network,
    Numbers,
    SameKey,
    Task,
    UnknownTask,
    network,
)
from roadmap_desktop.rules.schooltime import BeyondHorizon, Days, SchoolTime
from roadmap_desktop.rules.taskarrays import Flags, TaskArrays, task_arrays

__all__ = [
    "BeyondHorizon",
    "Conflict",
    "ConflictKind",
    "Cycle",
    "Driver",
    "DriverKind",
    "Link",
    "LinkKind",
    "Plan",
    "Planned",
    "SameKey",
    "Task",
    "UnknownTask",
    "plan",
    "plan_network",
]


@dataclass(frozen=True, slots=True)
class Planned:
    """One task of a plan; dates are inclusive, slack is in school days of its calendar."""

    key: str
    start: date
    finish: date
    late_start: date
    late_finish: date
    total_slack: int
    free_slack: int
    critical: bool
    driver: Driver


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The answer for all tasks: arrays by level and key, the order of ``keys``, and each task by its key."""

    keys: tuple[str, ...]
    start: Days
    finish: Days
    late_start: Days
    late_finish: Days
    total_slack: Numbers
    free_slack: Numbers
    conflicts: tuple[Conflict, ...]
    network: Network
    drivers: Drivers
    starts_on: date
    """The day the plan was asked to start on."""
    places: Mapping[str, int]
    """Where each key is in the arrays."""

    @property
    def critical(self) -> Flags:
        """Which tasks can't slip by a school day."""
        return self.total_slack <= 0

    @property
    def last_day(self) -> date | None:
        """The latest finish of all tasks; None without a task."""
        return self.finish.max().item() if self.keys else None

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Planned]:
        """Every planned task, by key."""
        return (self[key] for key in sorted(self.keys))

    def __getitem__(self, key: str) -> Planned:
        at = self.places[key]
        return next(self._between(at, at + 1))

    def by_key(self) -> dict[str, Planned]:
        """Every planned task by its key, in the order of planning: one pass over the arrays."""
        return dict(zip(self.keys, self._between(0, len(self.keys)), strict=True))

    def _between(self, first: int, last: int) -> Iterator[Planned]:
        days = (self.start, self.finish, self.late_start, self.late_finish)
        values = (*days, self.total_slack, self.free_slack, self.drivers.link, self.drivers.asked)
        columns = [each[first:last].tolist() for each in (*values, self.drivers.moved_by_calendar)]
        for at, row in enumerate(zip(*columns, strict=True), first):
            start, finish, late_start, late_finish, total, free, link, asked, moved = row
            kind = driver_kind(self.network.tasks[at], link, self.starts_on)
            driver = Driver(kind, asked, moved, self.network.links[link] if link >= 0 else None)
            yield Planned(self.keys[at], start, finish, late_start, late_finish, total, free, total <= 0, driver)


def plan(tasks: Iterable[Task], links: Iterable[Link], calendars: Mapping[str, SchoolTime], start: date) -> Plan:
    """The plan of these tasks from that date on, the same whatever order they come in.

    Raises Cycle, UnknownTask, SameKey; NoGradingPeriods and BeyondHorizon with the key of the task that its
    calendar can't hold; KeyError where a task's calendar is missing.
    """
    return plan_network(network(tasks, links), calendars, start)


def plan_network(order: Network, calendars: Mapping[str, SchoolTime], start: date) -> Plan:
    """The plan of tasks and links whose order is known: to plan again under another calendar or start."""
    tables = day_tables(order.tasks, calendars)
    arrays = task_arrays(order.tasks, tables, start)
    early = earliest(order, arrays, tables)
    _refuse_beyond(order, arrays, tables, early)
    late = latest(order, arrays, tables, early)
    driven = drivers(order, arrays, tables, early)
    keys = tuple(task.key for task in order.tasks)
    return Plan(
        keys=keys,
        start=tables.dates_of(early.start),
        finish=tables.dates_of(early.finish),
        late_start=tables.dates_of(_late_start(arrays, tables, late)),
        late_finish=tables.dates_of(late.finish),
        total_slack=late.total_slack,
        free_slack=late.free_slack,
        conflicts=conflicts(order, arrays, tables, early, driven),
        network=order,
        drivers=driven,
        starts_on=start,
        places={key: at for at, key in enumerate(keys)},
    )


def _late_start(tasks: TaskArrays, tables: DayTables, late: Latest) -> Numbers:
    found: Numbers = tables.finish[tasks.calendar * tables.width + np.maximum(late.index, -1) + 1]
    return found


def _refuse_beyond(network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest) -> None:
    """BeyondHorizon for the first task, in the order of planning, that does not fit on its calendar."""
    known = tables.known[tasks.calendar]
    beyond = np.flatnonzero((found.start > known) | (found.finish > known))
    if len(beyond):
        at = int(beyond[0])
        last = int(known[at])
        from_day = min(int(found.start[at]), last)
        raise BeyondHorizon(network.tasks[at].key, tables.date_of(from_day), tables.date_of(last))
