"""Who scores: a person, a table, or the room as one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute


class ScorerKind(StrEnum):
    """In whose name a score is given."""

    PERSON = "person"
    TABLE = "table"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Who:
    """Who scores: the uuid of a participant or a table; none for the room."""

    kind: ScorerKind
    uuid: str = ""


ROOM = Who(ScorerKind.ROOM)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Someone who can score, where she sits, and how many scores she has given."""

    who: Who
    name: Words
    about: Words
    given: int


@dataclass(frozen=True, slots=True)
class Scorers:
    """Everybody who can score; ``scored`` counts those who gave at least one score."""

    people: tuple[Scorer, ...]
    tables: tuple[Scorer, ...]
    room: Scorer

    def of(self, kind: ScorerKind) -> tuple[Scorer, ...]:
        """Those of a kind, in the room's order."""
        found = {ScorerKind.PERSON: self.people, ScorerKind.TABLE: self.tables, ScorerKind.ROOM: (self.room,)}
        return found[kind]

    @property
    def scored(self) -> int:
        """How many gave at least one score."""
        return sum(each.given > 0 for each in (*self.people, *self.tables, self.room))


def scorers(document: Document) -> Scorers:
    """Everybody who can score."""
    with document.read():
        people, tables = _given(document, Score.participant), _given(document, Score.table)
        query = select(func.count()).where(Score.participant.is_(None), Score.table.is_(None))
        room = int(document.rows(query)[0][0])
        seated = select(Participant.uuid, Participant.name, Table.name.label("seat"))
        seated = seated.outerjoin(Table, Participant.table == Table.uuid)
        return Scorers(
            people=tuple(
                Scorer(Who(ScorerKind.PERSON, row.uuid), row.name, row.seat or "", people.get(row.uuid, 0))
                for row in document.rows(seated.order_by(Participant.position, Participant.uuid))
            ),
            tables=tuple(
                Scorer(Who(ScorerKind.TABLE, row.uuid), row.name, "", tables.get(row.uuid, 0))
                for row in document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.uuid))
            ),
            room=Scorer(ROOM, message("The room"), "", room),
        )


def scorer_name(document: Document, who: Who) -> Words:
    """The name of a person or table.

    Raises:
        Refused: there is no such person or table any more.
    """
    if who.kind is ScorerKind.ROOM:
        return message("the room")
    kind = Participant if who.kind is ScorerKind.PERSON else Table
    rows = document.rows(select(kind.name).where(kind.uuid == who.uuid))
    if not rows:
        raise Refused(
            message("This person or table is no longer in the workshop."), message("Choose who scores once more.")
        )
    return rows[0][0]


def _given(document: Document, by: InstrumentedAttribute[Any]) -> dict[str, int]:
    query = select(by, func.count()).where(by.is_not(None)).group_by(by)
    return {row[0]: row[1] for row in document.rows(query)}
