"""The rows of a pilot, read by columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from roadmap_desktop.journey import plan, schooldays
from roadmap_desktop.journey.readiness.profile import KINDS as RATINGS
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.pilots import Pilot, PilotUseCase, Reading, SuccessCriterion
from roadmap_desktop.rules.pilots import Criterion, Direction
from roadmap_desktop.store.document import Document

KINDS = tuple(
    {
        *plan.KINDS,
        *schooldays.KINDS,
        *RATINGS,
        *("outcome", "success_criterion", "reading", "attendance", "learning_site", "decision"),
    }
)
"""The kinds of facts that the picture of a pilot depends on."""


def pilot_rows(document: Document) -> Sequence[Row[*tuple[Any, ...]]]:
    """All pilots in their order, with all columns."""
    return document.rows(select(*Pilot.__table__.columns).order_by(Pilot.position, Pilot.uuid))


def pilot_row(document: Document, uuid: str) -> Row[*tuple[Any, ...]]:
    """The columns of one pilot.

    Raises:
        Refused: there is no such pilot any more.
    """
    found = document.rows(select(*Pilot.__table__.columns).where(Pilot.uuid == uuid))
    if not found:
        raise Refused(message("This pilot was removed."), message("Choose another, or undo."))
    return found[0]


def use_cases_of(document: Document, pilot: str) -> tuple[str, ...]:
    """The use cases (uuids) that a pilot tests."""
    query = select(PilotUseCase.use_case).where(PilotUseCase.pilot == pilot).order_by(PilotUseCase.uuid)
    return tuple(row.use_case for row in document.rows(query))


def criteria_of(document: Document, pilot: str) -> tuple[Criterion, ...]:
    """The success criteria of a pilot with their latest readings, as the rules take them."""
    readings = latest_readings(document)
    query = select(*SuccessCriterion.__table__.columns).where(SuccessCriterion.pilot == pilot)
    return tuple(
        Criterion(
            uuid=row.uuid,
            baseline=row.baseline,
            target=row.target,
            minimum=row.minimum,
            direction=Direction(row.direction),
            must_pass=row.must_pass,
            has_collector=bool(row.collector),
            reading=readings.get(row.uuid),
        )
        for row in document.rows(query.order_by(SuccessCriterion.position, SuccessCriterion.uuid))
    )


def latest_readings(document: Document) -> dict[str, float]:
    """The latest reading of each criterion by the criterion's uuid; one without a date counts as earliest."""
    rows = document.rows(select(Reading.criterion, Reading.value, Reading.on, Reading.uuid))
    in_order = sorted(rows, key=lambda row: (row.on is not None, row.on, row.uuid))
    return {row.criterion: row.value for row in in_order}
