"""Fields with their labels, reasons and choices, by mouse and by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.chips import ChipFlow
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice

DAY = date(2026, 10, 12)
WAYS = [("person", message("by person")), ("table", message("by table")), ("hands", message("hands"))]


@pytest.fixture
def day_row(qtbot: QtBot) -> Labelled:
    row = Labelled.around(DateField(), message("Decided on"))
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    return row


def field_of(row: Labelled) -> DateField:
    field = row.field()
    assert isinstance(field, DateField)
    return field


def type_day(row: Labelled, qtbot: QtBot, text: str) -> None:
    field = field_of(row)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, SegmentedChoice])
def test_a_label_belongs_to_its_field_and_names_it(kind: type[QWidget], qtbot: QtBot) -> None:
    field = kind()
    row = Labelled.around(field, message("Owner"), hint=message("A name or a seat"))
    qtbot.addWidget(row)
    assert row.findChild(QLabel).buddy() is field
    assert (field.accessibleName(), field.accessibleDescription()) == ("Owner", "A name or a seat")


def test_a_refusal_is_shown_and_heard_beside_the_field_until_it_is_edited(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = Labelled.around(field, message("Owner"))
    qtbot.addWidget(row)
    row.complain("Nobody is named so.", "Choose a name of the list.")
    assert row.complaint() == field.accessibleDescription() == "Nobody is named so. Choose a name of the list."
    qtbot.keyClicks(field, "a")
    assert (row.complaint(), field.accessibleDescription()) == ("", "")


def test_a_label_keeps_to_the_top_beside_a_higher_neighbour(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    row = Labelled.around(QLineEdit(), message("Owner"))
    layout.addWidget(row)
    layout.addStretch(1)
    frame.resize(300, 500)
    frame.show()
    assert row.height() == row.sizeHint().height()


def test_a_day_is_taken_as_typed_and_shown_as_the_language_writes_it(day_row: Labelled, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field_of(day_row).chosen) as chosen:
        type_day(day_row, qtbot, "10/12/2026")
    assert (chosen.args, field_of(day_row).text()) == ([DAY], "Oct 12, 2026")


def test_a_wrong_day_is_answered_beside_the_field_and_stays_there(day_row: Labelled, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field_of(day_row).chosen):
        type_day(day_row, qtbot, "Feb 30 2026")
    assert day_row.complaint().startswith("There is no such day.")
    assert field_of(day_row).text() == "Feb 30 2026"


def test_an_emptied_day_is_none(day_row: Labelled, qtbot: QtBot) -> None:
    field_of(day_row).show_day(DAY)
    with qtbot.waitSignal(field_of(day_row).chosen) as chosen:
        field_of(day_row).setFocus()
        field_of(day_row).selectAll()
        qtbot.keyClick(field_of(day_row), Qt.Key.Key_Backspace)
        qtbot.keyClick(field_of(day_row), Qt.Key.Key_Return)
    assert chosen.args == [None]


def test_up_and_down_go_a_day_on_and_back(day_row: Labelled, qtbot: QtBot) -> None:
    field_of(day_row).show_day(DAY)
    qtbot.keyClick(field_of(day_row), Qt.Key.Key_Up)
    assert field_of(day_row).day() == date(2026, 10, 13)
    qtbot.keyClick(field_of(day_row), Qt.Key.Key_Down)
    assert field_of(day_row).day() == DAY


def test_a_day_that_changes_elsewhere_does_not_overwrite_typing(day_row: Labelled, qtbot: QtBot) -> None:
    field_of(day_row).setFocus()
    qtbot.keyClicks(field_of(day_row), "Oct 1")
    field_of(day_row).show_day(DAY)
    assert field_of(day_row).text() == "Oct 1"


@pytest.fixture
def choice(qtbot: QtBot) -> SegmentedChoice:
    made = SegmentedChoice()
    made.present(WAYS, "person")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_choice_is_taken_by_click(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.choose("hands")
    assert (chosen.args, choice.current()) == (["hands"], "hands")


def test_arrow_keys_move_the_choice_and_go_round(choice: SegmentedChoice, qtbot: QtBot) -> None:
    choice.setFocus()
    for expected in ("table", "hands", "person"):
        qtbot.keyClick(choice.window().focusWidget(), Qt.Key.Key_Right)
        assert choice.current() == expected


def test_a_choice_shown_anew_tells_nobody(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.present(WAYS, "table")
    assert choice.current() == "table"


def test_a_choice_of_nothing_shows_none_chosen(choice: SegmentedChoice) -> None:
    choice.present(WAYS, "")
    assert choice.current() == ""


def test_a_chip_is_taken_away_by_click_and_by_delete(qtbot: QtBot) -> None:
    chips = ChipFlow()
    qtbot.addWidget(chips)
    chips.present([("a", "Maple Elementary"), ("b", "Oak & Elm")])
    buttons = [each for each in chips.children() if isinstance(each, QWidget)]
    with qtbot.waitSignal(chips.removed) as clicked:
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chips.removed) as deleted:
        qtbot.keyClick(buttons[1], Qt.Key.Key_Delete)
    assert (clicked.args, deleted.args) == (["a"], ["b"])
    assert buttons[1].accessibleName() == "Take away Oak & Elm"


def test_chips_begin_a_new_line_where_there_is_no_room(qtbot: QtBot) -> None:
    chips = ChipFlow()
    qtbot.addWidget(chips)
    chips.present([(str(number), f"School number {number}") for number in range(6)])
    assert chips.heightForWidth(200) > 2 * chips.heightForWidth(2000)


@pytest.mark.parametrize("choice", [theme.Choice.LIGHT, theme.Choice.DARK])
def test_a_refusal_is_whole_in_a_narrow_field(qtbot: QtBot, choice: theme.Choice) -> None:
    theme.dress(choice)
    page = QWidget()
    row = Labelled.around(QLineEdit(), message("Decided after its end"))
    QVBoxLayout(page).addWidget(row)
    page.resize(150, 400)
    qtbot.addWidget(page)
    page.show()
    row.complain(
        "“later” is no time after the end.", "Write it like 5 school days, 2 weeks or 10 days by the calendar."
    )
    said = next(each for each in row.findChildren(Paragraph) if "later" in each.plain())
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    assert row.height() >= said.mapTo(row, QPoint(0, said.height())).y()
