"""What a reader sees of a pilot: its plan, its dates in school time, what is missing, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey.inspection import Line
from roadmap_desktop.journey.pilots.facts import KINDS, criteria_of, pilot_row, pilot_rows, use_cases_of
from roadmap_desktop.journey.pilots.missing import missing
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.roadmap.evidence import use_case_names
from roadmap_desktop.language import Words
from roadmap_desktop.model.learning import Attendance, LearningSession
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Decision, Site, SuccessCriterion
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.pilots import Evidence, Result, Verdict, advice, result, targets_to_scale
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A success criterion with how it came out; values in ``unit``."""

    uuid: str
    name: str
    evidence: Evidence
    baseline: float | None
    target: float | None
    minimum: float | None
    unit: str
    direction: str
    collector: str
    must_pass: bool
    reading: float | None
    result: Result


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A school of the pilot; ``doubtful`` where its staff doubt the idea."""

    uuid: str
    school: str
    name: str
    doubtful: bool
    higher_need: bool


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A look at the pilot in a week of it, with its date where there is one."""

    uuid: str
    week: int
    name: str
    note: str
    on: date | None


@dataclass(frozen=True, slots=True)
class LearningRow:
    """A professional-learning session that prepares the pilot; ``hours`` long."""

    uuid: str
    name: str
    audience: str
    hours: float
    held_on: date | None
    attended: int | None
    invited: int | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision that was made."""

    uuid: str
    verdict: Verdict
    reason: str
    decided_by: str
    on: date | None
    attempt: int


@dataclass(frozen=True, slots=True)
class PilotPicture:
    """One pilot, whole. Dates are None without a school calendar; ``advice`` is what the criteria say to decide."""

    uuid: str
    name: str
    question: str
    owner: str
    stopper: str
    stop_rule: str
    grades: str
    roles: str
    not_before: date | None
    preparation: str
    length: str
    decides_after: str
    decider: str
    scale_when: int | None
    targets_to_scale: int
    attempt: int
    started_on: date | None
    ended_on: date | None
    use_cases: tuple[tuple[str, Words], ...]
    sites: tuple[SiteRow, ...]
    criteria: tuple[CriterionRow, ...]
    check_ins: tuple[CheckInRow, ...]
    learning: tuple[LearningRow, ...]
    decisions: tuple[DecisionRow, ...]
    prepare_start: date | None
    start: date | None
    finish: date | None
    decision_date: date | None
    missing: tuple[Line, ...]
    advice: Verdict | None

    @property
    def ready(self) -> bool:
        """Whether nothing keeps the pilot from starting."""
        return not self.missing

    @property
    def verdict(self) -> Verdict | None:
        """What was decided on the present attempt."""
        return next((each.verdict for each in self.decisions if each.attempt == self.attempt), None)


def pilots(document: Document) -> tuple[PilotPicture, ...]:
    """All pilots in their order."""
    return document.remembered("pilots", KINDS, lambda: tuple(_pilot(document, row) for row in pilot_rows(document)))


def pilot(document: Document, uuid: str) -> PilotPicture:
    """One pilot; Refused where it was removed."""
    found = next((each for each in pilots(document) if each.uuid == uuid), None)
    return found or _pilot(document, pilot_row(document, uuid))


def _pilot(document: Document, row: Row[*tuple[Any, ...]]) -> PilotPicture:
    with document.read():
        plan = planned(document)
        prepare, run, decide = (plan.of(part, row.uuid, row.attempt) for part in (Part.PREPARE, Part.RUN, Part.DECIDE))
        criteria = criteria_of(document, row.uuid)
        names = use_case_names(document)
        kept = {each: getattr(row, each) for each in _KEPT}
        return PilotPicture(
            **kept,
            targets_to_scale=targets_to_scale(criteria, row.scale_when),
            use_cases=tuple((each, names[each]) for each in use_cases_of(document, row.uuid)),
            sites=_sites(document, row.uuid),
            criteria=_criteria(document, row.uuid),
            check_ins=_check_ins(document, row.uuid),
            learning=_learning(document, row.uuid),
            decisions=_decisions(document, row.uuid),
            prepare_start=_start(prepare),
            start=_start(run),
            finish=run.finish if run else None,
            decision_date=_start(decide) if row.decides_after or row.decider else None,
            missing=missing(document, row.uuid),
            advice=advice(criteria, to_scale=row.scale_when, attempt=row.attempt, stop_rule_hit=False),
        )


_KEPT = (
    *("uuid", "name", "question", "owner", "stopper", "stop_rule", "grades", "roles", "not_before", "preparation"),
    *("length", "decides_after", "decider", "scale_when", "attempt", "started_on", "ended_on"),
)


def _start(task: PlannedTask | None) -> date | None:
    return task.start if task else None


def _sites(document: Document, pilot: str) -> tuple[SiteRow, ...]:
    query = select(Site.uuid, Site.school, School.name, Site.doubtful, School.higher_need)
    query = query.join(School, Site.school == School.uuid).where(Site.pilot == pilot)
    return tuple(SiteRow(*row) for row in document.rows(query.order_by(School.position, School.name)))


def _criteria(document: Document, pilot: str) -> tuple[CriterionRow, ...]:
    rules = {each.uuid: each for each in criteria_of(document, pilot)}
    query = select(*SuccessCriterion.__table__.columns).where(SuccessCriterion.pilot == pilot)
    return tuple(
        CriterionRow(
            uuid=row.uuid,
            name=row.name,
            evidence=Evidence(row.evidence),
            baseline=row.baseline,
            target=row.target,
            minimum=row.minimum,
            unit=row.unit,
            direction=row.direction,
            collector=row.collector,
            must_pass=row.must_pass,
            reading=rules[row.uuid].reading,
            result=result(rules[row.uuid]),
        )
        for row in document.rows(query.order_by(SuccessCriterion.position, SuccessCriterion.uuid))
    )


def _check_ins(document: Document, pilot: str) -> tuple[CheckInRow, ...]:
    plan = planned(document)
    query = select(CheckIn.uuid, CheckIn.week, CheckIn.name, CheckIn.note).where(CheckIn.pilot == pilot)
    return tuple(
        CheckInRow(row.uuid, row.week, row.name, row.note, _start(plan.of(Part.CHECK, row.uuid)))
        for row in document.rows(query.order_by(CheckIn.week, CheckIn.uuid))
    )


def _learning(document: Document, pilot: str) -> tuple[LearningRow, ...]:
    counts = {
        row.session: (row.attended, row.invited)
        for row in document.rows(select(Attendance.session, Attendance.attended, Attendance.invited))
    }
    session = LearningSession
    query = select(session.uuid, session.name, session.audience, session.hours, session.held_on)
    return tuple(
        LearningRow(row.uuid, row.name, row.audience, row.hours, row.held_on, *counts.get(row.uuid, (None, None)))
        for row in document.rows(query.where(session.pilot == pilot).order_by(session.held_on, session.uuid))
    )


def _decisions(document: Document, pilot: str) -> tuple[DecisionRow, ...]:
    kept = Decision
    query = select(kept.uuid, kept.verdict, kept.reason, kept.decided_by, kept.on, kept.attempt)
    return tuple(
        DecisionRow(row.uuid, Verdict(row.verdict), row.reason, row.decided_by, row.on, row.attempt)
        for row in document.rows(query.where(kept.pilot == pilot).order_by(kept.attempt))
    )
