"""What is typed in a sheet is saved in a pause, and nothing jumps meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.widgets.a_sheet import NAME, OPENS, Schools, at, focused, names, pause, press, type_in

SHOWN = ["Maple", "Oak Ridge", "Elm"]


@pytest.fixture
def line(schools: Schools, qtbot: QtBot) -> QLineEdit:
    """The last line, with the beginning of a name that was paused at."""
    schools.sheet.removed.connect(schools.removed)
    schools.sheet.begin()
    type_in(qtbot, "Ced")
    pause()
    found = focused()
    assert isinstance(found, QLineEdit)
    return found


def saved(schools: Schools) -> list[str]:
    return [row.name for row in schools.rows]


def test_a_new_row_is_saved_in_a_pause_and_typed_on_where_it_is(
    schools: Schools, line: QLineEdit, qtbot: QtBot
) -> None:
    assert (saved(schools), names(schools)) == ([*SHOWN, "Ced"], SHOWN)
    type_in(qtbot, "ar")
    pause()
    assert (saved(schools)[-1], line.text(), line.cursorPosition()) == ("Cedar", "Cedar", 5)
    type_in(qtbot, "s")
    press(qtbot, Qt.Key.Key_Return)
    assert (names(schools), line.text()) == ([*SHOWN, "Cedars"], "")


def test_tab_goes_on_in_the_row_that_was_saved_in_a_pause(schools: Schools, line: QLineEdit, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Tab)
    assert (names(schools), schools.sheet.current()) == ([*SHOWN, "Ced"], "new-3")
    assert focused() is not line


def test_escape_takes_a_row_away_that_was_saved_in_a_pause(schools: Schools, line: QLineEdit, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Escape)
    assert (saved(schools), names(schools), line.text()) == (SHOWN, SHOWN, "")


def test_a_row_whose_text_was_taken_away_goes_when_the_line_is_left(
    schools: Schools, line: QLineEdit, qtbot: QtBot
) -> None:
    press(qtbot, *[Qt.Key.Key_Backspace] * 3, Qt.Key.Key_Up)
    assert (saved(schools), names(schools)) == (SHOWN, SHOWN)


def test_a_row_that_was_undone_meanwhile_begins_again(schools: Schools, line: QLineEdit, qtbot: QtBot) -> None:
    schools.removed(("new-3",))
    type_in(qtbot, "ar")
    press(qtbot, Qt.Key.Key_Return)
    assert names(schools) == [*SHOWN, "Cedar"]


def test_what_a_row_can_t_be_called_is_said_when_the_line_is_left(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.begin()
    type_in(qtbot, "Maple")
    pause()
    assert (schools.sheet.complaint(), saved(schools)) == ("", SHOWN)
    press(qtbot, Qt.Key.Key_Return)
    assert schools.sheet.complaint().startswith("There is a Maple already.")


def test_a_day_is_saved_in_a_pause_once_it_is_all_there(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", OPENS)
    for text in ("10/", "12/20", "26"):
        type_in(qtbot, text)
        pause()
    assert (schools.edits, schools.sheet.complaint()) == ([("o", "opens", "2026-10-12")], "")
    press(qtbot, Qt.Key.Key_Escape)
    assert schools.edits[1:] == [("o", "opens", "None")]


def test_a_row_stays_where_it_is_while_it_is_worked_on(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.sort(NAME)
    at(schools, "e", NAME)
    type_in(qtbot, "Zinnia")
    press(qtbot, Qt.Key.Key_Return)
    assert (names(schools), schools.sheet.current()) == (["Zinnia", "Maple", "Oak Ridge"], "m")
    for _ in range(3):
        schools.sheet.sort(NAME)
    assert names(schools) == ["Maple", "Oak Ridge", "Zinnia"]


def test_a_row_stays_when_it_no_longer_says_what_was_looked_for(schools: Schools, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Home)
    qtbot.keyClick(focused(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(qtbot, "maple")
    press(qtbot, Qt.Key.Key_Down)
    at(schools, "m", NAME)
    type_in(qtbot, "Fir")
    press(qtbot, Qt.Key.Key_Up)
    assert names(schools) == ["Fir"]
