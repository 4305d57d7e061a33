"""Parking lot, actions and record from everywhere by one key, and one click back to where a thing arose."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.beside.actions import actions
from roadmap_desktop.journey.beside.parking import park, parking_lot
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens.beside.actions import ActionsPage
from roadmap_desktop.screens.beside.parking import ParkingPage
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.inspection_line import InspectionLine
from tests.screens.hands import edit_cell, focused, type_in
from tests.screens.windows import a_workshop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DISTRICT = Target("prepare", "district")


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    shown = app.main_window(a_workshop(tmp_path), theme.Choice.LIGHT)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def page(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


@pytest.fixture
def document(page: WorkshopPage) -> Document:
    return page.sitting.document


def press(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(window, key, CTRL_SHIFT)


def buttons(page: WorkshopPage, words: str) -> list[QAbstractButton]:
    found = page.inspector.findChildren(QAbstractButton)
    return [each for each in found if each.isVisible() and each.accessibleName() == words]


def test_a_key_parks_a_thought_with_its_place_and_gives_the_focus_back(
    window: MainWindow, page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    page.go(DISTRICT)
    page.stage_area.step().setFocus()
    before = focused()
    press(window, Qt.Key.Key_P, qtbot)
    type_in(qtbot, "Phones in classrooms")
    (row,) = parking_lot(document)
    assert row.origin is not None
    assert (row.text, row.origin.target) == ("Phones in classrooms", DISTRICT)
    assert not page.is_jotting()
    assert focused() is before


def test_a_key_notes_an_action(window: MainWindow, document: Document, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_A, qtbot)
    type_in(qtbot, "Book the bus")
    assert [row.text for row in actions(document)] == ["Book the bus"]


def test_escape_gives_the_line_up_and_keeps_nothing(
    window: MainWindow, page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_P, qtbot)
    type_in(qtbot, "Not now", end=Qt.Key.Key_Escape)
    assert not page.is_jotting()
    assert parking_lot(document) == ()


def test_an_empty_line_stays_and_the_strip_says_what_to_type(
    window: MainWindow, page: WorkshopPage, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_P, qtbot)
    type_in(qtbot, "")
    assert page.is_jotting()
    assert page.messages.texts() == ("There is nothing to park yet. Type a few words.",)


def test_what_stands_in_the_line_when_the_window_closes_is_parked(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_P, qtbot)
    qtbot.keyClicks(focused(), "Half a thought")
    window.close()
    with closing(Document.open(document.path)) as again:
        assert [row.text for row in parking_lot(again)] == ["Half a thought"]


def test_a_key_opens_the_record(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D, qtbot)
    assert page.is_beside()


def test_the_foot_of_the_rail_counts_and_leads_there(page: WorkshopPage, document: Document, qtbot: QtBot) -> None:
    park(document, "Phones")
    qtbot.waitUntil(lambda: "parking lot 1 · actions 0 · decisions 0" in page.rail.foot.accessibleName())
    qtbot.mouseClick(page.rail.foot, Qt.MouseButton.LeftButton)
    assert isinstance(page.beside_area.page(), ParkingPage)


def test_one_click_leads_back_to_where_a_thing_was_parked(page: WorkshopPage, document: Document, qtbot: QtBot) -> None:
    uuid = park(document, "Phones", Target("readiness", "picture"))
    page.show_beside("parking", uuid)
    links = lambda: [each for each in page.inspector.findChildren(InspectionLine) if each.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(links()))
    links()[0].click()
    assert page.place == Target("readiness", "picture")


def test_what_was_parked_becomes_an_action_and_gets_owner_and_day(
    page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    page.show_beside("parking", park(document, "Ask the union"))
    qtbot.waitUntil(lambda: bool(buttons(page, "Make it an action")))
    buttons(page, "Make it an action")[0].click()
    shown = page.beside_area.page()
    assert isinstance(shown, ActionsPage)
    (row,) = actions(document)
    edit_cell(qtbot, shown.actions_sheet, row.uuid, "owner", "Ana")
    edit_cell(qtbot, shown.actions_sheet, row.uuid, "due", "2026-10-12")
    assert (actions(document)[0].owner, str(actions(document)[0].due)) == ("Ana", "2026-10-12")


def test_the_three_lists_turn_to_one_another(page: WorkshopPage, document: Document) -> None:
    page.show_beside("parking")
    shown = page.beside_area.page()
    assert isinstance(shown, ParkingPage)
    shown.turn.chosen.emit("actions")
    assert isinstance(page.beside_area.page(), ActionsPage)
