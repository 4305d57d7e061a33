"""The words in which forms and instruments say a level, "don't know" and "not applicable"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 400
"""Longer texts say no level and no number: patterns are not tried on them, since some take long on long texts."""
_UNKNOWN = re.compile(
    r"(i |we )?(do not|dont|don t|cannot|cant|can t) (know|say|tell|judge|rate)"
    r"( enough.*| yet| .* to (answer|say|rate))?"
    r"|dk|d k|idk|dont know .{0,30}|(i am |im |i m )?(not sure|unsure|uncertain)|unknown|no idea|not known"
    r"|(yo )?no (lo )?se|no sabe|ns|no estoy segur[oa]"
)
_INAPPLICABLE = re.compile(
    r"n a|na|n a p|nap|not applicable( .{0,30})?|do(es)? ?n[o ]?t apply( .{0,30})?|no aplica|not relevant"
)
_NOTHING = re.compile(
    r"[\s.\-–—_/]*|no answer|no response|not answered|blank|skipped|null|none given|-99|-999|sin respuesta"
)
_LEVEL_WORD = r"(?:(?:level|lvl|stage|score|rating|option|points?|nivel|l)\.?\s*)?"
_NUMBERED = (
    # "3", "3.0", "L3", "Level 3", then "3 - In place", "(3) In place", "Level 3 (In place)"
    re.compile(rf"{_LEVEL_WORD}[(\[]?(-?\d{{1,3}})(?:\.0+)?[)\]]?(?:\s*points?)?()()", re.IGNORECASE),
    re.compile(
        rf"{_LEVEL_WORD}[(\[]?(-?\d{{1,3}})[)\]]?(?:\s*[-–—:.=)/|]+\s*|\s+|\s*(?=\())(?![-–—.\d])(?:\((.+)\)|(.+))",
        re.IGNORECASE,
    ),
)
_NUMBER_LAST = re.compile(
    r"(.*\S)\s*(?:[(\[]\s*(?:level\s*)?(-?\d{1,3})\s*[)\]]|\s[-–—=:]\s*(-?\d{1,3}))", re.IGNORECASE
)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """A text in lower case, without accents, punctuation and double spaces, to compare it with another."""
    unaccented = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w%]+|_", " ", re.sub(r"[’'`´]", "", unaccented.casefold())).split())


def says_dont_know(text: str) -> bool:
    """Whether a text says that somebody doesn't know."""
    return text.strip() == "?" or (len(text) <= LONGEST and _UNKNOWN.fullmatch(plain(text)) is not None)


def says_not_applicable(text: str) -> bool:
    """Whether a text says that a statement doesn't apply."""
    return len(text) <= LONGEST and _INAPPLICABLE.fullmatch(plain(text)) is not None


def says_nothing(text: str) -> bool:
    """Whether a cell holds no answer: blank, a dash, "no answer"."""
    return len(text) <= LONGEST and _NOTHING.fullmatch(text.strip().casefold()) is not None


def numbered(text: str) -> tuple[int | None, str]:
    """The number that a level's text begins or ends with, if any, and its words: "3 - In place" is 3 and "In place"."""
    stripped = text.strip()
    if len(stripped) > LONGEST:
        return None, stripped
    spaced = stripped.replace("_", " ")  # level_1, as databases head their columns
    for pattern in _NUMBERED:
        found = pattern.fullmatch(spaced)
        if found:
            return int(found[1]), (found[2] or found[3] or "").strip()
    found = _NUMBER_LAST.fullmatch(stripped)
    if found:
        return int(found[2] or found[3]), found[1].strip(" -–—=:")
    return None, stripped
