"""A sheet behaves like a good small spreadsheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import message
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from tests.widgets.a_sheet import (
    ELM,
    LEVEL,
    MAPLE,
    NAME,
    OAK,
    OPENS,
    PILOT,
    STUDENTS,
    Row,
    Schools,
    at,
    focused,
    names,
    pause,
    press,
    type_in,
    words,
)


def test_rows_are_written_as_the_language_writes_them(schools: Schools) -> None:
    assert words(schools.sheet) == [
        ["Maple", "Elementary", "412", "Aug 10, 2026", "no"],
        ["Oak Ridge", "Middle", "", "", "yes"],
        ["Elm", "High", "1,250", "", "no"],
    ]


def test_numbers_and_their_title_stand_on_the_right(schools: Schools) -> None:
    model = schools.sheet.grid.model()
    sides = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) for column in range(4)
    ]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, False, True, False]


def test_what_is_missing_is_heard(schools: Schools) -> None:
    index = schools.sheet.grid.model().index(1, STUDENTS)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "missing: how many?"


def test_typing_replaces_a_cell_and_enter_goes_down(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Maple Grove")
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == [("m", "name", "Maple Grove")]
    assert (schools.sheet.current(), focused()) == ("o", schools.sheet.grid)


def test_enter_opens_a_cell_with_its_text(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_End)
    type_in(qtbot, "s")
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == [("m", "name", "Maples")]


def test_tab_takes_the_text_and_opens_the_next_cell_that_can_be_edited(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Maple Grove")
    press(qtbot, Qt.Key.Key_Tab)
    assert isinstance(focused(), QComboBox)
    press(qtbot, Qt.Key.Key_Tab)
    assert (schools.sheet.grid.currentIndex().column(), schools.edits) == (OPENS, [("m", "name", "Maple Grove")])
    assert isinstance(focused(), QLineEdit)


def test_escape_gives_up(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Wrong")
    press(qtbot, Qt.Key.Key_Escape)
    assert (schools.edits, names(schools)[0]) == ([], "Maple")


def test_a_text_that_was_not_changed_is_no_edit(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    press(qtbot, Qt.Key.Key_F2, Qt.Key.Key_Return)
    assert schools.edits == []


def test_leaving_a_cell_takes_what_was_typed(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Maple Grove")
    schools.sheet.grid.setFocus()
    assert schools.edits == [("m", "name", "Maple Grove")]


def test_a_refused_edit_keeps_what_was_typed_and_says_why(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "123")
    press(qtbot, Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), schools.sheet.complaint()) == (
        "123",
        "A school needs a name. Type it as it stands on the building.",
    )


def test_the_reason_goes_away_when_the_edit_is_made(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "123")
    press(qtbot, Qt.Key.Key_Return)
    type_in(qtbot, "rd Street")
    press(qtbot, Qt.Key.Key_Return)
    assert (schools.sheet.complaint(), schools.edits) == ("", [("m", "name", "123rd Street")])


def test_what_is_typed_is_taken_after_a_pause_and_typed_on(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Maple Gr")
    pause()
    type_in(qtbot, "ove")
    pause()
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == [("m", "name", "Maple Gr"), ("m", "name", "Maple Grove")]


def test_escape_puts_back_what_was_taken_in_a_pause(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "Wrong")
    pause()
    press(qtbot, Qt.Key.Key_Escape)
    assert schools.edits == [("m", "name", "Wrong"), ("m", "name", "Maple")]


def test_what_can_t_be_taken_in_a_pause_is_told_when_the_cell_is_left(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    type_in(qtbot, "123")
    pause()
    assert (schools.sheet.complaint(), schools.edits) == ("", [])
    press(qtbot, Qt.Key.Key_Return)
    assert schools.sheet.complaint().startswith("A school needs a name.")


def test_a_change_from_elsewhere_leaves_an_open_editor_alone(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", NAME)
    type_in(qtbot, "Oak")
    schools.sheet.present([ELM, replace(OAK, name="Other"), Row("x", "Ash"), MAPLE])
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Oak"
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == [("o", "name", "Oak")]


def test_the_selected_row_stays_selected_when_rows_come_go_and_move(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", NAME)
    with qtbot.assertNotEmitted(schools.sheet.selected):
        schools.sheet.present([Row("x", "Ash"), ELM, OAK])
    assert (schools.sheet.current(), schools.sheet.selected_uuids()) == ("o", ("o",))


def test_it_tells_which_row_is_current(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    with qtbot.waitSignal(schools.sheet.selected) as chosen:
        press(qtbot, Qt.Key.Key_Down)
    assert chosen.args == ["o"]


def test_nothing_is_current_when_all_rows_are_gone(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "m", NAME)
    with qtbot.waitSignal(schools.sheet.selected, check_params_cb=lambda uuid: uuid == ""):
        schools.sheet.present([])
    assert schools.sheet.current() == ""


def test_a_choice_is_taken_from_a_list(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.edit("m", "level")
    editor = schools.sheet.grid.findChild(QComboBox)
    assert editor is not None
    assert editor.currentData() == "elementary"
    editor.hidePopup()
    editor.setFocus()
    qtbot.keyClicks(editor, "H")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert schools.edits == [("m", "level", "high")]


def test_the_list_of_choices_stays_open_until_one_is_taken(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.edit("m", "level")
    editor = schools.sheet.grid.findChild(QComboBox)
    assert editor is not None
    assert editor.isVisible()
    assert editor.view().isVisible()
    qtbot.keyClick(editor.view(), Qt.Key.Key_Down)
    qtbot.keyClick(editor.view(), Qt.Key.Key_Return)
    assert [edit[:2] for edit in schools.edits] == [("m", "level")]


def test_a_day_is_read_as_it_is_typed(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", OPENS)
    type_in(qtbot, "8/17/2026")
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == [("o", "opens", "2026-08-17")]


def test_a_wrong_day_never_reaches_the_step(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", OPENS)
    type_in(qtbot, "Feb 30 2026")
    press(qtbot, Qt.Key.Key_Return)
    assert schools.edits == []
    assert schools.sheet.complaint().startswith("There is no such day.")


def test_space_ticks_and_unticks_a_check(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", PILOT)
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert schools.edits == [("o", "is_pilot", "False"), ("o", "is_pilot", "True")]


def test_a_click_ticks_a_check(schools: Schools, qtbot: QtBot) -> None:
    grid = schools.sheet.grid
    place = grid.visualRect(grid.model().index(0, PILOT)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert schools.edits == [("m", "is_pilot", "True")]


def test_the_last_line_begins_a_row_and_waits_for_the_next(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "e", NAME)
    press(qtbot, Qt.Key.Key_Down)
    for name in ("Ash", "Birch"):
        type_in(qtbot, name)
        press(qtbot, Qt.Key.Key_Return)
    assert names(schools) == ["Maple", "Oak Ridge", "Elm", "Ash", "Birch"]
    assert focused().accessibleName() == "Add a school"


def test_tab_on_the_last_line_goes_on_in_the_new_row(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.begin()
    type_in(qtbot, "Ash")
    press(qtbot, Qt.Key.Key_Tab)
    assert schools.rows[-1].name == "Ash"
    assert (schools.sheet.current(), schools.sheet.grid.currentIndex().column()) == (schools.rows[-1].uuid, LEVEL)


def test_a_row_that_is_refused_stays_typed(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.begin()
    line = focused()
    type_in(qtbot, "Maple")
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(line, QLineEdit)
    assert (line.text(), schools.sheet.complaint()) == ("Maple", "There is a Maple already. Give it another name.")


def test_a_title_sorts_then_turns_round_then_gives_back_the_step_s_order(schools: Schools) -> None:
    orders = []
    for _ in range(3):
        schools.sheet.sort(NAME)
        orders.append(names(schools))
    assert orders == [["Elm", "Maple", "Oak Ridge"], ["Oak Ridge", "Maple", "Elm"], ["Maple", "Oak Ridge", "Elm"]]


def test_a_column_that_is_not_sortable_does_not_sort(schools: Schools) -> None:
    schools.sheet.sort(LEVEL)
    assert names(schools) == ["Maple", "Oak Ridge", "Elm"]


def test_an_empty_sheet_says_what_will_be_here_and_its_button_begins(schools: Schools, qtbot: QtBot) -> None:
    schools.sheet.present([])
    empty = schools.sheet.findChild(EmptyState)
    assert empty is not None
    assert (empty.isVisible(), schools.sheet.grid.isVisible()) == (True, False)
    qtbot.mouseClick(empty.button(), Qt.MouseButton.LeftButton)
    type_in(qtbot, "Ash")
    press(qtbot, Qt.Key.Key_Return)
    assert (empty.isVisible(), schools.rows[-1].name) == (False, "Ash")


def test_tab_leaves_the_sheet_at_its_ends(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "e", PILOT)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is not schools.sheet.grid


def test_enter_on_a_cell_that_is_not_edited_opens_the_row(schools: Schools, qtbot: QtBot) -> None:
    at(schools, "o", STUDENTS)
    with qtbot.waitSignal(schools.sheet.opened) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == ["o"]


def test_it_is_as_high_as_its_rows_and_scrolls_when_there_is_no_room(schools: Schools) -> None:
    few = schools.sheet.sizeHint().height()
    schools.sheet.present([Row(str(number), f"School {number}") for number in range(200)])
    assert schools.sheet.sizeHint().height() > 10 * few
    assert schools.sheet.minimumSizeHint().height() <= few
    schools.sheet.select("199")
    assert schools.sheet.grid.verticalScrollBar().value() > 0


def test_only_what_can_be_seen_is_painted(schools: Schools) -> None:
    asked: list[str] = []
    rows = [Row(str(number), f"School {number}") for number in range(2_000)]
    column = Column("name", message("School"), lambda row: asked.append(row.uuid) or row.name, width=200)
    schools.sheet.declare([column], name=message("Schools"))
    schools.sheet.present(rows)
    asked.clear()
    schools.sheet.grid.viewport().repaint()
    assert len(set(asked)) < 30
