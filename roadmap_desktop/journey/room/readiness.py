"""Readiness for the room: statements to rate, the profile as it builds up, and what the room disagrees on."""

from __future__ import annotations

from roadmap_desktop.journey.readiness import profile as profiles
from roadmap_desktop.journey.readiness.instrument import Instrument, StatementEntry, instrument
from roadmap_desktop.journey.readiness.profile import DimensionLine, ProfilePicture, StatementLine, profile
from roadmap_desktop.journey.room import agenda
from roadmap_desktop.journey.room.slides import (
    Count,
    CueMark,
    DisputeSlide,
    ProfileLine,
    ProfileSlide,
    Slide,
    StatementSlide,
)
from roadmap_desktop.language import Words
from roadmap_desktop.rules.readiness import SMALL_GROUP
from roadmap_desktop.store.document import Document

KINDS = frozenset(profiles.KINDS) | agenda.KINDS

LINES = 8
"""How many dimensions one screen holds."""

DISPUTED = 3
"""How many disputed statements the room is shown."""

_CUES = 3


def statements(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """Every statement that is rated, one a screen; the title screen where there is none."""
    rated = instrument(document)
    found: tuple[Slide, ...] = tuple(
        StatementSlide(place, len(rated.statements), entry.text, _cues(rated, entry))
        for place, entry in enumerate(rated.statements, 1)
    )
    return found or agenda.title(document, stage_key)


def place_of(document: Document, statement: str) -> int | None:
    """Which screen shows the statement with that uuid, from 0."""
    entries = instrument(document).statements
    return next((place for place, entry in enumerate(entries) if entry.uuid == statement), None)


def picture(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The profile, page after page, then what the room disagrees on; the title screen before any answer."""
    seen = profile(document)
    if not seen.rated:
        return agenda.title(document, stage_key)
    lines = [_line(line) for line in seen.dimensions]
    cut = [tuple(lines[first : first + LINES]) for first in range(0, len(lines), LINES)]
    levels = tuple((level.value, level.name) for level in seen.levels)
    pages = (ProfileSlide(levels, part, number, len(cut)) for number, part in enumerate(cut, 1))
    return (*pages, *_disputes(seen))


def disputes(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """What the room disagrees on most; the title screen where there is nothing yet."""
    return _disputes(profile(document)) or agenda.title(document, stage_key)


def _cues(rated: Instrument, entry: StatementEntry) -> tuple[CueMark, ...]:
    """The statement's own cues, else the names of the levels: lowest, middle and highest."""
    own: list[tuple[int, Words]] = [(cue.level, cue.text) for cue in entry.cues]
    found = own or [(level.value, level.name) for level in rated.levels]
    if len(found) > _CUES:
        found = [found[0], found[len(found) // 2], found[-1]]
    return tuple(CueMark(level, _share(rated.values, level), text) for level, text in found)


def _share(levels: tuple[int, ...], level: int) -> float:
    low, high = levels[0], levels[-1]
    return (level - low) / (high - low) if high > low else 0.0


def _line(line: DimensionLine) -> ProfileLine:
    if len(line.marks) < SMALL_GROUP:
        return ProfileLine(line.entry.name, len(line.marks), (), None, None, None)
    spread = line.spread
    return ProfileLine(line.entry.name, len(line.marks), line.marks, spread.median, spread.q1, spread.q3)


def _disputes(seen: ProfilePicture) -> tuple[Slide, ...]:
    """The statements the room is split on, the least agreement first; those that few answered are left out."""
    split = [line for line in seen.statements if line.split and line.spread.n >= SMALL_GROUP]
    worst = sorted(split, key=_agreement)[:DISPUTED]
    return tuple(_dispute(seen, line, place, len(worst)) for place, line in enumerate(worst, 1))


def _agreement(line: StatementLine) -> tuple[float, int]:
    agreement = line.spread.agreement
    return (0.0 if agreement is None else agreement), line.entry.number


def _dispute(seen: ProfilePicture, line: StatementLine, place: int, of: int) -> DisputeSlide:
    values = tuple(level.value for level in seen.levels)
    counts = tuple(
        Count(level.value, level.name, _share(values, level.value), n)
        for level, n in zip(seen.levels, line.spread.counts, strict=True)
    )
    return DisputeSlide(place, of, line.entry.text, counts, line.spread.dont_know)
