"""A list of people as other programs write it, CSV or XLSX: what its columns hold, and its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from roadmap_desktop.exchange.headed import Headed, headed
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.prepare.pastedpeople import FIRST, heading, person
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.language import message


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The lines with their numbers in the file, and the columns and rows that are no people."""

    lines: tuple[tuple[int, Mapping[PersonField, str]], ...]
    untaken: tuple[Untaken, ...]


def read_people(source: bytes | str) -> PeopleList:
    """The people of a list, by its headings in any order and either language; first and last name may stand apart.

    Raises:
        Unreadable: the file is no table, or no column is headed as the name.
    """
    table = _table(source)
    columns = [table.roles.get(place, "") for place in range(len(table.header.cells))]
    lines = tuple((row.number, person(row.cells, columns)) for row in table.rows if not row.is_empty)
    aside = table.not_columns(message("This column says nothing that is kept of a person."))
    return PeopleList(lines, (*table.not_rows(), *aside))


def _table(source: bytes | str) -> Headed:
    remedy = message("Head one column with name, the others with role, perspective, table, school.")
    try:
        return headed(source, _role, (PersonField.NAME,), remedy)
    except Unreadable:
        return headed(source, _role, (FIRST,), remedy)


def _role(cell: str) -> str | None:
    return heading(cell) or None
