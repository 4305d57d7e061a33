"""Roadmap: what really happened is typed beside the plan, and the plan starts again from today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.language import Language
from roadmap_desktop.screens.roadmap.timeline import TimelineStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from tests.copied import new_copy
from tests.journey.test_roadmap import add_calendar
from tests.screens.hands import edit_cell, shown, type_in

LATER = datetime.fromisoformat("2026-09-01T12:00")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple County", state="FL", clock=lambda: LATER)
    add_calendar(made)
    take_tasks(made, read_tasks("id,name,length,predecessors\nA,Draft,5,\nB,Train,10,A\n", ids(made)).found)
    set_baseline(made)
    yield made
    made.close()


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> WorkshopPage:
    made = WorkshopPage(Sitting(document, Language("en")), Target("roadmap", "timeline"))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def inspected(page: WorkshopPage) -> str:
    """Everything that the inspector says."""
    found = page.inspector.inspection()
    assert found is not None
    lines = [line.text for section in found.sections for line in section.lines]
    return "\n".join(page.sitting.say(words) for words in (found.kicker, found.title, found.text, *lines))


def test_what_really_happened_is_typed_beside_the_plan_and_explained(
    page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    step = page.stage_area.step()
    assert isinstance(step, TimelineStep)
    page.go(Target("roadmap", "timeline", "A"))
    step.panel.finished.setFocus()
    type_in(qtbot, "8/20/2026")
    found = planned(document).tasks["A"]
    assert (found.task.started_on, found.finish, found.task.progress) == (date(2026, 8, 12), date(2026, 8, 20), 100)
    qtbot.waitUntil(lambda: "It started on Aug 12." in inspected(page))
    assert "It took 2 school days longer." in inspected(page)
    step.panel.started.setFocus()
    step.panel.started.selectAll()
    type_in(qtbot, "9/2/2026")
    assert "lies ahead" in step.panel.started_row.complaint()
    assert planned(document).tasks["A"].task.started_on == date(2026, 8, 12)


def test_how_a_task_waits_is_typed_beside_what_it_waits_for(
    page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    step = page.stage_area.step()
    assert isinstance(step, TimelineStep)
    page.go(Target("roadmap", "timeline", "B"))
    edit_cell(qtbot, step.panel.waits, "A", "how", "SS+2w")
    assert planned(document).tasks["B"].start == date(2026, 8, 26)
    qtbot.waitUntil(lambda: shown(step.panel.waits) == [["Draft", "starts with it, 2 weeks later"]])
    edit_cell(qtbot, step.panel.waits, "A", "how", "soon")
    assert planned(document).tasks["B"].start == date(2026, 8, 26)


def test_a_task_of_ones_own_is_counted_in_the_days_of_the_office(page: WorkshopPage, document: Document) -> None:
    step = page.stage_area.step()
    assert isinstance(step, TimelineStep)
    edits.edit_task(document, "A", "not_before", date(2026, 12, 18))
    page.go(Target("roadmap", "timeline", "A"))
    assert planned(document).tasks["A"].finish == date(2027, 1, 8)
    assert step.panel.calendar.currentText() == "School days"
    step.panel.calendar.setCurrentIndex(step.panel.calendar.findData("office"))
    step.panel.calendar.activated.emit(step.panel.calendar.currentIndex())
    assert planned(document).tasks["A"].finish < date(2027, 1, 1)


def test_work_that_is_behind_is_planned_again_from_today_by_one_button(
    page: WorkshopPage, document: Document, qtbot: QtBot
) -> None:
    again = [each for each in page.findChildren(Button) if each.text() == "Plan again from today"]
    assert [each.isVisible() for each in again] == [True]
    again[0].click()
    assert planned(document).tasks["A"].start == date(2026, 9, 1)
    qtbot.waitUntil(lambda: "Draft: 14 school days later." in inspected(page))
    assert "It may not start before Sep 1 now." in inspected(page)
