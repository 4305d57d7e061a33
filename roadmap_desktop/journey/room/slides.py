"""What one screen of the room view shows: frozen pictures without names of people, notes, or groups that are small."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from roadmap_desktop.language import Words


@dataclass(frozen=True, slots=True)
class TitleSlide:
    """A calm screen: whose workshop, which stage, what for, and the agenda's item of this stage and the one after."""

    kicker: Words
    title: Words
    purpose: Words
    now: Words = ""
    then: Words = ""


@dataclass(frozen=True, slots=True)
class CueMark:
    """A level and what it looks like; ``share`` is its place on the scale from 0 to 1."""

    level: int
    share: float
    text: Words


@dataclass(frozen=True, slots=True)
class StatementSlide:
    """A statement to rate, the ``place``-th of ``of``, with at most three cues."""

    place: int
    of: int
    text: Words
    cues: tuple[CueMark, ...]


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A dimension: a mark for each answer; no marks and no median where fewer than four have answered."""

    name: Words
    n: int
    marks: tuple[float, ...]
    median: float | None
    q1: float | None
    q3: float | None


@dataclass(frozen=True, slots=True)
class ProfileSlide:
    """A page of the profile as it builds up; levels by number and name from the lowest up."""

    levels: tuple[tuple[int, Words], ...]
    lines: tuple[ProfileLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many answered with a level; ``share`` is its place on the scale from 0 to 1."""

    level: int
    name: Words
    share: float
    n: int


@dataclass(frozen=True, slots=True)
class DisputeSlide:
    """One of the statements the room disagrees on most, the ``place``-th of ``of``; never by group."""

    place: int
    of: int
    text: Words
    counts: tuple[Count, ...]
    dont_know: int


@dataclass(frozen=True, slots=True)
class Place:
    """A use case at a place of the ranking; ``share`` is how often it is among the first, ``takes`` the places."""

    place: int
    name: Words
    share: float | None
    is_first: bool
    takes: Words = ""


@dataclass(frozen=True, slots=True)
class RevealSlide:
    """The ranking with the last ``shown`` of its places uncovered; the sentences come with the first place."""

    said: Words
    meaning: Words
    places: tuple[Place, ...]
    shown: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is covered any more."""
        return self.shown >= len(self.places)


@dataclass(frozen=True, slots=True)
class IdeasSlide:
    """What to think of alone, and how many ideas are on the list; never whose."""

    question: Words
    counted: Words
    n: int


@dataclass(frozen=True, slots=True)
class VoteLine:
    """An option and what it was given so far."""

    name: Words
    n: int


@dataclass(frozen=True, slots=True)
class VoteSlide:
    """A page of a vote while it is counted, in the room's order; ``most`` is the highest figure of all pages."""

    title: Words
    rule: Words
    lines: tuple[VoteLine, ...]
    most: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AgreementSlide:
    """Whether the room agrees: a sentence, and how many people showed each level."""

    said: Words
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the day; ``start`` is None where nobody has said when the day begins."""

    title: Words
    minutes: int
    start: time | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """A page of the agenda."""

    lines: tuple[AgendaLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase of the roadmap with its first and last day, and its milestones to come."""

    name: Words
    hue: str
    first: date
    last: date
    milestones: tuple[tuple[Words, date], ...]


@dataclass(frozen=True, slots=True)
class RoadmapSlide:
    """The phases between two dates."""

    phases: tuple[PhaseLine, ...]
    first: date
    last: date
    today: date


Slide: TypeAlias = (
    TitleSlide
    | StatementSlide
    | ProfileSlide
    | DisputeSlide
    | RevealSlide
    | IdeasSlide
    | VoteSlide
    | AgreementSlide
    | AgendaSlide
    | RoadmapSlide
)
