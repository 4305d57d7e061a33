"""Pilots: what is tried, where, for how long, how success is known, and what was decided."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from roadmap_desktop.model.fact import Fact, part_of


class Pilot(Fact):
    """A bounded, time-boxed test. Lengths are texts as rules.length reads them ("1 grading period", "4 weeks")."""

    __tablename__ = "pilot"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    question: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    stopper: Mapped[str] = mapped_column(default="")  # who can stop it
    stop_rule: Mapped[str] = mapped_column(default="")
    grades: Mapped[str] = mapped_column(default="")
    roles: Mapped[str] = mapped_column(default="")
    not_before: Mapped[date | None] = mapped_column(default=None)
    preparation: Mapped[str] = mapped_column(default="4 weeks")
    length: Mapped[str] = mapped_column(default="1 grading period")
    decides_after: Mapped[str] = mapped_column(default="")  # from the end of the pilot to its decision date
    decider: Mapped[str] = mapped_column(default="")
    scale_when: Mapped[int | None] = mapped_column(default=None)  # targets that must be met
    attempt: Mapped[int] = mapped_column(default=1)  # 2 after "adjust and repeat"
    started_on: Mapped[date | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)


class PilotUseCase(Fact):
    """A use case that a pilot tests."""

    __tablename__ = "pilot_use_case"
    pilot: Mapped[str] = mapped_column(part_of("pilot"))
    use_case: Mapped[str] = mapped_column(part_of("use_case"))


class Site(Fact):
    """A school where a pilot runs."""

    __tablename__ = "site"
    pilot: Mapped[str] = mapped_column(part_of("pilot"))
    school: Mapped[str] = mapped_column(part_of("school"))
    doubtful: Mapped[bool] = mapped_column(default=False)


class SuccessCriterion(Fact):
    """A measure with its value before, its target and the least that is accepted, in ``unit``."""

    __tablename__ = "success_criterion"
    pilot: Mapped[str] = mapped_column(part_of("pilot"))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    evidence: Mapped[str] = mapped_column(default="operational")  # educator, student, usage, operational
    baseline: Mapped[float | None] = mapped_column(default=None)
    target: Mapped[float | None] = mapped_column(default=None)
    minimum: Mapped[float | None] = mapped_column(default=None)
    unit: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default="up")  # up: more is better; down: less is better
    collector: Mapped[str] = mapped_column(default="")
    must_pass: Mapped[bool] = mapped_column(default=False)


class CheckIn(Fact):
    """A dated look at a running pilot; ``week`` counts from its start."""

    __tablename__ = "check_in"
    pilot: Mapped[str] = mapped_column(part_of("pilot"))
    week: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Reading(Fact):
    """A measured value of a success criterion."""

    __tablename__ = "reading"
    criterion: Mapped[str] = mapped_column(part_of("success_criterion"))
    value: Mapped[float]
    on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")


class Decision(Fact):
    """A decision on a pilot: scale, adjust, narrow or stop; made against the criteria, with its reasons."""

    __tablename__ = "decision"
    pilot: Mapped[str] = mapped_column(part_of("pilot"))
    verdict: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None] = mapped_column(default=None)
    at: Mapped[datetime | None] = mapped_column(default=None)
    attempt: Mapped[int] = mapped_column(default=1)
