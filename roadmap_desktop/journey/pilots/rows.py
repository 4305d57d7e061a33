"""The parts of a pilot's picture: its criteria, schools, check-ins, sessions and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap_desktop.language import Words
from roadmap_desktop.rules.pilots import Evidence, Result, Verdict


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A success criterion with how it came out; values in ``unit``."""

    uuid: str
    name: str
    evidence: Evidence
    baseline: float | None
    target: float | None
    minimum: float | None
    unit: str
    direction: str
    collector: str
    must_pass: bool
    reading: float | None
    result: Result


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A school of the pilot; ``doubtful`` where its staff doubt the idea."""

    uuid: str
    school: str
    name: str
    doubtful: bool
    higher_need: bool


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A look at the pilot in a week of it, with its date where there is one; ``late`` after the pilot's end."""

    uuid: str
    week: int
    name: str
    note: str
    on: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class LearningRow:
    """A professional-learning session that prepares the pilot; ``hours`` long."""

    uuid: str
    name: str
    audience: str
    hours: float
    held_on: date | None
    attended: int | None
    invited: int | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision that was made."""

    uuid: str
    verdict: Verdict
    name: Words
    reason: str
    decided_by: str
    on: date | None
    attempt: int
