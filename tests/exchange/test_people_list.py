"""A list of people from a spreadsheet or a form: read by its headings, judged before it is taken."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from roadmap_desktop.exchange.people_list import read_people
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.language import Language

SAY = Language("en").say
TEXT = """Workshop of 3 August

Last name;First name;Job title;Stakeholder group;Table #;Shoe size
Ruiz;Ana;Principal;School leadership;2;38

Lee;Bo;Teacher;;1;41
;;;Parents;;
"""


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in TEXT.splitlines():
        sheet.append(line.split(";"))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("source", [TEXT.encode("utf-8-sig"), TEXT.encode("cp1252"), workbook()])
def test_people_are_read_by_their_headings_whatever_the_file(source: bytes) -> None:
    found = read_people(source)
    assert [(number, fields[PersonField.NAME]) for number, fields in found.lines] == [
        (4, "Ana Ruiz"),
        (6, "Bo Lee"),
        (7, ""),
    ]
    assert found.lines[0][1][PersonField.TABLE] == "2"


def test_what_is_no_person_is_listed_with_its_reason() -> None:
    found = read_people(TEXT)
    assert [(SAY(each.where), each.raw) for each in found.untaken] == [
        ("line 1", "Workshop of 3 August"),
        ("column F", "Shoe size"),
    ]


@pytest.mark.parametrize("source", ["Colour,Size\nred,4\n", ""])
def test_a_file_without_names_is_refused_with_what_to_do(source: str) -> None:
    with pytest.raises(Unreadable):
        read_people(source)
