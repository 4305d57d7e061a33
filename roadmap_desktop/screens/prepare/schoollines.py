"""The lines of a school list that is about to be taken: what each is taken for, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from textwrap import shorten

from roadmap_desktop.exchange.school_lines import Verdict
from roadmap_desktop.exchange.schools import SchoolLine, SchoolsPreview
from roadmap_desktop.journey.prepare.schoolfields import shown_grades
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.widgets.cells import PillCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.tone import Tone

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.school: message("a school"),
    Verdict.duplicate: message("twice in the list"),
    Verdict.total: message("a total"),
    Verdict.title_: message("a title"),
    Verdict.foot_note: message("a foot note"),
    Verdict.empty: message("empty"),
    Verdict.not_understood: message("not understood"),
}
OFFERED = (Verdict.school, Verdict.duplicate, Verdict.total, Verdict.title_, Verdict.foot_note)
"""What a person may say a line is."""

_MOST_WORDS = 60
"""How much of a line that is no school is shown, in letters."""


class Shown(StrEnum):
    """Which lines are shown."""

    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the list as the table shows it."""

    uuid: str
    number: int
    name: str
    district: str
    grades: str
    students: int | None
    verdict: Verdict
    reason: Words

    @property
    def tone(self) -> Tone | None:
        """Bad where a person must look."""
        return Tone.BAD if self.verdict is Verdict.not_understood else None


def rows(preview: SchoolsPreview, district: str | None, shown: Shown) -> tuple[LineRow, ...]:
    """The lines that would be taken, of one district where it is named; or those left out, empty ones not."""
    if shown is Shown.TAKEN:
        return tuple(_row(line) for line in preview.lines if is_taken(line, district))
    left = (line for line in preview.lines if not is_taken(line, district) and line.verdict is not Verdict.empty)
    found = (_of_another_district(_row(line)) for line in left)
    return tuple(sorted(found, key=lambda row: (row.verdict is not Verdict.not_understood, row.number)))


def is_taken(line: SchoolLine, district: str | None) -> bool:
    """Whether a line is a school of the district (None: of any)."""
    if line.verdict is not Verdict.school or line.school is None:
        return False
    return district is None or _folded(line.school.district) == _folded(district)


def columns(judged: Callable[[LineRow, str], object], *, with_district: bool) -> Sequence[Column[LineRow]]:
    """The columns; ``judged`` gets a row and the key of the verdict that was chosen."""
    found: list[Column[LineRow]] = [
        Column("number", message("Line"), lambda row: row.number),
        Column("name", message("What the list says"), lambda row: row.name, stretch=3, wraps=True),
    ]
    if with_district:
        found.append(Column("district", message("District"), lambda row: row.district, stretch=1))
    return (
        *found,
        Column("grades", message("Grades"), lambda row: row.grades),
        Column("students", message("Students"), lambda row: row.students),
        Column(
            key="verdict",
            title=message("Taken as"),
            value=lambda row: VERDICTS[row.verdict],
            edit=judged,
            choices=_offered,
            cell=PillCell(lambda row: row.tone),
            width=132,
        ),
        Column("reason", message("Why"), lambda row: row.reason, stretch=2, wraps=True),
    )


def _offered(row: LineRow) -> tuple[tuple[str, Words], ...]:
    return tuple((each.value, VERDICTS[each]) for each in dict.fromkeys((*OFFERED, row.verdict)))


def summary(preview: SchoolsPreview, file: str) -> Words:
    """What the list holds, in one sentence."""
    taken = preview.schools()
    left = sum(not is_taken(line, None) and line.verdict is not Verdict.empty for line in preview.lines)
    return message(
        "{file}: {schools}, {others}.",
        file=file,
        schools=plural("{n} school", "{n} schools", len(taken)),
        others=plural("{n} line that is none", "{n} lines that are none", left),
    )


def _row(line: SchoolLine) -> LineRow:
    school = line.school
    return LineRow(
        uuid=str(line.number),
        number=line.number,
        name=school.name if school else _shortened(line.raw),
        district=school.district if school else "",
        grades=shown_grades(school.low_grade or "", school.high_grade or "") if school else "",
        students=school.enrolment if school else None,
        verdict=line.verdict,
        reason=line.reason,
    )


def _shortened(raw: str) -> str:
    words = re.sub(r"[,;\s]*[\t,;]+\s*", ", ", raw).strip(' ,"')
    return shorten(words, _MOST_WORDS, placeholder="…")


def _of_another_district(row: LineRow) -> LineRow:
    if row.verdict is not Verdict.school:
        return row
    return replace(row, reason=message("A school of {district}.", district=row.district))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
