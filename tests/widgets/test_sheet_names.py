"""A cell that names somebody suggests names while one is typed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import message
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True)
class Task:
    uuid: str
    owner: str


class Tasks:
    """A step in small: keeps who owns its tasks."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.owners = ["", ""]
        names = ("Ana Ruiz", "Ben Ruiz", "Superintendent")
        owner: Column[Task] = Column(
            "owner", message("Owner"), lambda row: row.owner, edit=self.owned, names=lambda: names
        )
        sheet.declare([owner], name=message("Tasks"))
        self.show()

    def owned(self, row: Task, text: str) -> None:
        self.owners[int(row.uuid)] = text
        self.show()

    def show(self) -> None:
        self.sheet.present([Task(str(place), owner) for place, owner in enumerate(self.owners)])


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    sheet = Sheet()
    made = Tasks(sheet)
    qtbot.addWidget(sheet)
    sheet.resize(400, 300)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    sheet.grid.setFocus()
    sheet.grid.setCurrentIndex(sheet.grid.model().index(0, 0))
    return made


def typed(tasks: Tasks, qtbot: QtBot, text: str) -> QAbstractItemView:
    """The list of names that is open once the text was typed into the current cell."""
    qtbot.keyClicks(tasks.sheet.grid, text[0])
    editor = tasks.sheet.grid.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    return popup


def test_a_name_is_taken_from_the_list_by_keys(tasks: Tasks, qtbot: QtBot) -> None:
    popup = typed(tasks, qtbot, "ru")
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.owners == ["Ben Ruiz", ""])
    assert QApplication.focusWidget() is tasks.sheet.grid


def test_a_name_is_taken_from_the_list_by_a_click(tasks: Tasks, qtbot: QtBot) -> None:
    popup = typed(tasks, qtbot, "super")
    place = popup.visualRect(popup.model().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: tasks.owners == ["Superintendent", ""])


def test_a_name_that_nobody_knows_is_taken_as_typed(tasks: Tasks, qtbot: QtBot) -> None:
    popup = typed(tasks, qtbot, "ru")
    qtbot.keyClicks(popup, "th")
    assert not popup.isVisible()
    editor = tasks.sheet.grid.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert tasks.owners == ["ruth", ""]


def test_escape_shuts_the_list_before_it_gives_the_cell_up(tasks: Tasks, qtbot: QtBot) -> None:
    popup = typed(tasks, qtbot, "ru")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    editor = tasks.sheet.grid.findChild(QLineEdit)
    assert editor is not None
    assert (popup.isVisible(), editor.text()) == (False, "ru")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert tasks.owners == ["", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_tab_and_enter_take_what_was_typed_while_no_name_is_marked(tasks: Tasks, qtbot: QtBot, key: Qt.Key) -> None:
    popup = typed(tasks, qtbot, "Ruiz")
    qtbot.keyClick(popup, key)
    assert (popup.isVisible(), tasks.owners) == (False, ["Ruiz", ""])
