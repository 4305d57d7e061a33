"""How a stage stands: what the rail shows beside its name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.language import Words


class State(StrEnum):
    """The ring of a stage: a number when untouched or open, a "!" where something overdue waits, a tick when done."""

    UNTOUCHED = "untouched"
    OPEN = "open"
    ALERT = "alert"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Standing:
    """State of a stage and the one line that says what is missing or what holds; never a percentage."""

    state: State
    line: Words = ""
