"""Grades as people write them, and the level of a school that follows from its lowest and highest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

GRADES = ("PK", "KG", *(f"{grade:02}" for grade in range(1, 13)))
"""Every grade, lowest first, as it is kept."""

_PREKINDERGARTEN = re.compile(r"(pk|prek|pre|prekindergarten|prekinder|preschool|p|ps|ec|ece|early childhood|[34]yo)")
_KINDERGARTEN = re.compile(r"(kg|k|kdg|kn|kinder|kindergarten|tk|transitional kindergarten|0|00)")
_NUMBERED = re.compile(r"(?:grade|gr|g)? ?0?(\d{1,2})(?:st|nd|rd|th)?(?: grade)?")
_SPREADSHEET_DATE = re.compile(r"(\d{1,2})[- ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BETWEEN = re.compile(r"\s*(?:-|,|/|;|&|\bto\b|\bthru\b|\bthrough\b|\band\b)\s*")


class Level(StrEnum):
    """What kind of school its grades make it."""

    elementary = "elementary"
    middle = "middle"
    high = "high"
    k_8 = "K-8"
    six_12 = "6-12"
    k_12 = "K-12"
    other = "other"


@dataclass(frozen=True, slots=True)
class GradeSpan:
    """The lowest and the highest grade of a school, from GRADES; None where unknown."""

    low: str | None = None
    high: str | None = None


def read_grade(text: str) -> str | None:
    """One grade (PK, Pre-K, K, KG, 1, 01, 9th, Grade 9), or None where the text is none."""
    words = _plain(text).replace("pre-k", "prek").replace("pre k", "prek").removeprefix("grade ").strip()
    if _PREKINDERGARTEN.fullmatch(words):
        return "PK"
    if _KINDERGARTEN.fullmatch(words):
        return "KG"
    found = _NUMBERED.fullmatch(words)
    grade = int(found[1]) if found else 0
    return f"{grade:02}" if 1 <= grade <= 12 else None


def read_span(text: str) -> GradeSpan:
    """The grades in one cell: K-5, PK–6, "9 to 12", "6, 7, 8", PK.

    A spreadsheet turns 6-8 into 8-Jun; that is taken back. Unknown where any part is no grade.
    """
    words = _plain(text).replace("pre-k", "prek").replace("pre k", "prek")
    words = re.sub(r"^grades?:? |^gr\.? ", "", words)
    dated = _SPREADSHEET_DATE.fullmatch(words)
    if dated:
        words = f"{_MONTHS.index(dated[2]) + 1}-{dated[1]}"
    grades = [read_grade(part) for part in _BETWEEN.split(words)]
    known = sorted((grade for grade in grades if grade), key=GRADES.index)
    return GradeSpan(known[0], known[-1]) if known and len(known) == len(grades) else GradeSpan()


def level(span: GradeSpan) -> Level:
    """The level of a school by one rule on its lowest and highest grade.

    From PK, KG or 1–4: to grade 6 or less elementary, to 7–9 K-8, to 10–12 K-12. From 5–8: to 9 or
    less middle, to 10–12 6-12. From 9 up: high. Other where a grade is unknown.
    """
    if span.low is None or span.high is None:
        return Level.other
    low, high = (GRADES.index(grade) - 1 for grade in (span.low, span.high))
    if low >= 9:
        return Level.high
    if low >= 5:
        return Level.middle if high <= 9 else Level.six_12
    if high <= 6:
        return Level.elementary
    return Level.k_8 if high <= 9 else Level.k_12


_NAMED = (
    (Level.k_12, re.compile(r"\b(p?k ?-? ?12|all grades)\b")),
    (Level.six_12, re.compile(r"\b([678] ?-? ?12|(middle|junior)[ /&-]+(and )?(senior )?high|secondary)\b")),
    (Level.k_8, re.compile(r"\b(p?k ?-? ?8|elementary[ /&-]+(and )?middle)\b")),
    (Level.elementary, re.compile(r"\b(elem|elementary|primary|escuela primaria|es|grade school)\b")),
    (Level.middle, re.compile(r"\b(mid|middle|intermediate|junior high|jr high|ms)\b")),
    (Level.high, re.compile(r"\b(high|senior high|sr high|hs)\b")),
)


def named_level(words: str) -> Level:
    """The level that words name (a level column, or a school's name where its grades are not known)."""
    plain = _plain(words)
    return next((level for level, pattern in _NAMED if pattern.search(plain)), Level.other)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[–—−]", "-", text.casefold()).replace(".", "").split())
