"""A district's schools and calendar as a workbook give the same as their CSV."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook

from roadmap_desktop.exchange.calendar import read_calendar
from roadmap_desktop.exchange.schools import read_schools

SCHOOLS = """Cedar Valley Unified,,,
"Report of August, 2026",,,

School name,Grades,Students,Town
Oak Ridge Elementary School,K-5,412,Oak
"Mesa ""East"" High School",9-12,"1,204",Mesa
"""
CALENDAR = """Date,Event
2026-08-10,First day of school
2026-11-23,Thanksgiving Break
2027-05-28,Last day of school
"""


def workbook(text: str) -> bytes:
    """A workbook with a sheet of notes before the one that is meant; dates are dates there."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(["Notes", "Ask Ana"])
    sheet = book.create_sheet("List")
    for line in csv.reader(StringIO(text)):
        sheet.append([date.fromisoformat(cell) if cell[:3] == "202" and len(cell) == 10 else cell for cell in line])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_schools_of_a_workbook_are_those_of_its_text_with_the_same_line_numbers() -> None:
    found, expected = (read_schools(source) for source in (workbook(SCHOOLS), SCHOOLS))
    assert found.schools() == expected.schools()
    assert len(found.schools()) == 2
    numbers = [[line.number for line in each.lines if line.school] for each in (found, expected)]
    assert numbers[0] == numbers[1]


def test_a_calendar_in_a_workbook_is_that_of_its_text() -> None:
    found, expected = (read_calendar(source, "2026-27") for source in (workbook(CALENDAR), CALENDAR))
    assert [line.meanings for line in found.lines] == [line.meanings for line in expected.lines]
    assert found.school_year == expected.school_year
    assert len(found.school_year.breaks) == 1
