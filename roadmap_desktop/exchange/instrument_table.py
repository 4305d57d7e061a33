"""An instrument as tables: one row per statement, or per statement and level, with its levels in columns or a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from roadmap_desktop.exchange.answer_words import numbered, plain
from roadmap_desktop.exchange.instrument_headings import (
    Headings,
    Role,
    headings,
    heads_levels,
    heads_sections,
    heads_statements,
)
from roadmap_desktop.exchange.instrument_kinds import read_kinds
from roadmap_desktop.exchange.instrument_parts import Parts, Said, Section, Untaken
from roadmap_desktop.exchange.instrument_statements import read_statements
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.workbook import Sheet
from roadmap_desktop.language import Words, message

_LONGEST_LINE = 2_000
_SCALE = re.compile(
    r"(-?\d{1,3})\s*(?:=|:|–|—|-|\)|\.)\s*([^;|=\d][^;|=\d]*?)\s*(?=[;|,]?\s*-?\d{1,3}\s*(?:=|:|–|—|-|\)|\.)|[;|]|$)"
)
_NAMES_OF_LEVELS = (Role.LEVEL_NAME, Role.OPTIONS, Role.DESCRIPTION, Role.LEVEL_TEXT)
_NAME = re.compile(r"(?:instrument|title|name|assessment|survey|tool)\s*[:=]\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one row of headings; without headings, rows that stand above or between tables."""

    sheet: Sheet
    head: Row | None
    found: Headings
    rows: tuple[Row, ...]

    def where(self, row: Row) -> Words:
        """Where a row stands, for a person to find it."""
        if self.sheet.name:
            return message("{sheet}, row {n}", sheet=self.sheet.name, n=row.number)
        return message("line {n}", n=row.number)


def read_tables(sheets: Sequence[Sheet]) -> Parts:
    """Everything that the sheets say of an instrument."""
    parts = Parts()
    blocks = [block for sheet in sheets for block in _blocks(sheet)]
    for sheet in sheets:
        parts.untaken += [
            Untaken(
                message("{sheet}, cell {cell}", sheet=sheet.name, cell=cell),
                message("Its formula was never worked out in a spreadsheet program."),
            )
            for cell in sheet.unknown
        ]
    for block in blocks:  # what explains the statements comes first, wherever it stands
        if block.head is None:
            _above(block, parts)
        elif heads_levels(block.found):
            _levels(block, parts)
        elif heads_sections(block.found):
            _sections(block, parts)
    statements = [block for block in blocks if block.head is not None and block.found.has_statements()]
    for block in statements:
        if block.found.has(Role.KIND) and read_kinds(block, parts):
            continue
        read_statements(block, parts, several=len({each.sheet.name for each in statements}) > 1)
    return parts


def _blocks(sheet: Sheet) -> Iterable[Block]:
    """The tables of a sheet: each row of headings begins one."""
    head: Row | None = None
    found, rows = Headings(), list[Row]()
    for row in sheet.rows:
        if row.is_empty:
            continue
        here = headings(row.cells)
        if _begins(here, found if head else None, row):
            yield Block(sheet, head, found, tuple(rows))
            head, found, rows = row, here, []
        else:
            rows.append(row)
    yield Block(sheet, head, found, tuple(rows))


def _begins(here: Headings, open_: Headings | None, row: Row) -> bool:
    tests: tuple[Callable[[Headings], bool], ...] = (heads_statements, heads_levels, heads_sections)
    if any(len(cell) > 80 and place in here.places.values() for place, cell in enumerate(row.cells)):
        return False
    if open_ is None and here.has(Role.TEXT) and sum(map(bool, row.cells)) == 1:
        return True
    if not any(test(here) for test in tests) or (
        open_ is not None and open_.has(Role.KIND) and not here.has(Role.KIND)
    ):
        return False
    return open_ is None or here.places != open_.places or len(here.places) > 2


def _above(block: Block, parts: Parts) -> None:
    """Lines above a table: the instrument's name, and its levels where a line lists them (1 = Never; 2 = Often)."""
    for row in block.rows:
        text = " ; ".join(cell for cell in row.cells if cell)[:_LONGEST_LINE]
        named = _NAME.fullmatch(text)
        scale = [(int(number), name.strip(" ,")) for number, name in _SCALE.findall(text)]
        if len(scale) >= 2:
            parts.levels += [Said(number, name, "") for number, name in scale]
        elif named:
            parts.name = parts.name or named[1].strip(" ;")
        else:
            parts.untaken.append(Untaken(block.where(row), message("It stands outside the tables."), text))


def _levels(block: Block, parts: Parts) -> None:
    """A list of levels, one a row."""
    found = block.found
    names = [found.places[role] for role in _NAMES_OF_LEVELS if found.has(role)]
    names += list(found.unknown)
    values = found.places.get(Role.LEVEL, found.places.get(Role.KEY))
    for row in block.rows:
        value = row.cell(values)
        name = next((row.cell(place) for place in names if row.cell(place)), "")
        number, rest = numbered(value)
        if number is None and not name:
            number, rest = None, value
        if not value and not name:
            continue
        parts.levels.append(Said(number, (name or rest) if number is not None else (value or name), ""))


def _sections(block: Block, parts: Parts) -> None:
    """A list of sections, one a row."""
    found = block.found
    keys = found.places.get(Role.SECTION_KEY, found.places.get(Role.KEY))
    names = found.places.get(Role.LEVEL_NAME, found.places[Role.SECTION])
    for row in block.rows:
        name = row.cell(names) or row.cell(found.places[Role.SECTION])
        key = row.cell(keys) if keys is not None else row.cell(found.places[Role.SECTION])
        if plain(name):
            key = key if plain(key) != plain(name) else ""
            parts.sections.append(Section(key, name, row.cell(found.places.get(Role.PILLAR))))
