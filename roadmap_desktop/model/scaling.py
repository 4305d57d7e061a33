"""Scaling: waves of schools, their supports and gates."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, part_of, refers_to


class Wave(Fact):
    """A set of schools that adopt together, after a pilot where one is named; length as in rules.length."""

    __tablename__ = "wave"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    after_pilot: Mapped[str | None] = mapped_column(refers_to("pilot"), default=None)
    not_before: Mapped[date | None] = mapped_column(default=None)
    length: Mapped[str] = mapped_column(default="1 grading period")
    lead: Mapped[str] = mapped_column(default="")
    communication: Mapped[str] = mapped_column(default="")


class WaveSchool(Fact):
    """A school's place in a wave; a school is in one wave at most."""

    __tablename__ = "wave_school"
    wave: Mapped[str] = mapped_column(part_of("wave"))
    school: Mapped[str] = mapped_column(part_of("school"), unique=True)


class Support(Fact):
    """What a wave's schools are given: coaching, training, materials, help."""

    __tablename__ = "support"
    wave: Mapped[str] = mapped_column(part_of("wave"))
    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class WaveGate(Fact):
    """A condition of a wave beyond the guardrails, and whether it holds."""

    __tablename__ = "wave_gate"
    wave: Mapped[str] = mapped_column(part_of("wave"))
    text: Mapped[str]
    holds: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
