"""The roadmap's files in the window: a list or changed dates are looked at before they are taken; all is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.screens.roadmap.files_button import FilesButton
from roadmap_desktop.screens.roadmap.table import TableStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.store.document import Document
from tests.journey.test_roadmap import add_calendar
from tests.screens.hands import carried, shown

LIST = "id,name,length,predecessors\nA,Draft,5,\nB,Train,2w,A\nC,Vote,soon,B\n"


@pytest.fixture
def step(document: Document, show_step: Callable[[type[TableStep]], TableStep]) -> TableStep:
    add_calendar(document)
    return show_step(TableStep)


def choose(button: FilesButton, key: str) -> None:
    next(action for action in button.list.actions() if action.data() == key).trigger()


def look_at(qtbot: QtBot, step: TableStep, kind: str, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    step.ask = lambda *_: path
    choose(step.files, kind)
    qtbot.waitUntil(lambda: step.preview.take_button.isVisible() or not step.preview.isVisible())


def take(qtbot: QtBot, step: TableStep) -> None:
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    qtbot.waitUntil(lambda: not step.preview.isVisible())


def test_a_list_is_looked_at_then_taken_then_its_changed_dates(qtbot: QtBot, step: TableStep, tmp_path: Path) -> None:
    document = step.sitting.document
    look_at(qtbot, step, "tasks", tmp_path / "tasks.csv", LIST)
    assert "tasks.csv: 2 tasks, 2 new, 0 changed." in step.preview.summary.text()
    assert [row[:2] for row in shown(step.preview.parts)] == [["A", "Draft"], ["B", "Train"]]
    assert merged(document).tasks == ()
    take(qtbot, step)
    assert {row[0].split("\n")[0] for row in shown(step.tasks) if row[0]} >= {"Draft", "Train"}
    look_at(qtbot, step, "dates", tmp_path / "dates.csv", "id,start\nA,2026-08-17\n")
    assert "dates.csv: 1 task changed, 1 follow." in step.preview.summary.text()
    take(qtbot, step)
    assert f"{planned(document).tasks['A'].start:%m-%d}" == "08-17"
    document.undo()
    document.undo()
    assert merged(document).tasks == ()


def test_a_circle_is_told_and_nothing_is_taken(qtbot: QtBot, step: TableStep, sitting: Sitting, tmp_path: Path) -> None:
    told: list[Notice] = []
    sitting.noticed.connect(told.append)
    look_at(qtbot, step, "tasks", tmp_path / "circle.csv", "id,length,predecessors\nA,2,B\nB,2,A\n")
    assert "A → B → A" in sitting.say(told[0].what)
    assert not step.preview.isVisible()
    assert step.files.isVisible()


def test_files_are_saved_where_there_is_something_to_save(qtbot: QtBot, step: TableStep, tmp_path: Path) -> None:
    saving = [action for action in step.files.list.actions() if action.data() == "sheets"]
    assert not saving[0].isEnabled()
    look_at(qtbot, step, "tasks", tmp_path / "tasks.csv", LIST)
    take(qtbot, step)
    step.ask_folder = lambda _: tmp_path / "out"
    choose(step.files, "sheets")
    carried(qtbot, step.sitting)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"roadmap.xlsx", "roadmap.csv"}
