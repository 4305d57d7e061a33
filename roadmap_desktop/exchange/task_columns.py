"""Which column of a list of tasks holds what, by the words of its heading, whatever their order and capitals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from roadmap_desktop.exchange.school_columns import heading_words
from roadmap_desktop.exchange.table import Row


class Role(StrEnum):
    """What a column holds; by the name that we give it in our own lists."""

    ID = "id"
    NAME = "name"
    LENGTH = "length"
    PREDECESSORS = "predecessors"
    NOT_BEFORE = "earliest start"
    MUST_FINISH_BY = "must finish by"
    PHASE = "phase"
    OWNER = "owner"
    CALENDAR = "calendar"
    START = "start"
    FINISH = "finish"
    DONE = "done"
    STARTED_ON = "started on"
    FINISHED_ON = "finished on"
    SAVED_START = "start as saved"
    SAVED_FINISH = "finish as saved"
    SAVED_DONE = "done as saved"


_RULES = {
    Role.ID: r"(task |activity |work |unique )?(ids?|keys?|codes?|numbers?|no|nr|wbs)|wbs code",
    Role.NAME: r"names?|(task|activity)( (names?|title|description))?|title|what|tasks|activities|tarea|nombre",
    Role.LENGTH: r"length|duration|(how )?long|takes|task length|original duration|duracion|duración",
    Role.PREDECESSORS: r"(unique id )?predecessors?( ids?)?|depends on|dependenc(y|ies)|waits for|after|links?"
    r"|prerequisites?|predecesor(a|e|as|es)?",
    Role.NOT_BEFORE: r"(earliest|early|soonest)( start)?( date)?|(start )?not before|(start )?no earlier than"
    r"|start no earlier than|not earlier than|start after",
    Role.MUST_FINISH_BY: r"must (finish|end|be done)( (by|before|on))?|(finish|end|done|needed) by|due( (date|by|on))?"
    r"|deadlines?|finish no later than|latest finish",
    Role.PHASE: r"phases?|lanes?|stages?|swim ?lanes?|fase",
    Role.OWNER: r"owners?|responsible( person)?|assigned( to)?|assignees?|who|resources?( names?)?|lead|responsable",
    Role.CALENDAR: r"calendars?|calendar groups?|school levels?",
    Role.START: r"(planned )?(start|begin)(s|ning)?( date| day)?",
    Role.FINISH: r"(planned )?(finish|end)(es|s)?( date| day)?",
    Role.DONE: r"done|progress|(percent|%)( (complete|done))?|complete",
    Role.STARTED_ON: r"started( on)?|actual start",
    Role.FINISHED_ON: r"(finished|ended)( on)?|actual (finish|end)",
}
_RULES |= {role: role.value for role in (Role.SAVED_START, Role.SAVED_FINISH, Role.SAVED_DONE)}
_PATTERNS = {role: re.compile(words) for role, words in _RULES.items()}
_LONGEST = 60
_WITHIN = 60
"""So many rows are looked at for the headings."""

Places = Mapping[Role, int]
"""The place of each column in a row, counted from 0."""


def places(cells: Sequence[str]) -> dict[Role, int]:
    """The columns that these headings name; of two of one kind the first.

    Where tasks have lengths and names but no ids, as in many a textbook, their names are their ids.
    """
    found: dict[Role, int] = {}
    for place, cell in enumerate(cells):
        role = _role(cell)
        if role is not None:
            found.setdefault(role, place)
    if Role.ID not in found and Role.NAME in found and Role.LENGTH in found:
        found[Role.ID] = found[Role.NAME]
    return found


def headings(rows: Sequence[Row]) -> tuple[int, dict[Role, int]]:
    """The place of the row that holds most headings, among the first, and its columns; an id and one more at least."""
    best, columns = -1, dict[Role, int]()
    for place, row in enumerate(rows[:_WITHIN]):
        found = places(row.cells)
        if Role.ID in found and len(found) > max(1, len(columns)):
            best, columns = place, found
    return best, columns


def _role(heading: str) -> Role | None:
    words = heading_words(heading) if len(heading) <= _LONGEST else ""
    return next((role for role, pattern in _PATTERNS.items() if words and pattern.fullmatch(words)), None)
