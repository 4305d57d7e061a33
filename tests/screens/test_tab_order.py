"""With Tab alone: every step of a new workshop and of a full one lets a person come to each control, and out again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens.beside.pages import PAGES, BesideEntry
from roadmap_desktop.screens.places import PLACES
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.widgets import theme
from tests.copied import sample_copy
from tests.screens.hands import focused
from tests.screens.windows import a_workshop

NOW = datetime.fromisoformat("2026-11-02T09:00")


@pytest.fixture(params=["new", "sample"])
def page(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> WorkshopPage:
    if request.param == "new":
        path = a_workshop(tmp_path)
    else:
        path = tmp_path / "sample.roadmap"
        sample_copy(path, clock=lambda: NOW).close()
    window = app.main_window(path, theme.Choice.LIGHT)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert window.page is not None
    return window.page


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.stage}-{place.step}")
def test_tab_comes_to_every_control_of_a_step_and_out_of_it_again(
    page: WorkshopPage, place: Target, qtbot: QtBot
) -> None:
    page.go(place)
    step = page.stage_area.step()
    qtbot.waitUntil(step.isVisible)
    assert missed_by_tab(step, start=page.stage_area.tabs()) == []


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: str(entry.key))
def test_tab_comes_to_every_control_of_a_page_beside_the_stages(
    page: WorkshopPage, entry: BesideEntry, qtbot: QtBot
) -> None:
    page.show_beside(entry.key)
    shown = page.beside_area.page()
    qtbot.waitUntil(shown.isVisible)
    assert missed_by_tab(shown, start=page.beside_area.back()) == []


def missed_by_tab(shown: QWidget, start: QWidget) -> list[str]:
    """The controls of a step or page that Tab does not come to."""
    met = met_by_tab(start)
    missed = [each for each in shown.findChildren(QWidget) if stops_tab(each) and each not in met]
    return [f"{type(each).__name__} {each.accessibleName()}" for each in missed]


def met_by_tab(start: QWidget) -> list[QWidget]:
    """The controls Tab comes to, from this one once round the window and back to it."""
    start.setFocus()
    met: list[QWidget] = []
    for _ in range(400):
        met.append(focused())
        QTest.keyClick(start.window().windowHandle(), Qt.Key.Key_Tab)
        if focused() is start:
            return met
    names = [f"{type(each).__name__} {each.accessibleName()}" for each in met[-3:]]
    raise AssertionError(f"Tab does not come round; it ended with {names}")


def stops_tab(widget: QWidget) -> bool:
    """Whether a control is there to be come to with Tab."""
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
