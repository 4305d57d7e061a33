"""The controls as the window dresses them, in light."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets import theme


@pytest.fixture(autouse=True)
def _dressed(qtbot: QtBot) -> None:
    theme.dress(theme.Choice.LIGHT)
