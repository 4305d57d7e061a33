"""A planner that walks the calendar from day to day, slow and without arrays: what the fast one is held against."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roadmap_desktop.rules.length import Length, Unit
from roadmap_desktop.rules.schedule import Link, LinkKind, Task
from roadmap_desktop.rules.schoolyear import Period

DAY = timedelta(days=1)
Dates = dict[str, tuple[date, date]]


@dataclass(frozen=True)
class Facts:
    """A calendar by its definition: whether a date is open, and its grading periods."""

    is_open: Callable[[date], bool]
    periods: Sequence[Period]


def walk(day: date, count: int, facts: Facts) -> date:
    """So many open days on, or back, from the first open day on or after that day."""
    while not facts.is_open(day):
        day += DAY
    for _ in range(abs(count)):
        day += DAY if count > 0 else -DAY
        while not facts.is_open(day):
            if day < date(2025, 1, 1):
                return date.min
            day += DAY if count > 0 else -DAY
    return day


def finish(start: date, length: Length, facts: Facts) -> date:
    """The last day of work of that length, by the words of the rule."""
    if length.amount == 0:
        return start
    if length.unit is Unit.CALENDAR_DAYS:
        return start + (length.amount - 1) * DAY
    if length.unit is Unit.GRADING_PERIODS:
        at = next(at for at, period in enumerate(facts.periods) if period.last >= start)
        first_week = walk(facts.periods[at].first, 0, facts) + 6 * DAY
        return facts.periods[at + length.amount - (1 if start <= first_week else 0)].last
    return walk(start, length.amount * (5 if length.unit is Unit.WEEKS else 1) - 1, facts)


def allows(link: Link, earlier: Task, after: Task, dates: Dates, facts: Facts) -> bool:
    """Whether the dates of two tasks keep the link between them."""
    start, end = dates[earlier.key]
    counted = {
        LinkKind.FS: start if earlier.length.is_milestone else end + DAY,
        LinkKind.SS: start,
        LinkKind.FF: end,
        LinkKind.SF: start,
    }[link.kind]
    wanted = walk(counted + link.lag.calendar_days * DAY, link.lag.school_days, facts)
    mine = dates[after.key][0 if link.kind in (LinkKind.FS, LinkKind.SS) else 1]
    return mine >= wanted


def place(tasks: Sequence[Task], links: Sequence[Link], calendars: Mapping[str, Facts], start: date) -> Dates:
    """The first dates that keep every link, found by trying one day after the other; tasks come in order."""
    dates: Dates = {}
    by_key = {task.key: task for task in tasks}
    for task in tasks:
        facts = calendars[task.calendar]
        waits_for = [link for link in links if link.after == task.key and not task.pinned_start]
        day = walk(task.pinned_start or max(task.not_before or start, start), 0, facts)
        dates[task.key] = day, finish(day, task.length, facts)
        while not all(allows(link, by_key[link.before], task, dates, facts) for link in waits_for):
            day = walk(day + DAY, 0, facts)
            dates[task.key] = day, finish(day, task.length, facts)
    return dates


def holds(tasks: Sequence[Task], links: Sequence[Link], calendars: Mapping[str, Facts], dates: Dates) -> bool:
    """Whether every link and every must-finish-by is kept."""
    by_key = {task.key: task for task in tasks}
    return all(
        allows(link, by_key[link.before], by_key[link.after], dates, calendars[by_key[link.after].calendar])
        for link in links
    ) and all(task.must_finish_by is None or dates[task.key][1] <= task.must_finish_by for task in tasks)


def slipped(tasks: Sequence[Task], key: str, to: date) -> list[Task]:
    """The same tasks, one of them starting no earlier than that."""
    moved = [replace(task, not_before=to, pinned_start=to if task.pinned_start else None) for task in tasks]
    return [new if new.key == key else old for old, new in zip(tasks, moved, strict=True)]
