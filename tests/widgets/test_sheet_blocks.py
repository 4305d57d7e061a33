"""Several cells of a sheet are selected, copied, pasted, cleared and filled down as in a spreadsheet."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.sheet_block import Placed, filled_down, placed
from roadmap_desktop.widgets.sheet_clipboard import as_text, parse_cells
from tests.screens.hands import not_taken
from tests.widgets.a_sheet import LEVEL, NAME, OPENS, PILOT, STUDENTS, Schools, at, focused, names, press, type_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def held(qtbot: QtBot, modifier: Qt.KeyboardModifier, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)


def paste(qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    held(qtbot, CTRL, Qt.Key.Key_V)


def copied(qtbot: QtBot) -> str:
    held(qtbot, CTRL, Qt.Key.Key_C)
    return QGuiApplication.clipboard().text()


def test_a_block_goes_from_its_cell_to_the_right_and_down() -> None:
    assert placed([["a", "b"], ["c"]], (2, 1)) == (Placed(2, 1, "a"), Placed(2, 2, "b"), Placed(3, 1, "c"))


def test_one_cell_fills_a_selection_and_a_block_as_often_as_it_fits() -> None:
    selected = {(row, column) for row in (1, 2) for column in (0, 1)}
    assert {(each.row, each.column) for each in placed([["x"]], (2, 1), selected)} == selected
    assert [each.text for each in placed([["a", "b"]], (2, 1), selected)] == ["a", "b", "a", "b"]
    assert placed([["a"], ["b"], ["c"]], (2, 1), selected)[0] == Placed(1, 0, "a")


def test_filling_down_takes_the_topmost_or_the_row_above() -> None:
    assert filled_down({(1, 0), (2, 0), (3, 0)}) == {(2, 0): (1, 0), (3, 0): (1, 0)}
    assert filled_down({(2, 1)}) == {(2, 1): (1, 1)}
    assert filled_down({(0, 1)}) == {}


@given(st.lists(st.lists(st.text('ab\t\n" ü', min_size=1).map(str.strip), min_size=2, max_size=3), min_size=1))
def test_copied_cells_are_read_back_as_they_were(cells: list[list[str]]) -> None:
    cells = [["x", *row, "x"] for row in cells]
    assert parse_cells(as_text(cells)) == cells


@pytest.mark.parametrize("text", ['5" pipe\tred', '"torn\tred', "a\rb", "\0", '"' + "x" * 200_000 + '"'])
def test_torn_quotes_and_odd_signs_are_read_too(text: str) -> None:
    assert parse_cells(text)


def test_a_block_fills_many_cells_and_adds_lines(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "e", NAME)
    paste(qtbot, 'Elm Street\tmiddle\t\t2026-08-12\tyes\r\n"Birch\nAcademy"\tHigh\t\t8/17/2026\t\r\n')
    assert names(schools) == ["Maple", "Oak Ridge", "Elm Street", "Birch\nAcademy"]
    elm, birch = schools.rows[2:]
    assert (elm.level, elm.opens, elm.is_pilot) == ("middle", date(2026, 8, 12), True)
    assert (birch.level, birch.opens, birch.is_pilot) == ("high", date(2026, 8, 17), False)


def test_cells_that_are_refused_are_listed_and_the_others_taken(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    paste(qtbot, "Ash\tuniversity\n123\thigh\n")
    assert [(row.name, row.level) for row in schools.rows[:2]] == [("Ash", "elementary"), ("Oak Ridge", "high")]
    assert not_taken(schools.sheet) == [
        "Ash, Level: “university”. This is none of the choices. It can be: Elementary, Middle, and High.",
        "Oak Ridge, School: “123”. A school needs a name. Type it as it stands on the building.",
    ]


def test_a_column_that_is_only_shown_takes_nothing(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", LEVEL)
    paste(qtbot, "High\t500")
    assert (schools.rows[0].level, schools.rows[0].students) == ("high", 412)
    assert "This column is not filled in here." in not_taken(schools.sheet)[0]


def test_one_word_pasted_goes_into_the_cell(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", LEVEL)
    paste(qtbot, "Middle")
    paste(qtbot, "University")
    assert schools.edits == [("m", "level", "middle")]
    assert schools.sheet.complaint().startswith("This is none of the choices.")


def test_selected_cells_are_copied_as_a_spreadsheet_reads_them(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", STUDENTS)
    held(qtbot, SHIFT, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert copied(qtbot) == "412\t2026-08-10\n\t"
    held(qtbot, SHIFT, Qt.Key.Key_Space)
    assert copied(qtbot).splitlines()[1] == "Oak Ridge\tMiddle\t\t\tyes"


def test_delete_clears_the_selected_cells(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", OPENS)
    held(qtbot, SHIFT, Qt.Key.Key_Right, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Delete)
    assert [(row.opens, row.is_pilot) for row in schools.rows[:2]] == [(None, False), (None, False)]


def test_cut_cells_are_cleared_and_pasted_elsewhere(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", OPENS)
    held(qtbot, CTRL, Qt.Key.Key_X)
    at(schools, "e", OPENS)
    held(qtbot, CTRL, Qt.Key.Key_V)
    assert [row.opens for row in schools.rows] == [None, None, date(2026, 8, 10)]


def test_ctrl_d_fills_down(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", LEVEL)
    held(qtbot, SHIFT, Qt.Key.Key_Down, Qt.Key.Key_Down)
    held(qtbot, CTRL, Qt.Key.Key_D)
    at(schools, "o", PILOT)
    held(qtbot, CTRL, Qt.Key.Key_D)
    assert [row.level for row in schools.rows] == ["elementary"] * 3
    assert not schools.rows[1].is_pilot


def test_rows_are_removed_by_ctrl_minus_or_selected_whole(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    held(qtbot, SHIFT, Qt.Key.Key_Down)
    with qtbot.waitSignal(schools.sheet.removed) as removed:
        held(qtbot, CTRL, Qt.Key.Key_Minus)
    assert removed.args == [("m", "o")]
    at(schools, "e", NAME)
    held(qtbot, SHIFT, Qt.Key.Key_Space)
    with qtbot.waitSignal(schools.sheet.removed) as removed:
        press(qtbot, Qt.Key.Key_Delete)
    assert removed.args == [("e",)]


def test_words_typed_in_the_filter_leave_the_rows_that_say_them(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.present([*schools.rows[:2], type(schools.rows[0])("j", "José Martí", "high")])
    at(schools, "m", NAME)
    held(qtbot, CTRL, Qt.Key.Key_F)
    type_in(qtbot, "high marti")
    assert names(schools) == ["José Martí"]
    press(qtbot, Qt.Key.Key_Escape)
    assert names(schools) == ["Maple", "Oak Ridge", "José Martí"]
    assert focused() is schools.sheet.grid


def test_a_row_begun_under_a_filter_is_shown(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    held(qtbot, CTRL, Qt.Key.Key_F)
    type_in(qtbot, "maple")
    schools.sheet.begin()
    type_in(qtbot, "Birch")
    press(qtbot, Qt.Key.Key_Return)
    assert names(schools) == ["Maple", "Oak Ridge", "Elm", "Birch"]


def test_the_menu_says_what_can_be_done_with_its_keys(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(schools.sheet.grid, asked)
    menu = schools.sheet.grid.findChild(QMenu)
    assert isinstance(menu, QMenu)
    found = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert (found["Fill down"], found["Clear"]) == ("Ctrl+D", "Del")
    assert "Remove the line" not in found  # nobody removes rows of this sheet
    next(action for action in menu.actions() if action.text() == "Clear").trigger()
    assert schools.sheet.complaint().startswith("A school needs a name.")
    menu.close()
