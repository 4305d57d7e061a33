"""The readiness assessment: instrument, statements, ratings; concerns and barriers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Index

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of, refers_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Instrument(Fact):
    """A set of statements with its levels; one is in use, others are kept with their answers."""

    __tablename__ = "instrument"
    key: Mapped[str]
    name: Mapped[str]
    in_use: Mapped[bool] = column(default=True)


class Level(Fact):
    """One level of an instrument: its own number, and its name (the room's, else the catalogue's)."""

    __tablename__ = "level"
    instrument: Mapped[str] = column(part_of("instrument"))
    value: Mapped[int]
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")


class Dimension(Fact):
    """A group of statements; pillar is people, systems or policies, or an imported instrument's own word."""

    __tablename__ = "dimension"
    instrument: Mapped[str] = column(part_of("instrument"))
    key: Mapped[str]
    position: Mapped[int]
    pillar: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's


class Statement(Fact):
    """One line to rate; a floor is the least level its pilots need, and when (any, data2, students).

    One that is not applicable in this district is left out as well, but reports say so.
    """

    __tablename__ = "statement"
    dimension: Mapped[str] = column(part_of("dimension"))
    key: Mapped[str]
    number: Mapped[int]
    text: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    language: Mapped[str] = column(default="")  # of the room's words
    floor: Mapped[int | None] = column(default=None)
    floor_when: Mapped[str] = column(default="")
    left_out: Mapped[bool] = column(default=False)
    not_applicable: Mapped[bool] = column(default=False)


class Respondent(Fact):
    """A form filled once, in the round it was taken in: by one person, with no name and no address.

    The uuid is natural: the form and what tells its answers apart. Where the person is in the room list, the answers
    are the participant's, and this row only says that the form was taken, and keeps the comment in it.
    """

    __tablename__ = "respondent"
    form: Mapped[str]
    round: Mapped[int] = column(default=1)
    perspective: Mapped[str] = column(default="")
    table: Mapped[str | None] = column(refers_to("room_table"), default=None)
    note: Mapped[str] = column(default="")  # comments about no one statement


class FormColumn(Fact):
    """What a column of a form means, so that the form is known when it comes again; the uuid is natural.

    ``role`` says what it holds (exchange.answer_columns), ``statement`` which statement is answered in it.
    """

    __tablename__ = "form_column"
    form: Mapped[str]
    heading: Mapped[str]
    role: Mapped[str]
    statement: Mapped[str | None] = column(part_of("statement"), default=None)


class Rating(Fact):
    """An answer to a statement: by a participant, a respondent of a form, a table or the room.

    The uuid is natural: statement, round, who, and for hands the answer: they have one row per level with a count.
    """

    __tablename__ = "rating"
    __table_args__ = (Index("rating_by_statement", "statement", "round"),)
    statement: Mapped[str] = column(part_of("statement"))
    round: Mapped[int]
    way: Mapped[str]  # paper, table, hands, import
    participant: Mapped[str | None] = column(part_of("participant"), default=None)
    table: Mapped[str | None] = column(part_of("room_table"), default=None)
    respondent: Mapped[str | None] = column(part_of("respondent"), default=None)
    answer: Mapped[str] = column(default="level")  # level, dont_know, not_applicable
    level: Mapped[int | None] = column(default=None)
    count: Mapped[int] = column(default=1)
    note: Mapped[str] = column(default="")
    at: Mapped[datetime | None] = column(default=None)


class Concern(Fact):
    """A worry heard in the room, its answer, and the guardrail or task that meets it."""

    __tablename__ = "concern"
    text: Mapped[str]
    perspective: Mapped[str] = column(default="")
    theme: Mapped[str] = column(default="")
    answer: Mapped[str] = column(default="")
    met_by: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)


class Barrier(Fact):
    """A low or disputed statement the room chose to act on; length as in rules.length."""

    __tablename__ = "barrier"
    statement: Mapped[str] = column(part_of("statement"))
    action: Mapped[str]
    owner: Mapped[str] = column(default="")
    due: Mapped[date | None] = column(default=None)
    length: Mapped[str] = column(default="6 weeks")
    table: Mapped[str | None] = column(refers_to("room_table"), default=None)
