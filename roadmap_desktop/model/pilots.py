"""Pilots: what is tried, where, for how long, how success is known, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Pilot(Fact):
    """A bounded, time-boxed test. Lengths are texts as rules.length reads them ("1 grading period", "4 weeks")."""

    __tablename__ = "pilot"
    name: Mapped[str]
    position: Mapped[int] = column(default=0)
    question: Mapped[str] = column(default="")
    owner: Mapped[str] = column(default="")
    stopper: Mapped[str] = column(default="")  # who can stop it
    stop_rule: Mapped[str] = column(default="")
    stop_rule_hit: Mapped[bool] = column(default=False)
    grades: Mapped[str] = column(default="")
    roles: Mapped[str] = column(default="")
    not_before: Mapped[date | None] = column(default=None)
    preparation: Mapped[str] = column(default="4 weeks")
    length: Mapped[str] = column(default="1 grading period")
    decides_after: Mapped[str] = column(default="")  # from the end of the pilot to its decision date
    decider: Mapped[str] = column(default="")
    scale_when: Mapped[int | None] = column(default=None)  # targets that must be met
    attempt: Mapped[int] = column(default=1)  # 2 after "adjust and repeat"
    started_on: Mapped[date | None] = column(default=None)
    ended_on: Mapped[date | None] = column(default=None)


class PilotUseCase(Fact):
    """A use case that a pilot tests."""

    __tablename__ = "pilot_use_case"
    pilot: Mapped[str] = column(part_of("pilot"))
    use_case: Mapped[str] = column(part_of("use_case"))


class Site(Fact):
    """A school where a pilot runs."""

    __tablename__ = "site"
    pilot: Mapped[str] = column(part_of("pilot"))
    school: Mapped[str] = column(part_of("school"))
    doubtful: Mapped[bool] = column(default=False)


class SuccessCriterion(Fact):
    """A measure with its value before, its target and the least that is accepted, in ``unit``."""

    __tablename__ = "success_criterion"
    pilot: Mapped[str] = column(part_of("pilot"))
    name: Mapped[str]
    position: Mapped[int] = column(default=0)
    evidence: Mapped[str] = column(default="operational")  # educator, student, usage, operational
    baseline: Mapped[float | None] = column(default=None)
    target: Mapped[float | None] = column(default=None)
    minimum: Mapped[float | None] = column(default=None)
    unit: Mapped[str] = column(default="")
    direction: Mapped[str] = column(default="up")  # up: more is better; down: less is better
    collector: Mapped[str] = column(default="")
    must_pass: Mapped[bool] = column(default=False)


class CheckIn(Fact):
    """A dated look at a running pilot; ``week`` counts from its start."""

    __tablename__ = "check_in"
    pilot: Mapped[str] = column(part_of("pilot"))
    week: Mapped[int]
    name: Mapped[str] = column(default="")
    note: Mapped[str] = column(default="")


class Reading(Fact):
    """A measured value of a success criterion; a second attempt is measured anew."""

    __tablename__ = "reading"
    criterion: Mapped[str] = column(part_of("success_criterion"))
    value: Mapped[float]
    on: Mapped[date | None] = column(default=None)
    note: Mapped[str] = column(default="")
    attempt: Mapped[int] = column(default=1)


class Decision(Fact):
    """A decision on a pilot: scale, adjust, narrow or stop; made against the criteria, with its reasons."""

    __tablename__ = "decision"
    pilot: Mapped[str] = column(part_of("pilot"))
    verdict: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[str] = column(default="")
    on: Mapped[date | None] = column(default=None)
    at: Mapped[datetime | None] = column(default=None)
    attempt: Mapped[int] = column(default=1)
