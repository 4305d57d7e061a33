"""Whatever is typed anywhere in the sample is in its file after a pause, when it is left or the window closes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid
from sqlalchemy import select

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.screens.places import PLACES
from roadmap_desktop.screens.typing import PAUSE_MS, SEEKS
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.complaint import Complaint
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.sheet import Sheet
from tests.copied import sample_copy

_NUMBERS = count()
NOW = datetime.fromisoformat("2026-11-18T10:00")


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window on the sample for all places: what is typed in one leaves the others as they are."""
    path = tmp_path_factory.mktemp("fields") / "sample.roadmap"
    sample_copy(path, clock=lambda: NOW).close()
    made = app.main_window(path, theme.Choice.LIGHT)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    delete(made)


def opened(window: MainWindow, place: Target, qtbot: QtBot) -> WorkshopPage:
    """The window at a step, where the first row of the first table is chosen, so that its panel is shown."""
    page = window.page
    assert page is not None
    page.go(Target(place.stage, place.step, subject(page, place)))
    step = page.stage_area.step()
    qtbot.waitUntil(step.isVisible)
    QApplication.processEvents()
    table = next((sheet for sheet in step.findChildren(Sheet) if sheet.isVisible() and sheet.rows()), None)
    if table is not None:
        table.select(table.rows()[0].uuid)
    QApplication.processEvents()
    return page


def subject(page: WorkshopPage, place: Target) -> str:
    """What is chosen where no table can be."""
    if (place.stage, place.step) != ("scaling", "waves"):
        return ""
    rows = page.sitting.document.rows(select(Wave.uuid))
    return str(rows[0].uuid) if rows else ""


def fields(page: WorkshopPage) -> list[QLineEdit | QPlainTextEdit]:
    """What can be typed in and is about the workshop's facts."""
    found: list[QLineEdit | QPlainTextEdit] = []
    for part in (page.stage_area.step(), page.inspector):
        for kind in (QLineEdit, QPlainTextEdit):
            found += [each for each in part.findChildren(kind) if is_editable(each)]
    return found


def is_editable(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isVisible() and field.isEnabled() and not field.isReadOnly() and not field.property(SEEKS)


def activate(window: QWidget) -> None:
    """Gives the window the keyboard back, which a list of names had that was offered for the field before."""
    if not window.isActiveWindow():
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)


def type_mark(field: QLineEdit | QPlainTextEdit, mark: str) -> str:
    """Types at the end of what stands there; the text that results."""
    activate(field.window())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, mark)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def in_file(path: Path, text: str) -> bool:
    """Whether a fact of the file holds the text."""
    with sqlite3.connect(path) as connection:
        for table in fact_tables():
            for row in connection.execute(f'SELECT * FROM "{table.name}"'):
                if any(text in str(value) for value in row):
                    return True
    return False


def refused(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.findChildren(Complaint)) or any(
        sheet.isVisible() and sheet.complaint() for sheet in window.findChildren(Sheet)
    )


def name_of(field: QWidget) -> str:
    return f"{type(field).__name__} {field.accessibleName() or field.objectName()}"


def end_pauses(window: MainWindow) -> None:
    """Lets every pause in typing be over."""
    for pause in window.findChildren(QTimer):
        if pause.isActive() and pause.interval() == PAUSE_MS:
            pause.stop()
            pause.timeout.emit()


def waits_till_left(field: QWidget) -> bool:
    """Whether it is the last line of a table, where half a line begins nothing, or a day, of which half is none."""
    parent = field.parentWidget()
    while parent is not None and not isinstance(parent, Sheet):
        parent = parent.parentWidget()
    return parent is not None or isinstance(field, DateField)


def lost(window: MainWindow, page: WorkshopPage, end: Callable[[], object], *, is_left: bool = True) -> list[str]:
    """The fields of the step whose text is not in the file after ``end``, and was not refused either."""
    found = []
    path = page.sitting.document.path
    for field in fields(page):
        if not isValid(field) or not is_editable(field) or (waits_till_left(field) and not is_left):
            continue
        mark = f"zq{next(_NUMBERS)}z"
        typed, name = type_mark(field, mark), name_of(field)
        if (offered := QApplication.activePopupWidget()) is not None:
            offered.close()
        end()
        QApplication.processEvents()
        if mark in typed and not in_file(path, mark) and not refused(window):
            found.append(name)
        page.rail.setFocus()
    return found


def lost_cells(window: MainWindow, page: WorkshopPage) -> list[str]:
    """The tables whose cell, typed in and not left, is not in the file after a pause."""
    found = []
    for sheet in page.stage_area.step().findChildren(Sheet):
        typed_in = [each for each in sheet.grid._model.columns if each.edit and not each.choices]
        column = next((each for each in typed_in if each.editor is Editor.LINE and not is_check(each)), None)
        if column is None or not sheet.isVisible() or not sheet.rows():
            continue
        activate(window)
        sheet.edit(sheet.rows()[0].uuid, column.key)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        mark = f"{editor.text()} zq{next(_NUMBERS)}z"
        editor.selectAll()
        QTest.keyClicks(editor, mark)
        end_pauses(window)
        QApplication.processEvents()
        is_taken = in_file(page.sitting.document.path, mark) and isValid(editor) and editor.text() == mark
        page.rail.setFocus()
        if not is_taken and not refused(window):
            found.append(f"{sheet.grid.accessibleName()}: {column.key}")
        if not is_taken:
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        QApplication.processEvents()
    return found


def is_check(column: Column[Any]) -> bool:
    return isinstance(column.cell, CheckCell)


EACH_PLACE = pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.stage}-{place.step}")


@EACH_PLACE
def test_what_is_typed_is_in_the_file_when_the_field_is_left(place: Target, window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, place, qtbot)
    assert lost(window, page, lambda: page.rail.entry(place.stage).setFocus()) == []


@EACH_PLACE
def test_what_is_typed_is_in_the_file_after_a_pause_while_the_field_has_the_focus(
    place: Target, window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, place, qtbot)
    assert lost(window, page, lambda: end_pauses(window), is_left=False) == []
    assert lost_cells(window, page) == []


@EACH_PLACE
def test_what_is_typed_is_in_the_file_before_the_window_closes_or_the_machine_sleeps(
    place: Target, window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, place, qtbot)
    assert lost(window, page, window.save_typing) == []


def test_closing_the_window_is_such_a_moment(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sample.roadmap"
    sample_copy(path, clock=lambda: NOW).close()
    window = app.main_window(path, theme.Choice.LIGHT)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page = opened(window, Target("prepare", "district"), qtbot)
    type_mark(next(each for each in fields(page) if each.accessibleName() == "Facilitator"), "zqz")
    window.close()
    assert in_file(path, "zqz")
