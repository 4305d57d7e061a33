"""The cross-functional AI team: its seats, and who is responsible for what."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, part_of


class Seat(Fact):
    """A function on the team: filled when it has a holder, waived when the room says why it stays empty."""

    __tablename__ = "seat"
    key: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    perspective: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str] = mapped_column(default="")
    waived: Mapped[str] = mapped_column(default="")


class WorkItem(Fact):
    """A decision or piece of work of the roadmap: a row of the RACI grid."""

    __tablename__ = "work_item"
    key: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Responsibility(Fact):
    """R, A, C or I of a seat for a work item; natural uuid."""

    __tablename__ = "responsibility"
    work_item: Mapped[str] = mapped_column(part_of("work_item"))
    seat: Mapped[str] = mapped_column(part_of("seat"))
    letter: Mapped[str]
