"""Prepare, the day as it runs: which item the room is at and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import delete, select

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.model.workshop import AgendaItem, ParkedItem, Workshop
from roadmap_desktop.rules.agenda import Clock, Item, Reflow, clock, planned_end, running
from roadmap_desktop.store.document import Document

KINDS = ("agenda_item", "workshop", "wording")


@dataclass(frozen=True, slots=True)
class DayItem:
    """An item of the session that runs, or of the one that comes next."""

    uuid: str
    title: Words
    stage: str
    item: Item

    @property
    def is_break(self) -> bool:
        """Whether the room rests."""
        return self.item.is_break


@dataclass(frozen=True, slots=True)
class DayPicture:
    """One session: its items in order, its planned beginning, and since when it stands still.

    It holds no moment: ``at`` tells the clock of any.
    """

    session: int
    items: tuple[DayItem, ...]
    starts_at: time | None
    paused_at: datetime | None

    @property
    def rules(self) -> tuple[Item, ...]:
        """The items as the rules take them."""
        return tuple(each.item for each in self.items)

    @property
    def place(self) -> int | None:
        """The place of the item that runs; None before the day was started."""
        return running(self.rules)

    @property
    def begins(self) -> datetime | None:
        """The planned beginning on the day on which it was started; without one, when it was."""
        started = next((each.item.started for each in self.items if each.item.started is not None), None)
        if started is None or self.starts_at is None:
            return started
        return datetime.combine(started.date(), self.starts_at)

    def at(self, now: datetime) -> Clock | None:
        """The clock at a moment, or at the one since when it stands still; None before the day was started."""
        begins = self.begins
        return None if begins is None else clock(self.rules, begins, self.paused_at or now)

    def ends(self) -> datetime | None:
        """The planned end; None before the day was started."""
        begins = self.begins
        return None if begins is None else planned_end(self.rules, begins)


def day(document: Document) -> DayPicture | None:
    """The session that runs today, else the first that was not begun, else the last; None without an agenda."""
    today = document.today()
    return document.remembered(("day", today), KINDS, lambda: _day(document, today))


def start_day(document: Document) -> None:
    """Begins the first item of the session now.

    Raises:
        Refused: there is no agenda, or the session runs already.
    """
    found = _there(document)
    if found.place is not None:
        raise Refused(message("The agenda was started already."), message("Go on with the next item."))
    first = found.items[0]
    with document.change(message("Started the agenda with {item}", item=first.title)) as session:
        session.get_one(AgendaItem, first.uuid).started_at = document.now()


def next_item(document: Document) -> None:
    """Begins the item after the one that runs, now; after the last there is none.

    Raises:
        Refused: nothing runs, or the last item does.
    """
    found, place = _running(document)
    following = found.items[place + 1 : place + 2]
    if not following:
        raise Refused(message("This is the last item of the agenda."), message("Add an item, or let it end."))
    with document.change(message("Went on to {item}", item=following[0].title)) as session:
        session.get_one(AgendaItem, following[0].uuid).started_at = document.now()
        session.get_one(Workshop, document.workshop_uuid).paused_at = None


def item_before(document: Document) -> None:
    """Goes back to the item before, which runs on from when it was begun.

    Raises:
        Refused: nothing runs.
    """
    found, place = _running(document)
    current = found.items[place]
    with document.change(message("Went back from {item}", item=current.title)) as session:
        session.get_one(AgendaItem, current.uuid).started_at = None
        session.get_one(Workshop, document.workshop_uuid).paused_at = None


def pause(document: Document) -> None:
    """Lets the day stand still from now on, or go on: the item that runs then has as much time left as before.

    Raises:
        Refused: nothing runs.
    """
    found, place = _running(document)
    now = document.now()
    label = message("Paused the agenda") if found.paused_at is None else message("Went on with the agenda")
    with document.change(label) as session:
        session.get_one(Workshop, document.workshop_uuid).paused_at = now if found.paused_at is None else None
        item = session.get_one(AgendaItem, found.items[place].uuid)
        if found.paused_at is not None and item.started_at is not None:
            item.started_at += now - found.paused_at


def take_reflow(document: Document, reflow: Reflow) -> None:
    """Gives the items their new minutes in one move; what is dropped goes to the parking lot and keeps its stage.

    Raises:
        Refused: nothing runs.
    """
    found, _ = _running(document)
    named = {each.uuid: each for each in found.items}
    spoken = Language(workshop(document).language)  # a parked item is the room's own text, in the room's language
    with document.change(message("Changed the rest of the agenda")) as session:
        for item in reflow.items:
            row = session.get_one(AgendaItem, item.key)
            row.minutes, row.started_at = item.minutes, item.started
        for uuid in reflow.dropped:
            text = spoken.say(named[uuid].title)
            session.add(ParkedItem(text=text, stage=named[uuid].stage, at=document.now()))
        session.flush()
        if reflow.dropped:
            session.execute(delete(AgendaItem).where(AgendaItem.uuid.in_(reflow.dropped)))


def _day(document: Document, today: date) -> DayPicture | None:
    item = AgendaItem
    columns = (item.uuid, item.key, item.title, item.minutes, item.kind, item.stage, item.session, item.started_at)
    with document.read():
        found = document.rows(select(*columns).order_by(item.session, item.position))
        about = document.rows(select(Workshop.starts_at, Workshop.paused_at))[0]
        titles = {row.uuid: worded(document, row.title, f"item.{row.key}.name") for row in found}
    if not found:
        return None
    session = _session([(row.session, row.started_at) for row in found], today)
    items = tuple(
        DayItem(
            row.uuid,
            titles[row.uuid],
            row.stage,
            Item(row.uuid, row.minutes, row.kind == ItemKind.BREAK, row.started_at),
        )
        for row in found
        if row.session == session
    )
    return DayPicture(session, items, about.starts_at, about.paused_at)


def _session(found: list[tuple[int, datetime | None]], today: date) -> int:
    begun = {number for number, started in found if started is not None}
    runs = [number for number, started in found if started is not None and started.date() == today]
    waits = [number for number, _ in found if number not in begun]
    return runs[-1] if runs else waits[0] if waits else found[-1][0]


def _there(document: Document) -> DayPicture:
    found = day(document)
    if found is None:
        raise Refused(message("There is no agenda yet."), message("Take one on the step Agenda of Prepare."))
    return found


def _running(document: Document) -> tuple[DayPicture, int]:
    found = _there(document)
    if found.place is None:
        raise Refused(message("The agenda does not run yet."), message("Start it first."))
    return found, found.place
