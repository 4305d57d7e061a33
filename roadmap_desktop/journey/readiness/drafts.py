"""An instrument as it comes from outside, before it is taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelDraft:
    """A level: its own number, and its name where it has one."""

    value: int
    name: str


@dataclass(frozen=True, slots=True)
class DimensionDraft:
    """A group of statements; ``pillar`` is a key of ours or the instrument's own word, or empty."""

    key: str
    name: str
    pillar: str = ""


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """A statement; ``dimension`` is a place among the dimensions, a cue says what a level (its number) looks like.

    ``floor`` is the least level its pilots need, ``floor_when`` which pilots (rules.readiness.FloorWhen).
    """

    key: str
    text: str
    dimension: int
    cues: tuple[tuple[int, str], ...] = ()
    floor: int | None = None
    floor_when: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentDraft:
    """A whole instrument: two to seven levels from the lowest up, its statements in the order they are asked."""

    name: str
    levels: tuple[LevelDraft, ...]
    dimensions: tuple[DimensionDraft, ...]
    statements: tuple[StatementDraft, ...]
