"""Prepare, tables that work in parallel: what each works on, on a clock of its own that can stand still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from roadmap_desktop.journey.prepare.running import DayItem, DayPicture, day
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import Table
from roadmap_desktop.model.workshop import TableClock
from roadmap_desktop.store.document import Document

MOST_MINUTES = 240
OFFERED = 10
"""Minutes that stand beside a table whose clock was never started."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table's own clock: so many minutes from a start (None: not started), and since when it stands still.

    ``item`` is what the table works on, of its own (then with its uuid) or the item that the room is at.
    """

    uuid: str
    name: str
    minutes: int
    started: datetime | None
    paused: datetime | None = None
    item: Words = ""
    item_uuid: str = ""

    def left(self, now: datetime) -> timedelta | None:
        """The time left, below zero where it is over; None where it does not run."""
        return None if self.started is None else timedelta(minutes=self.minutes) - ((self.paused or now) - self.started)


def table_clocks(document: Document) -> tuple[TableRow, ...]:
    """Every table of the room with its clock."""
    kinds = ("table_clock", "room_table", "agenda_item", "workshop", "wording")
    return document.remembered(("table clocks", document.today()), kinds, lambda: _table_clocks(document))


def start_table(document: Document, table: str, minutes: int) -> None:
    """Starts the clock of a table now, anew where it runs; what the table works on stays.

    Raises:
        Refused: minutes that no table works.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(
            message("{minutes} is not a number of minutes for a table.", minutes=minutes),
            message("Write whole minutes from 1 to {most}.", most=MOST_MINUTES),
        )
    found = _found(document, table)
    with document.change(message("Started the clock of {table}", table=found.name)) as session:
        session.merge(_kept(document, replace(found, minutes=minutes, started=document.now(), paused=None)))


def pause_table(document: Document, table: str) -> None:
    """Lets a table's clock stand still from now on, or go on with as much time left as before.

    Raises:
        Refused: it does not run.
    """
    found, now = _found(document, table), document.now()
    if found.started is None:
        raise Refused(
            message("The clock of {table} does not run yet.", table=found.name), message("Type its minutes first.")
        )
    label = message("Paused the clock of {table}", table=found.name)
    started = found.started
    if found.paused is not None:
        label = message("The clock of {table} goes on", table=found.name)
        started += now - found.paused
    with document.change(label) as session:
        paused = now if found.paused is None else None
        session.merge(_kept(document, replace(found, started=started, paused=paused)))


def work_on(document: Document, table: str, item: str) -> None:
    """Gives a table an item of the agenda of its own; empty: it works on what the room is at.

    Raises:
        Refused: the table is gone, or the item is.
    """
    found, running = _found(document, table), day(document)
    title: Words = message("what the room is at")
    if item:
        title = next((each.title for each in _items(running) if each.uuid == item), "")
        if not title:
            raise Refused(message("This item is no longer on the agenda."), message("Choose another."))
    with document.change(message("{table} works on {item}", table=found.name, item=title)) as session:
        session.merge(_kept(document, replace(found, item_uuid=item)))


def stop_tables(document: Document, tables: Sequence[str]) -> None:
    """Stops the clocks of tables and puts them away."""
    with document.change(message("Stopped the clocks of the tables")) as session:
        session.execute(delete(TableClock).where(TableClock.table.in_(tables)))


def _table_clocks(document: Document) -> tuple[TableRow, ...]:
    clock = TableClock
    query = (
        select(Table.uuid, Table.name, clock.minutes, clock.started_at, clock.paused_at, clock.item)
        .join(clock, clock.table == Table.uuid, isouter=True)
        .order_by(Table.position, Table.name)
    )
    running = day(document)
    titles: dict[str, Words] = {each.uuid: each.title for each in _items(running)}
    place = None if running is None else running.place
    current = running.items[place].title if running is not None and place is not None else ""
    return tuple(
        TableRow(
            uuid=row.uuid,
            name=row.name,
            minutes=row.minutes or OFFERED,
            started=row.started_at,
            paused=row.paused_at,
            item=titles.get(row.item or "", current),
            item_uuid=row.item if row.item in titles else "",
        )
        for row in document.rows(query)
    )


def _items(running: DayPicture | None) -> tuple[DayItem, ...]:
    return () if running is None else running.items


def _kept(document: Document, table: TableRow) -> TableClock:
    """The fact that a table's row stands for."""
    return TableClock(
        uuid=natural_uuid(document.workshop_uuid, "table clock", table.uuid),
        table=table.uuid,
        minutes=table.minutes,
        started_at=table.started,
        paused_at=table.paused,
        item=table.item_uuid or None,
    )


def _found(document: Document, table: str) -> TableRow:
    for row in table_clocks(document):
        if row.uuid == table:
            return row
    raise Refused(message("This table is no longer in the room."), message("Add it again, or undo."))
