"""The instrument of the workshop: its levels, dimensions and statements in the words they have here."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words
from roadmap_desktop.model.readiness import Dimension, Level, Statement
from roadmap_desktop.rules.readiness import Floor, FloorWhen
from roadmap_desktop.store.document import Document

KINDS = ("instrument", "level", "dimension", "statement", "wording")
"""The kinds of facts an instrument is made of."""


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A level: its own number, and its name ("in force")."""

    value: int
    name: Words


@dataclass(frozen=True, slots=True)
class DimensionEntry:
    """A dimension; ``number`` counts from 1, ``pillar`` is a key."""

    uuid: str
    key: str
    number: int
    name: Words
    pillar: str
    pillar_name: Words


@dataclass(frozen=True, slots=True)
class Cue:
    """What a level looks like for a statement."""

    level: int
    text: Words


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement that is rated; ``dimension`` is a place among the dimensions."""

    uuid: str
    key: str
    number: int
    text: Words
    dimension: int
    floor: Floor | None
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is rated: levels from the lowest up, dimensions in their order, statements by number."""

    levels: tuple[LevelEntry, ...]
    dimensions: tuple[DimensionEntry, ...]
    statements: tuple[StatementEntry, ...]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers of the levels, from the lowest up."""
        return tuple(level.value for level in self.levels)

    def statement(self, uuid: str) -> StatementEntry | None:
        """The statement with that uuid, where it is rated."""
        return next((each for each in self.statements if each.uuid == uuid), None)


def instrument(document: Document) -> Instrument:
    """The workshop's instrument without the statements that were left out."""
    return document.remembered("instrument", KINDS, lambda: _instrument(document))


def _instrument(document: Document) -> Instrument:
    with document.read():
        levels = document.rows(select(Level.value, Level.key, Level.name).order_by(Level.value))
        dimensions = document.rows(select(*Dimension.__table__.columns).order_by(Dimension.position, Dimension.uuid))
        query = select(*Statement.__table__.columns).where(Statement.left_out.is_(False))
        statements = document.rows(query.order_by(Statement.number, Statement.uuid))
        places = {row.uuid: place for place, row in enumerate(dimensions)}
        values = tuple(row.value for row in levels)
        return Instrument(
            tuple(LevelEntry(row.value, worded(document, row.name, f"level.{row.key}.label")) for row in levels),
            tuple(
                DimensionEntry(
                    uuid=row.uuid,
                    key=row.key,
                    number=place + 1,
                    name=worded(document, row.name, f"dimension.{row.key}.name"),
                    pillar=row.pillar,
                    pillar_name=worded(document, "", f"pillar.{row.pillar}.name") if row.pillar else "",
                )
                for place, row in enumerate(dimensions)
            ),
            tuple(
                StatementEntry(
                    uuid=row.uuid,
                    key=row.key,
                    number=row.number,
                    text=worded(document, row.text, f"statement.{row.key}.text"),
                    dimension=places[row.dimension],
                    floor=None if row.floor is None else Floor(row.floor, FloorWhen(row.floor_when)),
                    cues=_cues(document, row.key, values),
                )
                for row in statements
            ),
        )


def _cues(document: Document, key: str, values: tuple[int, ...]) -> tuple[Cue, ...]:
    words = phrases(document)
    found = ((value, words.get(f"statement.{key}.cue{value}")) for value in values)
    return tuple(Cue(value, text) for value, text in found if text is not None)
