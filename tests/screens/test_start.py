"""The start page: three ways in, and the workshops that were open last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.screens.choosing import SystemChooser
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.store.recent import Recent, RecentWorkshops
from tests.screens.windows import Chosen, a_window, a_workshop, listed

CTRL = Qt.KeyboardModifier.ControlModifier
NOON = datetime.fromisoformat("2026-08-12T12:00")


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(place=tmp_path / "pine.roadmap")


@pytest.fixture
def window(chosen: Chosen, qtbot: QtBot) -> MainWindow:
    return a_window(qtbot, chosen=chosen)


def click(button: object, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def make(window: MainWindow, qtbot: QtBot, district: str, state: str = "") -> None:
    """Answers the two questions as a person does."""
    click(window.start.new_button, qtbot)
    qtbot.keyClicks(window.start.district_field, district)
    window.start.state_field.setCurrentIndex(window.start.state_field.findData(state))
    click(window.start.begin_button, qtbot)


def test_without_a_past_it_says_what_will_be_listed(window: MainWindow) -> None:
    assert (listed(window), window.start.recent_none.isVisible()) == ([], True)


def test_a_new_workshop_is_asked_for_in_place_and_opened(window: MainWindow, chosen: Chosen, qtbot: QtBot) -> None:
    make(window, qtbot, "Pine County Schools", "FL")
    assert (chosen.asked, window.page is not None) == (["Pine County Schools"], True)
    assert window.windowTitle() == "Pine County Schools · Roadmap Desktop"
    assert chosen.place is not None
    assert chosen.place.exists()


def test_enter_in_the_district_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.start.district_field, "Pine")
    qtbot.keyClick(window.start.district_field, Qt.Key.Key_Return)
    assert window.page is not None


def test_a_district_without_a_name_is_answered_beside_the_field(
    window: MainWindow, chosen: Chosen, qtbot: QtBot
) -> None:
    make(window, qtbot, "  ")
    assert window.start.district_row.complaint().startswith("A workshop needs the name of its district.")
    assert chosen.asked == []


def test_a_place_that_is_taken_is_answered_and_nothing_is_lost(
    window: MainWindow, chosen: Chosen, tmp_path: Path, qtbot: QtBot
) -> None:
    chosen.place = a_workshop(tmp_path)
    before = chosen.place.read_bytes()
    make(window, qtbot, "Pine")
    assert window.start.district_row.complaint().startswith("There is already a file named maple.roadmap.")
    assert (window.page, chosen.place.read_bytes()) == (None, before)


def test_a_folder_that_can_t_be_written_is_told(
    window: MainWindow, chosen: Chosen, tmp_path: Path, qtbot: QtBot
) -> None:
    chosen.place = tmp_path / "not there" / "pine.roadmap"
    make(window, qtbot, "Pine")
    assert (window.page, len(window.start.messages.texts())) == (None, 1)
    assert window.start.district_field.text() == "Pine"


def test_who_gives_up_choosing_a_place_keeps_the_answers(window: MainWindow, chosen: Chosen, qtbot: QtBot) -> None:
    chosen.place = None
    make(window, qtbot, "Pine")
    assert (window.page, window.start.district_field.text()) == (None, "Pine")


def test_escape_goes_back_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    click(window.start.new_button, qtbot)
    qtbot.keyClick(window.start.district_field, Qt.Key.Key_Escape)
    assert window.start.recent_page.isVisible()


def test_a_file_is_opened_by_its_key(window: MainWindow, chosen: Chosen, tmp_path: Path, qtbot: QtBot) -> None:
    chosen.file = a_workshop(tmp_path)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    assert window.windowTitle() == "Maple · Roadmap Desktop"


def test_a_workshop_of_the_list_is_opened_by_click(tmp_path: Path, qtbot: QtBot) -> None:
    RecentWorkshops().remember(Recent(a_workshop(tmp_path), "Maple", NOON))
    window = a_window(qtbot)
    click(listed(window)[0], qtbot)
    assert window.page is not None


def test_a_workshop_whose_file_is_gone_says_so_and_can_be_taken_off(tmp_path: Path, qtbot: QtBot) -> None:
    RecentWorkshops().remember(Recent(tmp_path / "gone.roadmap", "Gone", NOON))
    window = a_window(qtbot)
    assert "not found" in listed(window)[0].accessibleName()
    click(listed(window)[0], qtbot)
    assert (window.page, len(window.start.messages.texts())) == (None, 1)
    qtbot.keyClick(listed(window)[0], Qt.Key.Key_Delete)
    assert listed(window) == []


@pytest.mark.parametrize(
    ("opened", "words"),
    [("2026-08-12T09:05", "today 9:05"), ("2026-03-02T09:05", "Mar 2"), ("2025-03-02T09:05", "Mar 2, 2025")],
)
def test_it_says_when_a_workshop_was_open(opened: str, words: str, window: MainWindow, tmp_path: Path) -> None:
    window.start.present([Recent(tmp_path, "Maple", datetime.fromisoformat(opened))], NOON.date())
    assert words in listed(window)[0].accessibleName()


def test_the_sample_is_one_click_away(tmp_path: Path, qtbot: QtBot) -> None:
    window = a_window(qtbot, a_workshop(tmp_path))
    window.close_workshop()
    click(window.start.sample_button, qtbot)
    assert window.page is not None


def test_a_file_s_name_is_suggested_from_the_district() -> None:
    assert SystemChooser.suggested("St. Johns County / North").name == "st-johns-county-north.roadmap"
    assert SystemChooser.suggested("???").name == "workshop.roadmap"
