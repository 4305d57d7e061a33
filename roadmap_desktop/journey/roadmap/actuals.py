"""What really happened: when a task started and finished, kept beside its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmap_desktop.journey.merged import DONE, Merged, Task, merged
from roadmap_desktop.journey.plan import laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.edits import changed_row, task_of
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.document import Document


def report(
    document: Document, key: str, started: date | None, finished: date | None, *, origin: object | None = None
) -> None:
    """Says when a task started and finished; none of both takes it back. What waits for it is planned around that.

    Finished without a start, it started when it was planned to, at the latest that day. Finished is all done.

    Raises:
        Refused: there is no such task, a day lies ahead or on no calendar, or it would finish before it started.
    """
    task = task_of(document, key)
    _check(document, started, finished)
    found = planned(document).tasks.get(key)
    if finished is not None and started is None and found is not None:
        started = min(found.start, finished)
    _reaches(document, replace(task, started_on=started, finished_on=finished))
    with document.change(_label(task, started, finished), origin=origin) as session:
        row = changed_row(document, session, key)
        row.started_on, row.finished_on = started, finished
        if finished is not None:
            row.progress = DONE
        elif task.finished_on is not None and task.progress == DONE:
            row.progress = None if not task.own else 0


def _check(document: Document, started: date | None, finished: date | None) -> None:
    today = document.today()
    for day, field in ((started, "started_on"), (finished, "finished_on")):
        if day is not None and day > today:
            raise Refused(
                message("{day} lies ahead.", day=day),
                message("Say what has happened; move the task to plan it."),
                field=field,
            )
    if started is not None and finished is not None and finished < started:
        raise Refused(
            message(
                "It can't finish on {finished}, before it started on {started}.", finished=finished, started=started
            ),
            message("Change one of the two days."),
            field="finished_on",
        )


def _reaches(document: Document, task: Task) -> None:
    """Holds that the roadmap still has dates then; asks nothing where it has none."""
    if planned(document).trouble is None:
        now = merged(document)
        tasks = tuple(task if each.key == task.key else each for each in now.tasks)
        trouble = laid(document, Merged(tasks, now.links)).trouble
        if trouble is not None:
            raise Refused(trouble, message("Enter the calendar of the school year in which it happened."))


def _label(task: Task, started: date | None, finished: date | None) -> Words:
    if finished is not None:
        return message("{task} finished on {day:short}", task=task.name, day=finished)
    if started is not None:
        return message("{task} started on {day:short}", task=task.name, day=started)
    return message("{task} has not started", task=task.name)
