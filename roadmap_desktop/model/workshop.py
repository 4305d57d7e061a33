"""The workshop itself: district, agenda, parking lot, action items, record of decisions, catalogue words."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, new_secret, part_of, refers_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Workshop(Fact):
    """One district's workshop; a file holds exactly one."""

    __tablename__ = "workshop"
    district: Mapped[str]
    state: Mapped[str] = column(default="")  # two letters
    year: Mapped[str] = column(default="")  # the school year the roadmap starts in, "2026-27"
    language: Mapped[str] = column(default="en")
    paper: Mapped[str] = column(default="letter")
    held_on: Mapped[date | None] = column(default=None)
    starts_at: Mapped[time | None] = column(default=None)
    facilitator: Mapped[str] = column(default="")
    rating_round: Mapped[int] = column(default=1)
    choose: Mapped[int] = column(default=3)  # how many use cases the room wants to choose
    is_sample: Mapped[bool] = column(default=False)
    paused_at: Mapped[datetime | None] = column(default=None)  # since when the day stands still
    packet_key: Mapped[str] = column(default_factory=new_secret)  # seals packets; never given out


class AgendaItem(Fact):
    """One item of the day; ``session`` counts from 1 where the workshop runs over several sessions."""

    __tablename__ = "agenda_item"
    position: Mapped[int]
    minutes: Mapped[int]
    key: Mapped[str] = column(default="")  # of the catalogue's template
    title: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    kind: Mapped[str] = column(default="work")  # work, break
    stage: Mapped[str] = column(default="")
    session: Mapped[int] = column(default=1)
    started_at: Mapped[datetime | None] = column(default=None)  # when it really began


class TableClock(Fact):
    """The clock of one table where tables work in parallel: so many minutes from its start. One for each table.

    Without an item the table works on the one the room is at.
    """

    __tablename__ = "table_clock"
    table: Mapped[str] = column(part_of("room_table"))
    minutes: Mapped[int]
    started_at: Mapped[datetime | None] = column(default=None)
    paused_at: Mapped[datetime | None] = column(default=None)  # since when it stands still
    item: Mapped[str | None] = column(refers_to("agenda_item"), default=None)


class ParkedItem(Fact):
    """Something put aside for later, and the stage and step it came from."""

    __tablename__ = "parked_item"
    text: Mapped[str]
    stage: Mapped[str] = column(default="")
    step: Mapped[str] = column(default="")
    at: Mapped[datetime | None] = column(default=None)


class ActionItem(Fact):
    """Something a person will do by a date, and the stage and step it came from."""

    __tablename__ = "action_item"
    text: Mapped[str]
    owner: Mapped[str] = column(default="")
    due: Mapped[date | None] = column(default=None)
    stage: Mapped[str] = column(default="")
    step: Mapped[str] = column(default="")
    done: Mapped[bool] = column(default=False)


class RecordEntry(Fact):
    """One line of the record: a choice of a use case or a decision on a pilot, as it was made."""

    __tablename__ = "record_entry"
    at: Mapped[datetime]
    kind: Mapped[str]  # choice, decision
    subject: Mapped[str]  # uuid of the use case or pilot
    name: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str] = column(default="")
    decided_by: Mapped[str] = column(default="")
    place: Mapped[int | None] = column(default=None)  # of a use case in the ranking, when it was chosen
    dissent: Mapped[str] = column(default="")


class Draft(Fact):
    """What was typed about a choice or a decision that is not made yet; gone once it is. The uuid is natural."""

    __tablename__ = "draft"
    subject: Mapped[str]  # uuid of the use case or pilot
    field: Mapped[str]  # reason, decided_by
    text: Mapped[str]


class PrintCount(Fact):
    """How many of one paper of the day a person wants printed, other than the program suggests. The uuid is natural."""

    __tablename__ = "print_count"
    paper: Mapped[str]  # a key of the print pack
    copies: Mapped[int]


class Wording(Fact):
    """Words of the catalogue as they were when the workshop was made, in each language that was shipped."""

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("key", "language"),)
    key: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]


class Ancestor(Fact):
    """Where this file was copied from: the content's id and the step it was at."""

    __tablename__ = "ancestor"
    content: Mapped[str]
    step: Mapped[int]
    workshop: Mapped[str | None] = column(refers_to("workshop"), default=None)
