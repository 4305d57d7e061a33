"""What can be changed on one task, as its panel shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.rules.length import parse
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class TaskFields:
    """The fields of a task. ``is_own``: a person added it; ``can_be_removed``: nothing stands behind it any more."""

    key: str
    name: Words
    phase: str
    phases: tuple[tuple[str, Words], ...]
    start: date
    length: str  # as rules.length reads it
    owner: str
    calendar: str
    calendars: tuple[tuple[str, Words], ...]  # those that its days can be counted in
    progress: int
    started_on: date | None
    finished_on: date | None
    is_milestone: bool
    is_own: bool
    is_edited: bool
    can_be_removed: bool


def task_fields(document: Document, key: str) -> TaskFields | None:
    """The fields of a task; None where it is not planned."""
    with document.read():
        found = planned(document).tasks.get(key)
        lanes = phases(document)
    if found is None:
        return None
    task = found.task
    return TaskFields(
        key=key,
        name=task.name,
        phase=task.phase,
        phases=lanes,
        start=found.start,
        length=parse(task.length).written(),
        owner=task.owner,
        calendar=task.calendar,
        calendars=calendar_names(document),
        progress=task.progress,
        started_on=task.started_on,
        finished_on=task.finished_on,
        is_milestone=found.is_milestone,
        is_own=task.own,
        is_edited=bool(task.edited) and not task.own,
        can_be_removed=task.part is None,
    )


def calendar_names(document: Document) -> tuple[tuple[str, Words], ...]:
    """The calendars that days are counted in, by key and name: the schools', each group's, and the office's."""
    names: dict[str, Words] = {
        schooldays.DISTRICT: message("School days"),
        schooldays.OFFICE: message("Days of the district office"),
    }
    return tuple((key, names.get(key, key)) for key in schooldays.calendars(document))


def phases(document: Document) -> tuple[tuple[str, Words], ...]:
    """The lanes, by key and name, from the top."""
    rows = document.rows(select(Phase.key, Phase.name).order_by(Phase.position))
    return tuple((row.key, worded(document, row.name, f"phase.{row.key}.name")) for row in rows)
