"""What if a task started later, or a break lay elsewhere: the plan as it would be then, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.merged import Merged, merged
from roadmap_desktop.journey.plan import KINDS, Plan, calendar_of, laid, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.following import Days
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model import calendar as kept
from roadmap_desktop.rules.calendar import Span, SpanKind, span_problem
from roadmap_desktop.store.document import Document

MARKS = ("A", "B")
"""What tells what-ifs from each other, on the picture and in words: so many can be compared."""


@dataclass(frozen=True, slots=True)
class Later:
    """A task (by key) starts so many grading periods later."""

    task: str
    periods: int = 1


@dataclass(frozen=True, slots=True)
class BreakMoved:
    """The break of that name and first day lies so many weeks later, or earlier where that is negative."""

    name: str
    first: date
    weeks: int = 1


About = Later | BreakMoved


@dataclass(frozen=True, slots=True)
class Scenario:
    """A what-if under its mark; without a ``name`` of its own it is called by what it is about."""

    mark: str
    about: About
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan as it would be: ``days`` has each task (by key) that would lie elsewhere, ``pause`` the moved break."""

    scenario: Scenario
    name: Words
    plan: Plan
    days: Mapping[str, Days]
    pause: Days | None = None


@dataclass(frozen=True, slots=True)
class _MovedSpan:
    year: str
    before: Span
    after: Span


def with_another(document: Document, scenarios: tuple[Scenario, ...], about: About) -> tuple[Scenario, ...]:
    """The what-ifs with one more, under the first mark that is free.

    Raises:
        Refused: as many are kept as can be compared, or it can't be, or nothing would change.
    """
    free = [mark for mark in MARKS if mark not in {each.mark for each in scenarios}]
    if not free:
        raise Refused(message("Two what-ifs are kept already."), message("Drop one of them first."))
    made = Scenario(free[0], about)
    if (found := _tried(document, about)) is None or found.trouble is not None:
        raise _impossible(found)
    if not outcome_of(document, made):
        raise Refused(message("Nothing on the roadmap would change."), message("Try another task or break."))
    return tuple(sorted((*scenarios, made), key=lambda each: each.mark))


def outcomes(document: Document, scenarios: tuple[Scenario, ...]) -> tuple[Outcome, ...]:
    """What would follow from each; those that can no longer be, or change nothing any more, are left out."""
    return tuple(found for each in scenarios if (found := outcome_of(document, each)) is not None)


def outcome_of(document: Document, scenario: Scenario) -> Outcome | None:
    """What would follow from a what-if; None where it can't be, or changes no date."""
    now, then = planned(document), _tried(document, scenario.about)
    if then is None or then.trouble is not None:
        return None
    days = {
        each.task.key: (each.start, each.finish)
        for each in then
        if (before := now.tasks.get(each.task.key)) is not None
        and (each.start, each.finish) != (before.start, before.finish)
    }
    name = scenario.name or name_of(document, scenario.about)
    pause = _pause(document, scenario.about)
    return Outcome(scenario, name, then, days, pause) if days else None


def name_of(document: Document, about: About) -> Words:
    """What a what-if is about, in a few words."""
    if isinstance(about, Later):
        found = planned(document).tasks.get(about.task)
        task = found.task.name if found is not None else ""
        return plural("{task}, {n} grading period later", "{task}, {n} grading periods later", about.periods, task=task)
    weeks, name = abs(about.weeks), about.name
    if about.weeks < 0:
        return plural("{name}, {n} week earlier", "{name}, {n} weeks earlier", weeks, name=name)
    return plural("{name}, {n} week later", "{name}, {n} weeks later", weeks, name=name)


def steps(about: About) -> tuple[tuple[About, Words], ...]:
    """The amounts that can be chosen instead, each in words."""
    if isinstance(about, Later):
        return tuple(
            (replace(about, periods=n), plural("{n} grading period", "{n} grading periods", n)) for n in range(1, 5)
        )
    earlier = [(replace(about, weeks=-n), plural("{n} week earlier", "{n} weeks earlier", n)) for n in range(4, 0, -1)]
    later = [(replace(about, weeks=n), plural("{n} week later", "{n} weeks later", n)) for n in range(1, 5)]
    return (*earlier, *later)


