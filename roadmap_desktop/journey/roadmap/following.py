"""What moves with a task: where those that wait for it would lie if it were moved or resized; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from roadmap_desktop.journey.merged import Merged, Task, merged
from roadmap_desktop.journey.plan import laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.trying import lasts
from roadmap_desktop.rules.length import Length
from roadmap_desktop.store.document import Document

Days = tuple[date, date]
"""The first and the last day, inclusive."""


def with_move(document: Document, key: str, start: date) -> Mapping[str, Days]:
    """The tasks (by key) that would lie on other days if the task were pinned to a day, itself included."""
    found = planned(document).tasks.get(key)
    return {} if found is None else changed_days(document, (replace(found.task, pinned_start=start),))


def with_resize(document: Document, key: str, finish: date) -> Mapping[str, Days]:
    """The tasks (by key) that would lie on other days if the task lasted until a day, itself included."""
    found = planned(document).tasks.get(key)
    if found is None:
        return {}
    try:
        length = Length(lasts(document, found.task, finish).school_days).written()
    except Refused:
        return {}
    return changed_days(document, (replace(found.task, length=length),))


def changed_days(document: Document, changed: Iterable[Task]) -> Mapping[str, Days]:
    """The tasks that would lie on other days if these were as given; empty where the roadmap would have no dates.

    Only what waits for them, at any remove, is planned again: what it waits for besides is held where it lies.
    """
    with document.read():
        values = {task.key: task for task in changed}
        now, plan = merged(document), planned(document)
        again = _later(now, values)
        links = tuple(link for link in now.links if link.after in again)
        held = {link.before for link in links} - again
        tasks = [
            values.get(task.key, task)
            if task.key in again
            else replace(task, pinned_start=plan.tasks[task.key].start, not_before=None)
            for task in now.tasks
            if task.key in again or task.key in held
        ]
        found = laid(document, Merged(tuple(tasks), links)).tasks
    before = plan.tasks
    return {
        key: (each.start, each.finish)
        for key, each in found.items()
        if key in again and (each.start, each.finish) != (before[key].start, before[key].finish)
    }


def _later(found: Merged, of: Iterable[str]) -> set[str]:
    """The keys of tasks and of all that wait for them."""
    after: dict[str, list[str]] = {}
    for link in found.links:
        after.setdefault(link.before, []).append(link.after)
    seen, waiting = set[str](), list(of)
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += after.get(key, ())
    return seen
