"""What the file did not take stays in every kind of control until it is saved, whatever is drawn meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.widgets import theme
from tests.copied import sample_copy
from tests.screens.hands import focused

LONG = "much " * 4_000
"""More than the free room within the pages that the file has."""


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> WorkshopPage:
    """The sample in the window as it is shipped."""
    path = tmp_path / "sample.roadmap"
    sample_copy(path).close()
    window = app.main_window(path, theme.Choice.LIGHT)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return shown(window)


def shown(window: MainWindow) -> WorkshopPage:
    assert window.page is not None
    return window.page


def fill_disk(page: WorkshopPage, *, is_full: bool = True) -> None:
    """Lets the file take no byte more, and the history not even a row."""
    with page.sitting.document.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if is_full else 1_000_000}")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS temp.no_room")
        if is_full:
            connection.exec_driver_sql(
                "CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.step BEGIN "
                "INSERT INTO step (label, at, fold, state, uuid) SELECT hex(zeroblob(4000000)), '', '', '', ''; END"
            )


@dataclass(frozen=True)
class Kind:
    """A kind of control: where one is, what a person does in it, and what stands there then."""

    place: Target
    act: Callable[[Any], object]
    reads: Callable[[Any], object]


def type_over(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    field.window().page.rail.entry("prepare").setFocus()


def next_entry(step: Any) -> None:
    step.state_field.setFocus()
    QTest.keyClick(step.state_field, Qt.Key.Key_Down)
    step.state_field.activated.emit(step.state_field.currentIndex())


def type_in_cell(sheet: Any, column: str, text: str) -> None:
    sheet.edit(sheet.rows()[1].uuid, column)
    focused().selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(focused(), text)
    sheet.window().page.rail.entry("prepare").setFocus()


def cell(sheet: Any, column: int) -> object:
    editor = sheet.grid.indexWidget(sheet.grid.model().index(1, column))
    return editor.text() if editor is not None else sheet.grid.model().index(1, column).data()


def rate(step: Any) -> None:
    step.ratings.setFocus()
    line = step.ratings.current()
    QTest.keyClick(step.ratings, Qt.Key.Key_1 if answer(step) != 1 else Qt.Key.Key_2)
    assert step.ratings.current() == line


def answer(step: Any) -> object:
    lines = step.ratings.model().lines
    return next(each.answer for each in lines if getattr(each, "uuid", "") == step.ratings.current())


def set_size(step: Any) -> None:
    step.kind_choice.choose("table")
    type_over(step.size_field, "7")


KINDS = {
    "line": Kind(
        Target("prepare", "district"),
        lambda step: type_over(step.facilitator_field, "Bo Li"),
        lambda step: step.facilitator_field.text(),
    ),
    "list": Kind(Target("prepare", "district"), next_entry, lambda step: step.state_field.currentText()),
    "day": Kind(
        Target("prepare", "district"),
        lambda step: type_over(step.day_field, "3/5/2027"),
        lambda step: step.day_field.text(),
    ),
    "segments": Kind(
        Target("prepare", "district"),
        lambda step: step.paper_field.choose("a4" if step.paper_field.current() != "a4" else "letter"),
        lambda step: step.paper_field.current(),
    ),
    "long text": Kind(
        Target("pilots", "question"),
        lambda step: type_over(step.question_field, "Does it help?"),
        lambda step: step.question_field.toPlainText(),
    ),
    "rating": Kind(Target("readiness", "rate"), rate, answer),
    "number": Kind(Target("readiness", "rate"), set_size, lambda step: step.size_field.value()),
    "cell": Kind(
        Target("prepare", "schools"),
        lambda step: type_in_cell(step.schools, "name", "New Oak"),
        lambda step: cell(step.schools, 0),
    ),
}


def untick(step: Any) -> None:
    step.schools.setFocus()
    step.schools.select(step.schools.rows()[1].uuid)
    index = step.schools.grid.model().index(1, 5)
    place = step.schools.grid.visualRect(index).center()
    QTest.mouseClick(step.schools.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


KINDS["tick"] = Kind(
    Target("prepare", "schools"),
    untick,
    lambda step: step.schools.grid.model().is_ticked(step.schools.grid.model().index(1, 5)),
)


def draw_anew(step: Step) -> None:
    step.refresh()
    QApplication.processEvents()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_it_stays_when_all_is_drawn_anew_and_is_saved_once_there_is_room(kind: Kind, page: WorkshopPage) -> None:
    page.go(kind.place)
    step = page.stage_area.step()
    before = kind.reads(step)
    fill_disk(page)
    kind.act(step)
    wanted = kind.reads(step)
    draw_anew(step)
    assert (kind.reads(step), page.sitting.has_unsaved()) == (wanted, True)
    assert wanted != before
    fill_disk(page, is_full=False)
    page.sitting.try_again()
    draw_anew(step)
    assert (kind.reads(step), page.sitting.has_unsaved()) == (wanted, False)


def test_each_cell_that_was_refused_is_saved_when_there_is_room(page: WorkshopPage) -> None:
    page.go(Target("prepare", "schools"))
    step: Any = page.stage_area.step()
    fill_disk(page)
    uuids = [row.uuid for row in step.schools.rows()[:2]]
    for uuid, name in zip(uuids, ("New Oak", "New Elm"), strict=True):
        step.schools.edit(uuid, "name")
        focused().selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(focused(), name)
        page.rail.entry("prepare").setFocus()
    fill_disk(page, is_full=False)
    page.sitting.try_again()
    draw_anew(step)
    named = {row.uuid: row.name for row in step.schools.rows()}
    assert [named[uuid] for uuid in uuids] == ["New Oak", "New Elm"]


def test_hands_refused_for_two_levels_are_both_counted_later(page: WorkshopPage) -> None:
    page.go(Target("readiness", "rate"))
    step: Any = page.stage_area.step()
    step.kind_choice.choose("room")
    QApplication.processEvents()
    row = step.hands.rows()[0]
    fill_disk(page)
    for level, hands in (("1", "3"), ("2", "5")):
        step.hands.edit(row.uuid, level)
        focused().selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(focused(), hands)
        page.rail.entry("prepare").setFocus()
    fill_disk(page, is_full=False)
    page.sitting.try_again()
    draw_anew(step)
    counted = next(each.hands for each in step.hands.rows() if each.uuid == row.uuid)
    assert (counted.of(1), counted.of(2)) == (3, 5)


def test_a_newer_answer_is_not_overwritten_by_one_that_waited(page: WorkshopPage) -> None:
    page.go(Target("readiness", "rate"))
    step: Any = page.stage_area.step()
    fill_disk(page)
    step.ratings.setFocus()
    statement = step.ratings.current()
    QTest.keyClick(step.ratings, Qt.Key.Key_1)
    fill_disk(page, is_full=False)
    QTest.keyClick(step.ratings, Qt.Key.Key_2)
    draw_anew(step)
    lines = step.ratings.model().lines
    assert next(line.answer for line in lines if getattr(line, "uuid", "") == statement) == 2
