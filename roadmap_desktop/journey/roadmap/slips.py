"""What slipped against the baseline, and why: in the words of the task itself and of what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.plan import KINDS, Plan, PlannedTask, calendar_of, planned
from roadmap_desktop.journey.roadmap.baseline import baseline
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.schooltime import SchoolTime


@dataclass(frozen=True, slots=True)
class Slip:
    """A task that finishes later than agreed: by how many school days of its calendar, and why."""

    key: str
    school_days: int
    why: Words


def slips(document: Document) -> Mapping[str, Slip]:
    """Every task that finishes later than the baseline has it, by its key; the largest slip first."""
    return document.remembered("slip reasons", (*KINDS, "baseline"), lambda: _slips(document))


def _slips(document: Document) -> dict[str, Slip]:
    with document.read():
        plan, before = planned(document), baseline(document)
        if not before or not schooldays.calendars(document):
            return {}
        late = {
            each.task.key: days
            for each in plan
            if each.task.key in before and (days := _later(document, each, before[each.task.key][1], each.finish)) > 0
        }
        found = [Slip(key, days, _why(document, plan, plan.tasks[key], before, late)) for key, days in late.items()]
    return {slip.key: slip for slip in sorted(found, key=lambda slip: (-slip.school_days, slip.key))}


def _why(
    document: Document, plan: Plan, each: PlannedTask, before: Mapping[str, tuple[date, date]], late: Mapping[str, int]
) -> Words:
    """Its start first, where that is later; else its length."""
    start, finish = before[each.task.key]
    if _later(document, each, start, each.start) > 0:
        return _why_later(plan, each, late)
    time = calendar_of(document, each.task)
    longer = 0 if time is None else _days(time, each.start, each.finish) - _days(time, start, finish)
    if longer > 0 and each.task.finished_on is not None:
        return plural("It took {n} school day longer.", "It took {n} school days longer.", longer)
    if longer > 0:
        return plural("It takes {n} school day longer.", "It takes {n} school days longer.", longer)
    return message("The calendar has days off now where it had school days.")


def _why_later(plan: Plan, each: PlannedTask, late: Mapping[str, int]) -> Words:
    from roadmap_desktop.rules.schedule import DriverKind

    driver, task = each.driver, each.task
    if task.started_on is not None:
        return message("It started on {day:short}.", day=task.started_on)
    match driver.kind:
        case DriverKind.PINNED:
            return message("It was moved to {day:short}.", day=driver.asked)
        case DriverKind.NOT_BEFORE:
            return message("It may not start before {day:short} now.", day=driver.asked)
        case DriverKind.LINK if driver.link is not None and driver.link.before in late:
            return plural(
                "It waits for {task}, which ends {n} school day later.",
                "It waits for {task}, which ends {n} school days later.",
                late[driver.link.before],
                task=plan.tasks[driver.link.before].task.name,
            )
        case DriverKind.LINK if driver.link is not None and not driver.moved_by_calendar:
            return message("It waits for {task} now.", task=plan.tasks[driver.link.before].task.name)
        case DriverKind.START_OF_PLAN if not driver.moved_by_calendar:
            return message("The roadmap begins later.")
    return message("The calendar has days off now where it had school days.")


def _later(document: Document, each: PlannedTask, before: date, now: date) -> int:
    """How many school days the second day lies after the first; at least 1 where it is a later day at all."""
    time = calendar_of(document, each.task)
    if now <= before or time is None:
        return 0
    return max(_days(time, before, now) - (1 if time.is_school_day(before) else 0), 1)


def _days(time: SchoolTime, first: date, last: date) -> int:
    return time.school_days_between(first, min(last, time.last)) if first <= time.last else 0
