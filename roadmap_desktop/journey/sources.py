"""Reads the facts that the roadmap is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Select, select

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.gatefacts import guardrail_facts, use_case_facts
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.learning import Attendance, LearningSession
from roadmap_desktop.model.monitoring import Review
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Decision, Pilot, PilotUseCase, Site
from roadmap_desktop.model.readiness import Barrier, Dimension, Statement
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.team import Seat
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules import guardrails as gates
from roadmap_desktop.rules import sources as rules
from roadmap_desktop.store.document import Document

KINDS = (
    *("barrier", "statement", "dimension", "guardrail", "requirement", "use_case", "seat", "learning_session"),
    *("pilot", "pilot_use_case", "site", "school", "check_in", "decision", "wave", "wave_school", "review"),
    "attendance",
)
"""The kinds of facts that the roadmap is made from."""


def sources(document: Document) -> rules.Sources:
    """Everything that tasks are made from, as it stands."""
    with document.read():
        reading = _Gates(document)
        pilots = _pilots(document, reading)
        return rules.Sources(
            barriers=_barriers(document),
            guardrails=_guardrails(document, reading),
            open_seats=count(document, Seat, Seat.holder == "", Seat.waived == "") if pilots else 0,
            learning=_learning(document),
            pilots=pilots,
            waves=_waves(document, reading),
            reviews=_reviews(document),
        )


class _Gates:
    """The gates of all use cases, read once."""

    def __init__(self, document: Document) -> None:
        self.guardrails = guardrail_facts(document)
        self.use_cases = use_case_facts(document)
        query = select(UseCase.uuid).where(UseCase.choice == "pilot")
        self.chosen = {row.uuid for row in document.rows(query)}
        self.of_pilot: defaultdict[str, list[str]] = defaultdict(list)
        for row in document.rows(select(PilotUseCase.pilot, PilotUseCase.use_case)):
            self.of_pilot[row.pilot].append(row.use_case)

    def before_pilot(self, use_cases: Collection[str]) -> tuple[str, ...]:
        """The guardrails that these use cases ask for before their pilot, each once, in order."""
        found = {each.guardrail for one in use_cases for each in gates.asked(self.use_cases[one], self.guardrails)}
        return tuple(each.uuid for each in self.guardrails if each.uuid in found)

    def before_scaling(self, use_cases: Collection[str]) -> tuple[str, ...]:
        """The guardrails that they ask for before scaling, each once, in order."""
        found = {
            each.guardrail
            for one in use_cases
            for each in gates.asked_for_scaling(self.use_cases[one], self.guardrails)
        }
        return tuple(each.uuid for each in self.guardrails if each.uuid in found)

    def asked(self) -> set[str]:
        """The guardrails that any chosen use case asks for, now or later."""
        return {*self.before_pilot(self.chosen), *self.before_scaling(self.chosen)}


def _barriers(document: Document) -> tuple[rules.Barrier, ...]:
    query = (
        select(Barrier.uuid, Dimension.pillar, Barrier.length, Barrier.owner, Barrier.due)
        .join(Statement, Barrier.statement == Statement.uuid)
        .join(Dimension, Statement.dimension == Dimension.uuid)
        .order_by(Statement.number, Barrier.uuid)
    )
    return tuple(rules.Barrier(*row) for row in document.rows(query))


def _guardrails(document: Document, reading: _Gates) -> tuple[rules.Guardrail, ...]:
    wanted = reading.asked()
    query = select(
        Guardrail.uuid, Guardrail.length, Guardrail.owner, Guardrail.due, Guardrail.status, Guardrail.adopted_on
    ).order_by(Guardrail.position, Guardrail.uuid)
    return tuple(
        rules.Guardrail(row.uuid, row.length, row.owner, row.due, row.status == "adopted", row.adopted_on)
        for row in document.rows(query)
        if row.uuid in wanted
    )


def _learning(document: Document) -> tuple[rules.Learning, ...]:
    query = select(LearningSession.uuid, LearningSession.pilot, LearningSession.wave, LearningSession.held_on)
    counted = {row.session for row in document.rows(select(Attendance.session))}
    return tuple(
        rules.Learning(row.uuid, row.pilot or row.wave or "", row.held_on, row.uuid in counted)
        for row in document.rows(query.order_by(LearningSession.held_on, LearningSession.uuid))
    )


def _pilots(document: Document, reading: _Gates) -> tuple[rules.Pilot, ...]:
    check_ins: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in document.rows(select(CheckIn.pilot, CheckIn.uuid, CheckIn.week).order_by(CheckIn.week, CheckIn.uuid)):
        check_ins[row.pilot].append((row.uuid, row.week))
    decided: defaultdict[str, list[rules.Decided]] = defaultdict(list)
    query = select(Decision.pilot, Decision.verdict, Decision.on, Decision.attempt).order_by(Decision.attempt)
    for decision in document.rows(query):
        decided[decision.pilot].append(rules.Decided(decision.verdict, decision.on, decision.attempt))
    calendars = _calendars(document, select(Site.pilot, School.calendar_group).join(School, Site.school == School.uuid))
    return tuple(
        rules.Pilot(
            uuid=row.uuid,
            preparation=row.preparation,
            length=row.length,
            decides_after=row.decides_after,
            calendar=calendars.get(row.uuid, ""),
            chosen=any(each in reading.chosen for each in reading.of_pilot[row.uuid]),
            gate=reading.before_pilot(reading.of_pilot[row.uuid]),
            check_ins=tuple(check_ins[row.uuid]),
            not_before=row.not_before,
            owner=row.owner,
            decider=row.decider,
            attempt=row.attempt,
            started_on=row.started_on,
            ended_on=row.ended_on,
            decided=tuple(decided[row.uuid]),
        )
        for row in document.rows(select(*Pilot.__table__.columns).order_by(Pilot.position, Pilot.uuid))
    )


def _waves(document: Document, reading: _Gates) -> tuple[rules.Wave, ...]:
    query = select(WaveSchool.wave, School.calendar_group).join(School, WaveSchool.school == School.uuid)
    calendars = _calendars(document, query)
    return tuple(
        rules.Wave(
            uuid=row.uuid,
            length=row.length,
            calendar=calendars.get(row.uuid, ""),
            after_pilot=row.after_pilot,
            gate=reading.before_scaling(reading.of_pilot[row.after_pilot or ""]),
            not_before=row.not_before,
            owner=row.lead,
        )
        for row in document.rows(select(*Wave.__table__.columns).order_by(Wave.position, Wave.uuid))
    )


def _reviews(document: Document) -> tuple[rules.Review, ...]:
    query = select(Review.uuid, Review.on, Review.held).order_by(Review.on, Review.uuid)
    return tuple(rules.Review(*row) for row in document.rows(query))


def _calendars(document: Document, query: Select[str, str]) -> dict[str, str]:
    """The calendar group that all schools of a pilot or wave share; where they differ, the district's."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for owner, group in document.rows(query):
        groups[owner].add(group)
    return {owner: next(iter(found)) if len(found) == 1 else "" for owner, found in groups.items()}
