"""The picture of readiness: what the room thinks of each statement and dimension, where it is split, what blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap_desktop.journey.readiness import answers as given
from roadmap_desktop.journey.readiness import instrument as instruments
from roadmap_desktop.journey.readiness.instrument import DimensionEntry, LevelEntry, StatementEntry
from roadmap_desktop.language import Words
from roadmap_desktop.rules.readiness import (
    FloorWhen,
    Spread,
    dimension_split,
    most_disputed,
    reached,
    statement_split,
)
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.tally import Tally

KINDS = given.KINDS
"""The kinds of facts that the picture shows."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What the room thinks of a statement; ``level`` is the one it has reached in full."""

    entry: StatementEntry
    spread: Spread
    level: int | None
    split: bool
    below_floor: bool


@dataclass(frozen=True, slots=True)
class DimensionLine:
    """What the room thinks of a dimension: a mark for each person, the spread of the marks.

    ``below_floor`` says that one of its statements keeps every pilot from starting; ``disputed`` is the place of its
    most disputed statement among the picture's statements.
    """

    entry: DimensionEntry
    spread: Spread
    marks: tuple[float, ...]
    split: bool
    below_floor: bool
    disputed: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A statement under its floor: the level reached (None: nobody could rate it), the level pilots of a kind need."""

    statement: str
    key: str
    number: int
    text: Words
    level: int | None
    needs: int
    when: FloorWhen


@dataclass(frozen=True, slots=True)
class ProfilePicture:
    """The room's readiness; ``round`` is the last one looked at, ``rounds`` the last one with an answer."""

    levels: tuple[LevelEntry, ...]
    dimensions: tuple[DimensionLine, ...]
    statements: tuple[StatementLine, ...]
    blocks: tuple[Block, ...]
    people: int
    round: int
    rounds: int

    @property
    def rated(self) -> bool:
        """Whether anybody gave any answer."""
        return any(line.spread.n or line.spread.dont_know or line.spread.not_applicable for line in self.statements)

    def dimension(self, uuid: str) -> DimensionLine | None:
        """The dimension with that uuid."""
        return next((line for line in self.dimensions if line.entry.uuid == uuid), None)

    def statement(self, uuid: str) -> StatementLine | None:
        """The statement with that uuid."""
        return next((line for line in self.statements if line.entry.uuid == uuid), None)

    def members(self, dimension: DimensionLine) -> tuple[StatementLine, ...]:
        """The statements of a dimension."""
        place = dimension.entry.number - 1
        return tuple(line for line in self.statements if line.entry.dimension == place)


def profile(document: Document, up_to_round: int | None = None) -> ProfilePicture:
    """The picture by the latest round of each statement, or by those up to a round."""
    return document.remembered(("profile", up_to_round), KINDS, lambda: _profile(document, up_to_round))


def blocks(document: Document, *, data_class: int, student_facing: bool) -> tuple[Block, ...]:
    """What keeps a pilot with that data class (0 public to 3 sensitive) from starting, by number of the statement."""
    found = []
    for line in profile(document).statements:
        floor = line.entry.floor
        if line.below_floor and floor and floor.concerns(data_class, student_facing=student_facing):
            found.append(_block(line))
    return tuple(found)


def tallied(document: Document, up_to_round: int | None = None) -> Tally:
    """The answers that count, and for how many people each stands."""
    from roadmap_desktop.rules.tally import tally

    def compute() -> Tally:
        room = given.roomful(document)
        return tally(room.answers, room.room, up_to_round)

    return document.remembered(("tallied", up_to_round), KINDS, compute)


def _profile(document: Document, up_to_round: int | None) -> ProfilePicture:
    from roadmap_desktop.rules import spread as spreads  # brings numpy, which a start without a picture spares

    with document.read():
        rated = instruments.instrument(document)
        room = given.roomful(document)
        tally = tallied(document, up_to_round)
        groups = spreads.dimension_groups(tally, room.groups()[1])
    found = zip(rated.statements, spreads.statement_spreads(tally), strict=True)
    lines = tuple(_statement_line(entry, spread, rated.values) for entry, spread in found)
    dimensions = []
    for entry, marks, group in zip(rated.dimensions, spreads.dimension_marks(tally), groups, strict=True):
        members = {place: line for place, line in enumerate(lines) if line.entry.dimension == entry.number - 1}
        spread = spreads.dimension_spread(marks, [line.spread for line in members.values()])
        medians = [each.median for each in group if each.median is not None]
        split = dimension_split(spread, rated.values, medians)
        dimensions.append(_dimension_line(entry, spread, marks, members, split=split))
    low = tuple(_block(line) for line in lines if line.below_floor)
    seen = room.rounds if up_to_round is None else up_to_round
    return ProfilePicture(
        rated.levels, tuple(dimensions), lines, low, len(room.perspectives), seen, room.rounds
    )  # fmt: skip


def _statement_line(entry: StatementEntry, spread: Spread, levels: tuple[int, ...]) -> StatementLine:
    below = entry.floor is not None and entry.floor.holds_back(spread.median)
    return StatementLine(entry, spread, reached(spread.median, levels), statement_split(spread), below)


def _dimension_line(
    entry: DimensionEntry,
    spread: Spread,
    marks: tuple[float, ...],
    members: dict[int, StatementLine],
    *,
    split: bool,
) -> DimensionLine:
    floors = (line.entry.floor for line in members.values() if line.below_floor and line.spread.n)
    return DimensionLine(
        entry,
        spread,
        marks,
        split=split,
        below_floor=any(floor and floor.when is FloorWhen.ANY for floor in floors),
        disputed=most_disputed((place, line.spread) for place, line in members.items()),
    )


def _block(line: StatementLine) -> Block:
    floor = line.entry.floor
    assert floor is not None
    return Block(
        line.entry.uuid, line.entry.key, line.entry.number, line.entry.text, line.level, floor.level, floor.when
    )
