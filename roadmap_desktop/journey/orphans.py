"""Keeps the tasks of a fact that goes: a task whose source is gone is shown as orphaned, never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from roadmap_desktop.journey.merged import DONE, SEATS_TASK, generated_now, merged
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.language import Words
from roadmap_desktop.model.roadmap import Task
from roadmap_desktop.model.team import Seat
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.labels import as_json

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


_OPEN_SEATS = select(func.count()).select_from(Seat).where(Seat.holder == "", Seat.waived == "")


@contextmanager
def change_keeping_tasks(
    document: Document, label: Words, *, origin: object | None = None, fold: str = ""
) -> Iterator[Session]:
    """As ``document.change``, for moves that may take away what tasks come from.

    Tasks that are no longer generated afterwards are kept as orphaned on the dates they had, in the same step; filling
    the open seats is done once none is open.
    """
    before = {task.key: task for task in merged(document).tasks if task.part is not None}
    dates = {task.task.key: task.start for task in planned(document)}
    with document.change(label, origin=origin, fold=fold) as session:
        yield session
        session.flush()
        after = {task.key for task in generated_now(document).tasks}
        rows = {row.key: row for row in session.scalars(select(Task).where(Task.key.in_(before)))}
        for key in before.keys() - after:
            task = before[key]
            row = rows.get(key)
            if row is None:
                row = Task(key=key)
                session.add(row)
            row.kept = True
            row.kept_name = as_json(task.name)
            row.phase = row.phase or task.phase
            row.strand = row.strand or task.strand
            row.length = row.length or task.length
            row.owner = row.owner or task.owner
            row.calendar = task.calendar
            row.pinned_start = row.pinned_start or dates.get(key)
            row.progress = row.progress if row.progress is not None else task.progress
            if key == SEATS_TASK and not session.scalar(_OPEN_SEATS):
                row.progress = DONE
