"""An instrument and answers as they come from outside, before they are taken."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.language import Words
from roadmap_desktop.rules.readiness import Answer


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


COUNTED, BY_ANSWERS = "count", "answers"
"""How an identity begins that two exports can share: a number that counts rows; nothing but the answers."""


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """What a column of a form means: its heading, its role, and the uuid of the statement answered in it."""

    heading: str
    role: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class RespondentDraft:
    """One who answered a form: a participant by uuid, else somebody told apart by ``identity`` alone.

    ``answers`` hold the uuid of a statement and the number of a level or an answer that is no level, ``notes`` the
    uuid of a statement answered and what was said of it, ``comment`` what was said of no one statement.
    """

    where: Words
    person: str
    identity: tuple[str, ...]
    perspective: str
    table: str
    answers: tuple[tuple[str, int | Answer], ...]
    notes: tuple[tuple[str, str], ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form as exported: what tells it from other forms, its columns, and who answered it."""

    form: str
    columns: tuple[ColumnDraft, ...]
    respondents: tuple[RespondentDraft, ...]
