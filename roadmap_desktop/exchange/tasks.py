"""A list of tasks with what each waits for, from a workbook or separated text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from roadmap_desktop.exchange.calendar_sheet import is_day_first, read_date
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.task_columns import Places, Role, headings
from roadmap_desktop.exchange.task_sheet import is_like_a_formula
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import read_sheets
from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.roadmap.arriving import Ids
from roadmap_desktop.journey.roadmap.listed import ListedTask, Said, TaskList
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.length import NotALag, NotALength, parse
from roadmap_desktop.rules.predecessors import Known, NoSuchPredecessor, Predecessor, predecessor, split

MOST_NAMED = 12
"""So many ids that are unknown are named."""
LONGEST_ID = 200
MOST_TASKS = 100_000
"""Lines of a list; five times the largest roadmap that the program is held to."""
_OFFICE = {"office": schooldays.OFFICE, "district office": schooldays.OFFICE, "schools": schooldays.DISTRICT}
_SAID = {
    Role.NAME: Said.NAME,
    Role.LENGTH: Said.LENGTH,
    Role.PREDECESSORS: Said.PREDECESSORS,
    Role.NOT_BEFORE: Said.NOT_BEFORE,
    Role.MUST_FINISH_BY: Said.MUST_FINISH_BY,
    Role.PHASE: Said.PHASE,
    Role.OWNER: Said.OWNER,
    Role.CALENDAR: Said.CALENDAR,
}


@dataclass(frozen=True, slots=True)
class TasksPreview:
    """What is understood of a list, and what of it is left out."""

    found: TaskList
    untaken: tuple[Untaken, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    task: ListedTask
    waits_for: str


def read_tasks(source: bytes | str, known: Ids) -> TasksPreview:
    """The tasks of a list; a task may wait for one of the list or one that is known.

    A line with a wrong length, without an id or with one that came before is left out; so is a date or a link that is
    none, while its task is taken.

    Raises:
        Unreadable: the list lacks the columns id and length, or tasks wait for ids that are nowhere.
    """
    rows, columns = table_of(source, (Role.ID, Role.LENGTH))
    reader = _Reader(columns, is_day_first(_dates(rows, columns)), known)
    lines = [line for row in rows if (line := reader.line(row)) is not None]
    tasks = _linked(lines, reader, known)
    says = frozenset(said for role, said in _SAID.items() if role in columns)
    untaken = sorted(reader.untaken, key=lambda each: each[0])
    return TasksPreview(TaskList(tuple(tasks), says), tuple(part for _, part in untaken))


def table_of(source: bytes | str, needed: tuple[Role, ...]) -> tuple[list[Row], dict[Role, int]]:
    """The rows below the headings, of the sheet that has most of them; raises Unreadable where one is missing."""
    best: tuple[list[Row], dict[Role, int]] = ([], {})
    for sheet in read_sheets(source, MOST_TASKS):
        place, columns = headings(sheet.rows)
        if len(columns) > len(best[1]):
            best = ([row for row in sheet.rows[place + 1 :] if not row.is_empty], columns)
    missing = [role.value for role in needed if role not in best[1]]
    if missing:
        raise Unreadable(
            message("The list has no column {names}.", names=tuple[Words, ...](missing)),
            message("Give its columns the headings id, name, length and predecessors, and take it again."),
        )
    return best


def cell_of(row: Row, columns: Places, role: Role) -> str:
    """What a cell says, without the sign that keeps a spreadsheet from working it out."""
    text = row.cell(columns.get(role)).strip()
    return text[1:] if text.startswith("'") and is_like_a_formula(text[1:]) else text


def _dates(rows: list[Row], columns: Places) -> Iterator[str]:
    for role in (Role.NOT_BEFORE, Role.MUST_FINISH_BY):
        yield from (row.cell(columns.get(role)) for row in rows)


class _Reader:
    """Reads line after line; ``untaken`` gathers what is left out, with its line."""

    def __init__(self, columns: Places, day_first: bool, known: Ids) -> None:
        self.untaken: list[tuple[int, Untaken]] = []
        self.left_out: set[str] = set()
        self._columns, self._day_first, self._others = columns, day_first, known.others
        self._calendars = {**_OFFICE, **{key.casefold(): key for key in known.calendars}}
        self._seen: dict[str, int] = {}

    def line(self, row: Row) -> _Line | None:
        key = " ".join(self._cell(row, Role.ID).split())
        refusal = self._refusal(key, row)
        if refusal is not None:
            self.leave(row.number, refusal, row.raw)
            return None
        self._seen[key] = row.number
        try:
            length = parse(self._cell(row, Role.LENGTH)).written()
        except NotALength as wrong:
            self.left_out.add(key)
            words = message("“{text}” is no length.", text=wrong.text) if wrong.text else message("It has no length.")
            self.leave(row.number, words, row.raw)
            return None
        task = ListedTask(
            line=row.number,
            key=key,
            name=self._cell(row, Role.NAME) or key,
            length=length,
            not_before=self._date(row, Role.NOT_BEFORE),
            must_finish_by=self._date(row, Role.MUST_FINISH_BY),
            phase=self._cell(row, Role.PHASE),
            owner=self._cell(row, Role.OWNER),
            calendar=self._calendar(row),
        )
        return _Line(task, self._cell(row, Role.PREDECESSORS))

    def leave(self, line: int, reason: Words, raw: str) -> None:
        where = message("Line {n}", n=line)
        self.untaken.append((line, Untaken(where, reason, raw.strip()[:300])))

    def _refusal(self, key: str, row: Row) -> Words | None:
        if not key:
            return message("It has no id.")
        if len(key) > LONGEST_ID:
            return message("Its id is longer than {n} letters.", n=LONGEST_ID)
        if key in self._seen:
            return message("The id {id} stands in line {n} already.", id=key, n=self._seen[key])
        if key in self._others:
            return message("The task {id} follows from another stage and is changed there.", id=key)
        return None

    def _cell(self, row: Row, role: Role) -> str:
        return cell_of(row, self._columns, role)

    def _calendar(self, row: Row) -> str:
        """The calendar that a line names: the office's, a group's of schools, or for none the district's schools'."""
        text = self._cell(row, Role.CALENDAR)
        found = self._calendars.get(text.casefold())
        if text and found is None:
            words = message("There is no calendar “{text}”: the district's school days count.", text=text)
            self.leave(row.number, words, "")
        return found or schooldays.DISTRICT

    def _date(self, row: Row, role: Role) -> date | None:
        text = self._cell(row, role)
        found = read_date(text, self._day_first) if text else None
        if text and found is None:
            self.leave(row.number, message("{column}: “{text}” is no date.", column=role.value, text=text), "")
        return found


def _linked(lines: list[_Line], reader: _Reader, known: Ids) -> list[ListedTask]:
    keys = Known.of({line.task.key for line in lines} | reader.left_out | known.own | known.others)
    unknown: list[Words] = []
    tasks = []
    for line in lines:
        found: dict[str, Predecessor] = {}
        for part in split(line.waits_for):
            try:
                each = predecessor(part, keys)
            except NoSuchPredecessor as none:
                unknown.append(message("{id} (line {n})", id=none.key, n=line.task.line))
            except NotALag:
                reader.leave(line.task.line, message("“{text}” is no predecessor.", text=part), "")
            else:
                _add(found, each, line.task, reader)
        tasks.append(replace(line.task, predecessors=tuple(found.values())))
    if unknown:
        raise _unknown(unknown)
    return tasks


def _add(found: dict[str, Predecessor], each: Predecessor, task: ListedTask, reader: _Reader) -> None:
    if each.key in reader.left_out:
        words = message("{task} does not wait for {id}, which is left out.", task=task.key, id=each.key)
        reader.leave(task.line, words, "")
    elif each.key in found:
        words = message("{task} waits for {id} twice; the first link counts.", task=task.key, id=each.key)
        reader.leave(task.line, words, "")
    else:
        found[each.key] = each


def _unknown(ids: list[Words]) -> Unreadable:
    more = len(ids) - MOST_NAMED
    named = (*ids[:MOST_NAMED], *((message("{n} more", n=more),) if more > 0 else ()))
    return Unreadable(
        message("Predecessors name tasks that are neither in the list nor on the roadmap: {ids}.", ids=named),
        message("Correct the ids, or add the lines that are missing. Nothing was taken."),
    )
