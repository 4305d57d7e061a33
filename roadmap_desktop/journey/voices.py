"""In whose name something is said: a person's, a table's, or the whole room's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, select

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document


class VoiceKind(StrEnum):
    """Who speaks; the room is a show of hands where answers are rated, and one voice where use cases are scored."""

    PERSON = "person"
    TABLE = "table"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks: the uuid of a participant or a table; none for the room."""

    kind: VoiceKind
    uuid: str = ""


ROOM = Who(VoiceKind.ROOM)


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who can speak, what is known about her, and how much she has given."""

    who: Who
    name: Words
    about: Words
    given: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody who can speak."""

    people: tuple[Voice, ...]
    tables: tuple[Voice, ...]
    room: Voice

    def of(self, kind: VoiceKind) -> tuple[Voice, ...]:
        """Those of a kind, in the room's order."""
        return {VoiceKind.PERSON: self.people, VoiceKind.TABLE: self.tables, VoiceKind.ROOM: (self.room,)}[kind]

    @property
    def spoke(self) -> int:
        """How many gave anything."""
        return sum(each.given > 0 for each in (*self.people, *self.tables, self.room))


def voices(document: Document, given: Mapping[str, int], room: Voice) -> Voices:
    """Everybody who can speak; ``given`` counts by the uuids of people and tables."""
    seats = select(Participant.uuid, Participant.name, Participant.perspective, Table.name.label("seat"))
    seated = seats.outerjoin(Table, Participant.table == Table.uuid)
    tables = select(Table.uuid, Table.name).order_by(Table.position, Table.uuid)
    return Voices(
        people=tuple(
            Voice(
                Who(VoiceKind.PERSON, row.uuid),
                row.name,
                _about(worded(document, "", f"perspective.{row.perspective}.name"), row.perspective, row.seat),
                given.get(row.uuid, 0),
            )
            for row in document.rows(seated.order_by(Participant.position, Participant.uuid))
        ),
        tables=tuple(
            Voice(Who(VoiceKind.TABLE, row.uuid), row.name, "", given.get(row.uuid, 0)) for row in document.rows(tables)
        ),
        room=room,
    )


def voice_name(document: Document, who: Who, room: Words, remedy: Words) -> Words:
    """The name of a person or table; for the room the one given.

    Raises:
        Refused: there is no such person or table any more; with the remedy given.
    """
    if who.kind is VoiceKind.ROOM:
        return room
    kind = Participant if who.kind is VoiceKind.PERSON else Table
    rows = document.rows(select(kind.name).where(kind.uuid == who.uuid))
    if not rows:
        raise Refused(message("This person or table is no longer in the workshop."), remedy, field="who")
    return rows[0][0]


def said_by(kind: type[Rating | Score], who: Who) -> tuple[ColumnElement[bool], ...]:
    """The conditions that single out what a person, a table or the room has said."""
    match who.kind:
        case VoiceKind.PERSON:
            return (kind.participant == who.uuid,)
        case VoiceKind.TABLE:
            return (kind.table == who.uuid,)
    nobody = (kind.participant.is_(None), kind.table.is_(None))
    return (*nobody, Rating.respondent.is_(None)) if kind is Rating else nobody


def _about(perspective: Words, key: str, seat: str | None) -> Words:
    if key and seat:
        return message("{perspective}, {table}", perspective=perspective, table=seat)
    return perspective if key else (seat or "")
