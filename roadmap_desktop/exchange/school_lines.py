"""What one line of a school list is: a school, a total, a title, a foot note, or not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from roadmap_desktop.exchange.counts import CountStyle, count_style
from roadmap_desktop.exchange.school_columns import Columns
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.journey.prepare.schoolfields import shown_grades
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.grades import GRADES, GradeSpan, Level, level, named_level, read_grade, read_span

_TOTAL = re.compile(
    r"(?:(?:grand|sub|district|county|state|overall|school)[ -]*)?totals?\b"
    r"(?:[\s:()–—-]+(?:of|for|all|in|the|schools?|students?|enrol?lments?|district|county|membership|pupils|\d+)\b)*[\s:)]*"
    r"|sum:?|all schools|\d+ schools",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[*†‡§–—]|\d\)"
    r"|\(?(?:notes?|sources?|legend|key|data|prepared|generated|updated|as of|report(?:ed)?|disclaimer|©)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:[\w&/,.' -]{1,60} )?(?:schools|academies|programs|centers|campuses)[:.]?", re.IGNORECASE)
_SCHOOLISH = re.compile(
    r"\b(?:school|schools|elementary|elem|middle|high|junior|senior|academy|center|centre|campus|charter|primary"
    r"|intermediate|kindergarten|preschool|montessori|magnet|learning|education|escuela|institute|virtual|k-?8|k-?12"
    r"|[emh]s)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"(?:permanently |temporarily )?(?:closed|inactive)\b", re.IGNORECASE)
_UNKNOWN = frozenset(("", "n/a", "na", "*", "†", "‡", "–", "—", "-", "--", ".", "none", "null", "not reported"))


class Verdict(StrEnum):
    """What a line of a school list is taken for; only ``school`` lines are taken."""

    school = "school"
    duplicate = "duplicate"
    total = "total"
    empty = "empty"
    title_ = "title"
    foot_note = "foot_note"
    not_understood = "not_understood"


@dataclass(frozen=True, slots=True)
class School:
    """A school as a list names it; text as written, apart from spaces.

    Names all in capitals stay so: setting them in title case would damage MCDONALD, FSDB and PK-8.
    ``enrolment`` is a number of students, None where the list does not say; grades are of GRADES.
    """

    name: str
    district: str
    code: str
    level: Level
    low_grade: str | None
    high_grade: str | None
    enrolment: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A line before it is compared with the others: what it is by itself, and why."""

    row: Row
    verdict: Verdict
    reason: Words
    school: School | None = None


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reads the rows below a header; knows the columns, the counts' style and what repeats the header."""

    places: Columns
    style: CountStyle
    header: tuple[str, ...]

    def read(self, row: Row) -> Reading:
        """What the row is by itself."""
        if row.is_empty:
            return Reading(row, Verdict.empty, message("There is nothing in this line."))
        if row.cells == self.header:
            return Reading(row, Verdict.title_, message("The names of the columns, once more."))
        school = self.school(row)
        filled = [cell for cell in row.cells if cell]
        if any(_TOTAL.fullmatch(cell) for cell in filled) and school_span(row, self.places) == GradeSpan():
            return Reading(row, Verdict.total, message("A total, not a school."), school)
        if len(filled) == 1 and (aside := _aside(row, filled[0], school is not None, school)):
            return aside
        if school is None or not re.search(r"[^\W\d_]", school.name):
            return Reading(row, Verdict.not_understood, message("There is no school's name in this line."), school)
        if _CLOSED.match(row.cell(self.places.status)):
            return Reading(row, Verdict.not_understood, message("The list says that this school is closed."), school)
        return Reading(row, Verdict.school, _school_reason(school), school)

    def school(self, row: Row) -> School | None:
        """The school in a row, however the row looks; None where its name is blank."""
        name = row.cell(self.places.name)
        if not name:
            return None
        span = school_span(row, self.places)
        named = named_level(row.cell(self.places.level))
        kind = level(span)
        if kind is Level.other:
            kind = named if named is not Level.other else named_level(name)
        code, district = (known(row.cell(place)) for place in (self.places.code, self.places.district))
        enrolment = self.style.read(row.cell(self.places.enrolment))
        return School(name, district, code, kind, span.low, span.high, enrolment)


def line_reader(places: Columns, header: tuple[str, ...], rows: Iterable[Row]) -> LineReader:
    """The reader for one list; a code column with fewer codes than half its rows is no school's code."""
    rows = tuple(rows)
    codes = [code for row in rows if (code := known(row.cell(places.code)))]
    if len(codes) > 3 and len(set(codes)) * 2 < len(codes):
        places = replace(places, code=None)
    return LineReader(places, count_style(row.cell(places.enrolment) for row in rows), header)


def school_span(row: Row, places: Columns) -> GradeSpan:
    """The grades of a row, from a pair of columns or from one; unknown where low is above high."""
    if places.low is None and places.high is None:
        return read_span(row.cell(places.grades))
    low, high = (read_grade(row.cell(place)) for place in (places.low, places.high))
    if low and high and GRADES.index(low) > GRADES.index(high):
        return GradeSpan()
    return GradeSpan(low, high)


def known(text: str) -> str:
    """The text, or nothing where it only says that it is not known."""
    return "" if text.casefold() in _UNKNOWN else text


def sounds_like_a_school(text: str) -> bool:
    """Whether a line says a word that names of schools have; for lists without a header."""
    return bool(_SCHOOLISH.search(text)) and not _NOTE.match(text)


def _aside(row: Row, text: str, in_name_column: bool, school: School | None) -> Reading | None:
    """A line with one text only, where that is a foot note or a heading between schools."""
    sentence = text.endswith(".") and text.count(" ") >= 5
    if _NOTE.match(text) or sentence or (not in_name_column and not _SECTION.fullmatch(text)):
        return Reading(row, Verdict.foot_note, message("A note below or between the schools."), school)
    if _SECTION.fullmatch(text):
        return Reading(row, Verdict.title_, message("A heading between the schools."), school)
    return None


def _school_reason(school: School) -> Words:
    if school.low_grade and school.high_grade:
        return message("A school with grades {grades}.", grades=shown_grades(school.low_grade, school.high_grade))
    return message("A school; the list does not say its grades.")
