"""What is taken into the roadmap from a file: a list of tasks, or dates that were changed in a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.exchange.task_dates import DatesPreview, left_out, read_dates
from roadmap_desktop.exchange.tasks import TasksPreview, read_tasks
from roadmap_desktop.journey.roadmap.arriving import Arriving, arriving, ids
from roadmap_desktop.journey.roadmap.listed import ListedTask
from roadmap_desktop.journey.roadmap.redating import Redated, Redating, redating, take_dates
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.journey.roadmap.why import joined, length_in_words
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import Contents, PartRow, untaken_rows
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.widgets.column import Column

_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xlsm"


@dataclass(frozen=True, slots=True)
class _List:
    """A list as it is understood, and what it would do."""

    preview: TasksPreview
    coming: Arriving


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as it is understood, and what its dates would do."""

    preview: DatesPreview
    coming: Redating


class TasksTaking(Taking[_List]):
    """A list of tasks; known ones are brought up to date."""

    title = message("Choose a list of tasks")
    patterns = _PATTERNS

    def reader(self) -> Callable[[bytes], _List]:
        """Reads the list and works out the plan with it."""
        document, known = self._sitting.document, ids(self._sitting.document)

        def read(source: bytes) -> _List:
            preview = read_tasks(source, known)
            with closing(document.reader()) as reader:
                return _List(preview, arriving(reader, preview.found))

        return read

    def contents(self, preview: _List) -> Contents:
        """Each task with its dates, and whether it is new."""
        tasks, coming = preview.preview.found.tasks, preview.coming
        changed = len(coming.changed) + len(coming.relinked)
        summary = message(
            "{file}: {tasks}, {added} new, {changed} changed.",
            file=self._path.name,
            tasks=plural("{n} task", "{n} tasks", len(tasks)),
            added=len(coming.added),
            changed=changed,
        )
        news = len(coming.added) + changed
        return Contents(
            summary,
            tuple(_notes(coming)),
            message("Tasks"),
            _task_columns(),
            tuple(_task_row(each, coming) for each in tasks),
            untaken_rows(preview.preview.untaken),
            plural("Take {n} task", "Take {n} tasks", news),
            news > 0,
        )

    def move(self, reckoned: None) -> object:
        """Takes the tasks."""
        assert self._preview is not None
        return take_tasks(self._sitting.document, self._preview.preview.found, source=self._path.name)


class DatesTaking(Taking[_Sheet]):
    """Dates that were changed in a sheet that the roadmap was saved in."""

    title = message("Choose the sheet with the changed dates")
    patterns = _PATTERNS

    def reader(self) -> Callable[[bytes], _Sheet]:
        """Reads the sheet and works out what moves."""
        document = self._sitting.document

        def read(source: bytes) -> _Sheet:
            preview = read_dates(source)
            with closing(document.reader()) as reader:
                return _Sheet(preview, redating(reader, preview.tasks))

        return read

    def contents(self, preview: _Sheet) -> Contents:
        """Each task that moves, from when to when."""
        coming = preview.coming
        number = len(coming.changes)
        summary = message(
            "{file}: {tasks} changed, {follow} follow.",
            file=self._path.name,
            tasks=plural("{n} task", "{n} tasks", number),
            follow=coming.follow,
        )
        return Contents(
            summary,
            (),
            message("Changed tasks"),
            _date_columns(),
            tuple(map(_date_row, coming.changes)),
            untaken_rows((*preview.preview.untaken, *left_out(coming.left_out))),
            plural("Take {n} date", "Take {n} dates", number),
            number > 0,
        )

    def move(self, reckoned: None) -> object:
        """Takes the dates; new ones become pins."""
        assert self._preview is not None
        return take_dates(self._sitting.document, self._preview.preview.tasks, source=self._path.name)


def _notes(coming: Arriving) -> Iterator[Words]:
    if coming.plan.trouble is not None:
        yield coming.plan.trouble
    if coming.lanes:
        yield message("New phases: {names}.", names=tuple[Words, ...](lane.name for lane in coming.lanes))
    if coming.plan.conflicts:
        number = len(coming.plan.conflicts)
        yield plural("{n} date of the roadmap can't hold then.", "{n} dates of the roadmap can't hold then.", number)


def _task_columns() -> tuple[Column[PartRow], ...]:
    return (
        Column("key", message("Id"), lambda row: row.first),
        Column("name", message("Task"), lambda row: row.second, stretch=3, wraps=True),
        Column("when", message("How long and when"), lambda row: row.third, stretch=3, wraps=True),
        Column("news", message("Here"), lambda row: row.fourth, width=96, wraps=True),
    )


def _task_row(each: ListedTask, coming: Arriving) -> PartRow:
    facts: list[Words] = [length_in_words(each.length)]
    if each.predecessors:
        waits = tuple[Words, ...](link.written() for link in each.predecessors)
        facts.append(message("after {tasks}", tasks=waits))
    found = coming.plan.tasks.get(each.key)
    if found is not None:
        facts.append(_span((found.start, found.finish)))
    return PartRow(each.key, each.key, each.name, joined(facts), _news(each.key, coming))


def _news(key: str, coming: Arriving) -> Words:
    if key in coming.added:
        return message("new")
    return message("changed") if key in coming.changed or key in coming.relinked else message("as it is")


def _date_columns() -> tuple[Column[PartRow], ...]:
    return (
        Column("key", message("Id"), lambda row: row.fourth, stretch=1, wraps=True),
        Column("name", message("Task"), lambda row: row.first, stretch=3, wraps=True),
        Column("before", message("Before"), lambda row: row.second, stretch=2, wraps=True),
        Column("after", message("Then"), lambda row: row.third, stretch=2, wraps=True),
    )


def _date_row(each: Redated) -> PartRow:
    return PartRow(each.key, each.name, _span(each.before), _span(each.after), each.key)


def _span(dates: tuple[date, date]) -> Words:
    first, last = dates
    if first == last:
        return message("{day:short}", day=first)
    return message("{first:short} to {last:short}", first=first, last=last)
