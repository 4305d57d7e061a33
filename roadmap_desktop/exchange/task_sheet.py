"""The roadmap as a table of tasks: the same columns in CSV and in the workbook, which come back as they are read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

from roadmap_desktop.exchange.exported import Exported, ExportedLane, ExportedTask
from roadmap_desktop.exchange.task_columns import Role

Cell = str | int | date | None
COLUMNS = (
    *(Role.ID, Role.NAME, Role.PHASE, Role.OWNER, Role.LENGTH, Role.PREDECESSORS, Role.NOT_BEFORE),
    *(Role.MUST_FINISH_BY, Role.CALENDAR, Role.START, Role.FINISH, Role.DONE),
    *(Role.STARTED_ON, Role.FINISHED_ON),
)
"""What is read again, under the headings by which it is known."""
MORE = ("slack", "free slack", "critical", "baseline start", "baseline finish", "why then")
"""What is only said: slack in school days."""
SAVED = (Role.SAVED_START, Role.SAVED_FINISH, Role.SAVED_DONE)
"""What can be changed, once more, by which it is seen what somebody changed."""
HEADINGS = (*(role.value for role in COLUMNS), *MORE, *(role.value for role in SAVED))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(found: Exported) -> Iterator[tuple[Cell, ...]]:
    """A row for every task, lane by lane, as ``HEADINGS`` has it."""
    for lane in found.lanes:
        for task in lane.tasks:
            yield _row(task, lane)


def table(found: Exported) -> bytes:
    """The table as CSV: UTF-8 with its mark, ISO dates, no text that a spreadsheet would take for a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([_text(cell) for cell in row] for row in rows(found))
    return out.getvalue().encode("utf-8-sig")


def is_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would try to work the text out."""
    return text.startswith(_FORMULA)


def _row(task: ExportedTask, lane: ExportedLane) -> tuple[Cell, ...]:
    before = task.baseline or (None, None)
    return (
        task.key,
        task.name,
        lane.name,
        task.owner,
        task.length.written(),
        ", ".join(each.written() for each in task.predecessors),
        task.not_before,
        task.must_finish_by,
        task.calendar,
        task.start,
        task.finish,
        task.progress,
        task.started_on,
        task.finished_on,
        task.total_slack,
        task.free_slack,
        "yes" if task.is_critical else "",
        *before,
        task.why,
        task.start,
        task.finish,
        task.progress,
    )


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and is_like_a_formula(cell):
        return f"'{cell}"
    return "" if cell is None else str(cell)
