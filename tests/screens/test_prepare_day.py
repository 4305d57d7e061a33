"""Prepare, Agenda: the day as a column, where items are dragged, resized by their edge, and reached by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
from roadmap_desktop.journey.prepare.agendaitems import ItemField, add_item, change_item
from roadmap_desktop.journey.prepare.running import next_item, start_day
from roadmap_desktop.screens.prepare.agenda import AgendaStep
from roadmap_desktop.screens.prepare.dayblocks import Lines
from roadmap_desktop.screens.prepare.daycolumn import Day
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from tests.screens.hands import shown

ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def step(document: Document, show_step: Callable[[type[Step]], Step]) -> AgendaStep:
    for title, minutes in (("One", 30), ("Two", 20), ("Three", 10)):
        add_item(document, title, minutes)
    made = show_step(AgendaStep)
    assert isinstance(made, AgendaStep)
    return made


def rows(document: Document) -> list[tuple[str, int]]:
    return [(str(row.title), row.minutes) for row in agenda(document).rows]


def drag(day: Day, title: str, minutes: float, *, edge: bool = False, end: bool = True) -> None:
    """Drags an item by so many minutes, or its lower edge."""
    block = next(each for each in day.blocks() if each.row.title == title)
    begun = block.bottom - 2 if edge else block.top + 4
    there = begun + minutes * block.height / block.row.minutes
    places = [QPoint(day.width() // 2, round(y)) for y in (begun, (begun + there) / 2, there)]
    QTest.mousePress(day, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(day, place)
    if end:
        QTest.mouseRelease(day, LEFT, pos=places[-1])


def test_items_are_as_high_as_they_are_long(step: AgendaStep) -> None:
    heights = [block.height for block in step.day.day.blocks()]
    assert heights == pytest.approx([heights[2] * 3, heights[2] * 2, heights[2]])


def test_an_item_is_dragged_to_another_place_in_one_step(step: AgendaStep, document: Document) -> None:
    drag(step.day.day, "One", 25)
    assert rows(document) == [("Two", 20), ("One", 30), ("Three", 10)]
    document.undo()
    assert rows(document) == [("One", 30), ("Two", 20), ("Three", 10)]


def test_the_lower_edge_makes_an_item_longer_in_steps_of_five_minutes(step: AgendaStep, document: Document) -> None:
    drag(step.day.day, "Two", 11, edge=True)
    assert rows(document)[1] == ("Two", 30)
    document.undo()
    assert rows(document)[1] == ("Two", 20)


def test_esc_leaves_a_drag_and_nothing_has_changed(step: AgendaStep, document: Document, qtbot: QtBot) -> None:
    day, before = step.day.day, rows(document)
    day.setFocus()
    drag(day, "One", 45, end=False)
    assert [block.row.title for block in day.blocks()] == ["Two", "Three", "One"]
    qtbot.keyClick(day, Qt.Key.Key_Escape)
    QTest.mouseRelease(day, LEFT, pos=QPoint(100, 200))
    assert rows(document) == before


def test_alt_with_arrows_moves_and_resizes_from_the_column(step: AgendaStep, document: Document, qtbot: QtBot) -> None:
    step.day.day.setFocus()
    qtbot.keyClick(step.day.day, Qt.Key.Key_Down)
    assert step.items.current() == agenda(document).rows[1].uuid
    qtbot.keyClick(step.day.day, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(step.day.day, Qt.Key.Key_Up, ALT)
    assert rows(document) == [("Two", 25), ("One", 30), ("Three", 10)]
    assert "Two" in step.day.day.accessibleDescription()


def test_what_runs_now_is_marked_in_the_table_too(step: AgendaStep, document: Document, qtbot: QtBot) -> None:
    start_day(document)
    next_item(document)
    qtbot.waitUntil(lambda: [row[1] for row in shown(step.items)] == ["One", "Two (now)", "Three"])


def test_an_item_is_dragged_into_another_session(document: Document) -> None:
    one, two = add_item(document, "One", 30), add_item(document, "Two", 20)
    change_item(document, two, ItemField.SESSION, "2")
    lines = Lines(minute=2, head=20)
    before = agenda(document).rows
    assert [block.top for block in lines.blocks(before)] == [20, 100]
    assert places(lines.dropped(before, one, 90)) == [(one, 2), (two, 2)]
    assert places(lines.dropped(before, one, 130)) == [(two, 2), (one, 2)]
    assert places(lines.dropped(before, one, 30)) == [(one, 1), (two, 2)]


def places(rows: tuple[AgendaRow, ...]) -> list[tuple[str, int]]:
    return [(row.uuid, row.session) for row in rows]
