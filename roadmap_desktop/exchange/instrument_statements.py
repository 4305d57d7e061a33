"""The rows of a table of statements: one row per statement, or one per statement and level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean
from typing import Protocol

from roadmap_desktop.exchange.answer_words import numbered, plain
from roadmap_desktop.exchange.instrument_headings import Headings, Role, is_beside_levels
from roadmap_desktop.exchange.instrument_parts import Item, Parts, Said, Untaken
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.workbook import Sheet, column_name
from roadmap_desktop.language import Words, message

_SHORT = 14
_ID = re.compile(r"\S{1,2}|\S*\d\S*")
_SEPARATORS = ("|", ";", "\n", ",")


class Lines(Protocol):
    """A table with a row of headings."""

    @property
    def sheet(self) -> Sheet:
        """The sheet it stands on."""

    @property
    def head(self) -> Row | None:
        """The row of headings."""

    @property
    def found(self) -> Headings:
        """What its headings mean."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows under the headings."""

    def where(self, row: Row) -> Words:
        """Where a row stands."""


def read_statements(block: Lines, parts: Parts, *, several: bool) -> None:
    """Takes the statements of a table; ``several`` sheets of statements are sections by their names."""
    columns = _Columns(block, parts)
    items: list[Item] = []
    section = pillar = ""
    heading: Row | None = None
    for row in (*block.rows, None):
        if row is None or columns.is_section(row):
            if heading is not None:
                reason = message("No statement follows it.")
                parts.untaken.append(Untaken(block.where(heading), reason, heading.raw.strip()))
            heading = row
            section = next(cell for cell in row.cells if cell) if row else ""
            continue
        heading = None
        named = row.cell(columns.section)
        if named and (columns.pillar is None or row.cell(columns.pillar)):
            pillar = row.cell(columns.pillar)
        section = named or section
        item = columns.item(row, block.where(row))
        own = section or (block.sheet.name if several else "")
        items.append(replace(item, section=own, pillar=row.cell(columns.pillar) or pillar))
    parts.items += _joined(items) if columns.by_level else items


