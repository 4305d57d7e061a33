"""Whatever is typed anywhere in the sample is in its file once it is left or the window is closed, or was refused."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.screens.places import PLACES
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.complaint import Complaint
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.sheet import Sheet

WAITS_FOR_A_CHOICE = {"Reason", "Why", "Decided by"}
"""What belongs to a choice or a decision that is not made yet, and is saved with it."""
NOW = datetime.fromisoformat("2026-11-18T10:00")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fields") / "sample.roadmap"
    sample_workshop(path, clock=lambda: NOW).close()
    return path


@pytest.fixture
def window(sample: Path, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "sample.roadmap"
    shutil.copy(sample, path)
    made = app.main_window(path, theme.Choice.LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(window: MainWindow, place: Target, qtbot: QtBot) -> WorkshopPage:
    """The window at a step, where the first row of each table and a cell to type in are chosen."""
    page = window.page
    assert page is not None
    page.go(place)
    qtbot.waitUntil(page.stage_area.step().isVisible)
    QApplication.processEvents()
    return page


def fields(page: WorkshopPage) -> list[QLineEdit | QPlainTextEdit]:
    """What can be typed in and is about the workshop's facts."""
    found: list[QLineEdit | QPlainTextEdit] = []
    for part in (page.stage_area.step(), page.inspector):
        for kind in (QLineEdit, QPlainTextEdit):
            found += [each for each in part.findChildren(kind) if is_editable(each)]
    return found


def is_editable(field: QLineEdit | QPlainTextEdit) -> bool:
    return (
        field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and not field.property(SEEKS)
        and field.accessibleName() not in WAITS_FOR_A_CHOICE
    )


def type_mark(field: QLineEdit | QPlainTextEdit, mark: str) -> str:
    """Types at the end of what stands there; the text that results."""
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


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.stage}-{place.step}")
def test_what_is_typed_is_in_the_file_when_the_field_is_left(place: Target, window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, place, qtbot)
    path = page.sitting.document.path
    lost = []
    for number, field in enumerate(fields(page)):
        if not isValid(field) or not is_editable(field):
            continue
        mark = f"zq{number}z"
        typed = type_mark(field, mark)
        page.rail.entry(place.stage).setFocus()
        QApplication.processEvents()
        if mark in typed and not in_file(path, mark) and not refused(window):
            lost.append(name_of(field))
    assert lost == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.stage}-{place.step}")
def test_what_is_typed_is_in_the_file_when_the_window_is_closed(
    place: Target, window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, place, qtbot)
    path = page.sitting.document.path
    found = [each for each in fields(page) if not isinstance(each, DateField)]
    if not found:
        pytest.skip("nothing to type in")
    field = found[-1]
    name, typed = name_of(field), type_mark(field, "zqz")
    window.save_typing()
    was_refused = refused(window)
    window.close()
    if "zqz" in typed:
        assert in_file(path, "zqz") or was_refused, name
