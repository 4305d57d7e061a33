"""A task as it really went: it lies where it lay, whatever its links and its length say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from roadmap_desktop.rules.length import Length, Unit
from roadmap_desktop.rules.network import Task
from roadmap_desktop.rules.schooltime import SchoolTime

HUNDRED = 100
_DAY = timedelta(days=1)


def as_it_went(task: Task, started: date | None, finished: date | None, time: SchoolTime) -> Task:
    """The task pinned to the day it started on, and as long as it took where it is finished.

    It ends on the very day that it finished on, be it one without school; begun on such a day, it lies from the first
    school day on. A milestone lies on the day it was reached. Raises BeyondHorizon.
    """
    if started is None and finished is None:
        return task
    if finished is None or task.length.is_milestone:
        return replace(task, pinned_start=finished or started)
    first = time.on_or_after(min(started, finished) if started is not None else time.start(finished, _days(task)))
    days = max((finished - first) // _DAY + 1, 1)
    return replace(task, pinned_start=first, length=Length(days, Unit.CALENDAR_DAYS))


def _days(task: Task) -> int:
    return task.length.school_days or task.length.amount


def remaining(school_days: int, progress: int) -> int:
    """The school days of work that are left of so many, at least 1 until all of it is done; progress in percent."""
    return 0 if progress >= HUNDRED else max(1, ceil(school_days * (HUNDRED - progress) / HUNDRED))
