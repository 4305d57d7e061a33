"""From the parts of a file to an instrument: sections in order, each statement with an id of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap_desktop.exchange.answer_words import numbered, plain
from roadmap_desktop.exchange.instrument_levels import level_meant, level_written, levels_of
from roadmap_desktop.exchange.instrument_parts import Item, Parts, Section, Untaken
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.readiness.drafts import DimensionDraft, InstrumentDraft, LevelDraft, StatementDraft
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import FloorWhen

MOST_STATEMENTS = 2_000
LONGEST_TEXT = 2_000
LONGEST_KEY = 100
_EVERY_PILOT = ("", "any", "all", "any pilot", "all pilots", "every pilot", "always")
_PILLARS = {"people": "people", "systems": "systems", "policies": "policies", "system": "systems", "policy": "policies"}


@dataclass(frozen=True, slots=True)
class InstrumentPreview:
    """The instrument as understood, every part that is not taken with its reason, and what was assumed."""

    draft: InstrumentDraft
    untaken: tuple[Untaken, ...]
    notes: tuple[Words, ...]


def build(parts: Parts, name: str, own: Sequence[LevelDraft] = ()) -> InstrumentPreview:
    """The instrument that the parts make; ``own`` are the levels to use where the file names none.

    Raises Unreadable where there is no statement, or no two to seven levels.
    """
    if not parts.items:
        raise Unreadable(
            message("No statement was found in this file."),
            message("Give the column with the statements the heading Statement, and the sections' column Section."),
        )
    levels = levels_of(parts, own)
    sections = _Sections(parts, parts.name or name)
    statements = _Statements(parts, levels, sections)
    for item in parts.items:
        statements.take(item)
    if not statements.taken:
        raise Unreadable(
            message("No statement of this file can be taken."),
            message("Give each statement a text, and all statements the same levels."),
        )
    empty = [each.name for each in parts.sections if each.name and not sections.used(each)]
    if empty:
        parts.notes.append(message("Sections without a statement were not taken: {names}.", names=tuple(empty)))
    draft = InstrumentDraft(parts.name or name, levels, tuple(sections.dimensions), tuple(statements.taken))
    return InstrumentPreview(draft, tuple(parts.untaken), tuple(parts.notes))


class _Sections:
    """The dimensions, in the order in which statements come to them."""

    def __init__(self, parts: Parts, whole: str) -> None:
        self._whole = whole  # a file without sections is one
        self._known: dict[str, Section] = {}
        for section in parts.sections:
            self._known.setdefault(plain(section.name), section)
            if section.key:
                self._known.setdefault(plain(section.key), section)
        self._places: dict[tuple[str, str], int] = {}
        self.dimensions: list[DimensionDraft] = []

    def place(self, item: Item) -> int:
        found = self._known.get(plain(item.section)) if item.section else None
        name = (found.name if found else item.section) or item.pillar
        key = (found.key if found else "") or name
        pillar = item.pillar or (found.pillar if found else "")
        identity = (plain(key), plain(pillar))
        if identity not in self._places:
            self._places[identity] = len(self.dimensions)
            known = _PILLARS.get(plain(pillar), pillar)
            taken = {dimension.key for dimension in self.dimensions}
            self.dimensions.append(DimensionDraft(_unused(key or "1", taken), name or self._whole, known))
        return self._places[identity]

    def used(self, section: Section) -> bool:
        words = {plain(section.key), plain(section.name)} - {""}
        return any(words & set(place) for place in self._places)


def _unused(key: str, taken: set[str]) -> str:
    number, made = 2, key
    while made in taken:
        made, number = f"{key} ({number})", number + 1
    return made


class _Statements:
    """The statements as they are taken, one after the other."""

    def __init__(self, parts: Parts, levels: tuple[LevelDraft, ...], sections: _Sections) -> None:
        self._parts, self._levels, self._sections = parts, levels, sections
        self._options = {level.value for level in levels}
        self._repeated = _restarting(parts.items)
        self._where: dict[str, Words] = {}
        self._texts: dict[tuple[str, int], Words] = {}
        self.taken: list[StatementDraft] = []

    def take(self, item: Item) -> None:
        reason = self._unfit(item)
        if reason is None:
            place = self._sections.place(item)
            section = self._sections.dimensions[place]
            key = item.key or str(len(self.taken) + 1)
            if item.key and self._repeated:
                key = f"{section.key}.{item.key}"
            reason = self._repeats(key, item, place)
        if reason is not None:
            self._parts.untaken.append(Untaken(item.where, reason, item.raw))
            return
        self._where[key] = self._texts[plain(item.text), place] = item.where
        floor, when = self._floor(item)
        self.taken.append(StatementDraft(key, item.text, place, self._cues(item), floor, when))

    def _unfit(self, item: Item) -> Words | None:
        if not plain(item.text):
            return message("There is no statement in it.")
        if len(item.text) > LONGEST_TEXT or len(item.key) > LONGEST_KEY:
            return message("It is longer than a statement or an id can be.")
        if len(self.taken) >= MOST_STATEMENTS:
            return plural("Only {n} statement is taken.", "Only {n} statements are taken.", MOST_STATEMENTS)
        if item.options:
            meant = {level_meant(self._levels, *numbered(option)) for option in item.options}
            if None not in meant and meant != self._options and len(meant) != len(self._levels):
                return message("It has another set of levels than the others.")
            if all(each is None for each in meant):
                return message("It has another set of levels than the others.")
        return None

    def _repeats(self, key: str, item: Item, place: int) -> Words | None:
        if key in self._where:
            return message("The id {key} is taken already, by {where}.", key=key, where=self._where[key])
        if (plain(item.text), place) in self._texts:
            where = self._texts[plain(item.text), place]
            return message("The same statement stands there already, in {where}.", where=where)
        return None

    def _cues(self, item: Item) -> tuple[tuple[int, str], ...]:
        cues: dict[int, str] = {}
        for cue in item.cues:
            level = level_meant(self._levels, cue.number, cue.name)
            if level is None and cue.number is not None:
                level = level_meant(self._levels, cue.number, "")
            if level is not None and cue.text:
                cues.setdefault(level, cue.text[:LONGEST_TEXT])
        return tuple(sorted(cues.items()))

    def _floor(self, item: Item) -> tuple[int | None, str]:
        if not item.floor:
            return None, ""
        level, when = level_written(self._levels, item.floor), _floor_when(item.floor_when)
        if level is None or when is None:
            reason = message("Its floor is no level, or not said for which pilots; the statement is taken without it.")
            self._parts.untaken.append(Untaken(item.where, reason, f"{item.floor} {item.floor_when}".strip()))
            return None, ""
        return level, when


def _floor_when(text: str) -> str | None:
    """Which pilots a floor is for, from the words of a file; None where they can't be told."""
    words = plain(text)
    if "student" in words:
        return FloorWhen.STUDENTS.value
    if "data" in words or "pii" in words or "sensitive" in words or "personal" in words:
        return FloorWhen.DATA2.value
    return FloorWhen.ANY.value if words in _EVERY_PILOT else None


def _restarting(items: Sequence[Item]) -> bool:
    """Whether ids begin anew in each section (1, 2, 3, 1, 2): unique within a section, but not in the whole."""
    keys = [item.key for item in items if item.key and item.text]
    pairs = {(plain(item.pillar), plain(item.section), item.key) for item in items if item.key and item.text}
    return len(pairs) == len(keys) and len(set(keys)) * 4 <= len(keys) * 3
