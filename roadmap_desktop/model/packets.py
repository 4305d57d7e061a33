"""Packets: which ones came back, so that each is taken in once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class TakenPacket(Fact):
    """A packet that was taken in: the filling taken last, its answers, and the fillings it was made from.

    The uuid is natural (the packet's own). It goes with the person, table or school whose answers it holds.
    """

    __tablename__ = "taken_packet"
    packet: Mapped[str]
    round: Mapped[int]
    filling: Mapped[str]  # the digest of its answers
    earlier: Mapped[str] = column(default="")  # digests of the fillings before it, with spaces between
    answers: Mapped[str] = column(default="[]")  # as the packet writes them
    taken_at: Mapped[datetime]
    participant: Mapped[str | None] = column(part_of("participant"), default=None)
    table: Mapped[str | None] = column(part_of("room_table"), default=None)
    school: Mapped[str | None] = column(part_of("school"), default=None)
