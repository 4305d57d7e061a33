"""Prepare, the tables of the room: who sits together, and whose voice a table lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.rules.seating import TEACHER
from roadmap_desktop.store.document import Document

KINDS = ("participant", "room_table", "school", "wording")
VOICES: tuple[tuple[str, Words], ...] = (
    (TEACHER, message("no teacher")),
    ("family", message("no parent")),
    ("student", message("no student")),
)
"""Whom a table misses when nobody speaks for them there, the most needed first."""


@dataclass(frozen=True, slots=True)
class Seated:
    """A person at a table, with the place in the list.

    ``came_from`` is the table they sit at before a balance that is only shown.
    """

    uuid: str
    name: str
    perspective: str
    perspective_words: Words
    school: str
    pinned: bool
    place: int
    came_from: Words = ""


@dataclass(frozen=True, slots=True)
class TableCard:
    """A table and the people at it, in the order of the list."""

    uuid: str
    name: str
    people: tuple[Seated, ...]

    @property
    def lacks_teacher(self) -> bool:
        """Whether people sit here and none of them teaches."""
        return bool(self.people) and all(each.perspective != TEACHER for each in self.people)

    @property
    def absent(self) -> tuple[Words, ...]:
        """Whose voice is missing; nobody's at a table where nobody sits."""
        there = {each.perspective for each in self.people}
        return tuple(words for voice, words in VOICES if voice not in there) if self.people else ()


@dataclass(frozen=True, slots=True)
class TablesPicture:
    """The tables in order, and the people who have none."""

    tables: tuple[TableCard, ...]
    waiting: tuple[Seated, ...]

    @property
    def people(self) -> tuple[Seated, ...]:
        """Everybody, table by table."""
        return tuple(each for card in self.tables for each in card.people) + self.waiting

    def table_of(self, uuid: str) -> TableCard | None:
        """The table at which that person sits."""
        return next((card for card in self.tables if any(each.uuid == uuid for each in card.people)), None)


def tables(document: Document) -> TablesPicture:
    """Who sits at which table."""
    return document.remembered("tables", KINDS, lambda: _tables(document))


def without_teacher(cards: Iterable[TableCard]) -> tuple[str, ...]:
    """The names of the tables at which people sit and no teacher is among them."""
    return tuple(card.name for card in cards if card.lacks_teacher)


def _tables(document: Document) -> TablesPicture:
    person = Participant
    query = (
        select(
            person.uuid,
            person.name,
            person.perspective,
            person.table,
            person.pinned,
            func.coalesce(School.name, "").label("school"),
        )
        .outerjoin(School, School.uuid == person.school)
        .order_by(person.position, person.name)
    )
    with document.read():
        rows = document.rows(query)
        found = document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.name))
        words = {key: worded(document, "", f"perspective.{key}.name") for key in perspective_keys()}
    at: dict[str, list[Seated]] = {}
    for place, row in enumerate(rows):
        perspective = words.get(row.perspective, "")
        seated = Seated(row.uuid, row.name, row.perspective, perspective, row.school, row.pinned, place)
        at.setdefault(row.table or "", []).append(seated)
    cards = tuple(TableCard(each.uuid, each.name, tuple(at.get(each.uuid, ()))) for each in found)
    return TablesPicture(cards, tuple(at.get("", ())))
