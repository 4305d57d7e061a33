"""What a person does with a sheet: opens a cell, types where the focus is, pastes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.work import Work
from roadmap_desktop.widgets.sheet import Sheet


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def type_in(qtbot: QtBot, text: str, *, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Types sign by sign where the focus is, then a key."""
    for sign in text:
        qtbot.keyClicks(focused(), sign)
    qtbot.keyClick(focused(), end)


def begin_row(qtbot: QtBot, sheet: Sheet, text: str) -> None:
    """Types into the sheet's last line."""
    sheet.begin()
    qtbot.waitUntil(lambda: focused() is not sheet.grid)
    type_in(qtbot, text)


def edit_cell(qtbot: QtBot, sheet: Sheet, uuid: str, column: str, text: str) -> None:
    """Opens a cell, replaces its text and presses Enter; in a list of choices takes the one of that text."""
    sheet.edit(uuid, column)
    if combo := next((each for each in sheet.grid.findChildren(QComboBox) if each.isVisible()), None):
        combo.hidePopup()
        combo.setFocus()
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())
        return
    editor = focused()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(qtbot, text)


def paste(qtbot: QtBot, sheet: Sheet, text: str) -> None:
    """Pastes into the sheet."""
    sheet.grid.setFocus()
    QApplication.clipboard().setText(text)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def carried(qtbot: QtBot, sitting: Sitting) -> None:
    """Waits until the move that takes long is made."""
    qtbot.waitUntil(lambda: not any(work.is_running for work in sitting.findChildren(Work)))


def shown(sheet: Sheet) -> list[list[str]]:
    """The texts of all cells."""
    model = sheet.grid.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def not_taken(sheet: Sheet) -> list[str]:
    """What the list under the sheet says of the cells that were not taken."""
    return [each.item(row).text() for each in sheet.findChildren(QListWidget) for row in range(each.count())]
