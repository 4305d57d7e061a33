"""What a reader sees of a pilot: its plan, its dates in school time, what is missing, and how it came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row

from roadmap_desktop.journey.inspection import Line
from roadmap_desktop.journey.pilots.facts import KINDS, PilotFacts, facts_of, pilot_facts
from roadmap_desktop.journey.pilots.holding import holding
from roadmap_desktop.journey.pilots.missing import missing
from roadmap_desktop.journey.pilots.rows import CheckInRow, CriterionRow, DecisionRow, LearningRow, SiteRow
from roadmap_desktop.journey.pilots.schooltime import SchoolTimePicture, school_time
from roadmap_desktop.journey.plan import Plan, planned
from roadmap_desktop.journey.roadmap.evidence import use_case_names, verdict_name
from roadmap_desktop.language import Words
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.pilots import Evidence, Verdict, advice, failing, result, targets_to_scale
from roadmap_desktop.store.document import Document

__all__ = ["CheckInRow", "CriterionRow", "DecisionRow", "LearningRow", "PilotPicture", "SiteRow", "pilot", "pilots"]


@dataclass(frozen=True, slots=True)
class PilotPicture:
    """One pilot, whole. Dates are None without a school calendar; ``advice`` is what the criteria say to decide.

    ``failing`` are the names of the criteria that must pass and do not.
    """

    uuid: str
    name: str
    question: str
    owner: str
    stopper: str
    stop_rule: str
    stop_rule_hit: bool
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
    school_time: SchoolTimePicture | None
    missing: tuple[Line, ...]
    holding: tuple[Line, ...]
    failing: tuple[str, ...]
    advice: Verdict | None

    @property
    def ready(self) -> bool:
        """Whether nothing keeps the pilot from starting."""
        return not self.missing

    @property
    def verdict(self) -> Verdict | None:
        """What was decided on the present attempt."""
        return next((each.verdict for each in self.decisions if each.attempt == self.attempt), None)

    def is_overdue(self, today: date) -> bool:
        """Whether it should be decided by now and is not."""
        waits = self.started_on is not None and self.verdict is None
        return waits and self.decision_date is not None and self.decision_date < today


def pilots(document: Document) -> tuple[PilotPicture, ...]:
    """All pilots in their order."""

    def compute() -> tuple[PilotPicture, ...]:
        with document.read():
            names = use_case_names(document)
            return tuple(_pilot(document, facts, names) for facts in pilot_facts(document).values())

    return document.remembered("pilots", KINDS, compute)


def pilot(document: Document, uuid: str) -> PilotPicture:
    """One pilot; Refused where it was removed."""
    facts_of(document, uuid)
    return next(each for each in pilots(document) if each.uuid == uuid)


_KEPT = (
    *("uuid", "name", "question", "owner", "stopper", "stop_rule", "stop_rule_hit", "grades", "roles", "not_before"),
    *("preparation", "length", "decides_after", "decider", "scale_when", "attempt", "started_on", "ended_on"),
)


def _pilot(document: Document, facts: PilotFacts, names: Mapping[str, Words]) -> PilotPicture:
    row, plan = facts.row, planned(document)
    decisions = tuple(_decision(document, each) for each in facts.decisions)
    is_decided = any(each.attempt == row.attempt for each in decisions)
    prepare, run, decide = (plan.of(part, row.uuid, row.attempt) for part in (Part.PREPARE, Part.RUN, Part.DECIDE))
    if not (row.decides_after or is_decided):
        decide = None
    finish = run.finish if run else None
    decision_date = decide.start if decide else None
    in_time = school_time(document, prepare, run, decide, is_decided=is_decided) if prepare and run else None
    not_passing = failing(facts.measured)
    return PilotPicture(
        **{each: getattr(row, each) for each in _KEPT},
        targets_to_scale=targets_to_scale(facts.measured, row.scale_when),
        use_cases=tuple((each, names[each]) for each in facts.use_cases),
        sites=tuple(SiteRow(*each[1:]) for each in facts.sites),
        criteria=_criteria(facts),
        check_ins=_check_ins(facts, plan, finish),
        learning=_learning(facts),
        decisions=decisions,
        prepare_start=prepare.start if prepare else None,
        start=run.start if run else None,
        finish=finish,
        decision_date=decision_date,
        school_time=in_time,
        missing=missing(document, row.uuid),
        holding=holding(document, facts, decision_date),
        failing=tuple(each.name for each in facts.criteria if each.uuid in not_passing),
        advice=advice(facts.measured, to_scale=row.scale_when, attempt=row.attempt, stop_rule_hit=row.stop_rule_hit),
    )


def _criteria(facts: PilotFacts) -> tuple[CriterionRow, ...]:
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
            reading=measured.reading,
            result=result(measured),
        )
        for row, measured in zip(facts.criteria, facts.measured, strict=True)
    )


def _check_ins(facts: PilotFacts, plan: Plan, finish: date | None) -> tuple[CheckInRow, ...]:
    found = []
    for row in facts.check_ins:
        task = plan.of(Part.CHECK, row.uuid)
        on = task.start if task else None
        late = on is not None and finish is not None and on > finish
        found.append(CheckInRow(row.uuid, row.week, row.name, row.note, on, late))
    return tuple(found)


def _learning(facts: PilotFacts) -> tuple[LearningRow, ...]:
    found = []
    for row in facts.learning:
        count = facts.attendance.get(row.uuid)
        attended, invited = (count.attended, count.invited) if count else (None, None)
        found.append(LearningRow(row.uuid, row.name, row.audience, row.hours, row.held_on, attended, invited))
    return tuple(found)


def _decision(document: Document, row: Row[*tuple[Any, ...]]) -> DecisionRow:
    name = verdict_name(document, row.verdict)
    return DecisionRow(row.uuid, Verdict(row.verdict), name, row.reason, row.decided_by, row.on, row.attempt)
