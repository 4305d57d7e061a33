"""What if a task started a grading period later: every date that would differ, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.journey.plan import calendar_of, planned
from roadmap_desktop.journey.roadmap import edits, following
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.store.document import Document

MOST_LINES = 12
"""So many dates are listed; the others are counted, and their bars are on the timeline."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The task ``key`` starts on ``start``; ``days`` has where each task that changes would lie."""

    key: str
    start: date
    days: Mapping[str, following.Days]


def a_period_later(document: Document, key: str) -> WhatIf | None:
    """The task on the first school day of the grading period after the one it starts in.

    None where it has begun, has no dates, or no later period is known; nothing is changed.
    """
    found = planned(document).tasks.get(key)
    if found is None or found.task.progress or found.task.started_on or found.task.orphaned:
        return None
    time = calendar_of(document, found.task)
    later = min((each.first for each in time.periods if each.first > found.start), default=None) if time else None
    if later is None:
        return None
    days = following.with_move(document, key, later)
    return WhatIf(key, later, days) if key in days else None


def what_if_inspection(document: Document, found: WhatIf) -> Inspection:
    """The dates that differ, the earliest first, now and then."""
    plan = planned(document)
    moved = sorted(found.days, key=lambda key: (found.days[key], key))
    lines = [_line(document, key, found.days[key]) for key in moved[:MOST_LINES]]
    if (more := len(moved) - MOST_LINES) > 0:
        lines.append(Line(plural("and {n} more", "and {n} more", more)))
    end = max(each.finish for each in plan)
    then = max(found.days.get(each.task.key, (each.start, each.finish))[1] for each in plan)
    text: Words = message("Nothing is changed yet. The roadmap still ends on {day}.", day=end)
    if then != end:
        text = message("Nothing is changed yet. The roadmap would end on {then} instead of {now}.", then=then, now=end)
    title = message("{task} starts on {day:short}", task=plan.tasks[found.key].task.name, day=found.days[found.key][0])
    return Inspection(message("What if"), title, text, (Section(message("Dates that differ"), tuple(lines)),))


def take(document: Document, found: WhatIf, *, origin: object | None = None) -> None:
    """Makes it so, in one step of undo.

    Raises:
        Refused: the task is gone, or would run beyond every calendar that is known.
    """
    edits.move_task(document, found.key, found.start, origin=origin)


def _line(document: Document, key: str, then: following.Days) -> Line:
    now = planned(document).tasks[key]
    words = message("{task}: {now:short} becomes {then:short}", task=now.task.name, now=now.start, then=then[0])
    if now.start == then[0]:
        words = message(
            "{task}: ends {then:short} instead of {now:short}", task=now.task.name, now=now.finish, then=then[1]
        )
    return Line(words)
