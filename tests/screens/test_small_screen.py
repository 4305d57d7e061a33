"""The window on a screen of 1920 x 1080 at 200 %: it has 960 x 540 pixels of its own, less the bars of the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.button import Button
from tests.screens.windows import a_window, a_workshop


@pytest.mark.parametrize("opens", [False, True])
def test_the_window_fits_a_screen_at_twice_the_scale(qtbot: QtBot, tmp_path: Path, opens: bool) -> None:
    window = a_window(qtbot, a_workshop(tmp_path) if opens else None)
    window.resize(900, 440)
    assert window.size().toTuple() == (900, 440)


def test_the_whole_start_page_can_be_reached_there(qtbot: QtBot) -> None:
    window = a_window(qtbot)
    window.resize(900, 440)
    for button in (window.start.new_button, window.start.sample_button):
        assert isinstance(button, Button)
        button.setFocus()
        assert not button.visibleRegion().isEmpty()
