"""What is to be planned, tasks and the links between them, and the order in which it can be planned.

Method: topological order by Kahn (Topological sorting of large networks, Communications of the ACM 5,
1962). A task's level is the number of links on the longest way to it, so that all tasks of a level can
be planned at once in arrays. Tasks are ordered by level and key, which makes every result independent of
the order they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from roadmap_desktop.rules.length import NO_LAG, Lag, Length

Numbers: TypeAlias = NDArray[np.int64]


class LinkKind(StrEnum):
    """Which end of the earlier task the later one waits for, and with which of its own ends."""

    FS = "FS"
    """Starts after the other finished."""
    SS = "SS"
    """Starts when the other has started, the same day or later."""
    FF = "FF"
    """Finishes when the other has finished, the same day or later."""
    SF = "SF"
    """Finishes when the other has started, the same day or later."""


KINDS = tuple(LinkKind)


@dataclass(frozen=True, slots=True)
class Task:
    """Work, or a milestone if its length is 0, with what a person has fixed about its dates.

    It starts on a day of its ``calendar`` (the key of a school time). ``pinned_start`` holds whatever the
    links say; a link that is broken by it is reported as a conflict.
    """

    key: str
    length: Length
    calendar: str
    not_before: date | None = None
    must_finish_by: date | None = None
    pinned_start: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The task ``after`` waits for the task ``before``."""

    before: str
    after: str
    kind: LinkKind = LinkKind.FS
    lag: Lag = NO_LAG


class Cycle(ValueError):
    """Tasks wait for one another in a circle: each key for the one before it, the first for the last."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__("tasks wait for one another: " + " > ".join((*keys, keys[0])))
        self.keys = keys


class UnknownTask(ValueError):
    """A link names a task that is not there."""

    def __init__(self, key: str) -> None:
        super().__init__(f"a link names the unknown task {key}")
        self.key = key


class SameKey(ValueError):
    """Two tasks have one key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"two tasks have the key {key}")
        self.key = key


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Tasks by level and key, links by their later task; ``before`` and ``after`` are positions in ``tasks``.

    ``kind`` counts in KINDS, ``lag`` in school days of the later task, ``lag_days`` in calendar days.
    ``task_bounds[l]:task_bounds[l + 1]`` are the tasks of level l, ``link_bounds`` likewise the links that
    lead to them. Every task from level 1 on has such a link.
    """

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    before: Numbers
    after: Numbers
    kind: Numbers
    lag: Numbers
    lag_days: Numbers
    task_bounds: tuple[int, ...]
    link_bounds: tuple[int, ...]


def network(tasks: Iterable[Task], links: Iterable[Link]) -> Network:
    """The network of these tasks; raises SameKey, UnknownTask, Cycle."""
    by_key = sorted(tasks, key=lambda task: task.key)
    rank = {task.key: at for at, task in enumerate(by_key)}
    if len(rank) < len(by_key):
        raise SameKey(next(a.key for a, b in pairwise(by_key) if a.key == b.key))
    given = tuple(links)
    ends = _ends(given, rank)
    level = _levels(ends, [task.key for task in by_key])
    order = np.argsort(level, kind="stable")
    position = np.empty(len(order), np.int64)
    position[order] = np.arange(len(order))
    return _ordered([by_key[at] for at in order.tolist()], level[order], given, position[ends])


def _ends(links: Sequence[Link], rank: dict[str, int]) -> Numbers:
    """Both ends of each link as ranks of keys, one row a link."""
    try:
        return np.array([(rank[link.before], rank[link.after]) for link in links], np.int64).reshape(-1, 2)
    except KeyError as unknown:
        raise UnknownTask(unknown.args[0]) from None


def _levels(ends: Numbers, keys: Sequence[str]) -> Numbers:
    """The level of each task: Kahn's queue, a link looked at once."""
    by_start = ends[np.argsort(ends[:, 0], kind="stable")]
    first = np.searchsorted(by_start[:, 0], np.arange(len(keys) + 1)).tolist()
    successors = by_start[:, 1].tolist()
    waits_for = np.bincount(ends[:, 1], minlength=len(keys)).tolist()
    level = [0] * len(keys)
    queue = [at for at, count in enumerate(waits_for) if not count]
    for at in queue:
        next_level = level[at] + 1
        for after in successors[first[at] : first[at + 1]]:
            level[after] = max(level[after], next_level)
            waits_for[after] -= 1
            if not waits_for[after]:
                queue.append(after)
    if len(queue) < len(keys):
        raise Cycle(tuple(keys[at] for at in _circle(ends, waits_for)))
    return np.array(level, np.int64)


def _circle(ends: Numbers, waits_for: Sequence[int]) -> list[int]:
    """One circle among the tasks that still wait: from each to the first it waits for, until one comes again."""
    waited_for: dict[int, int] = {}
    for before, after in ends.tolist():
        if waits_for[before] and waits_for[after]:
            waited_for[after] = min(before, waited_for.get(after, before))
    walk, seen = [min(waited_for)], set[int]()
    while walk[-1] not in seen:
        seen.add(walk[-1])
        walk.append(waited_for[walk[-1]])
    circle = walk[walk.index(walk[-1]) : -1][::-1]
    lowest = circle.index(min(circle))
    return circle[lowest:] + circle[:lowest]


def _ordered(tasks: Sequence[Task], level: Numbers, links: Sequence[Link], ends: Numbers) -> Network:
    kind = np.array([KINDS.index(link.kind) for link in links], np.int64)
    lag = np.array([link.lag.school_days for link in links], np.int64)
    lag_days = np.array([link.lag.calendar_days for link in links], np.int64)
    order = np.lexsort((lag_days, lag, kind, ends[:, 0], ends[:, 1]))
    before, after = ends[order, 0], ends[order, 1]
    levels = np.arange(int(level[-1]) + 2 if len(level) else 1)
    task_bounds = np.searchsorted(level, levels)
    return Network(
        tasks=tuple(tasks),
        links=tuple(links[at] for at in order.tolist()),
        before=before,
        after=after,
        kind=kind[order],
        lag=lag[order],
        lag_days=lag_days[order],
        task_bounds=tuple(task_bounds.tolist()),
        link_bounds=tuple(np.searchsorted(after, task_bounds).tolist()),
    )
