"""The instrument of the workshop: its levels, dimensions and statements in the words they have here."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ScalarSelect, Select, select

from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.readiness import Dimension, Level, Statement
from roadmap_desktop.model.readiness import Instrument as Kept
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

    name: str
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
        used = document.rows(select(Kept.uuid, Kept.name, Kept.key).where(Kept.uuid == in_use()))[0]
        numbered = select(Level.value, Level.key, Level.name).where(Level.instrument == used.uuid)
        levels = document.rows(numbered.order_by(Level.value))
        ordered = select(*Dimension.__table__.columns).where(Dimension.instrument == used.uuid)
        dimensions = document.rows(ordered.order_by(Dimension.position, Dimension.uuid))
        query = select(*Statement.__table__.columns).where(Statement.uuid.in_(rated_statements()))
        statements = document.rows(query.order_by(Statement.number, Statement.uuid))
        places = {row.uuid: place for place, row in enumerate(dimensions)}
        values = tuple(row.value for row in levels)
        return Instrument(
            used.name,
            tuple(LevelEntry(row.value, _level_name(document, row.value, row.name, row.key)) for row in levels),
            tuple(
                DimensionEntry(
                    uuid=row.uuid,
                    key=row.key,
                    number=place + 1,
                    name=worded(document, row.name, f"dimension.{row.key}.name"),
                    pillar=row.pillar,
                    pillar_name=phrases(document).get(f"pillar.{row.pillar}.name") or row.pillar,
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
                    cues=_cues(document, row.uuid, row.key, values),
                )
                for row in statements
            ),
        )


def rated_statements() -> Select[str]:
    """The uuids of the statements that are rated: those of the instrument in use, without what was left out."""
    query = select(Statement.uuid).join(Dimension, Statement.dimension == Dimension.uuid)
    return query.where(Dimension.instrument == in_use(), Statement.left_out.is_(False))


def in_use() -> ScalarSelect[str]:
    """The instrument in use; of two that copies edited apart brought together, always the same one."""
    return select(Kept.uuid).order_by(Kept.in_use.desc(), Kept.uuid).limit(1).scalar_subquery()


def cue_key(statement: str, level: int) -> str:
    """The key of the words that say what a level looks like for a statement of the workshop's own (its uuid)."""
    return f"statement.{statement}.cue{level}"


def _level_name(document: Document, value: int, name: str, key: str) -> Words:
    return worded(document, name, f"level.{key}.label") if name or key else message("Level {n}", n=value)


def _cues(document: Document, uuid: str, key: str, values: tuple[int, ...]) -> tuple[Cue, ...]:
    words = phrases(document)
    own = {value: words.get(cue_key(uuid, value)) for value in values}
    if not any(own.values()):
        own = {value: words.get(f"statement.{key}.cue{value}") for value in values}
    found = own.items()
    return tuple(Cue(value, text) for value, text in found if text is not None)
