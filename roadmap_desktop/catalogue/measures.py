"""Figures with a side: the target of an outcome, the threshold of an indicator, and the units they are in."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue.fields import Fields
from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.language import Phrase


class Direction(StrEnum):
    """Which side of the figure counts: for a target the wanted side, for a threshold the side that triggers."""

    UP = "up"
    DOWN = "down"


class Compared(StrEnum):
    """Whether the figure is what was measured (level) or how far it moved from the baseline (change)."""

    LEVEL = "level"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure, never negative, in ``unit``; where ``strict``, reaching it exactly does not count yet.

    "At least 70 percent" is 70 up level; "a quarter fewer" is 25 percent down change; "under 2 percent" is strict.
    """

    value: float
    unit: str
    direction: Direction
    compared: Compared
    strict: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts: the word after one, and after any other number."""

    key: str
    one: Phrase
    many: Phrase


@lru_cache
def units(folder: Path | None = None) -> tuple[Unit, ...]:
    """The units that targets and thresholds of the catalogue are in."""
    with Subject("measures", folder) as subject:
        return subject.each("unit", _unit)


def limit(fields: Fields, folder: Path | None) -> Limit:
    """The figure that a table holds."""
    return Limit(
        value=fields.number("value"),
        unit=fields.one_of("unit", [unit.key for unit in units(folder)]),
        direction=fields.choice("direction", Direction),
        compared=fields.choice("compared", Compared),
        strict=fields.flag("strict"),
    )


def _unit(record: Record) -> Unit:
    return Unit(record.key, record.phrase("one"), record.phrase("many"))
