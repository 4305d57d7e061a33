"""What a file says of an instrument, in the file's own words, before it is made sense of as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmap_desktop.language import Words


@dataclass(frozen=True, slots=True)
class Untaken:
    """A part of a file that is not taken: where it stands, why not, and what it says."""

    where: Words
    reason: Words
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the file says of a level for one statement: the level's number where it has one, its name, and a text."""

    number: int | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as written: its id, text, section and pillar, what its levels look like, and its floor.

    ``options`` are the answers that it alone allows, where the file gives them statement by statement.
    """

    where: Words
    raw: str
    key: str = ""
    text: str = ""
    section: str = ""
    pillar: str = ""
    cues: tuple[Said, ...] = ()
    options: tuple[str, ...] = ()
    floor: str = ""
    floor_when: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section as the file lists it by itself: its id, its name, its pillar."""

    key: str
    name: str
    pillar: str = ""


@dataclass(slots=True)
class Parts:
    """Everything that was found in a file, in its order."""

    name: str = ""
    levels: list[Said] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    untaken: list[Untaken] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
