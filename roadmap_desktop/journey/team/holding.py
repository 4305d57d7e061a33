"""What can be done with the seats: filled, waived, added, renamed, taken out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.team.facts import SeatFact, team_facts
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.team import Seat
from roadmap_desktop.rules.team import names
from roadmap_desktop.store.document import Document


def fill_seat(document: Document, uuid: str, holder: str, *, origin: object | None = None) -> None:
    """Says who holds a seat: one name, or several with commas; an empty text opens it. A filled seat is not waived.

    Raises:
        Refused: the seat is gone.
    """
    seat = found_seat(document, uuid)
    people = ", ".join(names(holder))
    label: Words = message("Seated {holder}: {seat}", holder=people, seat=seat.name)
    if not people:
        label = message("Opened the seat {seat}", seat=seat.name)
    with change_keeping_tasks(document, label, origin=origin, fold=f"seat.holder:{uuid}") as session:
        row = session.get_one(Seat, uuid)
        row.holder = people
        row.waived = "" if people else row.waived


def holders(document: Document, uuid: str) -> tuple[str, ...]:
    """The names of those who hold a seat.

    Raises:
        Refused: the seat is gone.
    """
    return tuple(each.name for each in found_seat(document, uuid).rule.holders)


def add_holder(document: Document, uuid: str, name: str, *, origin: object | None = None) -> None:
    """Adds one person to those who hold a seat.

    Raises:
        Refused: the seat is gone.
    """
    fill_seat(document, uuid, ", ".join((*holders(document, uuid), name)), origin=origin)


def waive_seat(document: Document, uuid: str, reason: str, *, origin: object | None = None) -> None:
    """Says why a seat stays empty; an empty reason opens it again.

    Raises:
        Refused: the seat is gone, or somebody holds it.
    """
    seat = found_seat(document, uuid)
    words = " ".join(reason.split())
    if words and seat.rule.holders:
        raise Refused(
            message("{holder} holds this seat.", holder=tuple(each.name for each in seat.rule.holders)),
            message("Take the name out first, then say why the seat stays empty."),
            field="waived",
        )
    label = message("Waived {seat}", seat=seat.name) if words else message("Opened the seat {seat}", seat=seat.name)
    with change_keeping_tasks(document, label, origin=origin, fold=f"seat.waived:{uuid}") as session:
        session.get_one(Seat, uuid).waived = words


def add_seat(document: Document, name: str, *, perspective: str = "", origin: object | None = None) -> str:
    """Adds a seat of the room's own and gives its uuid; the perspective by its key.

    Raises:
        Refused: it has no name, or there is no such perspective.
    """
    made = Seat(uuid=new_uuid(), name=_named(name), perspective=_perspective(perspective))
    with document.change(message("Added the seat {seat}", seat=made.name), origin=origin) as session:
        made.position = int(session.scalar(select(func.coalesce(func.max(Seat.position), -1))) or 0) + 1
        session.add(made)
    return made.uuid


def rename_seat(document: Document, uuid: str, name: str, *, origin: object | None = None) -> None:
    """Gives a seat the room's words; an empty text gives the catalogue's back.

    Raises:
        Refused: the seat is gone, or the room's own would have no name.
    """
    seat = found_seat(document, uuid)
    words = " ".join(name.split()) if seat.key else _named(name)
    label = message("Renamed the seat {seat}", seat=seat.name)
    with document.change(label, origin=origin, fold=f"seat.name:{uuid}") as session:
        session.get_one(Seat, uuid).name = words


def give_perspective(document: Document, uuid: str, perspective: str, *, origin: object | None = None) -> None:
    """Says which perspective a seat stands for, by its key; an empty one takes it away.

    Raises:
        Refused: the seat is gone, or there is no such perspective.
    """
    seat, key = found_seat(document, uuid), _perspective(perspective)
    label = message("Changed the perspective of the seat {seat}", seat=seat.name)
    with document.change(label, origin=origin) as session:
        session.get_one(Seat, uuid).perspective = key


def remove_seats(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Removes seats of the room's own, with their letters.

    Raises:
        Refused: one is gone, or comes from the catalogue.
    """
    seats = [found_seat(document, uuid) for uuid in uuids]
    for seat in seats:
        if seat.key:
            raise Refused(
                message("{seat} comes with the program and stays in the list.", seat=seat.name),
                message("Say why it stays empty under Why waived."),
            )
    if not seats:
        return
    label: Words = message("Removed the seat {seat}", seat=seats[0].name)
    if len(seats) > 1:
        label = plural("Removed {n} seat", "Removed {n} seats", len(seats))
    with change_keeping_tasks(document, label, origin=origin) as session:
        session.execute(delete(Seat).where(Seat.uuid.in_(uuids)))


def found_seat(document: Document, uuid: str) -> SeatFact:
    """The seat with that uuid; Refused where it is gone."""
    seat = team_facts(document).seat(uuid)
    if seat is None:
        raise Refused(message("This seat was removed."), message("Undo brings it back."))
    return seat


def _named(text: str) -> str:
    return required(
        text, message("A seat needs a name."), message("Type the function it has on the team."), field="name"
    )


def _perspective(key: str) -> str:
    if key and key not in perspective_keys():
        raise Refused(
            message("{text} is not one of the perspectives.", text=key),
            message("Choose one from the list, or leave it empty."),
            field="perspective",
        )
    return key
