"""A school list as it comes from outside, shown line by line before anything is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roadmap_desktop.exchange.school_columns import Columns, columns, weigh_school_header
from roadmap_desktop.exchange.school_lines import (
    Reading,
    School,
    Verdict,
    line_reader,
    school_span,
    sounds_like_a_school,
)
from roadmap_desktop.exchange.school_twins import twins
from roadmap_desktop.exchange.table import Row, Table, read_table
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import as_text
from roadmap_desktop.language import Words, message, plural


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One line of the list: its number in the file, its raw text, what it is taken for and why.

    ``school`` is what the line says of a school, also where it is not taken.
    """

    number: int
    raw: str
    verdict: Verdict
    reason: Words
    school: School | None


@dataclass(frozen=True, slots=True)
class DistrictCount:
    """How many schools of one district would be taken, and their known enrolment together (students)."""

    name: str
    schools: int
    enrolment: int


@dataclass(frozen=True, slots=True)
class SchoolsPreview:
    """What would be taken from a school list: every line with its verdict, and the districts counted."""

    lines: tuple[SchoolLine, ...]
    districts: tuple[DistrictCount, ...]
    notes: tuple[Words, ...]
    _readings: tuple[Reading, ...] = field(repr=False)
    _chosen: Mapping[int, Verdict] = field(repr=False)

    def schools(self, only_district: str | None = None) -> tuple[School, ...]:
        """The schools that would be taken, in the order of the file; of one district where it is named."""
        taken = (line.school for line in self.lines if line.school and line.verdict is Verdict.school)
        return tuple(school for school in taken if only_district is None or _same(school.district, only_district))

    def with_verdict(self, line_number: int, verdict: Verdict) -> SchoolsPreview:
        """The preview with another verdict for one line.

        A line without a name stays what it is, since there is nothing to take. Raises KeyError where
        the list has no such line.
        """
        reading = next((each for each in self._readings if each.row.number == line_number), None)
        if reading is None:
            raise KeyError(line_number)
        if verdict is Verdict.school and reading.school is None:
            return self
        return _preview(self._readings, {**self._chosen, line_number: verdict})


def read_schools(source: bytes | str) -> SchoolsPreview:
    """The preview of a school list, from the bytes of a text or a workbook, or from pasted text.

    Raises Unreadable where the file is no table, or nothing in it sounds like a school.
    """
    table = read_table(as_text(source, weigh_school_header), weigh_school_header)
    readings = _with_header(table) if table.header else _without_header(table)
    if not any(reading.verdict is Verdict.school for reading in readings):
        raise _no_schools()
    return _preview(readings, {})


def _no_schools() -> Unreadable:
    return Unreadable(
        message("No school was found in this file."),
        message("Give the column with the names the heading School name and try again."),
    )


def _with_header(table: Table) -> tuple[Reading, ...]:
    assert table.header is not None
    header = table.header.cells
    reader = line_reader(columns(header), header, table.rows)
    above = [_title(row, message("Above the table.")) for row in table.above]
    return (*above, _title(table.header, message("The names of the columns.")), *map(reader.read, table.rows))


def _without_header(table: Table) -> tuple[Reading, ...]:
    """A list without a header: the column that sounds like schools, and one that holds grades."""
    rows = [row for row in table.rows if not row.is_empty]
    width = min(max(len(row.cells) for row in rows), 100)
    named = [sum(sounds_like_a_school(row.cell(place)) for row in rows) for place in range(width)]
    if max(named) * 2 < len(rows):
        raise _no_schools()
    grades = [sum(school_span(row, Columns(grades=place)).low is not None for row in rows) for place in range(width)]
    graded = grades.index(max(grades)) if max(grades) * 2 > len(rows) else None
    reader = line_reader(Columns(name=named.index(max(named)), grades=graded), (), table.rows)
    return tuple(map(reader.read, table.rows))


def _title(row: Row, reason: Words) -> Reading:
    if row.is_empty:
        return Reading(row, Verdict.empty, message("There is nothing in this line."))
    return Reading(row, Verdict.title_, reason)


def _preview(readings: tuple[Reading, ...], chosen: Mapping[int, Verdict]) -> SchoolsPreview:
    schools_by_themselves = [each for each in readings if each.verdict is Verdict.school]
    repeated = twins(
        each for each in schools_by_themselves if chosen.get(each.row.number, Verdict.school) is Verdict.school
    )
    lines = tuple(_line(each, chosen.get(each.row.number), repeated.get(each.row.number)) for each in readings)
    schools = [line.school for line in lines if line.school and line.verdict is Verdict.school]
    districts = _districts(schools)
    return SchoolsPreview(lines, districts, _notes(lines, schools, districts), readings, chosen)


def _line(reading: Reading, chosen: Verdict | None, twin: Words | None) -> SchoolLine:
    verdict, reason = reading.verdict, reading.reason
    if chosen is not None:
        verdict, reason = chosen, message("Chosen by you.")
    elif twin is not None:
        verdict, reason = Verdict.duplicate, twin
    return SchoolLine(reading.row.number, reading.row.raw, verdict, reason, reading.school)


def _districts(schools: Iterable[School]) -> tuple[DistrictCount, ...]:
    """The districts, largest first; one that is written in two ways is one, under its first writing."""
    names: dict[str, str] = {}
    number: Counter[str] = Counter()
    students: Counter[str] = Counter()
    for school in schools:
        key = _folded(school.district)
        names.setdefault(key, school.district)
        number[key] += 1
        students[key] += school.enrolment or 0
    counts = (DistrictCount(name, number[key], students[key]) for key, name in names.items())
    return tuple(sorted(counts, key=lambda count: (-count.schools, count.name)))


def _notes(
    lines: Iterable[SchoolLine], schools: list[School], districts: tuple[DistrictCount, ...]
) -> tuple[Words, ...]:
    notes: list[Words] = []
    if len(districts) > 1:
        notes.append(plural("Schools of {n} district.", "Schools of {n} districts; choose one.", len(districts)))
    unknown = sum(school.enrolment is None for school in schools)
    if unknown:
        notes.append(plural("{n} school without enrolment.", "{n} schools without enrolment.", unknown))
    sum_of_all = sum(school.enrolment or 0 for school in schools)
    for line in lines:
        total = line.school.enrolment if line.school and line.verdict is Verdict.total else None
        if total == sum_of_all:
            notes.append(message("The total in line {line} agrees: {total} students.", line=line.number, total=total))
        elif total is not None:
            notes.append(
                message(
                    "The total in line {line} says {total} students; the schools have {sum}.",
                    line=line.number,
                    total=total,
                    sum=sum_of_all,
                )
            )
    return tuple(notes)


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
