"""Prepare, what can be done with the agenda: taken from a template, its items added, changed and moved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from roadmap_desktop.catalogue.agendas import AgendaEntry, ItemKind, agendas
from roadmap_desktop.catalogue.stages import Stage
from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.workshop import AgendaItem
from roadmap_desktop.rules.daycolumn import stepped
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_MINUTES = 600
"""The longest item, ten hours; a longer one is a slip of the pen."""
MOST_SESSIONS = 20


class ItemField(StrEnum):
    """The fields of an agenda item that a person can type into."""

    TITLE = "title"
    MINUTES = "minutes"
    STAGE = "stage"
    SESSION = "session"


def use_template(document: Document, key: str, *, origin: object | None = None) -> None:
    """Puts a template's items in the place of the agenda there is.

    Raises:
        Refused: there is no such template.
    """
    entry = next((each for each in agendas() if each.key == key), None)
    if entry is None:
        raise Refused(
            message("There is no agenda named {key}.", key=key), message("Choose one of those that are offered.")
        )
    with document.change(message("Took the agenda {name}", name=entry.name), origin=origin) as session:
        session.execute(delete(AgendaItem))
        session.add_all(_items(entry))


def add_item(
    document: Document, title: str, minutes: int = 15, *, after: str = "", origin: object | None = None
) -> str:
    """Adds an item after the one of that uuid (else at the end, in the last session) and gives its uuid.

    Raises:
        Refused: no title, or minutes that no item has.
    """
    made = AgendaItem(position=0, minutes=_minutes(str(minutes)), title=_title(title))
    with document.change(message("Added {name}", name=made.title), origin=origin) as session:
        rows = _ordered(session)
        place = next((number + 1 for number, row in enumerate(rows) if row.uuid == after), len(rows))
        if rows:
            made.session = rows[place - 1].session
        session.add(made)
        rows.insert(place, made)
        _number(rows)
    return made.uuid


def change_item(document: Document, uuid: str, field: ItemField, text: str, *, origin: object | None = None) -> None:
    """Changes one field of an item to what was typed; a stage can also be "break", in which the room rests.

    Raises:
        Refused: the text can't be what the field holds.
    """
    value = _value(field, text)
    name = _found(document, uuid).title
    with document.change(message("Changed {name}", name=name), origin=origin, fold=f"item.{field}:{uuid}") as session:
        item = session.get_one(AgendaItem, uuid)
        if field is ItemField.STAGE:
            item.kind = ItemKind.BREAK if value == ItemKind.BREAK else ItemKind.WORK
            value = "" if value == ItemKind.BREAK else value
        setattr(item, field.value, value)
        if field is ItemField.SESSION:
            session.flush()
            _number(_ordered(session))


def move_item(document: Document, uuid: str, by: int, *, origin: object | None = None) -> None:
    """Moves an item so many places down, or up where negative; over the edge of a session into the next one."""
    name = _found(document, uuid).title
    label = message("Moved {name} down", name=name) if by > 0 else message("Moved {name} up", name=name)
    with document.change(label, origin=origin, fold=f"item.move:{uuid}") as session:
        rows = _ordered(session)
        for _ in range(abs(by)):
            _step(rows, uuid, down=by > 0)
        _number(rows)


def place_item(document: Document, uuid: str, session: int, place: int, *, origin: object | None = None) -> None:
    """Puts an item at a place of a session, counted from 0 among the other items there; one step of undo.

    Raises:
        Refused: the item is gone.
    """
    label = message("Moved {name}", name=_found(document, uuid).title)
    with document.change(label, origin=origin) as opened:
        rows = _ordered(opened)
        moved = next(row for row in rows if row.uuid == uuid)
        rows.remove(moved)
        moved.session = session
        there = [row for row in rows if row.session == session]
        before = [row for row in rows if row.session < session] + there[:place]
        _number([*before, moved, *(row for row in rows if row not in before)])


def resize_item(document: Document, uuid: str, minutes: int, *, fold: bool = False) -> None:
    """Gives an item another length in minutes; with ``fold`` quick repeats are one step of undo.

    Raises:
        Refused: the item is gone, or no item takes so many minutes.
    """
    length = _minutes(str(minutes))
    label = message("Changed {name}", name=_found(document, uuid).title)
    with document.change(label, fold=f"item.length:{uuid}" if fold else "") as session:
        session.get_one(AgendaItem, uuid).minutes = length


def lengthen_item(document: Document, uuid: str, steps: int) -> None:
    """Makes an item so many steps of five minutes longer, or shorter where negative.

    Raises:
        Refused: the item is gone, or would be too long.
    """
    minutes = _found(document, uuid).minutes
    if (length := stepped(minutes, steps)) != minutes:
        resize_item(document, uuid, length, fold=True)


def remove_items(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes items off the agenda."""
    if uuids:
        label = plural("Removed {n} agenda item", "Removed {n} agenda items", len(uuids))
        with document.change(label, origin=origin) as session:
            session.execute(delete(AgendaItem).where(AgendaItem.uuid.in_(uuids)))
            _number(_ordered(session))


def _items(entry: AgendaEntry) -> list[AgendaItem]:
    numbered = ((number, item) for number, session in enumerate(entry.sessions, start=1) for item in session.items)
    return [
        AgendaItem(
            position=place,
            minutes=item.minutes,
            key=item.key,
            kind=item.kind,
            stage=item.stage or "",
            session=number,
        )
        for place, (number, item) in enumerate(numbered)
    ]


def _ordered(session: Session) -> list[AgendaItem]:
    query = select(AgendaItem).order_by(AgendaItem.session, AgendaItem.position)
    return list(session.scalars(query).all())


def _number(rows: list[AgendaItem]) -> None:
    for place, row in enumerate(rows):
        row.position = place


def _step(rows: list[AgendaItem], uuid: str, *, down: bool) -> None:
    place = next(number for number, row in enumerate(rows) if row.uuid == uuid)
    neighbour = place + (1 if down else -1)
    if not 0 <= neighbour < len(rows):
        return
    if rows[neighbour].session != rows[place].session:
        rows[place].session = rows[neighbour].session
    else:
        rows[place], rows[neighbour] = rows[neighbour], rows[place]


def _value(field: ItemField, text: str) -> str | int:
    match field:
        case ItemField.TITLE:
            return _title(text)
        case ItemField.MINUTES:
            return _minutes(text)
        case ItemField.SESSION:
            return _session(text)
        case ItemField.STAGE:
            return text if text in ("", ItemKind.BREAK) else Stage(text)


def _title(text: str) -> str:
    return required(
        text, message("An agenda item needs a title."), message("Type what the room does."), field=ItemField.TITLE
    )


def _minutes(text: str) -> int:
    minutes = int(text) if text.strip().isdecimal() else 0
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(
            message("{minutes} is not a number of minutes that an item can take.", minutes=text.strip()),
            message("Write whole minutes from 1 to {most}.", most=MOST_MINUTES),
            field=ItemField.MINUTES,
        )
    return minutes


def _session(text: str) -> int:
    number = int(text) if text.strip().isdecimal() else 0
    if not 1 <= number <= MOST_SESSIONS:
        raise Refused(
            message("{number} is not a session.", number=text.strip()),
            message("Count the sessions from 1 to {most}.", most=MOST_SESSIONS),
            field=ItemField.SESSION,
        )
    return number


def _found(document: Document, uuid: str) -> AgendaRow:
    for row in agenda(document).rows:
        if row.uuid == uuid:
            return row
    raise Refused(message("This item is no longer on the agenda."), message("Add it again, or undo."))
