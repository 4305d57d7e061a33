"""Roadmap before it has dates: the first task can be the room's own, and a circle of tasks can be opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.language import message
from roadmap_desktop.model.roadmap import Link
from roadmap_desktop.screens.roadmap.ground import RoadmapStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from tests.journey.test_roadmap import add_calendar
from tests.screens.hands import focused, type_in
from tests.screens.test_roadmap import inspected, press

LEFT = Qt.MouseButton.LeftButton
Opened = Callable[..., tuple[WorkshopPage, RoadmapStep]]


@pytest.fixture
def opened(sitting: Sitting, document: Document, qtbot: QtBot) -> Opened:
    """Shows a step of the roadmap in the whole frame."""
    add_calendar(document)

    def show(step: str, task: str = "") -> tuple[WorkshopPage, RoadmapStep]:
        page = WorkshopPage(sitting, Target("roadmap", step, task))
        page.resize(1366, 768)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        found = page.stage_area.step()
        assert isinstance(found, RoadmapStep)
        return page, found

    return show


def make_circle(document: Document) -> tuple[str, str]:
    """Two tasks that wait for one another, as copies that were merged can bring them."""
    first, second = (edits.add_task(document, name, "prepare") for name in ("Copy the sheets", "Print them"))
    with document.change(message("Merged")) as session:
        session.add_all([Link(before=first, after=second), Link(before=second, after=first)])
    return first, second


@pytest.mark.parametrize("step", ["timeline", "table"])
def test_the_first_task_of_an_empty_roadmap_can_be_the_rooms_own(
    opened: Opened, document: Document, step: str, qtbot: QtBot
) -> None:
    _, shown = opened(step)
    qtbot.mouseClick(shown.empty.other_button(), LEFT)
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    type_in(qtbot, "Print the posters")
    assert [each.task.name for each in planned(document)] == ["Print the posters"]
    assert shown.content.isVisible()
    assert not shown.empty.isVisible()


def test_a_circle_is_named_and_its_link_taken_away_by_one_click(
    opened: Opened, document: Document, qtbot: QtBot
) -> None:
    keys = make_circle(document)
    page, shown = opened("timeline")
    said = str(shown.empty.property("sentence"))
    assert all(words in said for words in ("circle", "Copy the sheets", "Print them"))
    qtbot.mouseClick(shown.empty.button(), LEFT)
    assert "Copy the sheets waits for Print them." in inspected(page)
    other = "Print them" if planned(document).circle[0] == keys[0] else "Copy the sheets"
    press(page, f"Do not wait for {other}")
    assert set(planned(document).tasks) == set(keys)
    qtbot.waitUntil(shown.content.isVisible)


def test_the_inspector_leads_from_one_task_of_a_circle_to_the_next(opened: Opened, document: Document) -> None:
    first, second = make_circle(document)
    page, _ = opened("table", first)
    found = page.inspector.inspection()
    assert found is not None
    targets = {line.target for section in found.sections for line in section.lines}
    assert targets == {None, Target("roadmap", "timeline", second)}


def test_a_screen_has_one_primary_button_while_a_circle_is_open(opened: Opened, document: Document) -> None:
    first, _ = make_circle(document)
    page, shown = opened("timeline", first)
    assert page.inspector.has_primary()
    assert not shown.empty.button().isVisible()
