"""A projector plugged in and pulled out: the facilitator's window stays where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.screens.screenplace import Screens, Spot, other, seen
from roadmap_desktop.screens.window import MainWindow
from tests.screens.test_room import room_of
from tests.screens.windows import a_window, a_workshop

LAPTOP = Spot(QRect(0, 0, 1440, 900), QRect(0, 30, 1440, 870))
PROJECTOR = Spot(QRect(1440, 0, 1920, 1080), QRect(1440, 0, 1920, 1080))


class Plugged(Screens):
    """Screens that a test plugs in and pulls out."""

    def __init__(self) -> None:
        super().__init__()
        self.now = [LAPTOP, PROJECTOR]

    def spots(self) -> tuple[Spot, ...]:
        return tuple(self.now)

    def pull(self) -> None:
        self.now = [LAPTOP]
        self.went.emit()

    def plug(self) -> None:
        self.now = [LAPTOP, PROJECTOR]
        self.came.emit()


@pytest.fixture
def screens() -> Plugged:
    return Plugged()


@pytest.fixture
def window(tmp_path: Path, screens: Plugged, qtbot: QtBot) -> Iterator[MainWindow]:
    made = a_window(qtbot, a_workshop(tmp_path), screens=lambda: screens)
    made.setGeometry(20, 60, 1366, 768)
    yield made
    made.room.close()


def test_the_other_screen_is_the_one_the_window_is_not_on() -> None:
    assert other([LAPTOP, PROJECTOR], QRect(20, 60, 1366, 768)) is PROJECTOR
    assert other([LAPTOP, PROJECTOR], QRect(1500, 60, 1366, 768)) is LAPTOP
    assert other([LAPTOP], QRect(20, 60, 1366, 768)) is None


def test_a_window_that_is_seen_stays() -> None:
    for place in (QRect(20, 60, 1366, 768), QRect(-1000, 60, 1366, 768), QRect(1200, 800, 1366, 768)):
        assert seen([LAPTOP], place) == place


def test_a_window_that_is_not_seen_comes_back_whole() -> None:
    for place in (QRect(1500, 60, 1366, 768), QRect(20, -900, 1366, 768), QRect(20, 2000, 3000, 2000)):
        assert LAPTOP.free.contains(seen([LAPTOP], place))


def test_the_room_view_fills_the_other_screen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    room = room_of(window)
    assert room.isFullScreen()
    assert window.geometry() == QRect(20, 60, 1366, 768)


def test_with_one_screen_it_is_a_window(window: MainWindow, screens: Plugged, qtbot: QtBot) -> None:
    screens.now = [LAPTOP]
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert not room_of(window).isFullScreen()


def test_pulling_the_projector_makes_the_room_view_a_window(window: MainWindow, screens: Plugged, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    screens.pull()
    assert not room_of(window).isFullScreen()
    assert LAPTOP.free.contains(room_of(window).geometry())
    assert window.geometry() == QRect(20, 60, 1366, 768)


def test_a_facilitators_window_on_the_screen_that_goes_comes_back(window: MainWindow, screens: Plugged) -> None:
    window.setGeometry(1600, 100, 1366, 768)
    screens.pull()
    assert LAPTOP.free.contains(window.geometry())


def test_plugging_in_offers_the_room_view_there(window: MainWindow, screens: Plugged, qtbot: QtBot) -> None:
    screens.pull()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    screens.plug()
    assert window.page is not None
    buttons = window.page.messages.findChildren(QPushButton)
    offer = next(each for each in buttons if each.accessibleName() == "Show the room view there")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert room_of(window).isFullScreen()
