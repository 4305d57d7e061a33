"""The people of the workshop and where they sit, and the schools of the district."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, refers_to


class School(Fact):
    """A school of the district; grades are PK, KG, 01 to 12; enrolment in students."""

    __tablename__ = "school"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    district: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="other")
    low_grade: Mapped[str] = mapped_column(default="")
    high_grade: Mapped[str] = mapped_column(default="")
    enrolment: Mapped[int | None] = mapped_column(default=None)
    pace: Mapped[str] = mapped_column(default="")  # ready, willing, later
    calendar_group: Mapped[str] = mapped_column(default="")  # empty: the district's calendar
    principal: Mapped[str] = mapped_column(default="")
    higher_need: Mapped[bool] = mapped_column(default=False)


class Table(Fact):
    """A table in the room."""

    __tablename__ = "room_table"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Participant(Fact):
    """A person in the room."""

    __tablename__ = "participant"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    role: Mapped[str] = mapped_column(default="")
    perspective: Mapped[str] = mapped_column(default="")
    table: Mapped[str | None] = mapped_column(refers_to("room_table"), default=None)
    school: Mapped[str | None] = mapped_column(refers_to("school"), default=None)
