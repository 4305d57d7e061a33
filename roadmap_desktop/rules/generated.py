"""What a generated roadmap consists of: tasks with stable keys, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MILESTONE = "0"
"""The length of a milestone."""


class Part(StrEnum):
    """What a generated task does for the fact it came from."""

    BARRIER = "barrier"
    ADOPT = "adopt"
    TEAM = "team"
    LEARN = "learn"
    PREPARE = "prepare"
    RUN = "run"
    CHECK = "check"
    DECIDE = "decide"
    WAVE = "wave"
    REVIEW = "review"


class Phase(StrEnum):
    """The lanes of the timeline."""

    PREPARE = "prepare"
    GUARDRAILS = "guardrails"
    PILOT = "pilot"
    SCALE = "scale"
    MONITOR = "monitor"


class Strand(StrEnum):
    """What a task is about, across phases."""

    POLICY = "policy"
    TECHNOLOGY = "technology"
    PROFESSIONAL_LEARNING = "professional_learning"
    COMMUNICATION = "communication"
    INSTRUCTION = "instruction"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Task:
    """A generated task. Length as rules.length reads it; ``calendar`` is "office" or a group of schools ("": all)."""

    part: Part
    source: str
    phase: Phase
    strand: Strand
    length: str
    attempt: int = 1
    calendar: str = "office"
    owner: str = ""
    not_before: date | None = None
    must_finish_by: date | None = None
    pinned_start: date | None = None
    progress: int = 0
    orphaned: bool = False

    @property
    def key(self) -> str:
        """The stable key: the part and the fact it came from."""
        return task_key(self.part, self.source, self.attempt)


@dataclass(frozen=True, slots=True)
class Link:
    """A generated link between two task keys."""

    before: str
    after: str
    kind: str = "FS"
    lag: str = ""


@dataclass(frozen=True, slots=True)
class Generated:
    """All generated tasks, in the order of phases, and the links between them."""

    tasks: tuple[Task, ...] = ()
    links: tuple[Link, ...] = ()


def task_key(part: Part, source: str, attempt: int = 1) -> str:
    """The stable key of a task; the second attempt of a pilot has keys of its own."""
    return f"{part}:{source}" if attempt == 1 else f"{part}:{source}:{attempt}"
