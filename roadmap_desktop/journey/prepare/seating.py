"""Prepare, what can be done at the tables: people sit elsewhere, change places, stay; tables come, go, are named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from roadmap_desktop.journey.prepare.tables import Seated, TableCard, tables
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def sit(document: Document, person: str, table: str) -> None:
    """Gives a person another table, or none (empty); whoever has none does not stay anywhere.

    Raises:
        Refused: the person or the table is gone.
    """
    found = _person(document, person)
    label: Words = message("Took {name} from the table", name=found.name)
    if table:
        label = message("Moved {name} to {table}", name=found.name, table=_table(document, table).name)
    with document.change(label) as session:
        row = session.get_one(Participant, person)
        row.table = table or None
        row.pinned = row.pinned and bool(table)


def swap(document: Document, one: str, other: str) -> None:
    """Lets two people change places.

    Raises:
        Refused: one of them is gone.
    """
    first, second = _person(document, one), _person(document, other)
    with document.change(message("{one} and {other} changed places", one=first.name, other=second.name)) as session:
        here, there = session.get_one(Participant, one), session.get_one(Participant, other)
        here.table, there.table = there.table, here.table
        for row in (here, there):
            row.pinned = row.pinned and row.table is not None


def pin(document: Document, person: str, *, pinned: bool) -> None:
    """Lets a person stay at the table whenever people are balanced over tables, or no longer.

    Raises:
        Refused: the person is gone, or has no table to stay at.
    """
    found = _person(document, person)
    if pinned and tables(document).table_of(person) is None:
        raise Refused(
            message("{name} has no table yet.", name=found.name), message("Give them one, then let them stay.")
        )
    label = message("{name} stays at the table", name=found.name)
    if not pinned:
        label = message("{name} may move to another table", name=found.name)
    with document.change(label) as session:
        session.get_one(Participant, person).pinned = pinned


def add_table(document: Document) -> str:
    """Puts one more table into the room, named by the next number, and gives its uuid."""
    name = next(new_names(document))
    with document.change(message("Added {name}", name=name)) as session:
        made = Table(name=name, position=next_position(session))
        session.add(made)
    return made.uuid


def name_table(document: Document, table: str, text: str) -> None:
    """Names a table.

    Raises:
        Refused: no name, one that another table has, or the table is gone.
    """
    found = _table(document, table)
    name = required(text, message("A table needs a name."), message("Type one; a number is enough."), field="name")
    if any(each.name.casefold() == name.casefold() for each in tables(document).tables if each.uuid != table):
        raise Refused(message("There is a {name} already.", name=name), message("Choose another name."))
    with document.change(message("Named {name}", name=name), fold=f"table:{table}") as session:
        session.get_one(Table, found.uuid).name = name


def remove_table(document: Document, table: str) -> None:
    """Takes a table out of the room.

    Raises:
        Refused: people sit there, or the table gave answers.
    """
    found = _table(document, table)
    if found.people:
        raise Refused(message("People sit at {table}.", table=found.name), message("Move them to other tables first."))
    with document.read():
        answered = any(
            document.rows(select(func.count()).where(column == table))[0][0] for column in (Rating.table, Score.table)
        )
    if answered:
        raise Refused(message("{table} gave answers.", table=found.name), message("Keep it, so that they count."))
    with document.change(message("Removed {name}", name=found.name)) as session:
        session.delete(session.get_one(Table, table))


def new_names(document: Document) -> Iterator[str]:
    """Names for more tables, by the numbers that are free, in the language of the room."""
    spoken = Language(workshop(document).language)
    taken = {each.name.casefold() for each in tables(document).tables}
    names = (spoken.say(message("Table {n}", n=number)) for number in count(1))
    return (name for name in names if name.casefold() not in taken)


def next_position(session: Session) -> int:
    """The place behind the last table."""
    return int(session.scalar(select(func.coalesce(func.max(Table.position), -1))) or 0) + 1


def _person(document: Document, uuid: str) -> Seated:
    for each in tables(document).people:
        if each.uuid == uuid:
            return each
    raise Refused(message("This person is no longer in the list."), message("Add them again, or undo."))


def _table(document: Document, uuid: str) -> TableCard:
    for each in tables(document).tables:
        if each.uuid == uuid:
            return each
    raise Refused(message("This table is no longer in the room."), message("Add it again, or undo."))