class _Columns:
    """Which column of the table holds what."""

    def __init__(self, block: Lines, parts: Parts) -> None:
        found = block.found
        self._rows = block.rows
        self.text, self.key = self._texts(found)
        self.section, self.pillar = self._sections(found)
        self.section_key = found.places.get(Role.SECTION_KEY)
        if self.section is None and self.section_key is not None:
            self.section = self.section_key
        self.by_level = self._is_by_level(found)
        self.places = dict(found.places)
        self.levels = {} if self.by_level else self._levels(found, parts)
        self._list_others(block, found, parts)

    def item(self, row: Row, where: Words) -> Item:
        """A row as a statement."""
        cues = tuple(Said(number, name, row.cell(place)) for place, (number, name) in self.levels.items())
        if self.by_level:
            cues = (self._level(row),)
        return Item(
            where,
            row.raw.strip(),
            key=row.cell(self.key),
            text=row.cell(self.text),
            cues=cues,
            options=_options(row.cell(self.places.get(Role.OPTIONS))),
            floor=row.cell(self.places.get(Role.FLOOR)),
            floor_when=row.cell(self.places.get(Role.FLOOR_WHEN)),
        )

    def is_section(self, row: Row) -> bool:
        """Whether a row is the heading of a section: one cell alone, where statements have more."""
        filled = [place for place, cell in enumerate(row.cells) if cell]
        if len(filled) != 1 or self.section is not None:
            return False
        place = filled[0]
        if place == self.text:
            return self._usually(self.key) or any(self._usually(level) for level in self.levels)
        return place not in self.levels and not (place == self.key and _ID.fullmatch(row.cells[place]))

    def _usually(self, place: int | None) -> bool:
        filled = sum(bool(row.cell(place)) for row in self._rows)
        return place is not None and filled * 2 > len(self._rows)

    def _length(self, place: int) -> float:
        texts = [row.cell(place) for row in self._rows if row.cell(place)]
        return mean(map(len, texts)) if texts else 0.0

    def _texts(self, found: Headings) -> tuple[int, int | None]:
        """The column of the statements (the longest of several) and of their ids (short texts, all different)."""
        texts = found.several.get(Role.TEXT) or found.several[Role.DESCRIPTION]
        text = max(texts, key=self._length)
        if found.has(Role.DESCRIPTION) and self._length(text) <= _SHORT:
            text = max((text, *found.several[Role.DESCRIPTION]), key=self._length)
        keys = found.several.get(Role.KEY, []) + [place for place in texts if place != text]
        for key in keys:
            if self._length(key) <= _SHORT * 2 and self._usually(key):
                return text, key
        return text, None

    def _sections(self, found: Headings) -> tuple[int | None, int | None]:
        """The columns of section and pillar; of two columns of sections the one with fewer names is the pillar."""
        places = found.several.get(Role.SECTION, [])
        pillar = found.places.get(Role.PILLAR)
        if not places:
            return pillar, None
        many = {place: len({plain(row.cell(place)) for row in self._rows}) for place in places}
        finest = max(places, key=lambda place: many[place])
        if pillar is None and len(places) > 1:
            pillar = min(places, key=lambda place: many[place])
        return finest, pillar if pillar != finest else None

    def _is_by_level(self, found: Headings) -> bool:
        """Whether each statement stands in several rows, one for each level."""
        if not found.has(Role.LEVEL):
            return False
        statements = [(row.cell(self.section), row.cell(self.text)) for row in self._rows if row.cell(self.text)]
        return len(set(statements)) * 3 <= len(statements) * 2

    def _level(self, row: Row) -> Said:
        number, rest = numbered(row.cell(self.places.get(Role.LEVEL)))
        name = row.cell(self.places.get(Role.LEVEL_NAME)) or rest
        words = (Role.LEVEL_TEXT, Role.DESCRIPTION)
        text = next((row.cell(self.places[each]) for each in words if each in self.places), "")
        return Said(number, name, text)

    def _levels(self, found: Headings, parts: Parts) -> dict[int, tuple[int | None, str]]:
        """The columns that are levels: those with a number, else those named like a level, else all to the right."""
        if found.levels:
            return found.levels
        known = {plain(level.name) for level in parts.levels}
        named = {place: (None, name) for place, name in found.unknown.items() if plain(name) in known}
        if named:
            return dict(named)
        right = {
            place: (None, name)
            for place, name in found.unknown.items()
            if place > self.text and self._usually(place) and not is_beside_levels(name)
        }
        return dict(right) if 2 <= len(right) <= 7 else {}

    def _list_others(self, block: Lines, found: Headings, parts: Parts) -> None:
        used = {self.text, self.key, self.section, self.pillar, *self.levels}
        used |= {self.places.get(role) for role in (Role.OPTIONS, Role.FLOOR, Role.FLOOR_WHEN)}
        if self.by_level:
            used |= {self.places.get(role) for role in (Role.LEVEL, Role.LEVEL_NAME, Role.LEVEL_TEXT, Role.DESCRIPTION)}
        every = {*found.unknown, *(place for places in found.several.values() for place in places)}
        for place in sorted(every - used):
            where = message("column {column}", column=column_name(place))
            if block.sheet.name:
                where = message("{sheet}, column {column}", sheet=block.sheet.name, column=column_name(place))
            reason = message("It says nothing that an instrument keeps.")
            parts.untaken.append(Untaken(where, reason, block.head.cell(place) if block.head else ""))


def _options(text: str) -> tuple[str, ...]:
    """The answers that a cell lists, such as "1 = Never; 2 = Often"."""
    for separator in _SEPARATORS:
        options = tuple(part.strip() for part in text.split(separator) if part.strip())
        if len(options) > 1:
            return options
    return ()


def _joined(rows: Sequence[Item]) -> list[Item]:
    """The rows of one statement made one, in the order of the first; a row without a text goes with the one above."""
    joined: dict[tuple[str, str, str], Item] = {}
    last: tuple[str, str, str] | None = None
    for row in rows:
        key = (plain(row.section), row.key, plain(row.text)) if row.text or row.key or last is None else last
        before = joined.get(key)
        joined[key] = row if before is None else replace(before, cues=(*before.cues, *row.cues))
        last = key
    return list(joined.values())
