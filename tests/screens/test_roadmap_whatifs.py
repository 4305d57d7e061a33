"""Roadmap: two what-ifs are drawn beside the plan and compared in a short table; one is taken or dropped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.screens.roadmap.timeline import TimelineStep
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from tests.screens.hands import focused, shown
from tests.screens.test_roadmap import LEFT, inspected, page, pilot, press, run_of, step

__all__ = ["page", "pilot", "step"]


def ask_what_if(page: WorkshopPage, key: str) -> None:
    page.go(Target("roadmap", "timeline", key))
    press(page, "What if it starts a grading period later")


def choose(step: TimelineStep, ending: str) -> None:
    step.what_if.fill()
    next(each for each in step.what_if.list.actions() if each.text().endswith(ending)).trigger()


def compare_two(page: WorkshopPage, step: TimelineStep, document: Document, pilot: str) -> None:
    edits.move_task(document, run_of(pilot), date(2026, 12, 14))
    ask_what_if(page, run_of(pilot))
    choose(step, "1 week earlier")


def marks(step: TimelineStep) -> list[str]:
    return [each.outline.mark for each in step.chart.surface.outlines.shown]


def test_a_what_if_is_drawn_beside_the_plan_and_taken_in_one_step_of_undo(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    before, stood = planned(document).tasks[run_of(pilot)].start, document.undo_label
    ask_what_if(page, run_of(pilot))
    assert marks(step) == ["A"]
    assert document.undo_label == stood
    assert "kept until this workshop is closed" in inspected(page)
    step.whatifs.panel.rows["A"].take.click()
    assert planned(document).tasks[run_of(pilot)].start > before
    assert marks(step) == []
    document.undo()
    assert (planned(document).tasks[run_of(pilot)].start, document.undo_label) == (before, stood)


def test_two_stand_on_one_picture_with_a_line_each_in_the_legend_and_a_column_each_in_the_table(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    compare_two(page, step, document, pilot)
    assert marks(step) == ["A", "B"]
    assert step.chart.outline_legend.isVisible()
    assert "B, Winter break, 1 week earlier: " in step.chart.outline_legend.accessibleName()
    assert "A, Pilot" in step.chart.surface.accessibleDescription()
    rows = shown(step.whatifs.panel.measures)
    names = [row[0].splitlines()[0] for row in rows]
    assert names == ["Tasks that move", "Last day", "Next decision", "Decisions that move", "Dates that can't hold"]
    assert all(len(row) == 3 for row in rows)
    step.chart.surface.grab()
    assert step.chart.surface.outlines.painted >= 2


def test_one_is_dropped_and_the_other_keeps_its_mark(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str
) -> None:
    compare_two(page, step, document, pilot)
    stood = document.undo_label
    step.whatifs.panel.rows["A"].drop.click()
    assert marks(step) == ["B"]
    step.whatifs.panel.rows["B"].drop.click()
    assert (marks(step), step.chart.outline_legend.isVisible()) == ([], False)
    assert document.undo_label == stood


def test_a_name_and_an_amount_of_ones_own_are_kept_while_another_task_is_looked_at(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    ask_what_if(page, run_of(pilot))
    row = step.whatifs.panel.rows["A"]
    before = step.whatifs.outcomes[0].days[run_of(pilot)]
    row.name.setFocus()
    qtbot.keyClicks(row.name, "After the board election")
    row.by.setCurrentIndex(1)
    row.by.activated.emit(1)
    assert step.whatifs.outcomes[0].days[run_of(pilot)] > before
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert "A: " in inspected(page)
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Escape)
    assert row.name.text() == step.whatifs.outcomes[0].name == "After the board election"
    assert "What if" in inspected(page)


def test_an_amount_that_cannot_be_is_answered_beside_it(page: WorkshopPage, step: TimelineStep, pilot: str) -> None:
    ask_what_if(page, run_of(pilot))
    row = step.whatifs.panel.rows["A"]
    steps = [row.by.itemData(at).periods for at in range(row.by.count())]
    row.by.activated.emit(len(steps) - 1)
    is_told = bool(row.by_row.complaint())
    assert is_told is (step.kept.scenarios[0].about.periods == 1)  # type: ignore[union-attr]


def test_all_of_it_is_reached_by_tab(page: WorkshopPage, step: TimelineStep, pilot: str, qtbot: QtBot) -> None:
    ask_what_if(page, run_of(pilot))
    row, reached = step.whatifs.panel.rows["A"], set[QWidget]()
    step.chart.setFocus()
    for _ in range(40):
        reached.add(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert {row.name, row.by, row.take, row.drop, step.whatifs.panel.dates.grid, step.what_if} <= reached
    qtbot.mouseClick(row.drop, LEFT)
    assert step.kept.scenarios == ()
