"""Prepare, what can be done with the people in the room: added, changed, seated, taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.prepare.personfields import PersonField, matched_perspective, matched_school, named
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_participant(
    document: Document,
    name: str,
    *,
    role: str = "",
    perspective: str = "",
    table: str = "",
    school: str = "",
    origin: object | None = None,
) -> str:
    """Adds a person and gives the uuid; perspective by key or name, table by name (made when new), school by name.

    Raises:
        Refused: no name, or a perspective or school that there is not.
    """
    made = Participant(name=named(name), role=" ".join(role.split()))
    made.perspective = _perspective(document, perspective)
    made.school = _school(document, school)
    with document.change(message("Added {name}", name=made.name), origin=origin) as session:
        made.position = next_position(session)
        made.table = table_named(session, table)
        session.add(made)
    return made.uuid


def change_participant(
    document: Document,
    uuid: str,
    field: PersonField,
    text: str,
    *,
    keeps_tables: bool = False,
    origin: object | None = None,
) -> None:
    """Changes one field of a person to what was typed; a table that nobody sits at any more goes.

    While a table's name is typed, ``keeps_tables`` keeps the one that the person sat at.

    Raises:
        Refused: as add_participant does.
    """
    value = _value(document, field, text)
    name = _name(document, uuid)
    fold = f"participant.{field}:{uuid}"
    with document.change(message("Changed {name}", name=name), origin=origin, fold=fold) as session:
        kept = session.get_one(Participant, uuid)
        setattr(kept, field.value, table_named(session, text) if field is PersonField.TABLE else value)
        if field is PersonField.TABLE and not keeps_tables:
            session.flush()
            clear_tables(session)


def remove_participants(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes people out, with the answers they gave."""
    if not uuids:
        return
    label: Words = plural("Removed {n} person", "Removed {n} people", len(uuids))
    if len(uuids) == 1:
        label = message("Removed {name}", name=_name(document, uuids[0]))
    with document.change(label, origin=origin) as session:
        session.execute(delete(Participant).where(Participant.uuid.in_(uuids)))
        clear_tables(session)


def add_people(
    document: Document, people: Sequence[Mapping[PersonField, str]], *, origin: object | None = None
) -> tuple[str, ...]:
    """Adds people at once, in one step; gives the perspectives and schools that match none here and are left empty.

    Raises:
        Refused: a person without a name.
    """
    if not people:
        return ()
    words, schools = perspective_names(document), school_uuids(document)
    rows = [
        Participant(
            name=named(person.get(PersonField.NAME, "")),
            role=" ".join(person.get(PersonField.ROLE, "").split()),
            perspective=matched_perspective(person.get(PersonField.PERSPECTIVE, ""), words) or "",
            school=matched_school(person.get(PersonField.SCHOOL, ""), schools),
        )
        for person in people
    ]
    with document.change(plural("Added {n} person", "Added {n} people", len(rows)), origin=origin) as session:
        position = next_position(session)
        for place, (row, person) in enumerate(zip(rows, people, strict=True)):
            row.position = position + place
            row.table = table_named(session, person.get(PersonField.TABLE, ""))
            session.add(row)
    return tuple(_unmatched(people, rows))


def _unmatched(people: Sequence[Mapping[PersonField, str]], rows: Sequence[Participant]) -> Iterator[str]:
    for person, row in zip(people, rows, strict=True):
        for field, value in ((PersonField.PERSPECTIVE, row.perspective), (PersonField.SCHOOL, row.school)):
            text = person.get(field, "").strip()
            if text and not value:
                yield text


def _value(document: Document, field: PersonField, text: str) -> str | None:
    match field:
        case PersonField.NAME:
            return named(text)
        case PersonField.PERSPECTIVE:
            return _perspective(document, text)
        case PersonField.SCHOOL:
            return _school(document, text)
        case _:
            return " ".join(text.split())


def _perspective(document: Document, text: str) -> str:
    found = matched_perspective(text, perspective_names(document))
    if found is None:
        raise Refused(
            message("{text} is not one of the perspectives.", text=text.strip()),
            message("Choose one from the list, or leave it empty."),
            field=PersonField.PERSPECTIVE,
        )
    return found


def _school(document: Document, text: str) -> str | None:
    found = matched_school(text, school_uuids(document))
    if text.strip() and found is None:
        raise Refused(
            message("There is no school named {text}.", text=text.strip()),
            message("Choose one from the list, or add the school in the step before."),
            field=PersonField.SCHOOL,
        )
    return found


def perspective_names(document: Document) -> Mapping[str, tuple[str, ...]]:
    """The names of each perspective, by its key, in every language there is."""
    found = phrases(document)
    return {
        key: tuple(text for _, text in phrase.texts)
        for key in perspective_keys()
        if (phrase := found.get(f"perspective.{key}.name"))
    }


def school_uuids(document: Document) -> Mapping[str, str]:
    """The schools by their names."""
    return {row.name: row.uuid for row in document.rows(select(School.name, School.uuid))}


def _name(document: Document, uuid: str) -> str:
    found = document.rows(select(Participant.name).where(Participant.uuid == uuid))
    if not found:
        raise Refused(message("This person is no longer in the list."), message("Add them again, or undo."))
    return str(found[0].name)


def table_named(session: Session, text: str) -> str | None:
    """The uuid of the table of that name, which is made where there is none; None for no name."""
    name = " ".join(text.split())
    if not name:
        return None
    for table in session.scalars(select(Table)):
        if table.name.casefold() == name.casefold():
            return table.uuid
    made = Table(name=name, position=int(session.scalar(select(func.count()).select_from(Table)) or 0))
    session.add(made)
    session.flush()
    return made.uuid


def clear_tables(session: Session) -> None:
    """Takes away the tables at which nobody sits and that gave no answers."""
    used = select(Participant.table).union(select(Rating.table), select(Score.table)).subquery()
    session.execute(delete(Table).where(Table.uuid.not_in(select(used.c[0]).where(used.c[0].is_not(None)))))


def next_position(session: Session) -> int:
    """The place behind the last person."""
    return int(session.scalar(select(func.coalesce(func.max(Participant.position), -1))) or 0) + 1
