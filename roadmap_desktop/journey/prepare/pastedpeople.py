"""People pasted from a spreadsheet: which column holds what, by its heading, else in the order of our own table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from roadmap_desktop.journey.prepare.personfields import PersonField

ORDER = (PersonField.NAME, PersonField.ROLE, PersonField.PERSPECTIVE, PersonField.TABLE, PersonField.SCHOOL)
"""The columns where the paste has no headings."""
FIRST, LAST = "first name", "last name"
"""Columns that together are a name."""
_HEADINGS: Mapping[str, re.Pattern[str]] = {
    FIRST: re.compile(r"(first|given)( name)?|nombre"),
    LAST: re.compile(r"(last|family|sur) ?name|last|apellidos?"),
    PersonField.NAME: re.compile(r"(full |participant )?names?|participants?|person|who|nombre completo"),
    PersonField.ROLE: re.compile(r"roles?|(job )?titles?|positions?|functions?|cargo|puesto"),
    PersonField.PERSPECTIVE: re.compile(r"perspectives?|stakeholders?( group)?|groups?|represents|perspectiva"),
    PersonField.TABLE: re.compile(r"tables?( (number|no|name))?|seat|mesa"),
    PersonField.SCHOOL: re.compile(r"schools?( name)?|sites?|buildings?|campus|escuela"),
}


def pasted_people(cells: Sequence[Sequence[str]]) -> tuple[Mapping[PersonField, str], ...]:
    """The people in pasted cells, those without a name left out; first and last name in two columns are put together.

    The first row is taken as headings when it has one for the name and none of its cells is anything else.
    """
    rows = [row for row in cells if any(cell.strip() for cell in row)]
    headings = _headings(rows[0]) if rows else ()
    if headings:
        rows = rows[1:]
    found = (person(row, headings or ORDER) for row in rows)
    return tuple(each for each in found if each[PersonField.NAME])


def names_columns(row: Sequence[str]) -> bool:
    """Whether a line of pasted cells says what the columns hold."""
    return bool(_headings(row))


def _headings(row: Sequence[str]) -> tuple[str, ...]:
    found = tuple(heading(cell) for cell in row)
    known = [each for each in found if each]
    has_name = PersonField.NAME in known or FIRST in known
    return found if has_name and len(known) == sum(bool(cell.strip()) for cell in row) else ()


def heading(cell: str) -> str:
    """What a column holds by its heading: a field of a person, or a part of the name; empty where nothing known."""
    words = " ".join(re.sub(r"[^\w]+", " ", cell.casefold()).split())
    return next((key for key, pattern in _HEADINGS.items() if pattern.fullmatch(words)), "")


def person(row: Sequence[str], columns: Sequence[str]) -> dict[PersonField, str]:
    """A person of a line whose columns hold these things, as ``heading`` names them."""
    values = dict(zip(columns, (" ".join(cell.split()) for cell in row), strict=False))
    name = values.get(PersonField.NAME) or f"{values.get(FIRST, '')} {values.get(LAST, '')}".strip()
    return {field: values.get(field, "") for field in ORDER} | {PersonField.NAME: name}
