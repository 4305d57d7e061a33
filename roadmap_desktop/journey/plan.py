"""When each task of the roadmap runs, in school time: the one place from which all stages take their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.merged import KINDS as TASKS
from roadmap_desktop.journey.merged import Merged, Task, merged
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.generated import Link, Part, task_key
from roadmap_desktop.rules.length import parse, parse_lag
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules import schedule
    from roadmap_desktop.rules.network import Network
    from roadmap_desktop.rules.schooltime import SchoolTime

KINDS = tuple({*TASKS, *schooldays.KINDS, "workshop"})
"""The kinds of facts that the plan depends on."""


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task with its dates (inclusive); slack in school days of its calendar; ``assumed``: in a projected year."""

    task: Task
    start: date
    finish: date
    late_start: date | None
    """The last day on which it may start; None where it had to start before the calendar does."""
    late_finish: date
    total_slack: int
    free_slack: int
    critical: bool
    assumed: bool
    driver: schedule.Driver

    @property
    def is_milestone(self) -> bool:
        """Whether the task is a dated point."""
        return parse(self.task.length).is_milestone


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks by key, in the order of phases; ``trouble`` says why there are no dates where there are none.

    ``circle`` has the keys of tasks that wait for one another, where that is the trouble: each after the one it waits
    for.
    """

    tasks: Mapping[str, PlannedTask]
    links: tuple[Link, ...] = ()
    conflicts: tuple[schedule.Conflict, ...] = ()
    trouble: Words | None = None
    circle: tuple[str, ...] = ()
    starts_on: date | None = None
    """The day on which everything may start that nothing else holds."""

    def __iter__(self) -> Iterator[PlannedTask]:
        return iter(self.tasks.values())

    def of(self, part: Part, source: str, attempt: int = 1) -> PlannedTask | None:
        """The task that plays a part for a fact; None where it is not planned."""
        return self.tasks.get(task_key(part, source, attempt))


def planned(document: Document) -> Plan:
    """The plan of the roadmap as it stands; without a school calendar it has no dates and says so."""
    return document.remembered("plan", KINDS, lambda: _planned(document))


def _planned(document: Document) -> Plan:
    with document.read():
        return laid(document, merged(document))


def laid(document: Document, found: Merged, calendars: Mapping[str, SchoolTime] | None = None) -> Plan:
    """The plan of these tasks, as they are or would be, on the school calendars as they are, or else on those given."""
    from roadmap_desktop.rules import schedule, schooltime

    with document.read():
        calendars = schooldays.calendars(document) if calendars is None else calendars
        start = _start(document, calendars)
    if start is None:
        return Plan({}, trouble=message("There are no dates yet: the school calendar is missing."))
    names = {task.key: task.name for task in found.tasks}
    try:
        plan = schedule.plan_network(network_of(found, calendars), calendars, start)
    except schedule.Cycle as circle:
        chain = tuple(names[key] for key in circle.keys)
        words = message("These tasks wait for one another in a circle: {tasks}.", tasks=chain)
        return Plan({}, trouble=words, circle=circle.keys)
    except schooltime.NoGradingPeriods:
        return Plan({}, trouble=message("There are no dates yet: the school calendar has no grading periods."))
    except schooltime.BeyondHorizon as beyond:
        name = names.get(beyond.what, beyond.what)
        return Plan({}, trouble=message("{task} runs beyond every calendar that is known.", task=name))
    dates = plan.by_key()
    assumed = _Assumed(calendars)
    tasks = {
        task.key: _dated(task, dates[task.key], assumed, calendars[_calendar(task, calendars)].first)
        for task in found.tasks
    }
    return Plan(tasks, found.links, _ahead(plan.conflicts, tasks), starts_on=start)


def _ahead(conflicts: tuple[schedule.Conflict, ...], tasks: Mapping[str, PlannedTask]) -> tuple[schedule.Conflict, ...]:
    """Without those of a start that was not to be: it was."""
    return tuple(each for each in conflicts if each.kind == "must_finish_by" or tasks[each.key].task.started_on is None)


def calendar_of(document: Document, task: Task) -> SchoolTime | None:
    """The school time that a task is counted in; None without a school calendar."""
    calendars = schooldays.calendars(document)
    return calendars[_calendar(task, calendars)] if calendars else None


def _start(document: Document, calendars: Mapping[str, SchoolTime]) -> date | None:
    if not calendars:
        return None
    rows = document.rows(select(Workshop.held_on))
    held_on = rows[0].held_on if rows else None
    first = schooldays.school_years(document)
    return held_on or min(years[0].first_day for years in first.values())


def network_of(found: Merged, calendars: Mapping[str, SchoolTime] | None = None) -> Network:
    """Tasks and links in the order in which they can be planned, tasks as they really went, as far as they did.

    Raises rules.network.Cycle; BeyondHorizon where a task really went on a day that no calendar knows.
    """
    from roadmap_desktop.rules import schedule
    from roadmap_desktop.rules.actual import as_it_went
    from roadmap_desktop.rules.network import network

    tasks = []
    for task in found.tasks:
        made = schedule.Task(
            key=task.key,
            length=parse(task.length),
            calendar=_calendar(task, calendars or {}),
            not_before=task.not_before,
            must_finish_by=task.must_finish_by,
            pinned_start=task.pinned_start,
        )
        if calendars and (task.started_on or task.finished_on):
            made = as_it_went(made, task.started_on, task.finished_on, calendars[made.calendar])
        tasks.append(made)
    links = [
        schedule.Link(link.before, link.after, schedule.LinkKind(link.kind), parse_lag(link.lag or "0"))
        for link in found.links
    ]
    return network(tasks, links)


def _calendar(task: Task, calendars: Mapping[str, SchoolTime]) -> str:
    if task.calendar in calendars:
        return task.calendar
    return schooldays.DISTRICT if schooldays.DISTRICT in calendars else schooldays.OFFICE


class _Assumed:
    """Whether a task ends in a year nobody has published yet; many end on the same day."""

    def __init__(self, calendars: Mapping[str, SchoolTime]) -> None:
        self._calendars = calendars
        self._known: dict[tuple[str, date], bool] = {}

    def __call__(self, task: Task, finish: date) -> bool:
        key = (task.calendar, finish)
        if key not in self._known:
            self._known[key] = self._calendars[_calendar(task, self._calendars)].is_assumed(finish)
        return self._known[key]


def _dated(task: Task, found: schedule.Planned, assumed: _Assumed, begins: date) -> PlannedTask:
    return PlannedTask(
        task=task,
        start=found.start,
        finish=found.finish,
        late_start=found.late_start if found.late_start >= begins else None,
        late_finish=found.late_finish,
        total_slack=found.total_slack,
        free_slack=found.free_slack,
        critical=found.critical and task.finished_on is None,
        assumed=assumed(task, found.finish),
        driver=found.driver,
    )
