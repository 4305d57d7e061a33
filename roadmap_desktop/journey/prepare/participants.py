"""Prepare, the people in the room: who they are, what they stand for, and at which table they sit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.rules.seating import TEACHER
from roadmap_desktop.store.document import Document

KINDS = ("participant", "room_table", "school", "wording")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the room; perspective, table and school also in words, empty where not known."""

    uuid: str
    name: str
    role: str
    perspective: str
    perspective_words: Words
    table: str
    school: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table, how many people sit at it, and whether a teacher is among them."""

    uuid: str
    name: str
    people: int
    has_teacher: bool


@dataclass(frozen=True, slots=True)
class ParticipantsPicture:
    """The people in order, the tables, and which perspectives nobody in the room has."""

    rows: tuple[PersonRow, ...]
    tables: tuple[TableRow, ...]
    without_table: int
    without_perspective: int
    perspectives: tuple[tuple[str, Words], ...]
    schools: tuple[str, ...]
    absent: tuple[Words, ...]

    @property
    def without_teacher(self) -> tuple[str, ...]:
        """The tables at which no teacher sits."""
        return tuple(table.name for table in self.tables if table.people and not table.has_teacher)


def participants(document: Document) -> ParticipantsPicture:
    """Everybody in the room."""
    return document.remembered("participants", KINDS, lambda: _participants(document))


def _participants(document: Document) -> ParticipantsPicture:
    with document.read():
        people = document.rows(
            select(
                Participant.uuid,
                Participant.name,
                Participant.role,
                Participant.perspective,
                func.coalesce(Table.name, "").label("table"),
                func.coalesce(School.name, "").label("school"),
            )
            .outerjoin(Table, Table.uuid == Participant.table)
            .outerjoin(School, School.uuid == Participant.school)
            .order_by(Participant.position, Participant.name)
        )
        tables = document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.name))
        schools = document.rows(select(School.name).order_by(School.position, School.name))
        choices = tuple((key, worded(document, "", f"perspective.{key}.name")) for key in perspective_keys())
    words = dict(choices)
    rows = tuple(
        PersonRow(row.uuid, row.name, row.role, row.perspective, words.get(row.perspective, ""), row.table, row.school)
        for row in people
    )
    seated = Counter(row.table for row in rows)
    taught = {row.table for row in rows if row.perspective == TEACHER}
    there = {row.perspective for row in rows}
    return ParticipantsPicture(
        rows=rows,
        tables=tuple(TableRow(each.uuid, each.name, seated[each.name], each.name in taught) for each in tables),
        without_table=seated[""],
        without_perspective=sum(not row.perspective for row in rows),
        perspectives=choices,
        schools=tuple(dict.fromkeys(row.name for row in schools)),
        absent=tuple(name for key, name in choices if key not in there),
    )
