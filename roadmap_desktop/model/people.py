"""The people of the workshop and where they sit, and the schools of the district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, refers_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class School(Fact):
    """A school of the district; grades are PK, KG, 01 to 12; enrolment in students."""

    __tablename__ = "school"
    name: Mapped[str]
    position: Mapped[int] = column(default=0)
    district: Mapped[str] = column(default="")
    code: Mapped[str] = column(default="")
    level: Mapped[str] = column(default="other")
    low_grade: Mapped[str] = column(default="")
    high_grade: Mapped[str] = column(default="")
    enrolment: Mapped[int | None] = column(default=None)
    pace: Mapped[str] = column(default="")  # ready, willing, later
    calendar_group: Mapped[str] = column(default="")  # empty: the district's calendar
    principal: Mapped[str] = column(default="")
    higher_need: Mapped[bool] = column(default=False)


class Table(Fact):
    """A table in the room."""

    __tablename__ = "room_table"
    name: Mapped[str]
    position: Mapped[int] = column(default=0)


class Participant(Fact):
    """A person in the room."""

    __tablename__ = "participant"
    name: Mapped[str]
    position: Mapped[int] = column(default=0)
    role: Mapped[str] = column(default="")
    perspective: Mapped[str] = column(default="")
    table: Mapped[str | None] = column(refers_to("room_table"), default=None)
    school: Mapped[str | None] = column(refers_to("school"), default=None)
    pinned: Mapped[bool] = column(default=False)  # stays at the table when people are balanced over tables
