"""Outcomes: what success means for each use case, before any tool is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.catalogue.measures import Compared, Direction, Limit, units
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Phrase, Words, message
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.team import Seat
from roadmap_desktop.rules.usecases import Doubt, doubt
from roadmap_desktop.store.document import Document

KINDS = (*facts.KINDS, "participant", "seat")
"""The kinds of facts that the outcomes show."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A measure of the catalogue to begin with; ``target`` is in words, ``note`` says where a figure comes from."""

    key: str
    measure: Words
    target: Words
    note: Words


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A use case and its outcome; ``suggested`` is the target that the starter and the baseline give together."""

    uuid: str
    use_case: UseCaseFact
    starters: tuple[Starter, ...]
    suggested: float | None
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class OutcomesPicture:
    """The outcomes of all use cases, and the names that are offered for who collects."""

    rows: tuple[OutcomeRow, ...]
    people: tuple[str, ...]

    @property
    def missing(self) -> int:
        """How many outcomes are not complete."""
        return sum(bool(row.use_case.lacking) for row in self.rows)


def outcomes(document: Document) -> OutcomesPicture:
    """What success means for each use case, and what is missing."""
    with document.read():
        names = [row.name for row in document.rows(select(Participant.name).order_by(Participant.position))]
        names += [row.holder for row in document.rows(select(Seat.holder).order_by(Seat.position)) if row.holder]
        rows = tuple(_row(document, each) for each in facts.use_cases(document))
    return OutcomesPicture(rows, tuple(dict.fromkeys(names)))


def starters_of(key: str) -> tuple[catalogue.OutcomeStarter, ...]:
    """The starters that the catalogue has for a use case of that key; none for one that the room wrote."""
    return next((entry.outcomes for entry in catalogue.use_cases() if entry.key == key), ())


def suggested_target(limit: Limit, baseline: float | None) -> float | None:
    """The target that a starter's figure means for a baseline; a change in percent is a share of the baseline."""
    if limit.compared is Compared.LEVEL:
        return limit.value
    if baseline is None:
        return None
    change = baseline * limit.value / 100 if limit.unit == "percent" else limit.value
    return round(baseline - change if limit.direction is Direction.DOWN else baseline + change, 4)


def unit_words(limit: Limit) -> Phrase:
    """The word for the unit of a figure, in the plural where it has one."""
    unit = next(each for each in units() if each.key == limit.unit)
    return unit.one if limit.value == 1 else unit.many


def _row(document: Document, found: UseCaseFact) -> OutcomeRow:
    kept = phrases(document)
    known = starters_of(found.key)
    taken = next((each for each in known if found.outcome.measure in dict(each.measure.texts).values()), None)
    target = suggested_target(taken.target, found.outcome.baseline) if taken and taken.target else None
    return OutcomeRow(
        uuid=found.uuid,
        use_case=found,
        starters=tuple(_starter(each, kept) for each in known),
        suggested=None if target == found.outcome.target else target,
        doubt=doubt(found.outcome),
    )


def _starter(starter: catalogue.OutcomeStarter, kept: Mapping[str, Phrase]) -> Starter:
    def words(phrase: Phrase | None) -> Words:
        return kept.get(phrase.key, phrase) if phrase else ""

    return Starter(starter.key, words(starter.measure), _target(starter.target), words(starter.note))


def _target(limit: Limit | None) -> Words:
    if limit is None:
        return message("set your own target")
    value, unit = limit.value, unit_words(limit)
    if limit.compared is Compared.CHANGE:
        if not value:
            return message("no change from the baseline")
        if limit.direction is Direction.DOWN:
            return message("{value} {unit} less than the baseline", value=value, unit=unit)
        return message("{value} {unit} more than the baseline", value=value, unit=unit)
    if limit.direction is Direction.UP:
        return message("at least {value} {unit}", value=value, unit=unit)
    if limit.strict:
        return message("under {value} {unit}", value=value, unit=unit)
    return message("at most {value} {unit}", value=value, unit=unit)