def can_be_later(document: Document, key: str) -> bool:
    """Whether a task can be asked about: it has not begun, and there is a later grading period."""
    return _later(document, Later(key)) is not None


def breaks_ahead(document: Document) -> tuple[tuple[str, date], ...]:
    """The breaks that have not begun, by name and first day, in the order of days."""
    spans = (span for year in schooldays.spans_by_year(document).values() for span in year)
    ahead = {(s.first, s.name) for s in spans if s.kind is SpanKind.BREAK and s.first > document.today()}
    return tuple((name, first) for first, name in sorted(ahead))


def take(document: Document, scenario: Scenario, *, origin: object | None = None) -> None:
    """Makes it so, in one step of undo.

    Raises:
        Refused: the task or the break is gone, or it can't be.
    """
    about = scenario.about
    if isinstance(about, Later):
        start = _later(document, about)
        if start is None:
            raise _impossible(None)
        edits.move_task(document, about.task, start, origin=origin)
        return
    moved = _moved(document, about)
    if not moved:
        raise _impossible(None)
    first = next(iter(moved.values())).after.first
    label = message("Moved {name} to {day:short}", name=about.name, day=first)
    with document.change(label, origin=origin) as session:
        for uuid, each in moved.items():
            span = session.get_one(kept.Span, uuid)
            span.first, span.last = each.after.first, each.after.last


def _tried(document: Document, about: About) -> Plan | None:
    return document.remembered(("what if", about), KINDS, lambda: _reckoned(document, about))


def _reckoned(document: Document, about: About) -> Plan | None:
    with document.read():
        found = merged(document)
        if isinstance(about, BreakMoved):
            moved = _moved(document, about)
            return (
                laid(document, found, schooldays.calendars_with(document, _spans(document, moved))) if moved else None
            )
        start = _later(document, about)
        if start is None:
            return None
        tasks = (replace(task, pinned_start=start) if task.key == about.task else task for task in found.tasks)
        return laid(document, Merged(tuple(tasks), found.links))


def _later(document: Document, about: Later) -> date | None:
    """The first school day of a later grading period than the task starts in; None where it can't be asked about."""
    found = planned(document).tasks.get(about.task)
    if found is None or found.task.progress or found.task.started_on or found.task.orphaned:
        return None
    time = calendar_of(document, found.task)
    later = sorted(each.first for each in time.periods if each.first > found.start) if time is not None else []
    return later[about.periods - 1] if 0 < about.periods <= len(later) else None


def _moved(document: Document, about: BreakMoved) -> dict[str, _MovedSpan]:
    """The spans (by uuid) that are this break, one in each calendar that has it; none where one can't lie there."""
    year, span, by = kept.SchoolYear, kept.Span, timedelta(weeks=about.weeks)
    query = select(span.uuid, span.year, span.last, year.first_day, year.last_day).join(year, span.year == year.uuid)
    query = query.where(span.kind == SpanKind.BREAK, span.name == about.name, span.first == about.first)
    found = dict[str, _MovedSpan]()
    for row in document.rows(query):
        before = Span(SpanKind.BREAK, about.name, about.first, row.last)
        after = replace(before, first=about.first + by, last=row.last + by)
        others = [each for each in schooldays.spans_by_year(document)[row.year] if each != before]
        if span_problem(after, row.first_day, row.last_day, others) is not None:
            return {}
        found[row.uuid] = _MovedSpan(row.year, before, after)
    return found


def _spans(document: Document, moved: Mapping[str, _MovedSpan]) -> dict[str, tuple[Span, ...]]:
    """The spans of the years that the moved ones are in, as they would be."""
    found = dict(schooldays.spans_by_year(document))
    for each in moved.values():
        found[each.year] = tuple(each.after if span == each.before else span for span in found[each.year])
    return found


def _pause(document: Document, about: About) -> Days | None:
    if isinstance(about, Later):
        return None
    return next(((each.after.first, each.after.last) for each in _moved(document, about).values()), None)


def _impossible(plan: Plan | None) -> Refused:
    if plan is not None and plan.trouble is not None:
        return Refused(plan.trouble, message("Choose a smaller step."))
    return Refused(
        message("It can't be moved there: no grading period or no room in the school year is known."),
        message("Choose a smaller step, or another task or break."),
    )
