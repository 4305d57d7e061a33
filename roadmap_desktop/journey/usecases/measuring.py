"""What can be done with an outcome: begun from the catalogue, filled in, changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from roadmap_desktop.catalogue.measures import Compared
from roadmap_desktop.catalogue.usecases import OutcomeStarter
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.outcomes import starters_of, suggested_target, unit_words
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.usecases import Outcome
from roadmap_desktop.rules.usecases import OutcomePart
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIGURES = frozenset({OutcomePart.BASELINE, OutcomePart.TARGET, OutcomePart.MINIMUM})
"""The parts that are numbers, in the unit of the outcome."""


def edit_outcome(
    document: Document, use_case: str, part: OutcomePart, value: str | date | None, *, origin: object | None = None
) -> None:
    """Sets a part of the outcome to what was typed; figures as people write them, the date as a date; empty clears it.

    Raises:
        Refused: a figure can't be read; the field is the part's.
    """
    found = facts.use_case(document, use_case)
    kept: object = value if isinstance(value, date) else (value or "").strip()
    if part is OutcomePart.DUE:
        kept = value if isinstance(value, date) else None
    elif part in FIGURES:
        kept = read_number(str(kept), field=part.value)
    if kept == getattr(found.outcome, part.value):
        return
    label = message("Changed the outcome of {name}", name=found.name)
    with document.change(label, origin=origin, fold=f"outcome.{part}:{use_case}") as session:
        setattr(_row(document, session, use_case), part.value, kept)


def take_starter(document: Document, use_case: str, key: str, *, origin: object | None = None) -> None:
    """Begins the outcome with a measure of the catalogue: measure, data source, and target and unit where it has them.

    A baseline and other parts that are there already stay.

    Raises:
        Refused: the catalogue has no such starter for this use case.
    """
    found = facts.use_case(document, use_case)
    starter = next((each for each in starters_of(found.key) if each.key == key), None)
    if starter is None:
        raise Refused(message("The catalogue has no such measure."), message("Write a measure of your own."))
    code = workshop(document).language
    label = message("Took a measure for {name}", name=found.name)
    with document.change(label, origin=origin) as session:
        row = _row(document, session, use_case)
        row.measure = starter.measure.in_language(code)
        row.source = starter.source.in_language(code)
        row.target = suggested_target(starter.target, row.baseline) if starter.target else None
        row.unit = _unit(starter, code) or row.unit


def _unit(starter: OutcomeStarter, code: str) -> str:
    """The unit the measure is in, where the starter says it: a change in percent leaves it open."""
    limit = starter.target
    if limit is None or (limit.compared is Compared.CHANGE and limit.unit == "percent"):
        return ""
    return unit_words(limit).in_language(code)


def _row(document: Document, session: Session, use_case: str) -> Outcome:
    row = session.scalars(select(Outcome).where(Outcome.use_case == use_case)).one_or_none()
    if row is None:
        row = Outcome(uuid=natural_uuid(document.workshop_uuid, "outcome", use_case), use_case=use_case)
        session.add(row)
    return row
