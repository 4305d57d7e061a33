"""What a person can change on the roadmap; a generated value is kept beside every edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.merged import BY_HAND, EDITABLE, Merged, Task, merged
from roadmap_desktop.journey.plan import laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.trying import lasts, lies, reaches
from roadmap_desktop.journey.typed import check_length
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.roadmap import Link as LinkRow
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.model.roadmap import Task as TaskRow
from roadmap_desktop.rules.generated import Link
from roadmap_desktop.rules.length import Length, NotALag, parse, parse_lag
from roadmap_desktop.rules.predecessors import way
from roadmap_desktop.store.document import Document

Value = str | int | date | None
TEXTS = ("name", "phase", "strand", "owner", "length")
"""What an empty text stands for no change of; of all else nothing does."""
USUAL_LENGTH = "2 weeks"
"""What a new task takes until someone says otherwise."""


def edit_task(document: Document, key: str, field: str, value: Value, *, origin: object | None = None) -> None:
    """Changes one of ``merged.EDITABLE`` on a task; an empty value gives the generated one back.

    Raises:
        Refused: there is no such task, or the value can't be.
    """
    task = task_of(document, key)
    _check(task, field, value)
    if field == "length" and value:
        reaches(document, task, str(value))
    label = message("Changed {task}", task=task.name)
    with document.change(label, origin=origin, fold=f"task.{field}:{key}") as session:
        row = changed_row(document, session, key)
        empty: Value = "" if field in TEXTS else None
        setattr(row, field, empty if value in ("", None) else value)


def move_task(document: Document, key: str, start: date, *, origin: object | None = None) -> None:
    """Pins a task to start on a day; it moves to the first school day on or after it. One step of undo each time.

    Raises:
        Refused: there is no such task, or it would run beyond every calendar that is known.
    """
    task = task_of(document, key)
    lies(document, task, start)
    label = message("Moved {task} to {day:short}", task=task.name, day=start)
    with document.change(label, origin=origin) as session:
        changed_row(document, session, key).pinned_start = start


def resize_task(document: Document, key: str, finish: date, *, origin: object | None = None) -> None:
    """Makes a task last until a day, its length counted in school days. One step of undo each time.

    Raises:
        Refused: there is no such task, it is a milestone, or the day lies beyond every calendar that is known.
    """
    task = task_of(document, key)
    if parse(task.length).is_milestone:
        raise Refused(
            message("{task} is a milestone: it has a day and no length.", task=task.name),
            message("Move it instead."),
        )
    days = lasts(document, task, finish).school_days
    label = plural("{task} now takes {n} school day", "{task} now takes {n} school days", days, task=task.name)
    with document.change(label, origin=origin) as session:
        changed_row(document, session, key).length = Length(days).written()


def back_to_generated(document: Document, key: str, *, origin: object | None = None) -> None:
    """Takes every edit of a generated task back, in one step.

    Raises:
        Refused: the task is a person's own, or nothing was changed on it.
    """
    task = task_of(document, key)
    if task.own or not task.edited:
        raise Refused(
            message("{task} has no generated values to go back to.", task=task.name),
            message("Change its fields instead."),
        )
    with document.change(message("Took back the changes of {task}", task=task.name), origin=origin) as session:
        session.execute(delete(TaskRow).where(TaskRow.key == key))


def add_task(
    document: Document, name: str, phase: str, *, length: str = USUAL_LENGTH, origin: object | None = None
) -> str:
    """Adds a person's own task and gives its key.

    Raises:
        Refused: it has no name, there is no such phase, or the length is none.
    """
    name = name.strip()
    if not name:
        raise Refused(message("A task needs a name."), message("Type what is to be done."), field="name")
    if phase not in {row.key for row in document.rows(select(Phase.key))}:
        raise Refused(message("There is no such phase."), message("Choose one of the lanes."), field="phase")
    check_length(length)
    position = len(document.rows(select(TaskRow.uuid)))
    row = TaskRow(key="", own=True, name=name, phase=phase, strand="policy", length=length, position=position)
    row.key = f"{BY_HAND}{row.uuid}"
    with document.change(message("Added {task}", task=name), origin=origin) as session:
        session.add(row)
    return row.key


def remove_task(document: Document, key: str, *, origin: object | None = None) -> None:
    """Removes a person's own task or an orphaned one that was kept, with its links.

    Raises:
        Refused: the task follows from a fact, which is where it can be removed.
    """
    task = task_of(document, key)
    if task.part is not None:
        raise Refused(
            message("{task} follows from another stage.", task=task.name),
            message("Change it where it comes from: the inspector leads there."),
        )
    with document.change(message("Removed {task}", task=task.name), origin=origin) as session:
        session.execute(delete(TaskRow).where(TaskRow.key == key))
        session.execute(delete(LinkRow).where((LinkRow.before == key) | (LinkRow.after == key)))


def link_tasks(
    document: Document, before: str, after: str, *, kind: str = "FS", lag: str = "", origin: object | None = None
) -> None:
    """Makes one task wait for another.

    Raises:
        Refused: one of them is missing, or they would wait for one another in a circle.
    """
    first, then = task_of(document, before), task_of(document, after)
    if lag:
        try:
            parse_lag(lag)
        except NotALag:
            raise _not_a_lag(lag) from None
    if _reaches(document, after, before):
        raise Refused(
            message("{first} already waits for {then}.", first=first.name, then=then.name),
            message("Unlink them the other way round first."),
        )
    label = message("Linked {then} to {first}", first=first.name, then=then.name)
    _write_link(document, label, origin, (before, after), {"kind": kind, "lag": lag, "removed": False})


def count_in(document: Document, key: str, calendar: str, *, origin: object | None = None) -> None:
    """Counts a person's own task in another calendar: the office's, or a group's of schools ("" for the district's).

    Raises:
        Refused: there is no such task or calendar, it follows from another stage, or it would lie beyond the calendar.
    """
    task = task_of(document, key)
    if not task.own or calendar not in schooldays.calendars(document):
        raise Refused(
            message("{task} can't be counted in that calendar.", task=task.name),
            message("Choose another; tasks of the stages have the calendar of their schools or of the office."),
            field="calendar",
        )
    reaches(document, replace(task, calendar=calendar), task.length)
    with document.change(message("Changed {task}", task=task.name), origin=origin) as session:
        changed_row(document, session, key).calendar = calendar


def relink_tasks(document: Document, before: str, after: str, how: str, *, origin: object | None = None) -> None:
    """Changes how one task waits for another, as it is typed: FS+3, SS, FF-1, +2w.

    Raises:
        Refused: one of them is missing, it says nothing that is known, or it would lie beyond every calendar.
    """
    first, then = task_of(document, before), task_of(document, after)
    try:
        kind, lag = way(how)
    except NotALag:
        raise Refused(
            message("“{text}” does not say how it waits.", text=how),
            message("Type FS, SS, FF or SF, and how much later or earlier: FS+3, SS+2w, FF-1."),
            field="how",
        ) from None
    link = Link(before, after, kind.value, lag.written() if lag.amount else "")
    _reaches_with(document, link)
    label = message("{then} waits for {first} another way", first=first.name, then=then.name)
    values = {"kind": link.kind, "lag": link.lag, "removed": False}
    _write_link(document, label, origin, (before, after), values)


def _reaches_with(document: Document, link: Link) -> None:
    """Holds that the roadmap still has dates with the link; asks nothing where it has none."""
    now = merged(document)
    if planned(document).trouble is not None:
        return
    others = (each for each in now.links if (each.before, each.after) != (link.before, link.after))
    trouble = laid(document, Merged(now.tasks, (*others, link))).trouble
    if trouble is not None:
        raise Refused(trouble, message("Choose a smaller lag."), field="how")


def unlink_tasks(document: Document, before: str, after: str, *, origin: object | None = None) -> None:
    """Takes a link away; a generated one is kept as removed, so that it does not come back."""
    first, then = task_of(document, before), task_of(document, after)
    label = message("Unlinked {then} from {first}", first=first.name, then=then.name)
    _write_link(document, label, origin, (before, after), {"removed": True})


def _write_link(
    document: Document, label: Words, origin: object | None, ends: tuple[str, str], values: Mapping[str, object]
) -> None:
    uuid = natural_uuid(document.workshop_uuid, "link", *ends)
    with document.change(label, origin=origin) as session:
        link = session.get(LinkRow, uuid)
        if link is None:
            link = LinkRow(uuid=uuid, before=ends[0], after=ends[1])
            session.add(link)
        for field, value in values.items():
            setattr(link, field, value)


def _reaches(document: Document, start: str, goal: str) -> bool:
    after: dict[str, list[str]] = {}
    for link in merged(document).links:
        after.setdefault(link.before, []).append(link.after)
    seen, waiting = set[str](), [start]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            waiting += after.get(key, ())
    return False


def task_of(document: Document, key: str) -> Task:
    """The task of that key; Refused where it is gone."""
    tasks: Iterable[Task] = merged(document).tasks
    found = next((task for task in tasks if task.key == key), None)
    if found is None:
        raise Refused(message("This task is not on the roadmap any more."), message("Choose another."))
    return found


def changed_row(document: Document, session: Session, key: str) -> TaskRow:
    """The row that holds what a person changed on a task, or a task of their own; made where there is none."""
    row = session.scalars(select(TaskRow).where(TaskRow.key == key)).first()
    if row is None:
        row = TaskRow(uuid=natural_uuid(document.workshop_uuid, "task", key), key=key)
        session.add(row)
    return row


def _check(task: Task, field: str, value: Value) -> None:
    if field not in EDITABLE:
        raise KeyError(field)
    if field == "length" and value not in ("", None):
        check_length(str(value))
    if field == "progress" and value is not None and not 0 <= int(str(value)) <= 100:
        raise Refused(message("Progress goes from 0 to 100."), message("Type a whole number."), field=field)
    if task.own and field in ("name", "length") and value in ("", None):
        raise Refused(message("A task needs a name and a length."), message("Type them, or remove it."), field=field)


def _not_a_lag(text: str) -> Refused:
    return Refused(message("“{text}” is no lag.", text=text), message("Write it like +3, 5d or 2w."), field="lag")
