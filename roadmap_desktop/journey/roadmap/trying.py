"""Where a task would lie if it were moved or resized: asked while a bar is dragged, and before the move is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.journey.merged import Task
from roadmap_desktop.journey.plan import calendar_of, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.rules.length import Length, finish, parse
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.schooltime import SchoolTime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a task lies, both days inclusive; ``school_days`` are counted in its own calendar, 0 for a milestone."""

    start: date
    finish: date
    school_days: int


def moved(document: Document, key: str, start: date) -> Place | None:
    """Where a task would lie if it were pinned to a day; None where that can't be."""
    found = planned(document).tasks.get(key)
    return None if found is None else _or_none(lambda: lies(document, found.task, start))


def resized(document: Document, key: str, finish: date) -> Place | None:
    """Where a task would lie if it lasted until a day; None where that can't be."""
    found = planned(document).tasks.get(key)
    return None if found is None else _or_none(lambda: lasts(document, found.task, finish))


def lies(document: Document, task: Task, start: date) -> Place:
    """Where the task lies when it starts on the first school day on or after ``start``.

    Raises:
        Refused: that is beyond every calendar that is known, or there is none.
    """
    from roadmap_desktop.rules.schooltime import BeyondHorizon, NoGradingPeriods

    time, length = _time(document, task), parse(task.length)
    try:
        first = time.on_or_after(start)
        last = first if length.is_milestone else finish(first, length, time)
        return Place(first, last, 0 if length.is_milestone else time.school_days_between(first, last))
    except BeyondHorizon:
        raise Refused(
            message("{task} would run beyond every calendar that is known.", task=task.name),
            message("The calendar reaches to {day}: choose an earlier day or a shorter length.", day=time.last),
        ) from None
    except NoGradingPeriods:
        raise Refused(
            message("The school calendar has no grading periods."),
            message("Write the length like 5 school days or 3 weeks, or enter the periods in Prepare."),
        ) from None


def lasts(document: Document, task: Task, until: date) -> Place:
    """Where the task lies when it lasts from its start to the last school day on or before ``until``, at least one.

    Raises:
        Refused: that is beyond every calendar that is known, or it has no dates.
    """
    found = planned(document).tasks.get(task.key)
    if found is None:
        raise Refused(message("This task has no dates yet."), message("Enter the school calendar first."))
    time = _time(document, task)
    days = max(1, time.school_days_between(found.start, min(until, time.last)))
    return lies(document, replace(task, length=Length(days).written()), found.start)


def reaches(document: Document, task: Task, length: str) -> None:
    """Holds that the task, at that length, ends within the calendars that are known; asks nothing without one.

    Raises:
        Refused: it does not.
    """
    found = planned(document).tasks.get(task.key)
    if found is not None:
        lies(document, replace(task, length=length), found.start)


def _time(document: Document, task: Task) -> SchoolTime:
    time = calendar_of(document, task)
    if time is None:
        raise Refused(message("There are no dates yet."), message("Enter the school calendar first."))
    return time


def _or_none(ask: Callable[[], Place]) -> Place | None:
    try:
        return ask()
    except Refused:
        return None
