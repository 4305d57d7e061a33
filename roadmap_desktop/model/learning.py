"""Professional learning: sessions that prepare a pilot or a wave, their sites, and who attended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class LearningSession(Fact):
    """A session for an audience, in hours; prepares a pilot or a wave."""

    __tablename__ = "learning_session"
    name: Mapped[str]
    audience: Mapped[str] = column(default="")
    hours: Mapped[float] = column(default=1.0)
    held_on: Mapped[date | None] = column(default=None)
    pilot: Mapped[str | None] = column(part_of("pilot"), default=None)
    wave: Mapped[str | None] = column(part_of("wave"), default=None)


class LearningSite(Fact):
    """A school whose staff a session is for."""

    __tablename__ = "learning_site"
    session: Mapped[str] = column(part_of("learning_session"))
    school: Mapped[str] = column(part_of("school"))


class Attendance(Fact):
    """How many people of a school attended a session; no names."""

    __tablename__ = "attendance"
    session: Mapped[str] = column(part_of("learning_session"))
    attended: Mapped[int]
    school: Mapped[str | None] = column(part_of("school"), default=None)
    invited: Mapped[int | None] = column(default=None)
