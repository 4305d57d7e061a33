"""Scaling: waves of schools, their supports and gates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of, refers_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Wave(Fact):
    """A set of schools that adopt together, after a pilot where one is named; length as in rules.length."""

    __tablename__ = "wave"
    name: Mapped[str]
    position: Mapped[int] = column(default=0)
    after_pilot: Mapped[str | None] = column(refers_to("pilot"), default=None)
    not_before: Mapped[date | None] = column(default=None)
    length: Mapped[str] = column(default="1 grading period")
    lead: Mapped[str] = column(default="")
    communication: Mapped[str] = column(default="")


class WaveSchool(Fact):
    """A school's place in a wave; a school is in one wave at most."""

    __tablename__ = "wave_school"
    wave: Mapped[str] = column(part_of("wave"))
    school: Mapped[str] = column(part_of("school"), unique=True)


class Support(Fact):
    """What a wave's schools are given: coaching, training, materials, help."""

    __tablename__ = "support"
    wave: Mapped[str] = column(part_of("wave"))
    text: Mapped[str]
    position: Mapped[int] = column(default=0)


class WaveGate(Fact):
    """A condition of a wave beyond the guardrails, and whether it holds."""

    __tablename__ = "wave_gate"
    wave: Mapped[str] = column(part_of("wave"))
    text: Mapped[str]
    holds: Mapped[bool] = column(default=False)
    position: Mapped[int] = column(default=0)
