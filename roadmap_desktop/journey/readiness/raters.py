"""Who rates: a person, a table, or the room by a show of hands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute


class RaterKind(StrEnum):
    """In whose name an answer is given."""

    PERSON = "person"
    TABLE = "table"
    HANDS = "hands"


@dataclass(frozen=True, slots=True)
class Who:
    """Who rates: the uuid of a participant or a table; none for a show of hands."""

    kind: RaterKind
    uuid: str = ""


HANDS = Who(RaterKind.HANDS)


@dataclass(frozen=True, slots=True)
class Rater:
    """Someone who can rate, and how many statements she has answered in the present round."""

    who: Who
    name: Words
    about: Words
    answered: int


@dataclass(frozen=True, slots=True)
class Raters:
    """Everybody who can rate, of how many statements, and the present round."""

    people: tuple[Rater, ...]
    tables: tuple[Rater, ...]
    hands: Rater
    statements: int
    round: int

    def of(self, kind: RaterKind) -> tuple[Rater, ...]:
        """Those of a kind, in the room's order."""
        return {RaterKind.PERSON: self.people, RaterKind.TABLE: self.tables, RaterKind.HANDS: (self.hands,)}[kind]


def raters(document: Document) -> Raters:
    """Everybody who can rate."""
    with document.read():
        present = present_round(document)
        people = _answered(document, Rating.participant, present)
        tables = _answered(document, Rating.table, present)
        hands = _answered(document, Rating.way, present, Rating.participant.is_(None), Rating.table.is_(None))
        seats = select(Participant.uuid, Participant.name, Participant.perspective, Table.name.label("seat"))
        seated = seats.outerjoin(Table, Participant.table == Table.uuid)
        return Raters(
            people=tuple(
                Rater(
                    Who(RaterKind.PERSON, row.uuid),
                    row.name,
                    _about(worded(document, "", f"perspective.{row.perspective}.name"), row.perspective, row.seat),
                    people.get(row.uuid, 0),
                )
                for row in document.rows(seated.order_by(Participant.position, Participant.uuid))
            ),
            tables=tuple(
                Rater(Who(RaterKind.TABLE, row.uuid), row.name, "", tables.get(row.uuid, 0))
                for row in document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.uuid))
            ),
            hands=Rater(HANDS, message("Show of hands"), "", sum(hands.values())),
            statements=len(instrument(document).statements),
            round=present,
        )


def present_round(document: Document) -> int:
    """The round in which the room rates now, from 1."""
    return document.rows(select(Workshop.rating_round))[0][0]


def rater_name(document: Document, who: Who) -> Words:
    """The name of a person or table.

    Raises:
        Refused: there is no such person or table any more.
    """
    if who.kind is RaterKind.HANDS:
        return message("Show of hands")
    kind = Participant if who.kind is RaterKind.PERSON else Table
    rows = document.rows(select(kind.name).where(kind.uuid == who.uuid))
    if not rows:
        raise Refused(
            message("This person or table is no longer in the workshop."),
            message("Choose who rates once more."),
            field="who",
        )
    return rows[0][0]


def _answered(
    document: Document, by: InstrumentedAttribute[Any], present: int, *where: ColumnElement[bool]
) -> dict[str | None, int]:
    query = select(by, func.count(Rating.statement.distinct())).join(Statement, Rating.statement == Statement.uuid)
    rows = document.rows(query.where(Rating.round == present, Statement.left_out.is_(False), *where).group_by(by))
    return {row[0]: row[1] for row in rows}


def _about(perspective: Words, key: str, seat: str | None) -> Words:
    if key and seat:
        return message("{perspective}, {table}", perspective=perspective, table=seat)
    return perspective if key else (seat or "")
