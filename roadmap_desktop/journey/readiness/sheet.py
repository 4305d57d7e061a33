"""The rating sheet: the statements with what a person, a table or the room has answered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.readiness.instrument import DimensionEntry, LevelEntry, StatementEntry, instrument
from roadmap_desktop.journey.readiness.raters import present_round, rater_name
from roadmap_desktop.journey.voices import VoiceKind, Who, said_by
from roadmap_desktop.language import Words
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.store.document import Document

KINDS = ("instrument", "level", "dimension", "statement", "wording", "rating", "participant", "room_table", "workshop")
"""The kinds of facts that the sheet shows."""


@dataclass(frozen=True, slots=True)
class Hands:
    """The hands counted on a statement, by the number of a level or an answer that is no level."""

    counts: tuple[tuple[int | Answer, int], ...] = ()

    @property
    def total(self) -> int:
        """All hands."""
        return sum(hands for _, hands in self.counts)

    def of(self, answer: int | Answer) -> int:
        """The hands for one answer."""
        return dict(self.counts).get(answer, 0)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A statement, its answer in the present round with its note, and the one of the round before, if there was one."""

    entry: StatementEntry
    answer: int | Answer | None
    before: int | Answer | None
    hands: Hands
    note: str = ""

    @property
    def answered(self) -> bool:
        """Whether there is an answer in this round."""
        return self.answer is not None or self.hands.total > 0


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """All statements for one rater; ``size`` is for how many people a table speaks."""

    who: Who
    name: Words
    levels: tuple[LevelEntry, ...]
    dimensions: tuple[DimensionEntry, ...]
    rows: tuple[SheetRow, ...]
    answered: int
    size: int
    round: int


def rating_sheet(document: Document, who: Who) -> RatingSheet:
    """The sheet of a person, a table or the room.

    Raises:
        Refused: there is no such person or table any more.
    """
    with document.read():
        rated = instrument(document)
        present = present_round(document)
        hands = Rating.count.label("hands")
        query = select(Rating.statement, Rating.round, Rating.answer, Rating.level, hands, Rating.note)
        found = document.rows(query.where(Rating.round >= present - 1, *said_by(Rating, who)))
        name = rater_name(document, who)
    given: defaultdict[tuple[str, int], dict[int | Answer, int]] = defaultdict(dict)
    for row in found:
        answer: int | Answer = row.level if row.answer == Answer.LEVEL.value else Answer(row.answer)
        given[row.statement, row.round][answer] = row.hands
    notes = {row.statement: row.note for row in found if row.round == present}
    rows = tuple(
        _row(entry, who, given[entry.uuid, present], given[entry.uuid, present - 1], notes.get(entry.uuid, ""))
        for entry in rated.statements
    )
    answered = sum(row.answered for row in rows)
    sizes = [row.hands for row in found if row.round == present]
    size = max(sizes, default=1) if who.kind is VoiceKind.TABLE else 1
    return RatingSheet(who, name, rated.levels, rated.dimensions, rows, answered, size, present)


def _row(
    entry: StatementEntry, who: Who, now: dict[int | Answer, int], before: dict[int | Answer, int], note: str
) -> SheetRow:
    if who.kind is VoiceKind.ROOM:
        return SheetRow(entry, None, None, Hands(tuple(sorted(now.items(), key=_order))))
    return SheetRow(entry, next(iter(now), None), next(iter(before), None), Hands(), note)


def _order(each: tuple[int | Answer, int]) -> tuple[bool, str | int]:
    answer = each[0]
    return isinstance(answer, Answer), answer
