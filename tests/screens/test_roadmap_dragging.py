"""Roadmap: a dragged bar shows all that moves with it and writes nothing until it is dropped; lanes stay folded."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.plan import calendar_of, planned
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.screens.roadmap.timeline import TimelineStep
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.document import Document
from tests.screens.test_roadmap import LEFT, bar_at, page, pilot, run_of, step

__all__ = ["page", "pilot", "step"]


def hold(qtbot: QtBot, step: TimelineStep, key: str, days: int) -> None:
    """Drags a bar so many days and keeps hold of it."""
    start, viewport = bar_at(step, key, share=0.4), step.chart.surface.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    for share in (0.5, 1.0):
        qtbot.mouseMove(viewport, start + QPoint(round(days * share * step.chart.plot.view.per_day), 0))


def test_held_over_another_day_a_bar_shows_what_moves_with_it_and_escape_writes_nothing(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    stood, before = document.undo_label, planned(document).tasks[run_of(pilot)].start
    hold(qtbot, step, run_of(pilot), 40)
    keys = step.chart.plot.columns.keys
    assert task_key(Part.DECIDE, pilot) in {keys[each.place] for each in step.chart.surface.overlay.followers}
    qtbot.keyClick(step.chart.surface, Qt.Key.Key_Escape)
    qtbot.mouseRelease(step.chart.surface.viewport(), LEFT)
    assert (document.undo_label, planned(document).tasks[run_of(pilot)].start) == (stood, before)


def test_lanes_stay_folded_for_the_sitting_and_open_where_a_link_leads(
    page: WorkshopPage, step: TimelineStep, pilot: str
) -> None:
    for head in step.chart.plot.columns.lanes:
        step.chart.fold(head.key, folded=True)
    assert TimelineStep(step.sitting).chart.folded == step.kept.folded == step.chart.folded != frozenset()
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    assert step.chart.current() == run_of(pilot)


def test_keys_carry_a_bar_day_by_day_and_enter_puts_it_down_in_one_step_of_undo(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    page.go(Target("roadmap", "timeline", run_of(pilot)))
    before, stood, surface = planned(document).tasks[run_of(pilot)], document.undo_label, step.chart.surface
    for _ in range(3):
        qtbot.keyClick(surface, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert surface.overlay.ghost is not None
    assert document.undo_label == stood
    qtbot.keyClick(surface, Qt.Key.Key_Return)
    after = planned(document).tasks[run_of(pilot)].start
    time = calendar_of(document, before.task)
    assert time is not None
    assert time.school_days_between(before.start, after) == 4
    document.undo()
    assert (planned(document).tasks[run_of(pilot)].start, document.undo_label) == (before.start, stood)


def test_keys_carry_the_end_of_a_bar_and_escape_puts_it_back(
    page: WorkshopPage, step: TimelineStep, document: Document, pilot: str, qtbot: QtBot
) -> None:
    key, both = task_key(Part.PREPARE, pilot), Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    page.go(Target("roadmap", "timeline", key))
    before, surface = planned(document).tasks[key].finish, step.chart.surface
    qtbot.keyClick(surface, Qt.Key.Key_Right, both)
    qtbot.keyClick(surface, Qt.Key.Key_Escape)
    assert (surface.overlay.ghost, planned(document).tasks[key].finish) == (None, before)
    qtbot.keyClick(surface, Qt.Key.Key_Right, both)
    qtbot.keyClick(surface, Qt.Key.Key_Return)
    assert planned(document).tasks[key].finish > before
