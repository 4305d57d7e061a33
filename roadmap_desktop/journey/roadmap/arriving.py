"""What a list of tasks would make of the roadmap, worked out before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.merged import Merged, Task, merged
from roadmap_desktop.journey.plan import Plan, laid, network_of, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.lanes import Lanes, NewLane
from roadmap_desktop.journey.roadmap.listed import ListedTask, Said, TaskList
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.roadmap import Task as TaskRow
from roadmap_desktop.rules.generated import Link, Strand
from roadmap_desktop.rules.length import parse, parse_lag
from roadmap_desktop.rules.network import Cycle
from roadmap_desktop.store.document import Document

LONGEST_CIRCLE = 40
"""So many tasks of a circle are named."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The keys of the roadmap's tasks: those that a list may bring up to date, and the others; and of the calendars."""

    own: frozenset[str]
    others: frozenset[str]
    calendars: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arriving:
    """What taking a list would do: tasks by key that are new or changed with their new values, and the links.

    ``after`` is the roadmap as it would be, ``plan`` its dates (none where the school calendar is missing).
    """

    added: Mapping[str, dict[str, Any]]
    changed: Mapping[str, dict[str, Any]]
    lanes: tuple[NewLane, ...]
    linked: tuple[Link, ...]
    unlinked: tuple[Link, ...]
    relinked: frozenset[str]
    """Keys of tasks that are the same but for what they wait for."""
    after: Merged
    plan: Plan


def ids(document: Document) -> Ids:
    """The keys of all tasks, and of changes on tasks that are not there any more."""
    with document.read():
        rows = {row.key: row.own for row in document.rows(select(TaskRow.key, TaskRow.own))}
        keys = {task.key for task in merged(document).tasks}
        calendars = schooldays.calendars(document)
    own = frozenset(key for key, is_own in rows.items() if is_own)
    return Ids(own, frozenset(keys | rows.keys()) - own, frozenset(calendars))


def arriving(document: Document, found: TaskList) -> Arriving:
    """What taking this list would do.

    Raises:
        Refused: there is no task in it, its tasks would wait for one another in a circle, or a task would lie beyond
            every calendar that is known.
    """
    if not found.tasks:
        raise Refused(
            message("There is no task to take."),
            message("Each line needs an id and a length, such as 5 school days, 3 weeks or 0."),
        )
    with document.read():
        now, lanes = merged(document), Lanes(document)
        known = {task.key: task for task in now.tasks}
        values = {each.key: _values(each, found, known.get(each.key), lanes) for each in found.tasks}
        added = {key: each for key, each in values.items() if key not in known}
        changed = {key: each for key, each in values.items() if key in known and _differs(known[key], each)}
        linked, unlinked = _links(found, now)
        after = _after(now, added, changed, linked, unlinked)
        _refuse_circle(after)
        plan = _laid(document, after)
    relinked = frozenset({link.after for link in (*linked, *unlinked)} - added.keys() - changed.keys())
    return Arriving(added, changed, tuple(lanes.new), linked, unlinked, relinked, after, plan)


def _values(each: ListedTask, found: TaskList, known: Task | None, lanes: Lanes) -> dict[str, Any]:
    """What the list says of a task, by the fields of the roadmap; all of it for a task that is new."""
    said: dict[str, Any] = {
        "name": each.name,
        "length": each.length,
        "not_before": each.not_before,
        "must_finish_by": each.must_finish_by,
        "owner": each.owner,
        "calendar": each.calendar,
    }
    if known is None:
        return {**said, "phase": lanes.key(each.phase), "strand": Strand.POLICY.value}
    if Said.PHASE in found.says and each.phase.strip():
        said["phase"] = lanes.key(each.phase)
    return {field: value for field, value in said.items() if field == "phase" or Said(field) in found.says}


def _differs(known: Task, values: Mapping[str, Any]) -> bool:
    return any(
        parse(known.length) != parse(value) if field == "length" else getattr(known, field) != value
        for field, value in values.items()
    )


def _links(found: TaskList, now: Merged) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links that come new or change, and those between tasks of lists that are gone."""
    if Said.PREDECESSORS not in found.says:
        return (), ()
    keys = {each.key for each in found.tasks}
    listed = keys | {task.key for task in now.tasks if task.is_listed}
    wanted = {
        (each.key, task.key): Link(each.key, task.key, each.kind.value, each.lag.written() if each.lag.amount else "")
        for task in found.tasks
        for each in task.predecessors
    }
    there = {(link.before, link.after): link for link in now.links if link.after in keys}
    linked = [link for ends, link in wanted.items() if ends not in there or not _same(there[ends], link)]
    unlinked = [link for ends, link in there.items() if ends not in wanted and link.before in listed]
    return tuple(linked), tuple(unlinked)


def _same(one: Link, other: Link) -> bool:
    return one.kind == other.kind and parse_lag(one.lag or "0") == parse_lag(other.lag or "0")


def _after(
    now: Merged,
    added: Mapping[str, dict[str, Any]],
    changed: Mapping[str, dict[str, Any]],
    linked: tuple[Link, ...],
    unlinked: tuple[Link, ...],
) -> Merged:
    tasks = [replace(task, **changed[task.key]) if task.key in changed else task for task in now.tasks]
    tasks += [Task(key=key, part=None, source="", own=True, **values) for key, values in added.items()]
    gone = {(link.before, link.after) for link in (*unlinked, *linked)}
    links = [link for link in now.links if (link.before, link.after) not in gone]
    return Merged(tuple(tasks), (*links, *linked))


def _refuse_circle(after: Merged) -> None:
    try:
        network_of(after)
    except Cycle as circle:
        names = {task.key: task.key if task.own else task.name for task in after.tasks}
        raise Refused(
            message("These tasks wait for one another in a circle: {chain}.", chain=_chain(circle.keys, names)),
            message("Take one of the links out of the list. Nothing was taken."),
        ) from None


def _chain(keys: tuple[str, ...], names: Mapping[str, Words]) -> Words:
    """The tasks in their order, each before the next, the first once more at the end."""
    words: Words = names[keys[0]]
    for key in keys[1:LONGEST_CIRCLE]:
        words = message("{chain} → {task}", chain=words, task=names[key])
    if len(keys) > LONGEST_CIRCLE:
        words = message("{chain} → {task}", chain=words, task="…")
    return message("{chain} → {task}", chain=words, task=names[keys[0]])


def _laid(document: Document, after: Merged) -> Plan:
    plan = laid(document, after)
    if plan.trouble is not None and schooldays.calendars(document) and planned(document).trouble is None:
        raise Refused(
            plan.trouble,
            message("Enter the calendar of the years that it needs, or change the list. Nothing was taken."),
        )
    return plan
