"""Prepare, the district's schools."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.exchange.schools import read_schools
from roadmap_desktop.journey.prepare.schoolfields import SchoolField, shown_grades
from roadmap_desktop.journey.prepare.schoollist import take_schools
from roadmap_desktop.journey.prepare.schools import add_school, add_schools, change_school, remove_schools, schools
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.store.document import Document

FILES = Path(__file__).parents[1] / "files" / "district"


def test_a_school_that_is_typed_has_the_level_of_its_grades(document: Document) -> None:
    add_school(document, "Cedar Middle", grades="6-8", enrolment="1,024", principal="J. Ruiz")
    (row,) = schools(document).rows
    assert (row.level, row.low_grade, row.high_grade, row.enrolment) == ("middle", "06", "08", 1024)


def test_the_level_follows_the_grades_until_it_is_chosen(document: Document) -> None:
    uuid = add_school(document, "Cedar", grades="6-8")
    change_school(document, uuid, SchoolField.GRADES, "K-8")
    assert schools(document).rows[0].level == "K-8"
    change_school(document, uuid, SchoolField.LEVEL, "middle")
    change_school(document, uuid, SchoolField.GRADES, "9-12")
    assert schools(document).rows[0].level == "middle"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (SchoolField.NAME, " "),
        (SchoolField.GRADES, "many"),
        (SchoolField.ENROLMENT, "about 600"),
        (SchoolField.ENROLMENT, "1000000"),
        (SchoolField.LEVEL, "college"),
    ],
)
def test_what_a_school_can_not_be_is_refused_beside_its_field(
    document: Document, field: SchoolField, text: str
) -> None:
    uuid = add_school(document, "Cedar", grades="6-8", enrolment="640")
    before = schools(document)
    with pytest.raises(Refused) as refused:
        change_school(document, uuid, field, text)
    assert refused.value.field == field
    assert schools(document) == before


def test_need_group_and_unknown_enrolment_can_be_typed(document: Document) -> None:
    uuid = add_school(document, "Cedar", enrolment="640")
    change_school(document, uuid, SchoolField.HIGHER_NEED, "yes")
    change_school(document, uuid, SchoolField.CALENDAR_GROUP, "Year-round")
    change_school(document, uuid, SchoolField.ENROLMENT, "")
    found = schools(document)
    assert (found.rows[0].higher_need, found.groups, found.without_enrolment) == (True, ("Year-round",), 1)


def test_a_removed_school_comes_back_by_undo(document: Document) -> None:
    uuids = [add_school(document, name) for name in ("Cedar", "Birch")]
    before = schools(document)
    remove_schools(document, uuids)
    assert schools(document).rows == ()
    document.undo()
    assert schools(document) == before


def test_a_list_is_taken_in_one_step(document: Document) -> None:
    preview = read_schools((FILES / "schools.csv").read_bytes())
    taken = take_schools(document, preview.schools("ST. JOHNS"), source="schools.csv")
    found = schools(document)
    assert (taken.added, len(found.rows), found.students) == (55, 55, 50_100)
    document.undo()
    assert schools(document).rows == ()


def test_a_list_taken_twice_doubles_no_school_and_keeps_what_was_typed(document: Document) -> None:
    preview = read_schools((FILES / "schools-windows.csv").read_bytes())
    take_schools(document, preview.schools())
    first = schools(document).rows[0]
    change_school(document, first.uuid, SchoolField.PRINCIPAL, "J. Ruiz")
    change_school(document, first.uuid, SchoolField.ENROLMENT, "5")
    taken = take_schools(document, preview.schools())
    found = schools(document).rows
    assert (taken.added, taken.updated, taken.unchanged, len(found)) == (0, 1, 9, 10)
    assert (found[0].principal, found[0].enrolment) == ("J. Ruiz", first.enrolment)


def test_a_school_typed_before_is_known_by_its_name(document: Document) -> None:
    preview = read_schools("School,Grades,Enrollment\nCedar Middle School,6-8,640\nBirch High School,9-12,1200\n")
    uuid = add_school(document, "cedar middle  school", principal="J. Ruiz")
    take_schools(document, preview.schools())
    cedar, birch = schools(document).rows
    assert (cedar.uuid, cedar.enrolment, cedar.principal) == (uuid, 640, "J. Ruiz")
    assert birch.name == "Birch High School"


def test_schools_of_one_name_and_two_codes_are_two(document: Document) -> None:
    for code in ("0101", "0102"):
        preview = read_schools(f"School,School code,Grades\nLincoln Elementary,{code},K-5\n")
        take_schools(document, preview.schools())
    assert [row.code for row in schools(document).rows] == ["0101", "0102"]


def test_a_list_without_a_school_is_refused(document: Document) -> None:
    with pytest.raises(Refused):
        take_schools(document, ())


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [("KG", "05", "K–5"), ("PK", "PK", "PK"), ("09", "12", "9–12"), ("", "", ""), ("10", "10", "10")],
)
def test_grades_are_shown_as_people_write_them(low: str, high: str, shown: str) -> None:
    assert shown_grades(low, high) == shown


def test_schools_pasted_at_once_are_one_step(document: Document) -> None:
    rows = [{SchoolField.NAME: "Cedar", SchoolField.GRADES: "6-8"}, {SchoolField.NAME: "Birch"}]
    add_schools(document, rows)
    assert [(row.name, row.level) for row in schools(document).rows] == [("Cedar", "middle"), ("Birch", "other")]
    document.undo()
    assert schools(document).rows == ()
