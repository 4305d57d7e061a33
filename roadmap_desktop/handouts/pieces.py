"""What a handout is made of: pieces with already said words, nothing about how they are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from roadmap_desktop.handouts.sheet import Turn
from roadmap_desktop.handouts.shown import Lanes, Profile
from roadmap_desktop.tokens import PAPER_BODY


class Role(StrEnum):
    """What a piece is to the reader; its looks and its tag follow from it."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    LEAD = "lead"
    SIGN = "sign"
    BODY = "body"
    NOTE = "note"
    TABLE = "table"
    FIGURE = "figure"
    LIST = "list"
    FIELD = "field"
    GROUP = "group"
    ARTIFACT = "artifact"


class Mark(StrEnum):
    """A mark in front of words, drawn as a shape; NUMBER counts the items of its list.

    CIRCLE is large enough for a pen to tick, WRITE for a number to be written in.
    """

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    BOX = "box"
    HALF = "half"
    TICKED = "ticked"
    CROSSED = "crossed"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    WRITE = "write"


class Cells(StrEnum):
    """How the cells of a column are set; HEAD cells name their row."""

    TEXT = "text"
    STRONG = "strong"
    HEAD = "head"
    NUMBER = "number"
    NOTE = "note"


class Shape(StrEnum):
    """What an artifact draws; a crown is the thick rule above a column."""

    HAIRLINE = "hairline"
    CROWN = "crown"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold inside a line."""

    words: str


Line: TypeAlias = "str | Strong | tuple[str | Strong, ...]"
"""Words of one paragraph; a newline inside begins a new line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a handout.

    ``origin`` is a key that stays the same as long as the piece stands for the same thing and occurs once
    in a handout. ``language`` is empty where it is the handout's. ``alternative`` is read in place of what
    is drawn.
    """

    origin: str
    role: Role = field(default=Role.GROUP, kw_only=True)
    language: str = field(default="", kw_only=True)
    alternative: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Heading(Piece):
    """A title, heading or subheading; it stays with what follows."""

    words: str
    role: Role = field(default=Role.HEADING, kw_only=True)


@dataclass(frozen=True, slots=True)
class Text(Piece):
    """A paragraph: body, subtitle, lead, or a note under what it explains."""

    words: Line
    role: Role = field(default=Role.BODY, kw_only=True)


@dataclass(frozen=True, slots=True)
class Item:
    """Words with a mark: of a list, or in a cell."""

    words: Line
    mark: Mark = Mark.NONE


Cell: TypeAlias = "Line | Item"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``share`` is its part of the width that is left; 0 is as wide as its words need."""

    heading: str = ""
    cells: Cells = Cells.TEXT
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Table(Piece):
    """Rows under headings, which repeat on the next page; each row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    role: Role = field(default=Role.TABLE, kw_only=True)

    def __post_init__(self) -> None:
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.origin}: a row has more or fewer cells than there are columns")


@dataclass(frozen=True, slots=True)
class Figure(Piece):
    """A drawing; its alternative text says in a sentence or two what it shows."""

    shows: Profile | Lanes
    role: Role = field(default=Role.FIGURE, kw_only=True)

    def __post_init__(self) -> None:
        if not self.alternative:
            raise ValueError(f"figure {self.origin}: it needs an alternative text")


@dataclass(frozen=True, slots=True)
class ListOf(Piece):
    """A list; its items carry their marks."""

    items: tuple[Item, ...]
    role: Role = field(default=Role.LIST, kw_only=True)


@dataclass(frozen=True, slots=True)
class Field(Piece):
    """A place to write: a label over ``lines`` lines with what is known, or options to tick.

    ``value`` is what is written there already; with options, the one that is ticked.
    """

    label: str
    value: str = ""
    lines: int = 1
    options: tuple[str, ...] = ()
    role: Role = field(default=Role.FIELD, kw_only=True)


@dataclass(frozen=True, slots=True)
class Columns(Piece):
    """Pieces side by side, read column by column; ``shares`` are their parts of the width, equal if empty."""

    columns: tuple[tuple[Piece, ...], ...]
    shares: tuple[float, ...] = ()
    gap: float = 16.0

    def __post_init__(self) -> None:
        if not self.columns or (self.shares and len(self.shares) != len(self.columns)):
            raise ValueError(f"columns {self.origin}: a share is missing or too many")


@dataclass(frozen=True, slots=True)
class Keep(Piece):
    """Pieces that stay on one page where they fit on one."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Artifact(Piece):
    """A rule or a gap: says nothing and is passed over by a screen reader. ``height`` is a gap's, in points."""

    shape: Shape = Shape.HAIRLINE
    height: float = 8.0
    role: Role = field(default=Role.ARTIFACT, kw_only=True)


@dataclass(frozen=True, slots=True)
class PageBreak(Piece):
    """What follows begins on a new page; nothing happens at the top of a page or at the end."""

    role: Role = field(default=Role.ARTIFACT, kw_only=True)


@dataclass(frozen=True, slots=True)
class Handout:
    """One document to print.

    ``kicker`` is the small line above the title, repeated at the head of later pages. ``title`` says what the
    document is, in the footer beside ``district`` and in the window's title. A sample says so on every page.
    ``body`` is the size of its text in points where it stands among others in one file.
    """

    code: str
    kicker: str
    title: str
    district: str
    made: date
    pieces: tuple[Piece, ...]
    language: str = "en"
    sample: bool = field(default=False, kw_only=True)
    body: float = field(default=PAPER_BODY, kw_only=True)
    turn: Turn = field(default=Turn.UPRIGHT, kw_only=True)

    def __post_init__(self) -> None:
        pieces = list(every_piece(self.pieces))
        twice = {origin for origin, times in Counter(piece.origin for piece in pieces).items() if times > 1}
        if twice:
            raise ValueError(f"handout {self.code}: origins used twice: {', '.join(sorted(twice))}")
        _check_levels(self.code, [piece for piece in pieces if isinstance(piece, Heading)])


HEADING_LEVELS = {Role.SIGN: 1, Role.TITLE: 1, Role.HEADING: 2, Role.SUBHEADING: 3}
"""How deep each kind of heading lies in the outline."""


def every_piece(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Each piece in reading order, the ones inside columns and keeps after their holder."""
    for piece in pieces:
        yield piece
        if isinstance(piece, Keep):
            yield from every_piece(piece.pieces)
        elif isinstance(piece, Columns):
            for column in piece.columns:
                yield from every_piece(column)


def _check_levels(code: str, headings: list[Heading]) -> None:
    """An outline starts with the title and skips no level, or a screen reader's reader gets lost."""
    before = 0
    for heading in headings:
        level = HEADING_LEVELS.get(heading.role)
        if level is None or level > before + 1:
            raise ValueError(f"handout {code}: heading {heading.origin} skips a level")
        before = level
