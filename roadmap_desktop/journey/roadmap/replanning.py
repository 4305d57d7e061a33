"""Planning again from a day on: what should have begun is moved there, overdue work gets what is left of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roadmap_desktop.journey.merged import DONE, Merged, Task, merged
from roadmap_desktop.journey.plan import KINDS, Plan, PlannedTask, calendar_of, laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.edits import changed_row
from roadmap_desktop.language import message
from roadmap_desktop.rules.actual import remaining
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.length import Length, parse
from roadmap_desktop.store.document import Document

ROUNDS = 60
"""A chain of work is moved round by round; what is left after so many is moved at once."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Replanned:
    """What planning again would do: the new values of tasks by key, and the plan with them."""

    changes: Mapping[str, dict[str, date | str]]
    plan: Plan


def is_behind(document: Document, day: date) -> bool:
    """Whether planning again from that day on would change anything."""
    return document.remembered(("behind", day), KINDS, lambda: _any_behind(document, day))


def _any_behind(document: Document, day: date) -> bool:
    return any(_is_behind(each, day) or _longer(document, each, day) is not None for each in planned(document))


def replanned(document: Document, day: date) -> Replanned:
    """The plan from that day on; nothing is changed. No changes where nothing is behind."""
    with document.read():
        found, plan = merged(document), planned(document)
        changes: dict[str, dict[str, date | str]] = {}
        for each in plan:
            if (length := _longer(document, each, day)) is not None:
                changes[each.task.key] = {"length": length}
        for number in range(ROUNDS):
            plan = laid(document, _with(found, changes))
            behind = [each for each in plan if _is_behind(each, day) and each.task.key not in changes]
            if not behind:
                break
            first = behind if number == ROUNDS - 1 else list(_firsts(behind))
            for each in first:
                field = "not_before" if each.task.pinned_start is None else "pinned_start"
                changes[each.task.key] = {field: day}
    return Replanned(changes, plan)


def replan(document: Document, day: date, *, origin: object | None = None) -> int:
    """Plans again from that day on, in one step; gives how many tasks were changed.

    Raises:
        Refused: nothing is behind, or a task would lie beyond every calendar that is known.
    """
    found = replanned(document, day)
    if not found.changes:
        raise Refused(
            message("Nothing is behind: no work should have begun before {day}.", day=day),
            message("Report progress, or move a task."),
        )
    if found.plan.trouble is not None:
        raise Refused(found.plan.trouble, message("Nothing was changed. Enter the calendar of the next school year."))
    with document.change(message("Planned again from {day:short}", day=day), origin=origin) as session:
        for key, values in found.changes.items():
            row = changed_row(document, session, key)
            for field, value in values.items():
                setattr(row, field, value)
    return len(found.changes)


def _is_behind(each: PlannedTask, day: date) -> bool:
    """Whether it should have begun and has not; a review keeps its day."""
    task = each.task
    has_begun = task.started_on is not None or task.finished_on is not None or task.progress > 0
    return each.start < day and not has_begun and not task.orphaned and task.part is not Part.REVIEW


def _firsts(behind: list[PlannedTask]) -> Iterator[PlannedTask]:
    """Those that no other task holds that is behind too: the others move with them."""
    keys = {each.task.key for each in behind}
    for each in behind:
        if each.driver.link is None or each.driver.link.before not in keys:
            yield each


def _longer(document: Document, each: PlannedTask, day: date) -> str | None:
    """The length of work under way that should be done by now, with what is left of it; None for all other work."""
    task = each.task
    has_begun = task.finished_on is None and (task.started_on is not None or task.progress > 0)
    if not has_begun or task.progress >= DONE or each.finish >= day or each.is_milestone:
        return None
    time = calendar_of(document, task)
    if time is None:
        return None
    length = parse(task.length).school_days or time.school_days_between(each.start, each.finish)
    needed = time.finish(day, remaining(length, task.progress))
    return Length(time.school_days_between(each.start, needed)).written()


def _with(found: Merged, changes: Mapping[str, dict[str, date | str]]) -> Merged:
    tasks: list[Task] = []
    for task in found.tasks:
        values = changes.get(task.key)
        tasks.append(task if values is None else _changed(task, values))
    return Merged(tuple(tasks), found.links)


def _changed(task: Task, values: Mapping[str, date | str]) -> Task:
    changed = task
    for field, value in values.items():
        match field, value:
            case "length", str():
                changed = replace(changed, length=value)
            case "not_before", date():
                changed = replace(changed, not_before=value)
            case "pinned_start", date():
                changed = replace(changed, pinned_start=value)
    return changed
