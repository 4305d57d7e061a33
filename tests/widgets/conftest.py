"""The controls as the window dresses them, in light."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.sheet import Sheet
from tests.widgets.a_sheet import Schools


@pytest.fixture(autouse=True)
def _dressed(qtbot: QtBot) -> None:
    theme.dress(theme.Choice.LIGHT)


@pytest.fixture
def schools(qtbot: QtBot) -> Iterator[Schools]:
    sheet = Sheet()
    made = Schools(sheet)
    qtbot.addWidget(sheet)
    sheet.resize(820, 420)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    sheet.setFocus()
    yield made
    sheet.close()
