"""What the screen says of saving is so: while one types, when the file takes nothing, after trying again, elsewhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.screens.endings import Endings
from roadmap_desktop.screens.prepare.district import DistrictStep
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from tests.screens.hands import focused
from tests.screens.test_window import button, said
from tests.screens.windows import Chosen, a_workshop, begin

ROOT = Path(__file__).parents[2]
LONG = "Maple " * 2000


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(place=tmp_path / "elsewhere.roadmap")


@pytest.fixture
def window(tmp_path: Path, chosen: Chosen, qtbot: QtBot) -> MainWindow:
    """A new workshop in the window as it is shipped, at the district's name."""
    ways = Ways(begin, lambda: Document.open(tmp_path), chosen)
    made = app.main_window(a_workshop(tmp_path), theme.Choice.LIGHT, ways=ways)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def page(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


def fill_disk(page: WorkshopPage, *, is_full: bool = True) -> None:
    with page.sitting.document.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if is_full else 1_000_000}")


def facilitator(page: WorkshopPage) -> str:
    return workshop(page.sitting.document).facilitator


def type_much(page: WorkshopPage, qtbot: QtBot) -> None:
    """Types the facilitator's name, longer than there is room for, and leaves the field."""
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.facilitator_field.setFocus()
    step.facilitator_field.insert(LONG)
    qtbot.keyClicks(step.facilitator_field, "x")
    page.rail.entry("prepare").setFocus()


def states(page: WorkshopPage) -> str:
    return next(text for text in said(page.status_line) if "ave" in text)


def test_while_one_types_it_is_not_saved_yet_and_after_a_pause_it_is(page: WorkshopPage, qtbot: QtBot) -> None:
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.facilitator_field.setFocus()
    qtbot.keyClicks(step.facilitator_field, "Ana")
    assert (states(page), facilitator(page)) == ("Not saved yet", "")
    qtbot.waitUntil(lambda: states(page).startswith("Saved "))
    assert facilitator(page) == "Ana"


def test_typing_letter_by_letter_is_one_step_of_undo(page: WorkshopPage, qtbot: QtBot) -> None:
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.facilitator_field.setFocus()
    for sign in "Ana Ruiz":
        qtbot.keyClicks(focused(), sign)
    qtbot.waitUntil(lambda: facilitator(page) == "Ana Ruiz")
    page.undo()
    assert facilitator(page) == ""
    assert page.sitting.document.undo_label is None


def test_where_the_file_takes_nothing_it_says_so_and_what_was_typed_stays(page: WorkshopPage, qtbot: QtBot) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    assert states(page) == "Not saved"
    assert "no room left" in page.messages.texts()[0]
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.refresh()
    page.go(Target("team"))
    page.go(Target("prepare"))
    assert step.facilitator_field.text() == LONG + "x"


def test_trying_again_makes_the_same_move_and_the_trouble_is_gone(page: WorkshopPage, qtbot: QtBot) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    fill_disk(page, is_full=False)
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert facilitator(page) == (LONG + "x").strip()
    qtbot.waitUntil(lambda: states(page).startswith("Saved "))
    assert page.messages.texts() == ()


def test_trying_again_too_early_tells_the_same_once(page: WorkshopPage, qtbot: QtBot) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert (len(page.messages.texts()), states(page)) == (1, "Not saved")


def test_another_move_that_works_brings_what_waited_with_it(page: WorkshopPage, qtbot: QtBot) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    fill_disk(page, is_full=False)
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.district_field.setFocus()
    qtbot.keyClicks(step.district_field, "s")
    page.save_typing()
    assert facilitator(page) == (LONG + "x").strip()


def test_one_goes_on_in_a_copy_elsewhere_with_what_was_typed(
    page: WorkshopPage, window: MainWindow, chosen: Chosen, qtbot: QtBot
) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    qtbot.mouseClick(button(page, "Save a copy elsewhere"), Qt.MouseButton.LeftButton)
    assert (page.sitting.document.path, facilitator(page)) == (chosen.place, (LONG + "x").strip())
    assert page.header.accessibleName() == "Maple, file elsewhere.roadmap"
    assert page.messages.texts() == ()


def test_when_the_program_loses_the_focus_everything_is_saved(
    page: WorkshopPage, window: MainWindow, qtbot: QtBot
) -> None:
    Endings(window.save_typing, window.close, window)
    step = page.stage_area.step()
    assert isinstance(step, DistrictStep)
    step.facilitator_field.setFocus()
    qtbot.keyClicks(step.facilitator_field, "Ana")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert facilitator(page) == "Ana"


def test_the_window_stays_open_once_where_something_is_not_saved(
    page: WorkshopPage, window: MainWindow, qtbot: QtBot
) -> None:
    fill_disk(page)
    type_much(page, qtbot)
    assert not window.close()
    assert "not saved, so the window stays open" in " ".join(page.messages.texts())
    offered = {each.text() for each in page.messages.findChildren(Button) if not each.isHidden()}
    assert {"Try again", "Save a copy elsewhere", "Close without it"} <= offered
    assert window.close()


def test_it_is_closed_without_it_by_the_button_that_says_so(
    page: WorkshopPage, window: MainWindow, qtbot: QtBot
) -> None:
    path = page.sitting.document.path
    fill_disk(page)
    type_much(page, qtbot)
    window.close()
    QApplication.processEvents()
    qtbot.mouseClick(button(page, "Close without it"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    with closing(Document.open(path, read_only=True)) as again:
        assert not workshop(again).facilitator


LEAVING: dict[str, Callable[[MainWindow, Path], object]] = {
    "to the start page": lambda window, _: window.close_workshop(),
    "to a new workshop": lambda window, _: named(window, "&New workshop"),
    "to another file": lambda window, other: window.open(other),
}


def named(window: MainWindow, text: str) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    next(action for menu in menus for action in menu.actions() if action.text() == text).trigger()


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_a_workshop_with_something_unsaved_is_left_only_when_that_was_said(
    page: WorkshopPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, leave: Callable[[MainWindow, Path], object]
) -> None:
    (tmp_path / "other").mkdir()
    other = a_workshop(tmp_path / "other")
    fill_disk(page)
    type_much(page, qtbot)
    leave(window, other)
    assert window.page is page
    assert "not saved, so this workshop stays open" in " ".join(page.messages.texts())
    QApplication.processEvents()
    qtbot.mouseClick(button(page, "Leave without it"), Qt.MouseButton.LeftButton)
    assert window.page is not page


def test_it_closes_at_once_when_there_is_room_again(page: WorkshopPage, window: MainWindow, qtbot: QtBot) -> None:
    path = page.sitting.document.path
    fill_disk(page)
    type_much(page, qtbot)
    fill_disk(page, is_full=False)
    assert window.close()
    again = Document.open(path)
    assert workshop(again).facilitator == (LONG + "x").strip()
    again.close()


TYPES_AND_WAITS = """
import sys
from PySide6.QtTest import QTest
from roadmap_desktop.app import application, started

window = started(sys.argv[1:])
application().processEvents()
field = window.page.stage_area.step().facilitator_field
field.setFocus()
QTest.keyClicks(field, "Ana")
print("typed", flush=True)
sys.exit(application().exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_signal_to_end_saves_what_was_typed_and_closes(tmp_path: Path) -> None:
    path = a_workshop(tmp_path)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-c", TYPES_AND_WAITS, str(path)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed\n"
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 0
    again = Document.open(path)
    assert workshop(again).facilitator == "Ana"
    again.close()
