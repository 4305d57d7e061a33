"""The readiness instrument: levels, pillars, dimensions, statements and the floors that hold pilots back."""

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path

from roadmap_desktop.catalogue.fields import Fields
from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.terms import Term, term
from roadmap_desktop.language import Phrase
from roadmap_desktop.rules.readiness import FloorWhen


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the ladder; ``value`` is its number on paper and screen."""

    key: str
    value: int
    label: Phrase
    description: Phrase


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of statements within a pillar."""

    key: str
    pillar: str
    name: Phrase
    sentence: Phrase


@dataclass(frozen=True, slots=True)
class Floor:
    """The least level the room must reach before such a pilot starts."""

    value: int
    when: FloorWhen


@dataclass(frozen=True, slots=True)
class Cue:
    """What one level looks like for one statement."""

    level: int
    text: Phrase


@dataclass(frozen=True, slots=True)
class Statement:
    """One line to rate; ``answered_by`` holds the perspectives that can know, those who know best first."""

    key: str
    number: int
    dimension: str
    answered_by: tuple[str, ...]
    floor: Floor | None
    text: Phrase
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A whole readiness assessment, in the order in which it is asked; ``minutes`` to rate it alone."""

    key: str
    name: Phrase
    minutes: int
    levels: tuple[Level, ...]
    pillars: tuple[Term, ...]
    dimensions: tuple[Dimension, ...]
    statements: tuple[Statement, ...]


@lru_cache
def instrument(folder: Path | None = None) -> Instrument:
    """The instrument named core; ``BadRecord`` where a record is wrong."""
    with Subject("readiness", folder) as subject:
        levels = _ladder(subject)
        pillars = subject.each("pillar", term)
        dimensions = subject.each("dimension", partial(_dimension, pillars=tuple(pillar.key for pillar in pillars)))
        build = partial(
            _statement,
            dimensions=tuple(dimension.key for dimension in dimensions),
            levels=tuple(level.value for level in levels),
            perspectives=perspective_keys(folder),
        )
        statements = _in_sequence(subject, subject.each("statement", build))
        return subject.each("instrument", partial(_instrument, parts=(levels, pillars, dimensions, statements)))[0]


def _instrument(
    record: Record,
    parts: tuple[tuple[Level, ...], tuple[Term, ...], tuple[Dimension, ...], tuple[Statement, ...]],
) -> Instrument:
    return Instrument(record.key, record.phrase("name"), record.whole("minutes", least=1), *parts)


def _ladder(subject: Subject) -> tuple[Level, ...]:
    levels = subject.each("level", _level)
    for below, level in pairwise(levels):
        if level.value <= below.value:
            raise subject.wrong(f"level.{level.key}", f"'value' must be more than {below.value}, the level before")
    return levels


def _level(record: Record) -> Level:
    return Level(record.key, record.whole("value"), record.phrase("label"), record.phrase("description"))


def _dimension(record: Record, pillars: tuple[str, ...]) -> Dimension:
    pillar = record.one_of("pillar", pillars)
    return Dimension(record.key, pillar, record.phrase("name"), record.phrase("sentence"))


def _statement(
    record: Record, dimensions: tuple[str, ...], levels: tuple[int, ...], perspectives: tuple[str, ...]
) -> Statement:
    return Statement(
        key=record.key,
        number=record.whole("number", least=1),
        dimension=record.one_of("dimension", dimensions),
        answered_by=record.some_of("answered_by", perspectives),
        floor=_floor(record.part("floor"), levels) if record.has("floor") else None,
        text=record.phrase("text"),
        cues=tuple(Cue(level, record.phrase(f"cue{level}")) for level in levels[::2]),
    )


def _floor(fields: Fields, levels: tuple[int, ...]) -> Floor:
    value = fields.whole("value")
    if value not in levels:
        raise fields.wrong(f"'value' is {value}, which is not one of the levels {levels[0]} to {levels[-1]}")
    return Floor(value, fields.choice("when", FloorWhen))


def _in_sequence(subject: Subject, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    for number, statement in enumerate(statements, start=1):
        if statement.number != number:
            raise subject.wrong(f"statement.{statement.key}", f"'number' must be {number}, its place in the file")
    return statements
