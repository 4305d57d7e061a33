"""What the inspector shows of a selected thing: what it is, why, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.language import Words


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the journey that a line can lead to: a stage, a step of it, and the uuid or key of a thing there."""

    stage: str
    step: str = ""
    subject: str = ""


class Mark(StrEnum):
    """The sign before a line; drawn as a shape, with its word as accessible name."""

    NONE = "none"
    HOLDS = "holds"
    OPEN = "open"
    LOOK = "look"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section; with a target it is a link to where the fact is."""

    text: Words
    mark: Mark = Mark.NONE
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a small heading."""

    heading: Words
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is selected (kicker and title), one plain paragraph about it, and the sections that answer why."""

    kicker: Words
    title: Words
    text: Words = ""
    sections: tuple[Section, ...] = ()
