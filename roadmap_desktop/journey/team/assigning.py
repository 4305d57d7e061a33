"""What can be done with the grid: letters given and taken, rows added, renamed and removed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.team.facts import SeatFact, WorkFact, team_facts
from roadmap_desktop.journey.team.holding import found_seat
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid, new_uuid
from roadmap_desktop.model.team import Responsibility, WorkItem
from roadmap_desktop.rules.team import Letter
from roadmap_desktop.store.document import Document


def set_letter(
    document: Document, work_item: str, seat: str, letter: Letter | None, *, origin: object | None = None
) -> None:
    """Gives a seat its letter for a piece of work; None clears it. How many A and R a row has is said, not refused.

    Raises:
        Refused: the row or the seat is gone, or the seat is waived.
    """
    work, found = found_work(document, work_item), found_seat(document, seat)
    if letter is not None and found.rule.waived:
        raise Refused(
            message("{seat} is waived and carries no work.", seat=found.name),
            message("Fill the seat first, or give the letter to another."),
        )
    uuid = natural_uuid(document.workshop_uuid, "responsibility", work_item, seat)
    with document.change(_label(work, found, letter), origin=origin, fold=f"letter:{uuid}") as session:
        row = session.get(Responsibility, uuid)
        if letter is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(Responsibility(uuid=uuid, work_item=work_item, seat=seat, letter=letter.value))
        else:
            row.letter = letter.value


def add_work_item(document: Document, name: str, *, origin: object | None = None) -> str:
    """Adds a row of the room's own to the grid and gives its uuid.

    Raises:
        Refused: it has no name.
    """
    made = WorkItem(uuid=new_uuid(), name=_named(name))
    with document.change(message("Added the row {work}", work=made.name), origin=origin) as session:
        made.position = int(session.scalar(select(func.coalesce(func.max(WorkItem.position), -1))) or 0) + 1
        session.add(made)
    return made.uuid


def rename_work_item(document: Document, uuid: str, name: str, *, origin: object | None = None) -> None:
    """Gives a row the room's words; an empty text gives the catalogue's back.

    Raises:
        Refused: the row is gone, or the room's own would have no name.
    """
    work = found_work(document, uuid)
    words = " ".join(name.split()) if work.key else _named(name)
    label = message("Renamed the row {work}", work=work.name)
    with document.change(label, origin=origin, fold=f"work_item.name:{uuid}") as session:
        session.get_one(WorkItem, uuid).name = words


def remove_work_items(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Removes rows of the room's own, with their letters.

    Raises:
        Refused: one is gone, or comes from the catalogue.
    """
    rows = [found_work(document, uuid) for uuid in uuids]
    for row in rows:
        if row.key:
            raise Refused(
                message("{work} comes with the program and stays in the grid.", work=row.name),
                message("Leave the row as it is, or rename it."),
            )
    if not rows:
        return
    label: Words = message("Removed the row {work}", work=rows[0].name)
    if len(rows) > 1:
        label = plural("Removed {n} row", "Removed {n} rows", len(rows))
    with document.change(label, origin=origin) as session:
        session.execute(delete(WorkItem).where(WorkItem.uuid.in_(uuids)))


def found_work(document: Document, uuid: str) -> WorkFact:
    """The row with that uuid; Refused where it is gone."""
    work = team_facts(document).work_item(uuid)
    if work is None:
        raise Refused(message("This row was removed."), message("Undo brings it back."))
    return work


def _label(work: WorkFact, seat: SeatFact, letter: Letter | None) -> Words:
    match letter:
        case Letter.RESPONSIBLE:
            return message("{work}: {seat} does it", work=work.name, seat=seat.name)
        case Letter.ACCOUNTABLE:
            return message("{work}: {seat} answers for it", work=work.name, seat=seat.name)
        case Letter.CONSULTED:
            return message("{work}: {seat} is consulted", work=work.name, seat=seat.name)
        case Letter.INFORMED:
            return message("{work}: {seat} is informed", work=work.name, seat=seat.name)
    return message("{work}: cleared {seat}", work=work.name, seat=seat.name)


def _named(text: str) -> str:
    return required(text, message("A row needs a name."), message("Type what is decided or done."), field="name")
