"""Success criteria and what was read of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.pilots.facts import pilot_row, use_cases_of
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.language import message
from roadmap_desktop.model.pilots import Pilot, Reading, SuccessCriterion
from roadmap_desktop.model.usecases import Outcome
from roadmap_desktop.rules.pilots import Direction, Evidence, direction
from roadmap_desktop.store.document import Document


class CriterionField(StrEnum):
    """The fields of a success criterion that are typed."""

    NAME = "name"
    EVIDENCE = "evidence"
    BASELINE = "baseline"
    TARGET = "target"
    MINIMUM = "minimum"
    UNIT = "unit"
    DIRECTION = "direction"
    COLLECTOR = "collector"
    MUST_PASS = "must_pass"


_NUMBERS = frozenset({CriterionField.BASELINE, CriterionField.TARGET, CriterionField.MINIMUM})


def add_criterion(document: Document, pilot: str, name: str, *, origin: object | None = None) -> str:
    """Adds a success criterion and gives its uuid.

    Raises:
        Refused: it has no name.
    """
    row = pilot_row(document, pilot)
    criterion = SuccessCriterion(pilot=pilot, name=_named(name), position=_next_position(document, pilot))
    with document.change(message("Added a criterion of {name}", name=row.name), origin=origin) as session:
        session.add(criterion)
    return criterion.uuid


def take_outcomes(document: Document, pilot: str, *, origin: object | None = None) -> int:
    """Makes a criterion that must pass of each outcome of the pilot's use cases that is none yet; gives how many.

    Raises:
        Refused: no use case of the pilot has an outcome that is not a criterion already.
    """
    row = pilot_row(document, pilot)
    query = select(*Outcome.__table__.columns).where(Outcome.use_case.in_(use_cases_of(document, pilot)))
    named = select(SuccessCriterion.name).where(SuccessCriterion.pilot == pilot)
    known = {each.name for each in document.rows(named)}
    new = [each for each in document.rows(query) if each.measure and each.measure not in known]
    if not new:
        raise Refused(
            message("There is no further outcome to take."),
            message("Write the outcome of the use case, or type a criterion."),
        )
    position = _next_position(document, pilot)
    with document.change(message("Took the outcomes as criteria of {name}", name=row.name), origin=origin) as session:
        session.add_all(_from_outcome(each, pilot, position + at) for at, each in enumerate(new))
    return len(new)


def edit_criterion(
    document: Document, criterion: str, field: CriterionField, text: str, *, origin: object | None = None
) -> None:
    """Changes a field of a criterion; numbers as typed, an empty text takes them away.

    Which way is better follows from the numbers once they tell it; from then on it is for the room to say.

    Raises:
        Refused: the text is not what the field holds.
    """
    value = _value(field, text.strip())
    label = message("Changed a success criterion")
    with document.change(label, origin=origin, fold=f"criterion.{field}:{criterion}") as session:
        row = session.get_one(SuccessCriterion, criterion)
        told = direction(row.target, row.baseline, row.minimum)
        setattr(row, field, value)
        if field in _NUMBERS and told is None:
            row.direction = direction(row.target, row.baseline, row.minimum) or row.direction


def let_pass(document: Document, pilot: str, criteria: set[str], *, origin: object | None = None) -> None:
    """Says which criteria of a pilot (uuids) must pass for it to scale."""
    row = pilot_row(document, pilot)
    label = message("Changed what must pass in {name}", name=row.name)
    with document.change(label, origin=origin) as session:
        for each in session.scalars(select(SuccessCriterion).where(SuccessCriterion.pilot == pilot)):
            each.must_pass = each.uuid in criteria


def remove_criteria(document: Document, criteria: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes success criteria with their readings."""
    with document.change(message("Removed a success criterion"), origin=origin) as session:
        session.execute(delete(SuccessCriterion).where(SuccessCriterion.uuid.in_(criteria)))


def record_reading(document: Document, criterion: str, text: str, *, origin: object | None = None) -> None:
    """Records what was measured today in the pilot's present attempt, in place of an earlier value of today.

    An empty text takes all values of the attempt away.

    Raises:
        Refused: it is no number.
    """
    value = read_number(text, field="reading")
    today = document.today()
    with document.change(message("Recorded a reading"), origin=origin, fold=f"reading:{criterion}") as session:
        pilot = session.get_one(Pilot, session.get_one(SuccessCriterion, criterion).pilot)
        doomed = delete(Reading).where(Reading.criterion == criterion, Reading.attempt == pilot.attempt)
        session.execute(doomed if value is None else doomed.where(Reading.on == today))
        if value is not None:
            session.add(Reading(criterion=criterion, value=value, on=today, attempt=pilot.attempt))


def _from_outcome(outcome: Any, pilot: str, position: int) -> SuccessCriterion:
    return SuccessCriterion(
        pilot=pilot,
        name=outcome.measure,
        position=position,
        baseline=outcome.baseline,
        target=outcome.target,
        minimum=outcome.minimum,
        unit=outcome.unit,
        direction=direction(outcome.target, outcome.baseline, outcome.minimum) or Direction.UP,
        collector=outcome.collector or outcome.source,
        must_pass=True,
    )


def _next_position(document: Document, pilot: str) -> int:
    query = select(func.coalesce(func.max(SuccessCriterion.position), -1)).where(SuccessCriterion.pilot == pilot)
    return int(document.rows(query)[0][0]) + 1


def _value(field: CriterionField, typed: str) -> object:
    if field in _NUMBERS:
        return read_number(typed, field=field)
    match field:
        case CriterionField.NAME:
            return _named(typed)
        case CriterionField.EVIDENCE:
            return Evidence(typed)
        case CriterionField.DIRECTION:
            return Direction(typed)
        case CriterionField.MUST_PASS:
            return bool(typed)
    return typed


def _named(text: str) -> str:
    return required(text, message("A criterion needs a name."), message("Type what is measured."), field="name")
