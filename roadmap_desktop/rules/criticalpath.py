"""The critical path method on school time: earliest and latest dates of every task, level by level in arrays.

Method: Kelley and Walker, Critical-path planning and scheduling, Proceedings of the Eastern Joint
Computer Conference, 1959; with links of four kinds, calendars and lengths that vary with the calendar.
The forward pass starts each task on the first day that its links allow; the backward pass finds the last
start that moves neither the plan's latest finish, nor a pinned task, nor a finish past its must-finish-by.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from roadmap_desktop.rules.daytables import DayTables
from roadmap_desktop.rules.network import Network, Numbers
from roadmap_desktop.rules.taskarrays import TaskArrays, Waits, waits


@dataclass(frozen=True, slots=True, eq=False)
class Earliest:
    """The forward pass."""

    index: Numbers
    """Where each task starts, as the index of a school day of its calendar."""
    days: Numbers
    """Starts, finishes and ends of all tasks, one after another, as days of the axis."""
    waits: Waits
    """The links in the network's order."""

    @property
    def start(self) -> Numbers:
        """The first day of each task."""
        return self.days[: len(self.index)]

    @property
    def finish(self) -> Numbers:
        """The last day of each task."""
        return self.days[len(self.index) : 2 * len(self.index)]


@dataclass(frozen=True, slots=True, eq=False)
class Latest:
    """The backward pass: the last index on which each task can start, and slack in school days of its calendar."""

    index: Numbers
    finish: Numbers
    total_slack: Numbers
    free_slack: Numbers


def earliest(network: Network, tasks: TaskArrays, tables: DayTables) -> Earliest:
    """The forward pass; what does not fit on the calendars lies on the day ``beyond``."""
    count = len(network.tasks)
    links = waits(network, np.arange(len(network.links)), tasks, tables)
    days, index = np.zeros(3 * count, np.int64), np.zeros(count, np.int64)
    floor = tables.count_before[tasks.calendar * tables.days + tables.on_axis(tasks.asked)]
    first_link = np.searchsorted(network.after, np.arange(count))
    calendar_at = tasks.calendar * tables.width + 1
    for level, (first, last) in enumerate(pairwise(network.task_bounds)):
        here = slice(first, last)
        if level:
            incoming = slice(*network.link_bounds[level : level + 2])
            wanted = links.earliest(days, incoming)
            wanted = np.maximum.reduceat(wanted, first_link[here] - incoming.start)
            wanted = np.maximum(wanted, floor[here])
            index[here] = np.where(tasks.is_pinned[here], floor[here], np.minimum(wanted, tables.most))
        else:
            index[here] = floor[here]
        days[first:last] = tables.finish[calendar_at[here] + index[here]]
        finish = _finish(index[here], here, tasks, tables)
        days[count + first : count + last] = finish
        days[2 * count + first : 2 * count + last] = finish + ~tasks.is_milestone[here]
    return Earliest(index, days, links)


def latest(network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest) -> Latest:
    """The backward pass from the plan's latest finish, and the slack between both passes.

    Total slack is what a task can slip; of work in grading periods, whose finish waits for the period's end
    while its start slips, it is the smaller of what start and finish can. Free slack is what it can slip
    while every later task keeps its dates.
    """
    everything = slice(0, len(network.tasks))
    by_before = np.argsort(network.before, kind="stable")
    links = waits(network, by_before, tasks, tables)
    leaving, first_link = np.unique(network.before[by_before], return_index=True)
    limit = np.minimum(tasks.must_finish, found.finish.max(initial=0)) + 1
    ends = tables.count_before[tasks.row * tables.days + np.minimum(limit, tables.beyond)] - tasks.school_days
    index = _backward(network, tasks, tables, found, links, ends.copy())
    finish = _finish(index, everything, tasks, tables)
    early = np.concatenate((found.index, _last_index(found.finish, everything, tasks, tables)))
    slip = index - found.index
    total = np.where(
        tasks.in_periods,
        np.minimum(slip, _last_index(finish, everything, tasks, tables) - early[len(index) :]),
        slip,
    )
    free = total.copy()
    if len(leaving):
        kept = np.minimum.reduceat(links.latest(early, slice(0, len(by_before))), first_link)
        free[leaving] = np.minimum(free[leaving], kept - found.index[leaving])
    return Latest(index, finish, total, np.maximum(free, 0))


def _backward(
    network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest, links: Waits, index: Numbers
) -> Numbers:
    """The last index of each task, in place of ``index``, which comes with what the plan's end allows."""
    before = np.sort(network.before)
    leaving, first_link = np.unique(before, return_index=True)
    link_bounds = np.searchsorted(before, network.task_bounds).tolist()
    leaving_bounds = np.searchsorted(leaving, network.task_bounds).tolist()
    count = len(index)
    anchors = np.zeros(2 * count, np.int64)
    for level in range(len(network.task_bounds) - 2, -1, -1):
        here = slice(*network.task_bounds[level : level + 2])
        outgoing = slice(*link_bounds[level : level + 2])
        if outgoing.start < outgoing.stop:
            group = slice(*leaving_bounds[level : level + 2])
            allowed = np.minimum.reduceat(links.latest(anchors, outgoing), first_link[group] - outgoing.start)
            index[leaving[group]] = np.minimum(index[leaving[group]], allowed)
        held = np.where(tasks.is_pinned[here], found.index[here], index[here])
        anchors[here] = held
        finish = _finish(held, here, tasks, tables)
        anchors[count + here.start : count + here.stop] = _last_index(finish, here, tasks, tables)
    return index


def _finish(index: Numbers, here: slice, tasks: TaskArrays, tables: DayTables) -> Numbers:
    """The day on which tasks finish that start on these indexes."""
    last = tables.in_table(index + tasks.school_days[here] - 1)
    found: Numbers = tables.finish[tasks.row[here] * tables.width + 1 + last]
    return found


def _last_index(day: Numbers, here: slice, tasks: TaskArrays, tables: DayTables) -> Numbers:
    """The index of the last school day on or before these days."""
    until = np.minimum(day + 1, tables.beyond)
    found: Numbers = tables.count_before[tasks.calendar[here] * tables.days + until]
    return found - 1
