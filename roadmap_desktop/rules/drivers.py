"""Why each task of a plan starts when it does: the link or the date that holds it, and whether a break moved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from roadmap_desktop.rules.criticalpath import Earliest
from roadmap_desktop.rules.daytables import DayTables
from roadmap_desktop.rules.network import KINDS, Link, LinkKind, Network, Numbers, Task
from roadmap_desktop.rules.schooltime import Days
from roadmap_desktop.rules.taskarrays import Flags, TaskArrays


class DriverKind(StrEnum):
    """What holds a task where it is."""

    START_OF_PLAN = "start_of_plan"
    NOT_BEFORE = "not_before"
    PINNED = "pinned"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a task starts then.

    ``asked`` is the first Monday to Friday that the driver asks for: the task's start, or its finish under a
    link to the finish. It was ``moved_by_calendar`` where a break or a day off, and not a mere weekend, lies
    between that and the day it got.
    """

    kind: DriverKind
    asked: date
    moved_by_calendar: bool
    link: Link | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drivers:
    """The drivers of all tasks in the network's order; ``link`` is a place in the network's links, or -1."""

    link: Numbers
    asked: Days
    moved_by_calendar: Flags


def drivers(network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest) -> Drivers:
    """What drives each task; of several links that ask for the same day, the one from the first key."""
    links = slice(0, len(network.links))
    drives = found.waits.earliest(found.days, links) == found.index[network.after]
    drives &= ~tasks.is_pinned[network.after]
    driving = np.flatnonzero(drives)[::-1]
    link = np.full(len(network.tasks), -1, np.int64)
    link[network.after[driving]] = driving
    asked, lag, got = tasks.asked.copy(), np.zeros(len(link), np.int64), found.start.copy()
    linked = np.flatnonzero(link >= 0)
    by = link[linked]
    asked[linked] = found.waits.asked_day(found.days, links)[by]
    lag[linked] = network.lag[by]
    to_finish = np.isin(network.kind[by], [KINDS.index(LinkKind.FF), KINDS.index(LinkKind.SF)])
    wanted = np.maximum(found.waits.wanted(found.days, links)[by], 0)
    reached = tables.finish[tasks.calendar[linked] * tables.width + 1 + wanted]
    got[linked] = np.where(to_finish, reached, got[linked])
    weekday = np.busday_offset(tables.dates_of(asked), lag, roll="forward")
    return Drivers(link, weekday, tables.dates_of(got) > weekday)


def driver_kind(task: Task, link: int, start: date) -> DriverKind:
    """Which kind of driver holds the task, given the link found for it and the start of the plan."""
    if task.pinned_start is not None:
        return DriverKind.PINNED
    if link >= 0:
        return DriverKind.LINK
    is_later = task.not_before is not None and task.not_before > start
    return DriverKind.NOT_BEFORE if is_later else DriverKind.START_OF_PLAN


def chain(network: Network, link_of: Sequence[int], task: int) -> tuple[str, ...]:
    """The keys from the task that no link drives to this one, each driving the next."""
    keys = [network.tasks[task].key]
    while link_of[task] >= 0:
        task = int(network.before[link_of[task]])
        keys.append(network.tasks[task].key)
    return tuple(reversed(keys))
