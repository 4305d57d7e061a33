"""Pages beside the stages, by mouse and by keyboard, with a page of the tests' own; and every page there is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.language import message
from roadmap_desktop.screens.beside.pages import PAGES, BesideEntry
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.widgets import theme
from tests.copied import sample_copy
from tests.screens.a_page import ENTRY, NotesPage
from tests.screens.hands import focused
from tests.screens.test_window import button, nameless, naming, said
from tests.screens.windows import a_window, a_workshop

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOW = datetime.fromisoformat("2026-11-02T09:00")


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return a_window(qtbot, a_workshop(tmp_path), beside=[ENTRY])


@pytest.fixture
def page(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


@pytest.fixture
def notes(page: WorkshopPage) -> NotesPage:
    """The page, shown from the third step of a stage."""
    page.go(Target("pilots", "schooltime"))
    page.show_beside("notes")
    found = page.beside_area.page()
    assert isinstance(found, NotesPage)
    return found


def test_a_page_stands_in_the_place_of_the_stage_and_the_frame_stays(notes: NotesPage, page: WorkshopPage) -> None:
    assert (notes.isVisible(), page.stage_area.isVisible()) == (True, False)
    assert all(part.isVisible() for part in (page.header, page.rail, page.inspector, page.status_line))
    assert said(page.beside_area)[:2] == ["Notes", "What was noted"]


def test_it_is_in_the_menu_and_has_its_keys(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    (listed,) = [action for menu in menus for action in menu.actions() if action.text() == "&Notes"]
    assert listed.shortcut().toString() == "Ctrl+Shift+N"
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert page.is_beside()


def test_its_first_control_has_the_focus(notes: NotesPage) -> None:
    assert focused() is notes.field


def test_escape_leads_back_to_the_step_and_to_the_control_one_came_from(page: WorkshopPage, qtbot: QtBot) -> None:
    page.go(Target("pilots", "schooltime"))
    field = naming(page).field
    field.setFocus()
    page.show_beside("notes")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert (page.is_beside(), page.place) == (False, Target("pilots", "schooltime"))
    assert focused() is field


def test_escape_leaves_from_the_rail_too(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    page.rail.entry("pilots").setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not page.is_beside()


def test_a_button_names_the_stage_it_leads_back_to(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(page, "Back to Pilots"), Qt.MouseButton.LeftButton)
    assert (page.is_beside(), page.place) == (False, Target("pilots", "schooltime"))


def test_a_page_can_say_itself_that_it_is_done(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(notes.done, Qt.MouseButton.LeftButton)
    assert not page.is_beside()


@pytest.mark.parametrize("stage", ["pilots", "team"])
def test_choosing_a_stage_in_the_rail_leaves_it(stage: str, notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rail.entry(stage), Qt.MouseButton.LeftButton)
    assert (page.is_beside(), page.place.stage) == (False, stage)


def test_what_was_typed_in_it_is_saved_when_it_is_left(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(notes.field, "Ana")
    qtbot.keyClick(notes.field, Qt.Key.Key_Escape)
    assert notes.picture() == "Ana"


def test_what_was_typed_in_it_is_saved_when_the_window_is_closed(tmp_path: Path, qtbot: QtBot) -> None:
    path = a_workshop(tmp_path)
    window = a_window(qtbot, path, beside=[ENTRY])
    assert window.page is not None
    window.page.show_beside("notes")
    qtbot.keyClicks(focused(), "Ana")
    window.close()
    again = a_window(qtbot, path)
    assert again.page is not None
    assert naming(again.page).picture() == "Ana"


def test_a_restart_comes_back_to_the_stage_behind_it(tmp_path: Path, qtbot: QtBot) -> None:
    path = a_workshop(tmp_path)
    window = a_window(qtbot, path, beside=[ENTRY])
    assert window.page is not None
    window.page.go(Target("pilots", "success"))
    window.page.show_beside("notes")
    window.close()
    again = a_window(qtbot, path, beside=[ENTRY])
    assert again.page is not None
    assert (again.page.place, again.page.is_beside()) == (Target("pilots", "success"), False)


def test_f6_goes_round_the_parts_of_the_window_with_the_page_among_them(
    window: MainWindow, notes: NotesPage, page: WorkshopPage, qtbot: QtBot
) -> None:
    page.rail.entry("pilots").setFocus()
    for part in (notes, page.rail):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        assert part.isAncestorOf(focused())


def test_the_inspector_says_what_the_page_is_for_and_then_of_the_stage_again(
    notes: NotesPage, page: WorkshopPage
) -> None:
    about = page.inspector.inspection()
    assert about is not None
    assert (about.kicker, about.title) == (ENTRY.title, ENTRY.purpose)
    page.leave_beside()
    about = page.inspector.inspection()
    assert about is not None
    assert about.kicker == message("Pilots")


def test_a_link_leads_to_a_page_and_to_a_thing_in_it(page: WorkshopPage) -> None:
    page.sitting.go(Target("beside", "notes", "n1"))
    found = page.beside_area.page()
    assert isinstance(found, NotesPage)
    assert (page.is_beside(), found.arrived) == (True, ["n1"])


def test_a_page_says_what_is_missing_beside_its_title(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    assert "no facilitator" in said(page.beside_area)
    notes.rename("Ana Ruiz")
    qtbot.waitUntil(lambda: "no facilitator" not in said(page.beside_area))


def test_there_is_at_most_one_primary_button_with_a_page(notes: NotesPage, page: WorkshopPage, qtbot: QtBot) -> None:
    def primaries() -> list[str]:
        shown = [each for each in page.findChildren(QPushButton) if each.isVisible()]
        return [each.accessibleName() for each in shown if each.property("weight") == "primary"]

    assert primaries() == []
    notes.select()
    qtbot.waitUntil(lambda: primaries() == ["Take away"])


@pytest.fixture(params=["new", "sample"])
def real_page(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> WorkshopPage:
    """A workshop in the window as it is shipped."""
    path = a_workshop(tmp_path)
    if request.param == "sample":
        sample_copy(path, clock=lambda: NOW).close()
    window = app.main_window(path, theme.Choice.LIGHT)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert window.page is not None
    return window.page


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: str(entry.key))
def test_a_screen_reader_has_a_word_for_everything_on_every_page(
    real_page: WorkshopPage, entry: BesideEntry, qtbot: QtBot
) -> None:
    real_page.show_beside(entry.key)
    shown: QWidget = real_page.beside_area.page()
    qtbot.waitUntil(shown.isVisible)
    root = QAccessible.queryAccessibleInterface(real_page.window())
    assert root is not None
    assert nameless(root) == []
