"""What the heading of a column means in a table of statements, of levels or of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from roadmap_desktop.exchange.answer_words import LONGEST, numbered, plain, says_dont_know, says_not_applicable


class Role(StrEnum):
    """What a column holds."""

    KEY = "key"
    TEXT = "text"
    DESCRIPTION = "description"
    SECTION = "section"
    SECTION_KEY = "section key"
    PILLAR = "pillar"
    OPTIONS = "options"
    LEVEL = "level"
    LEVEL_NAME = "level name"
    LEVEL_TEXT = "level text"
    FLOOR = "floor"
    FLOOR_WHEN = "floor when"
    KIND = "kind"
    ASIDE = "aside"


_SECTION = (
    r"sections?|dimensions?|domains?|areas?|categor(y|ies)|themes?|strands?|topics?|groups?|components?|focus areas?"
    r"|factors?|constructs?|subscales?|sub ?domains?|sub ?sections?|standards? group|seccion|dimension(es)?"
)
_ITEM = (
    r"statements?|items?|questions?|indicators?|elements?|criteri(on|a)|practices?|prompts?|competenc(y|ies)"
    r"|checkpoints?"
)
_KEY = r"ids?|codes?|keys?|refs?|reference|nos?|nr|num|numbers?|#"
_RULES: tuple[tuple[Role, str], ...] = (
    (Role.FLOOR_WHEN, r"(floor|gate|minimum) (when|applies( to)?|for)|applies to|for which pilots|gate when"),
    (
        Role.FLOOR,
        r"floors?( level)?|min(imum)?( level| required)?|required level|gate( level)?|pilot (floor|gate|minimum)",
    ),
    (Role.SECTION_KEY, rf"({_SECTION}) ?({_KEY})"),
    (Role.KEY, rf"({_ITEM}) ?({_KEY})|({_KEY})|q( no| number)?|name of variable|var(iable)?"),
    (Role.LEVEL_NAME, r"(level|rating|score|option) (names?|labels?|titles?)|labels?|anchors?|meaning|names?"),
    (
        Role.LEVEL_TEXT,
        r"(level|rating|score|rubric|performance) (descriptions?|descriptors?|texts?|wording)|descriptors?|rubric"
        r"|cues?|look fors?|what it looks like|looks like",
    ),
    (Role.LEVEL, r"levels?( no| number| value| id)?|scores?|values?|ratings?|points?|stages?"),
    (Role.PILLAR, r"pillars?( names?)?|layers?|clusters?|super ?domains?"),
    (Role.SECTION, rf"({_SECTION})( (names?|titles?|labels?|headings?|text))?"),
    (
        Role.TEXT,
        rf"({_ITEM})( (texts?|wording|statements?|descriptions?|labels?))?|texts?|wording|survey (item|question)s?"
        r"|afirmacion(es)?|enunciados?|preguntas?",
    ),
    (Role.DESCRIPTION, r"descriptions?|details?|explanations?|title"),
    (
        Role.OPTIONS,
        r"scales?|(response|answer|rating) (options?|scales?|choices?|set)|options?"
        r"|choices?|responses?|answers?|levels allowed",
    ),
    (Role.KIND, r"(row |record |item |question )?(types?|kinds?)|element type"),
    (
        Role.ASIDE,
        r"notes?|comments?|evidence.*|guidance|sources?|owners?|respondents?|who( answers)?|answered by|weights?|help"
        r"|examples?|next steps?|rationale|required|order|position|hint|remarks?|tags?|status|date|version|language",
    ),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_LEVEL_HEADING = re.compile(
    r"(level|lvl|l|stage|score|rating|point|option|nivel)?\s*#?\d+.*|.*[(\[]\s*(level\s*)?\d+\s*[)\]]", re.I
)
_GENERIC = re.compile(r"(level )?(texts?|descriptions?|descriptors?|labels?|wording|names?|cues?)")
_LONGEST_HEADING = 80


@dataclass(slots=True)
class Headings:
    """A row of headings: the column of each role (the first of several), and the columns that are levels."""

    places: dict[Role, int] = field(default_factory=dict)
    several: dict[Role, list[int]] = field(default_factory=dict)
    levels: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)

    def has(self, *roles: Role) -> bool:
        """Whether there is a column of each role."""
        return all(role in self.places for role in roles)

    def has_statements(self) -> bool:
        """Whether there is a column that can hold statements."""
        return (
            bool(self.places.keys() & {Role.TEXT, Role.DESCRIPTION})
            and not heads_levels(self)
            and not heads_sections(self)
        )


def role_of(heading: str) -> Role | None:
    """What a heading means; None for words that mean nothing here."""
    words = plain(heading[: 4 * _LONGEST_HEADING].replace("#", " number "))
    if not words or len(words) > _LONGEST_HEADING:
        return None
    return next((role for role, pattern in _COMPILED if pattern.fullmatch(words)), None)


def headings(cells: Sequence[str]) -> Headings:
    """What each cell of a row means as a heading."""
    found = Headings()
    for place, cell in enumerate(cells):
        if not cell:
            continue
        number, name = numbered(cell)
        role = role_of(cell)
        is_level = len(cell) <= LONGEST and _LEVEL_HEADING.fullmatch(cell.strip().replace("_", " "))
        if role is None and number is not None and is_level:
            found.levels[place] = (number, "" if _GENERIC.fullmatch(plain(name)) else name)
        elif role is None:
            found.unknown[place] = cell
        else:
            found.several.setdefault(role, []).append(place)
            found.places.setdefault(role, place)
    return found


def heads_statements(found: Headings) -> bool:
    """Whether a row can stand above statements: it names a column of statements and one thing more."""
    text = found.has(Role.TEXT) or found.has(Role.DESCRIPTION)
    more = found.places.keys() - {Role.TEXT, Role.DESCRIPTION, Role.LEVEL, Role.ASIDE, Role.LEVEL_NAME}
    return text and bool(
        more
        or found.levels
        or (found.has(Role.TEXT) and found.unknown)
        or Role.LEVEL_TEXT in found.places
        or len(found.several.get(Role.TEXT, ())) > 1
    )


_NAMES_OF_LEVELS = {Role.LEVEL_NAME, Role.DESCRIPTION, Role.LEVEL_TEXT, Role.OPTIONS}


def heads_levels(found: Headings) -> bool:
    """Whether a row can stand above a list of levels: a number or name of the level, and what it is called."""
    if found.has(Role.TEXT) or found.has(Role.SECTION) or found.levels:
        return False
    if found.has(Role.LEVEL):
        return bool(found.places.keys() & _NAMES_OF_LEVELS) or bool(found.unknown)
    return found.has(Role.KEY, Role.LEVEL_NAME) and len(found.places) <= 3 and not found.unknown


def heads_sections(found: Headings) -> bool:
    """Whether a row can stand above a list of sections."""
    if found.has(Role.TEXT) or found.levels:
        return False
    return found.has(Role.SECTION) and bool(
        found.places.keys() & {Role.PILLAR, Role.SECTION_KEY, Role.KEY, Role.LEVEL_NAME, Role.DESCRIPTION}
    )


def is_beside_levels(name: str) -> bool:
    """Whether a heading names an answer that is no level."""
    return says_dont_know(name) or says_not_applicable(name)
