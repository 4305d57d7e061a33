"""What a list of tasks says, in the list's own words, before it is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from roadmap_desktop.rules.predecessors import Predecessor


class Said(StrEnum):
    """What a column of a list may say of a task, beside its id."""

    NAME = "name"
    LENGTH = "length"
    PREDECESSORS = "predecessors"
    NOT_BEFORE = "not_before"
    MUST_FINISH_BY = "must_finish_by"
    PHASE = "phase"
    OWNER = "owner"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A line of the list: its number, the task's id, and what the columns say.

    ``phase`` is as the list names it, ``calendar`` the key of one that is there.
    """

    line: int
    key: str
    name: str
    length: str
    predecessors: tuple[Predecessor, ...] = ()
    not_before: date | None = None
    must_finish_by: date | None = None
    phase: str = ""
    owner: str = ""
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks of a list in its order; what none of its columns speaks of stays as it is on tasks that are known."""

    tasks: tuple[ListedTask, ...]
    says: frozenset[Said] = field(default_factory=lambda: frozenset(Said))
