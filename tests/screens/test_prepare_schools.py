"""Prepare, Schools: typed, pasted, and taken from a list that is shown first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.schools import add_school, schools
from roadmap_desktop.screens.prepare.schools import SchoolsStep
from roadmap_desktop.screens.sitting import Notice, Selected, Sitting
from roadmap_desktop.store.document import Document
from tests.screens.hands import begin_row, carried, edit_cell, paste, shown

FILES = Path(__file__).parents[1] / "files" / "district"
Show = Callable[[type[SchoolsStep]], SchoolsStep]


@pytest.fixture
def step(show_step: Show) -> SchoolsStep:
    return show_step(SchoolsStep)


def choose(step: SchoolsStep, qtbot: QtBot, path: Path) -> None:
    step.ask = lambda *_: path
    qtbot.mouseClick(step.import_button, Qt.MouseButton.LeftButton)


def test_a_school_is_typed_line_by_line(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    begin_row(qtbot, step.schools, "Cedar Middle")
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)
    uuid = schools(document).rows[0].uuid
    edit_cell(qtbot, step.schools, uuid, "grades", "6-8")
    edit_cell(qtbot, step.schools, uuid, "enrolment", "1,024")
    qtbot.waitUntil(lambda: shown(step.schools)[0][:4] == ["Cedar Middle", "Middle", "6–8", "1,024"])


def test_a_wrong_number_is_answered_beside_its_cell(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    uuid = add_school(document, "Cedar")
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)
    edit_cell(qtbot, step.schools, uuid, "enrolment", "many")
    assert "not a number of students" in step.schools.complaint()
    assert schools(document).rows[0].enrolment is None


def test_the_level_is_chosen_from_a_list(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    uuid = add_school(document, "Cedar")
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)
    edit_cell(qtbot, step.schools, uuid, "level", "K-12")
    qtbot.waitUntil(lambda: schools(document).rows[0].level == "K-12")


def test_a_list_is_shown_before_it_is_taken(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "schools.csv")
    assert step.preview.isVisible()
    assert not step.schools.isVisible()
    assert step.preview.take_button.text() == "Take 55 schools"
    assert schools(document).rows == ()
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    carried(qtbot, step.sitting)
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 55)
    assert step.schools.isVisible()
    assert step.schools_summary.plain() == "55 schools, 50,100 students."


def test_which_district_is_taken_is_a_choice(step: SchoolsStep, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "schools.csv")
    field = step.preview.district_field
    assert [field.itemText(place) for place in range(field.count())] == [
        "ST. JOHNS (55 schools)",
        "DEAF/BLIND (5 schools)",
        "All districts",
    ]
    field.setCurrentIndex(2)
    field.activated.emit(2)
    assert len(step.preview.schools()) == 60


def test_what_is_left_out_says_why_and_can_be_taken_all_the_same(step: SchoolsStep, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "schools-windows.csv")
    before = len(step.preview.schools())
    step.preview.shown_field.choose("left")
    twice = next(row for row in step.preview.lines.rows() if row.verdict.value == "duplicate")
    edit_cell(qtbot, step.preview.lines, twice.uuid, "verdict", "a school")
    qtbot.waitUntil(lambda: len(step.preview.schools()) == before + 1)
    assert step.preview.take_button.text() == f"Take {before + 1} schools"


def test_a_list_can_be_left(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "schools.csv")
    qtbot.mouseClick(step.preview.leave_button, Qt.MouseButton.LeftButton)
    assert not step.preview.isVisible()
    assert (schools(document).rows, document.undo_label) == ((), None)


def test_taking_a_list_is_one_step_of_undo(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    choose(step, qtbot, FILES / "schools.csv")
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    document.undo()
    qtbot.waitUntil(lambda: shown(step.schools) == [])


def test_a_pasted_list_with_headings_is_shown_first(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    paste(
        qtbot, step.schools, "School\tGrades\tEnrollment\nCedar Middle School\t6-8\t640\nBirch High School\t9-12\t900"
    )
    assert step.preview.take_button.text() == "Take 2 schools"
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    assert [row.enrolment for row in schools(document).rows] == [640, 900]


def test_pasted_names_go_straight_into_the_table(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    paste(qtbot, step.schools, "Cedar\tMiddle\t6-8\nBirch\tHigh\t9-12")
    assert [(row.name, row.level) for row in schools(document).rows] == [("Cedar", "middle"), ("Birch", "high")]


@pytest.mark.parametrize("name", ["gone.csv", "empty.csv"])
def test_a_file_that_can_not_be_read_is_told_in_the_strip(
    step: SchoolsStep, sitting: Sitting, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty.csv").write_text("")
    heard: list[Notice] = []
    sitting.noticed.connect(heard.append)
    choose(step, qtbot, tmp_path / name)
    assert len(heard) == 1
    assert not step.preview.isVisible()


def test_removed_schools_come_back_by_undo(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    uuid = add_school(document, "Cedar")
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)
    step.schools.select(uuid)
    qtbot.keyClick(step.schools.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(step.schools) == [])
    document.undo()
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)


def test_the_inspector_shows_the_school_that_is_selected(
    step: SchoolsStep, sitting: Sitting, document: Document, qtbot: QtBot
) -> None:
    uuid = add_school(document, "Cedar")
    qtbot.waitUntil(lambda: len(shown(step.schools)) == 1)
    heard: list[Selected] = []
    sitting.selected.connect(heard.append)
    step.arrive(uuid)
    assert heard[-1].inspection is not None
    assert heard[-1].inspection.title == "Cedar"


def test_one_primary_button_at_a_time(step: SchoolsStep, document: Document, qtbot: QtBot) -> None:
    assert step.owns_primary
    add_school(document, "Cedar")
    qtbot.waitUntil(lambda: not step.owns_primary)
    choose(step, qtbot, FILES / "schools.csv")
    assert step.owns_primary


def test_a_paste_that_does_not_fit_our_columns_is_shown_first(
    step: SchoolsStep, document: Document, qtbot: QtBot
) -> None:
    paste(qtbot, step.schools, "Cedar Middle School\t6-8\nBirch High School\t9-12")
    assert step.preview.take_button.text() == "Take 2 schools"
    assert schools(document).rows == ()
