"""The tasks, milestones and links that follow from the stages before.

Each task has a stable key, made of the part it plays and the fact it came from, so that what a person changed on it
finds it again after every new generation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from roadmap_desktop.rules.generated import MILESTONE, Generated, Link, Part, Phase, Strand, Task
from roadmap_desktop.rules.generated import task_key as key
from roadmap_desktop.rules.length import WEEK, parse
from roadmap_desktop.rules.sources import Barrier, Decided, Guardrail, Learning, Pilot, Review, Sources, Wave

_STRAND_OF_PILLAR = {
    "people": Strand.PROFESSIONAL_LEARNING,
    "systems": Strand.TECHNOLOGY,
    "policies": Strand.POLICY,
}


def generate(sources: Sources) -> Generated:
    """The tasks and links of the roadmap; links only between tasks that exist."""
    tasks = tuple(_tasks(sources))
    known = {task.key for task in tasks}
    links = {link for link in _links(sources) if link.before in known and link.after in known}
    return Generated(tasks, tuple(sorted(links, key=lambda link: (link.before, link.after))))


def _tasks(sources: Sources) -> Iterator[Task]:
    waves = {wave.uuid for wave in sources.waves}
    stopped = {pilot.uuid for pilot in sources.pilots if any(each.verdict == "stop" for each in pilot.decided)}
    yield from map(_barrier, sources.barriers)
    yield from map(_guardrail, sources.guardrails)
    if sources.open_seats:
        yield Task(Part.TEAM, "seats", Phase.GUARDRAILS, Strand.COMMUNICATION, "3 weeks")
    for session in sources.learning:
        yield _learning(session, Phase.SCALE if session.prepares in waves else Phase.PILOT)
    for pilot in sources.pilots:
        yield from _pilot(pilot)
    for wave in sources.waves:
        yield replace(_wave(wave), orphaned=wave.after_pilot in stopped)
    yield from map(_review, sources.reviews)


def _barrier(barrier: Barrier) -> Task:
    strand = _STRAND_OF_PILLAR.get(barrier.pillar, Strand.POLICY)
    task = Task(Part.BARRIER, barrier.uuid, Phase.PREPARE, strand, barrier.length)
    return replace(task, owner=barrier.owner, must_finish_by=barrier.due)


def _guardrail(guardrail: Guardrail) -> Task:
    task = Task(Part.ADOPT, guardrail.uuid, Phase.GUARDRAILS, Strand.POLICY, guardrail.length, owner=guardrail.owner)
    if guardrail.adopted:
        return replace(task, length=MILESTONE, pinned_start=guardrail.adopted_on, progress=100)
    return replace(task, must_finish_by=guardrail.due)


def _learning(session: Learning, phase: Phase) -> Task:
    task = Task(Part.LEARN, session.uuid, phase, Strand.PROFESSIONAL_LEARNING, "1 school day")
    return replace(task, pinned_start=session.held_on, progress=100 if session.counted else 0)


def _pilot(pilot: Pilot) -> Iterator[Task]:
    decided = {each.attempt: each for each in pilot.decided}
    for attempt in range(1, pilot.attempt):
        yield _decide(pilot, attempt, decided.get(attempt))
    prepare = Task(Part.PREPARE, pilot.uuid, Phase.PILOT, Strand.INSTRUCTION, pilot.preparation, pilot.attempt)
    prepare = replace(prepare, owner=pilot.owner, orphaned=not pilot.chosen)
    yield replace(prepare, not_before=_prepares_from(pilot), progress=100 if pilot.started_on else 0)
    run = replace(prepare, part=Part.RUN, length=_run_length(pilot), calendar=pilot.calendar)
    run = replace(run, not_before=pilot.not_before, pinned_start=pilot.started_on)
    yield replace(run, progress=100 if pilot.ended_on else 0)
    check = replace(prepare, part=Part.CHECK, attempt=1, length=MILESTONE, strand=Strand.EVALUATION)
    for uuid, _week in pilot.check_ins:
        yield replace(check, source=uuid, calendar=pilot.calendar)
    yield _decide(pilot, pilot.attempt, decided.get(pilot.attempt))


def _prepares_from(pilot: Pilot) -> date | None:
    """Work on a pilot begins shortly before it, with a week to spare, and not as early as it could."""
    start = pilot.started_on or pilot.not_before
    days = parse(pilot.preparation).school_days
    return None if start is None or days is None else start - timedelta(weeks=ceil(days / WEEK) + 1)


def _run_length(pilot: Pilot) -> str:
    if pilot.started_on is None or pilot.ended_on is None:
        return pilot.length
    return f"{(pilot.ended_on - pilot.started_on).days + 1} days"


def _decide(pilot: Pilot, attempt: int, decided: Decided | None) -> Task:
    task = Task(Part.DECIDE, pilot.uuid, Phase.PILOT, Strand.EVALUATION, MILESTONE, attempt)
    task = replace(task, owner=pilot.decider, calendar=pilot.calendar, orphaned=not pilot.chosen)
    return replace(task, pinned_start=decided.on, progress=100) if decided else task


def _wave(wave: Wave) -> Task:
    task = Task(Part.WAVE, wave.uuid, Phase.SCALE, Strand.INSTRUCTION, wave.length, calendar=wave.calendar)
    return replace(task, owner=wave.owner, not_before=wave.not_before)


def _review(review: Review) -> Task:
    task = Task(Part.REVIEW, review.uuid, Phase.MONITOR, Strand.EVALUATION, MILESTONE)
    return replace(task, pinned_start=review.on, progress=100 if review.held else 0)


def _links(sources: Sources) -> Iterator[Link]:
    attempts = {pilot.uuid: pilot.attempt for pilot in sources.pilots}
    for pilot in sources.pilots:
        yield from _pilot_links(pilot)
    for wave in sources.waves:
        task = key(Part.WAVE, wave.uuid)
        if wave.after_pilot is not None:
            yield Link(key(Part.DECIDE, wave.after_pilot, attempts.get(wave.after_pilot, 1)), task)
        yield from (Link(key(Part.ADOPT, guardrail), task) for guardrail in wave.gate)
    for session in sources.learning:
        is_pilot = session.prepares in attempts
        part, attempt = (Part.RUN, attempts[session.prepares]) if is_pilot else (Part.WAVE, 1)
        yield Link(key(Part.LEARN, session.uuid), key(part, session.prepares, attempt))


def _pilot_links(pilot: Pilot) -> Iterator[Link]:
    prepare, run, decide = (key(part, pilot.uuid, pilot.attempt) for part in (Part.PREPARE, Part.RUN, Part.DECIDE))
    if pilot.attempt > 1:
        yield Link(key(Part.DECIDE, pilot.uuid, pilot.attempt - 1), prepare)
    yield Link(prepare, run)
    yield Link(run, decide, lag=pilot.decides_after)
    yield from (Link(key(Part.ADOPT, guardrail), run) for guardrail in pilot.gate)
    yield from (Link(run, key(Part.CHECK, uuid), "SS", f"{max(week - 1, 0)}w") for uuid, week in pilot.check_ins)
