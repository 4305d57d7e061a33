"""The fixed dates of a plan that can't hold: by how many school days, and through which chain of tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from roadmap_desktop.rules.criticalpath import Earliest
from roadmap_desktop.rules.daytables import DayTables
from roadmap_desktop.rules.drivers import Drivers, chain
from roadmap_desktop.rules.network import Network
from roadmap_desktop.rules.schooltime import BeyondHorizon
from roadmap_desktop.rules.taskarrays import TaskArrays


class ConflictKind(StrEnum):
    """Which fixed date can't hold."""

    MUST_FINISH_BY = "must_finish_by"
    PINNED = "pinned"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fixed date that can't hold: the finish or the pinned start that was ``asked``, and the one ``possible``.

    The task is that many ``school_days`` of its calendar late, at least 1. ``chain`` leads from the task that
    starts it all to the task itself, each driving the next.
    """

    kind: ConflictKind
    key: str
    asked: date
    possible: date
    school_days: int
    chain: tuple[str, ...]


def conflicts(
    network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest, drivers: Drivers
) -> tuple[Conflict, ...]:
    """Every conflict of the plan, by the key of its task."""
    several = [*_late(network, tasks, tables, found, drivers), *_broken_pins(network, tasks, tables, found, drivers)]
    return tuple(sorted(several, key=lambda conflict: (conflict.key, conflict.kind)))


def _late(
    network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest, drivers: Drivers
) -> Iterator[Conflict]:
    link_of = drivers.link.tolist()
    for at in np.flatnonzero(found.finish > tasks.must_finish).tolist():
        asked = network.tasks[at].must_finish_by
        assert asked is not None  # only such tasks have a must_finish on the axis
        row = int(tasks.calendar[at]) * tables.days
        over = tables.count_before[row + found.finish[at] + 1] - tables.count_before[row + tasks.must_finish[at] + 1]
        yield Conflict(
            kind=ConflictKind.MUST_FINISH_BY,
            key=network.tasks[at].key,
            asked=asked,
            possible=tables.date_of(int(found.finish[at])),
            school_days=max(int(over), 1),
            chain=chain(network, link_of, at),
        )


def _broken_pins(
    network: Network, tasks: TaskArrays, tables: DayTables, found: Earliest, drivers: Drivers
) -> Iterator[Conflict]:
    wanted = found.waits.earliest(found.days, slice(0, len(network.links)))
    late = wanted - found.index[network.after]
    worst: dict[int, int] = {}
    for link in np.flatnonzero((late > 0) & tasks.is_pinned[network.after]).tolist():
        after = int(network.after[link])
        if after not in worst or late[link] > late[worst[after]]:
            worst[after] = link
    link_of = drivers.link.tolist()
    for after, link in worst.items():
        possible = int(
            tables.finish[int(tasks.calendar[after]) * tables.width + 1 + min(int(wanted[link]), tables.most)]
        )
        if possible == tables.beyond:
            raise BeyondHorizon(
                network.tasks[after].key,
                tables.date_of(int(found.start[after])),
                tables.date_of(int(tables.known[tasks.calendar[after]])),
            )
        before = chain(network, link_of, int(network.before[link]))
        yield Conflict(
            kind=ConflictKind.PINNED,
            key=network.tasks[after].key,
            asked=tables.date_of(int(found.start[after])),
            possible=tables.date_of(possible),
            school_days=int(late[link]),
            chain=(*before, network.tasks[after].key),
        )
