"""Prepare, the people in the room."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.pastedpeople import ORDER, pasted_people
from roadmap_desktop.journey.prepare.people import (
    add_participant,
    add_people,
    change_participant,
    remove_participants,
)
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

SAY = Language("en").say


def test_a_person_has_role_perspective_table_and_school(document: Document) -> None:
    add_school(document, "Cedar Middle School")
    add_participant(document, "Ana Ruiz", role="Principal", perspective="School", table="2", school="cedar")
    (row,) = participants(document).rows
    assert (row.name, row.role, row.perspective) == ("Ana Ruiz", "Principal", "school_leadership")
    assert (SAY(row.perspective_words), row.table, row.school) == ("School leadership", "2", "Cedar Middle School")


def test_tables_are_made_by_naming_them_and_go_when_nobody_sits_there(document: Document) -> None:
    ana = add_participant(document, "Ana", table="Table 1")
    add_participant(document, "Ben", table=" table 1 ")
    change_participant(document, ana, PersonField.TABLE, "Table 2")
    assert [(table.name, table.people) for table in participants(document).tables] == [("Table 1", 1), ("Table 2", 1)]
    change_participant(document, ana, PersonField.TABLE, "")
    assert [table.name for table in participants(document).tables] == ["Table 1"]


def test_tables_without_a_teacher_and_absent_perspectives_are_named(document: Document) -> None:
    add_participant(document, "Ana", perspective="teacher", table="1")
    add_participant(document, "Ben", perspective="board", table="2")
    found = participants(document)
    assert found.without_teacher == ("2",)
    absent = [SAY(words) for words in found.absent]
    assert len(absent) == 10
    assert "Students" in absent
    assert "Teachers" not in absent


@pytest.mark.parametrize(
    ("field", "text"),
    [(PersonField.NAME, ""), (PersonField.PERSPECTIVE, "wizard"), (PersonField.SCHOOL, "Hogwarts")],
)
def test_what_a_person_can_not_be_is_refused_beside_its_field(
    document: Document, field: PersonField, text: str
) -> None:
    uuid = add_participant(document, "Ana", perspective="teacher")
    before = participants(document)
    with pytest.raises(Refused) as refused:
        change_participant(document, uuid, field, text)
    assert refused.value.field == field
    assert participants(document) == before


def test_a_beginning_that_two_perspectives_have_is_refused(document: Document) -> None:
    with pytest.raises(Refused):
        add_participant(document, "Ana", perspective="st")


def test_people_pasted_at_once_are_one_step_and_what_does_not_match_is_told(document: Document) -> None:
    people = [
        {PersonField.NAME: "Ana", PersonField.PERSPECTIVE: "Teachers", PersonField.TABLE: "1"},
        {PersonField.NAME: "Ben", PersonField.PERSPECTIVE: "Wizard", PersonField.TABLE: "1"},
    ]
    assert add_people(document, people) == ("Wizard",)
    found = participants(document)
    assert [(row.name, row.perspective, row.table) for row in found.rows] == [("Ana", "teacher", "1"), ("Ben", "", "1")]
    assert found.without_perspective == 1
    document.undo()
    assert participants(document).rows == ()


def test_a_removed_person_comes_back_by_undo(document: Document) -> None:
    uuid = add_participant(document, "Ana", perspective="teacher", table="1")
    before = participants(document)
    remove_participants(document, [uuid])
    assert participants(document).tables == ()
    document.undo()
    assert participants(document) == before


@pytest.mark.parametrize(
    "cells",
    [
        [["Ana Ruiz", "Principal", "School leadership", "2", "Cedar"]],
        [
            ["Table", "Name", "Job title", "Stakeholder group", "School"],
            ["2", "Ana Ruiz", "Principal", "School leadership", "Cedar"],
        ],
        [
            ["Last Name", "First Name", "Role", "Perspective", "Site", "Table #"],
            ["Ruiz", "Ana", "Principal", "School leadership", "Cedar", "2"],
            ["", "", "", "", "Birch", ""],
        ],
    ],
)
def test_people_are_pasted_with_headings_in_any_order_or_without(cells: list[list[str]]) -> None:
    (person,) = pasted_people(cells)
    assert [person[field] for field in ORDER] == ["Ana Ruiz", "Principal", "School leadership", "2", "Cedar"]


def test_a_person_called_like_a_heading_is_no_heading() -> None:
    assert [person[PersonField.NAME] for person in pasted_people([["Title Smith", "Teacher"]])] == ["Title Smith"]
