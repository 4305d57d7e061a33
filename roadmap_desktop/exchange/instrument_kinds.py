"""A table in which each row says what it is (section, statement, level), as survey programs write it."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.exchange.answer_words import numbered, plain
from roadmap_desktop.exchange.instrument_headings import Headings, Role
from roadmap_desktop.exchange.instrument_parts import Item, Parts, Said, Section, Untaken
from roadmap_desktop.exchange.instrument_statements import Lines
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.language import message

_PILLARS = {"pillar", "layer"}
_SECTIONS = {"section", "dimension", "domain", "area", "category", "group", "theme", "page", "heading"}
_LEVELS = {"level", "scale", "option", "choice", "answer", "rating"}
_ITEMS = {"item", "statement", "question", "indicator", "element", "criterion"}
_ENDS = {"end group", "end section"}


@dataclass(slots=True)
class _Open:
    """The pillar and section that are open while the rows are read."""

    pillar: str = ""
    section: str = ""


def read_kinds(block: Lines, parts: Parts) -> bool:
    """Takes the rows by their kinds; False where the column says nothing of sections or statements."""
    kinds = block.found.places[Role.KIND]
    words = {plain(row.cell(kinds)) for row in block.rows}
    if not words & (_SECTIONS | _PILLARS | {"begin group"}) or not any(_is_item(word) for word in words):
        return False
    open_ = _Open()
    for row in block.rows:
        _take(block, row, plain(row.cell(kinds)), open_, parts)
    return True


def _is_item(kind: str) -> bool:
    return kind in _ITEMS or kind.startswith("select one")


def _take(block: Lines, row: Row, kind: str, open_: _Open, parts: Parts) -> None:
    key, text = row.cell(block.found.places.get(Role.KEY)), _text(block.found, row)
    if kind in _PILLARS:
        open_.pillar = text or key
    elif kind in _SECTIONS or kind == "begin group":
        open_.section = text or key
        parts.sections.append(Section(key, text or key, row.cell(block.found.places.get(Role.PILLAR)) or open_.pillar))
    elif kind in _ENDS:
        open_.section = ""
    elif kind in _LEVELS:
        number, _ = numbered(key or row.cell(block.found.places.get(Role.LEVEL)))
        parts.levels.append(Said(number, text, ""))
    elif _is_item(kind):
        places = block.found.places
        parts.items.append(
            Item(
                block.where(row),
                row.raw.strip(),
                key=key,
                text=text,
                section=row.cell(places.get(Role.SECTION)) or open_.section,
                pillar=row.cell(places.get(Role.PILLAR)) or open_.pillar,
                floor=row.cell(places.get(Role.FLOOR)),
                floor_when=row.cell(places.get(Role.FLOOR_WHEN)),
                cues=tuple(Said(number, name, row.cell(place)) for place, (number, name) in block.found.levels.items()),
            )
        )
    else:
        reason = message("It is neither a section nor a statement nor a level.")
        parts.untaken.append(Untaken(block.where(row), reason, row.raw.strip()))


def _text(found: Headings, row: Row) -> str:
    roles = (Role.TEXT, Role.LEVEL_NAME, Role.DESCRIPTION)
    return next((row.cell(found.places[role]) for role in roles if row.cell(found.places.get(role))), "")
