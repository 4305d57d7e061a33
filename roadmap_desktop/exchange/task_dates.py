"""Dates of tasks as they come back from a sheet that went out and was edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.exchange.calendar_sheet import is_day_first, read_date
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.task_columns import Places, Role
from roadmap_desktop.exchange.tasks import cell_of, table_of
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.roadmap.redating import SheetTask
from roadmap_desktop.language import Words, message

_DATES = (Role.START, Role.FINISH, Role.STARTED_ON, Role.FINISHED_ON)


@dataclass(frozen=True, slots=True)
class DatesPreview:
    """The lines of a sheet, and what of it is left out."""

    tasks: tuple[SheetTask, ...]
    untaken: tuple[Untaken, ...]


def read_dates(source: bytes | str) -> DatesPreview:
    """The dates of a sheet with the columns id and start or finish.

    Raises:
        Unreadable: it lacks them.
    """
    rows, columns = table_of(source, (Role.ID,))
    if not any(role in columns for role in (*_DATES, Role.DONE)):
        raise Unreadable(
            message("The sheet has no column start or finish."),
            message("Export the sheets once more, change dates there, and take that file."),
        )
    untaken: list[Untaken] = []
    day_first = is_day_first(cell_of(row, columns, role) for role in _DATES for row in rows)
    tasks: dict[str, SheetTask] = {}
    for row in rows:
        task = _task(row, columns, day_first, untaken)
        if task is not None and task.key in tasks:
            _leave(
                untaken, row, message("The id {id} stands in line {n} already.", id=task.key, n=tasks[task.key].line)
            )
        elif task is not None:
            tasks[task.key] = task
    return DatesPreview(tuple(tasks.values()), tuple(untaken))


def _task(row: Row, columns: Places, day_first: bool, untaken: list[Untaken]) -> SheetTask | None:
    key = cell_of(row, columns, Role.ID)
    if not key:
        _leave(untaken, row, message("It has no id."))
        return None
    dates: list[date | None] = []
    for role in _DATES:
        text = cell_of(row, columns, role)
        dates.append(read_date(text, day_first) if text else None)
        if text and dates[-1] is None:
            _leave(untaken, row, message("{column}: “{text}” is no date.", column=role.value, text=text))
            return None
    text = cell_of(row, columns, Role.DONE).replace("%", "").strip()
    if text and not text.isdecimal():
        _leave(untaken, row, message("{column}: “{text}” is no share of 100.", column=Role.DONE.value, text=text))
        return None
    if text == cell_of(row, columns, Role.SAVED_DONE):
        text = ""
    start, finish, started, finished = dates
    start = None if _is_as_saved(row, columns, Role.SAVED_START, start, day_first) else start
    finish = None if _is_as_saved(row, columns, Role.SAVED_FINISH, finish, day_first) else finish
    return SheetTask(row.number, key, start, finish, int(text) if text else None, started, finished)


def _is_as_saved(row: Row, columns: Places, role: Role, day: date | None, day_first: bool) -> bool:
    """Whether a date is still the one that the sheet was saved with; the plan may have another by now."""
    saved = cell_of(row, columns, role)
    return bool(saved) and day is not None and read_date(saved, day_first) == day


def _leave(untaken: list[Untaken], row: Row, reason: Words) -> None:
    untaken.append(Untaken(message("Line {n}", n=row.number), reason, row.raw.strip()[:300]))


def left_out(lines: tuple[tuple[int, Words], ...]) -> Iterator[Untaken]:
    """Lines that the roadmap can't take, as what is left out of a file."""
    yield from (Untaken(message("Line {n}", n=line), reason) for line, reason in lines)
