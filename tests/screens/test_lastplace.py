"""The window comes back where it stood, and where it can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.screens.lastplace import LastPlace
from roadmap_desktop.screens.screenplace import Spot

LAPTOP = Spot(QRect(0, 0, 1440, 900), QRect(0, 30, 1440, 870))
DESK = Spot(QRect(1440, 0, 1920, 1080), QRect(1440, 0, 1920, 1080))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "window.json"


def opened(qtbot: QtBot, file: Path, *spots: Spot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(QRect(10, 40, 800, 600))
    LastPlace(window, file).take(spots)
    window.show()
    return window


def test_a_window_opens_where_it_was_closed(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file, LAPTOP, DESK)
    window.setGeometry(QRect(1500, 100, 1000, 700))
    window.close()
    assert opened(qtbot, file, LAPTOP, DESK).geometry() == QRect(1500, 100, 1000, 700)


def test_where_the_second_screen_is_gone_it_opens_on_the_first(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file, LAPTOP, DESK)
    window.setGeometry(QRect(1500, 100, 1000, 700))
    window.close()
    assert LAPTOP.free.contains(opened(qtbot, file, LAPTOP).geometry())


def test_a_maximized_window_opens_maximized_and_remembers_its_size(qtbot: QtBot, file: Path) -> None:
    window = opened(qtbot, file, LAPTOP)
    window.showMaximized()
    window.close()
    again = opened(qtbot, file, LAPTOP)
    assert again.isMaximized()
    assert again.normalGeometry().size().width() == 800


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"x": "1", "y": 2, "width": 3, "height": 4}', "\x00", "null"])
def test_a_file_that_says_nothing_leaves_the_window_where_it_is(qtbot: QtBot, file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    assert opened(qtbot, file, LAPTOP).geometry() == QRect(10, 40, 800, 600)


def test_a_place_that_cannot_be_written_stops_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    assert opened(qtbot, tmp_path / "taken" / "window.json", LAPTOP).close()
