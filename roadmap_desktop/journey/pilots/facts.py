"""The facts of the pilots, read by columns: each table once, however many pilots there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from roadmap_desktop.journey import plan, schooldays
from roadmap_desktop.journey.guardrails.gates import KINDS as GATES
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.learning import Attendance, LearningSession
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Decision, Pilot, PilotUseCase, Reading, Site, SuccessCriterion
from roadmap_desktop.rules.pilots import Criterion, Direction
from roadmap_desktop.store.document import Document

Line = Row[*tuple[Any, ...]]
KINDS = tuple(
    dict.fromkeys(
        (*plan.KINDS, *schooldays.KINDS, *GATES, "outcome", "success_criterion", "reading", "attendance", "wording")
    )
)
"""The kinds of facts that the picture of a pilot depends on."""


@dataclass(frozen=True, slots=True)
class PilotFacts:
    """What is entered of one pilot, as rows; ``measured`` are its criteria as the rules take them."""

    row: Line
    use_cases: tuple[str, ...]
    sites: tuple[Line, ...]
    criteria: tuple[Line, ...]
    measured: tuple[Criterion, ...]
    check_ins: tuple[Line, ...]
    learning: tuple[Line, ...]
    attendance: Mapping[str, Line]
    decisions: tuple[Line, ...]


def pilot_facts(document: Document) -> Mapping[str, PilotFacts]:
    """The facts of every pilot by its uuid, in order."""
    return document.remembered("pilot_facts", KINDS, lambda: _pilot_facts(document))


def facts_of(document: Document, pilot: str) -> PilotFacts:
    """The facts of one pilot.

    Raises:
        Refused: there is no such pilot any more.
    """
    found = pilot_facts(document).get(pilot)
    if found is None:
        raise Refused(message("This pilot was removed."), message("Choose another, or undo."))
    return found


def pilot_row(document: Document, pilot: str) -> Line:
    """The columns of one pilot; Refused as ``facts_of``."""
    return facts_of(document, pilot).row


def use_cases_of(document: Document, pilot: str) -> tuple[str, ...]:
    """The use cases (uuids) that a pilot tests; Refused as ``facts_of``."""
    return facts_of(document, pilot).use_cases


def _pilot_facts(document: Document) -> dict[str, PilotFacts]:
    with document.read():
        tested = _grouped(document, select(PilotUseCase.pilot, PilotUseCase.use_case).order_by(PilotUseCase.uuid))
        sites = _grouped(document, _sites())
        criteria = _grouped(document, _all(SuccessCriterion).order_by(*_in_order(SuccessCriterion)))
        check_ins = _grouped(document, _all(CheckIn).order_by(CheckIn.week, CheckIn.uuid))
        learning = _grouped(document, _learning())
        attendance = {row.session: row for row in document.rows(_all(Attendance))}
        decisions = _grouped(document, _all(Decision).order_by(Decision.attempt))
        readings = _latest_readings(document)
        rows = document.rows(_all(Pilot).order_by(*_in_order(Pilot)))
    return {
        row.uuid: PilotFacts(
            row=row,
            use_cases=tuple(each.use_case for each in tested[row.uuid]),
            sites=tuple(sites[row.uuid]),
            criteria=tuple(criteria[row.uuid]),
            measured=tuple(_measured(each, readings.get((each.uuid, row.attempt))) for each in criteria[row.uuid]),
            check_ins=tuple(check_ins[row.uuid]),
            learning=tuple(learning[row.uuid]),
            attendance=attendance,
            decisions=tuple(decisions[row.uuid]),
        )
        for row in rows
    }


def _measured(row: Line, reading: float | None) -> Criterion:
    return Criterion(
        uuid=row.uuid,
        baseline=row.baseline,
        target=row.target,
        minimum=row.minimum,
        direction=Direction(row.direction),
        must_pass=row.must_pass,
        has_collector=bool(row.collector),
        reading=reading,
    )


def _latest_readings(document: Document) -> dict[tuple[str, int], float]:
    """The latest reading by criterion and attempt; one without a date counts as earliest."""
    rows = document.rows(select(Reading.criterion, Reading.attempt, Reading.value, Reading.on, Reading.uuid))
    in_order = sorted(rows, key=lambda row: (row.on or date.min, row.uuid))
    return {(row.criterion, row.attempt): row.value for row in in_order}


def _sites() -> Select[*tuple[Any, ...]]:
    columns = (Site.pilot, Site.uuid, Site.school, School.name, Site.doubtful, School.higher_need)
    query = select(*columns).join(School, Site.school == School.uuid)
    return query.order_by(School.position, School.name)


def _learning() -> Select[*tuple[Any, ...]]:
    session = LearningSession
    columns = (session.pilot, session.uuid, session.name, session.audience, session.hours, session.held_on)
    return select(*columns).where(session.pilot.is_not(None)).order_by(session.held_on, session.uuid)


def _all(kind: Any) -> Select[*tuple[Any, ...]]:
    return select(*kind.__table__.columns)


def _in_order(kind: Any) -> tuple[Any, Any]:
    return kind.position, kind.uuid


def _grouped(document: Document, query: Select[*tuple[Any, ...]]) -> Mapping[str, Sequence[Line]]:
    """The rows by their pilot."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for row in document.rows(query):
        found[row.pilot].append(row)
    return found
