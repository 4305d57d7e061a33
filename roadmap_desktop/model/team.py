"""The cross-functional AI team: its seats, and who is responsible for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Seat(Fact):
    """A function on the team: filled when it has a holder, waived when the room says why it stays empty."""

    __tablename__ = "seat"
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")
    perspective: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)
    holder: Mapped[str] = column(default="")
    waived: Mapped[str] = column(default="")


class WorkItem(Fact):
    """A decision or piece of work of the roadmap: a row of the RACI grid."""

    __tablename__ = "work_item"
    key: Mapped[str] = column(default="")
    name: Mapped[str] = column(default="")
    position: Mapped[int] = column(default=0)


class Responsibility(Fact):
    """R, A, C or I of a seat for a work item; natural uuid."""

    __tablename__ = "responsibility"
    work_item: Mapped[str] = column(part_of("work_item"))
    seat: Mapped[str] = column(part_of("seat"))
    letter: Mapped[str]
