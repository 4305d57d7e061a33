"""Dates that come back from a sheet that someone edited: which tasks they move, and taking them in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from roadmap_desktop.journey.merged import Merged, merged
from roadmap_desktop.journey.plan import Plan, PlannedTask, calendar_of, laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.edits import changed_row
from roadmap_desktop.journey.roadmap.trying import lies
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.length import Length
from roadmap_desktop.store.document import Document

Values = dict[str, Any]
"""New values of a task by their fields."""


@dataclass(frozen=True, slots=True)
class SheetTask:
    """A line of the sheet: its number, the task's key, and what its cells say; None for an empty cell."""

    line: int
    key: str
    start: date | None = None
    finish: date | None = None
    progress: int | None = None
    started_on: date | None = None
    finished_on: date | None = None


@dataclass(frozen=True, slots=True)
class Redated:
    """A task that the sheet changes: its dates before and after, and the new values; ``line`` is the sheet's."""

    line: int
    key: str
    name: Words
    before: tuple[date, date]
    after: tuple[date, date]
    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Redating:
    """What taking the sheet would do; ``follow`` counts tasks that move with them, ``left_out`` has lines and why."""

    changes: tuple[Redated, ...]
    follow: int
    left_out: tuple[tuple[int, Words], ...]


def redating(document: Document, sheet: Iterable[SheetTask]) -> Redating:
    """What the sheet's dates would do; nothing is changed.

    A start that is another than the plan's becomes a pin, a finish that is another makes the task as long; what
    really happened is taken as it stands. A cell that says what the plan says changes nothing.

    Raises:
        Refused: the roadmap has no dates, or would have none.
    """
    with document.read():
        plan = planned(document)
        if plan.trouble is not None:
            raise Refused(plan.trouble, message("Nothing was taken."))
        changes: list[tuple[SheetTask, Values]] = []
        left_out: list[tuple[int, Words]] = []
        for each in sheet:
            try:
                values = _values(document, plan, each)
            except Refused as refusal:
                left_out.append((each.line, refusal.reason))
                continue
            if values:
                changes.append((each, values))
        after = laid(document, _with(merged(document), {each.key: values for each, values in changes}))
    if after.trouble is not None:
        raise Refused(after.trouble, message("Change the dates in the sheet. Nothing was taken."))
    return Redating(tuple(_told(plan, after, changes)), _following(plan, after, changes), tuple(left_out))


def take_dates(
    document: Document, sheet: Iterable[SheetTask], *, source: str = "", origin: object | None = None
) -> Redating:
    """Takes the dates of a sheet in one step.

    Raises:
        Refused: the roadmap has no dates, or would have none.
    """
    found = redating(document, sheet)
    if found.changes:
        with document.change(_label(len(found.changes), source), origin=origin) as session:
            for each in found.changes:
                row = changed_row(document, session, each.key)
                for field, value in each.values:
                    setattr(row, field, value)
    return found


def _values(document: Document, plan: Plan, sheet: SheetTask) -> Values:
    found = plan.tasks.get(sheet.key)
    if found is None:
        raise Refused(message("No task of the roadmap has the id {id}.", id=sheet.key), "")
    _check_reported(document, sheet)
    values = dict(_reported(found, sheet))
    if not values.keys() & {"started_on", "finished_on"}:
        values |= _planned(document, found, sheet)
    return values


def _reported(found: PlannedTask, sheet: SheetTask) -> Iterator[tuple[str, Any]]:
    """What really happened, as far as it is news."""
    task = found.task
    if sheet.started_on is not None and sheet.started_on != task.started_on:
        yield "started_on", sheet.started_on
    if sheet.finished_on is not None and sheet.finished_on != task.finished_on:
        yield "finished_on", sheet.finished_on
        if sheet.started_on is None and task.started_on is None:
            yield "started_on", min(found.start, sheet.finished_on)
        yield "progress", 100
    elif sheet.progress is not None and sheet.progress != task.progress:
        yield "progress", sheet.progress


def _check_reported(document: Document, sheet: SheetTask) -> None:
    today = document.today()
    for day in (sheet.started_on, sheet.finished_on):
        if day is not None and day > today:
            raise Refused(message("{day} lies ahead; only what has happened can be reported.", day=day), "")
    if sheet.started_on and sheet.finished_on and sheet.finished_on < sheet.started_on:
        raise Refused(message("It would finish before it starts."), "")
    if sheet.progress is not None and not 0 <= sheet.progress <= 100:
        raise Refused(message("Progress goes from 0 to 100."), "")


def _planned(document: Document, found: PlannedTask, sheet: SheetTask) -> Values:
    """A pin where the start is another, and a length where the finish is another than it would be."""
    start, finish = sheet.start or found.start, sheet.finish or found.finish
    if (start, finish) == (found.start, found.finish) or found.task.started_on is not None:
        return {}
    values: Values = {}
    if start != found.start:
        values["pinned_start"] = start
    place = lies(document, found.task, start)
    if found.is_milestone:
        if start == found.start:
            values["pinned_start"] = finish
        return values
    if finish not in (found.finish, place.finish):
        if finish < place.start:
            raise Refused(message("It would finish before it starts."), "")
        values["length"] = _lasting(document, found, place.start, finish)
    return values


def _lasting(document: Document, found: PlannedTask, start: date, finish: date) -> str:
    time = calendar_of(document, found.task)
    days = 0 if time is None else time.school_days_between(start, min(finish, time.last))
    return Length(max(days, 1)).written()


def _with(now: Merged, values: dict[str, Values]) -> Merged:
    tasks = (replace(task, **values[task.key]) if task.key in values else task for task in now.tasks)
    return Merged(tuple(tasks), now.links)


def _told(plan: Plan, after: Plan, changes: list[tuple[SheetTask, Values]]) -> Iterator[Redated]:
    for each, values in changes:
        was, now = plan.tasks[each.key], after.tasks[each.key]
        dates = ((was.start, was.finish), (now.start, now.finish))
        yield Redated(each.line, each.key, was.task.name, *dates, tuple(values.items()))


def _following(plan: Plan, after: Plan, changes: list[tuple[SheetTask, Values]]) -> int:
    keys = {each.key for each, _ in changes}
    moved = (key for key, now in after.tasks.items() if plan.tasks[key].start != now.start)
    return sum(key not in keys for key in moved)


def _label(number: int, source: str) -> Words:
    if source:
        return plural("Took {n} date from {file}", "Took {n} dates from {file}", number, file=source)
    return plural("Took {n} date from a sheet", "Took {n} dates from a sheet", number)
