"""Which column of a school list holds what, by the words of its heading and not by its exact name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DISTRICT = r"district|lea|school system|agency|corporation|local education agency|isd|sau"
_GRADE = r"grades?|gr"
_RULES: tuple[tuple[str, str, str], ...] = (
    # what it is, what its heading says, what its heading must not say
    (
        "name",
        r"(school|campus|site|building|institution|facility)( (full|official))?( names?)?( as listed)?"
        r"|names? of (the )?(school|campus|site)s?|names?|schools|sch name",
        r"$^",
    ),
    ("district", rf"({_DISTRICT})( names?)?|names? of ({_DISTRICT})", r"$^"),
    (
        "code",
        r"(.*\b)?(nces( school)?( ids?| code| number| no)?|(school|campus|site|building|loc|location|facility)"
        r" (codes?|ids?|number|num|no|nbr))( nces| state)?|school state id|state (school )?(code|id)"
        r"|codes?|ids?|number|no|ncessch|sch ?no|sch ?id|sch ?code|cds ?code|mcd",
        rf".*\b({_DISTRICT}|county|city|zip|locale|phone|type|status|region|student)\b.*",
    ),
    ("low", rf"(low(est)?|min(imum)?|beginning|start(ing)?|first|from)( ({_GRADE}))?( offered| served)?", r"$^"),
    ("low", rf"({_GRADE}) (low(est)?|from|start|begin|min)|gslo", r"$^"),
    ("high", rf"(high(est)?|max(imum)?|ending|end|last|to)( ({_GRADE}))?( offered| served)?", r"$^"),
    ("high", rf"({_GRADE}) (high(est)?|to|thru|end|max)|gshi", r"$^"),
    ("grades", rf"({_GRADE})( (levels?|spans?|range|served|offered|config(uration)?))*|span", r"$^"),
    (
        "enrolment",
        r".*\b(enrol?lments?|enrolled|students?|membership|member|pupils?|head ?count|adm|ada)\b.*",
        r".*\b(ratio|teachers?|percent|pct|%|lunch|female|male|id|name|type|per|white|black|hispanic|asian"
        r"|certified|group|disab\w*|el[ls]|gifted|homeless|english|services|date|grade)\b.*",
    ),
    ("level", r"(school )?(level|type|category|kind)|level of school|school grade level", r"$^"),
    ("status", r"((school|operational|current|sy) )?status( text)?", r"$^"),
)
_COMPILED = tuple((role, re.compile(yes), re.compile(no)) for role, yes, no in _RULES)
_MAIN = ("name", "code", "enrolment", "low", "high", "grades", "district")


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each thing in a row, counted from 0; None where the list has no such column."""

    name: int | None = None
    district: int | None = None
    code: int | None = None
    low: int | None = None
    high: int | None = None
    grades: int | None = None
    enrolment: int | None = None
    level: int | None = None
    status: int | None = None


def columns(header: Sequence[str]) -> Columns:
    """The columns of a list, by its header row; for each thing the heading that says most about it."""
    places: dict[str, int] = {}
    weights: dict[str, float] = {}
    for place, heading in enumerate(header):
        words = heading_words(heading)
        role = _role(words)
        weight = _weight(role, words) if role else 0.0
        if role and weight > weights.get(role, float("-inf")):
            places[role], weights[role] = place, weight
    return Columns(**places)


def weigh_school_header(cells: tuple[str, ...]) -> int:
    """How many different things about a school a row's cells are headings of; 0 without a name."""
    if len(cells) > 400 or any(len(cell) > 80 for cell in cells):
        return 0
    roles = {_role(heading_words(cell)) for cell in cells}
    return sum(role in roles for role in (*_MAIN, "level", "status")) if "name" in roles else 0


def heading_words(heading: str) -> str:
    """A heading in lower case, without stars, brackets and punctuation."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", heading)
    return " ".join(re.sub(r"[^\w%]+", " ", spaced.casefold().replace("#", " number ")).replace("_", " ").split())


def _role(words: str) -> str | None:
    for role, yes, no in _COMPILED:
        if words and yes.fullmatch(words) and not no.fullmatch(words):
            return role
    return None


def _weight(role: str, words: str) -> float:
    """How well a heading fits; a national code before a state's, the latest year, a total, "name" itself."""
    years = [int(year) for year in re.findall(r"\b20\d\d\b", words)]
    weight = max(years, default=0) / 10_000 - len(words) / 1_000
    if role == "code" and "nces" in words:
        weight += 2
    if role in ("name", "district") and "name" in words:
        weight += 1
    if role == "enrolment" and "total" in words:
        weight += 1
    if role == "level" and "level" in words:
        weight += 1
    return weight
