"""Prepare, Tables: people sit elsewhere by keyboard and by mouse, and are balanced over tables once that was seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.people import add_people
from roadmap_desktop.journey.prepare.personfields import PersonField
from roadmap_desktop.journey.prepare.tables import tables
from roadmap_desktop.screens.prepare.carrying import picked_up
from roadmap_desktop.screens.prepare.personchip import PERSON
from roadmap_desktop.screens.prepare.personpanel import PersonPanel
from roadmap_desktop.screens.prepare.tables import TablesStep
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from tests.screens.hands import focused

ROOM = [("Ana", "teacher", "1"), ("Ben", "board", "1"), ("Cal", "family", "2"), ("Dee", "board", "2"), ("Eli", "", "")]
Key = Qt.Key


@pytest.fixture
def step(document: Document, show_step: Callable[[type[Step]], Step]) -> TablesStep:
    keys = (PersonField.NAME, PersonField.PERSPECTIVE, PersonField.TABLE)
    add_people(document, [dict(zip(keys, each, strict=True)) for each in ROOM])
    made = show_step(TablesStep)
    assert isinstance(made, TablesStep)
    return made


def uuid(document: Document, name: str) -> str:
    return next(each.uuid for each in tables(document).people if each.name == name)


def at(document: Document) -> list[list[str]]:
    """Who sits at each table, and last who sits nowhere."""
    found = tables(document)
    return [[each.name for each in people] for people in (*(card.people for card in found.tables), found.waiting)]


def press(qtbot: QtBot, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def drop(step: TablesStep, person: str, table: int, on: str = "") -> None:
    """Lets a person go over a table, on somebody or on its empty part."""
    card, document = step.board.cards()[table], step.sitting.document
    place = step.board.chip(uuid(document, on)).geometry().center() if on else card.rect().bottomLeft()
    carried = QMimeData()
    carried.setData(PERSON, uuid(document, person).encode())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    card.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.MoveAction, carried, left, none))


def test_a_table_without_a_teacher_says_so_in_words(step: TablesStep) -> None:
    assert [card.said() for card in step.board.cards()] == [
        ("", ""),
        ("", "no parent and no student here"),
        ("no teacher", "no student here"),
    ]


def test_a_person_is_picked_up_by_keyboard_and_sits_at_another_table(
    step: TablesStep, document: Document, qtbot: QtBot
) -> None:
    step.board.reach(uuid(document, "Ana"))
    press(qtbot, Key.Key_Space, Key.Key_Right)
    assert step.hint.plain() == "Ana would sit at 2; Down chooses somebody to swap with."
    press(qtbot, Key.Key_Space)
    assert at(document) == [["Ben"], ["Ana", "Cal", "Dee"], ["Eli"]]
    qtbot.waitUntil(lambda: focused() is step.board.chip(uuid(document, "Ana")))
    document.undo()
    assert at(document) == [["Ana", "Ben"], ["Cal", "Dee"], ["Eli"]]


def test_two_people_change_places_by_keyboard(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    step.board.reach(uuid(document, "Ana"))
    press(qtbot, Key.Key_Space, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert at(document) == [["Ben", "Dee"], ["Ana", "Cal"], ["Eli"]]


def test_esc_brings_back_whoever_is_held(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    before = at(document)
    step.board.reach(uuid(document, "Ana"))
    press(qtbot, Key.Key_Space, Key.Key_Right, Key.Key_Escape, Key.Key_Right)
    assert at(document) == before
    assert focused() is step.board.chip(uuid(document, "Cal"))


def test_a_person_is_dropped_on_a_table_or_on_somebody(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    drop(step, "Eli", 2)
    assert at(document) == [["Ana", "Ben"], ["Cal", "Dee", "Eli"], []]
    qtbot.waitUntil(lambda: len(step.board.cards()) == 2)
    drop(step, "Ana", 1, on="Cal")
    assert at(document) == [["Ben", "Cal"], ["Ana", "Dee", "Eli"], []]


def test_the_board_scrolls_where_a_person_is_dragged_to_its_edge(step: TablesStep, qtbot: QtBot) -> None:
    for _ in range(6):
        step.add_button.click()
    step.resize(854, 320)
    bar = step.board.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    last = step.board.cards()[-1]
    last.held_over.emit(last.geometry().bottomLeft())
    assert bar.value() == bar.maximum()


def test_p_lets_a_person_stay_and_says_so(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    ana = uuid(document, "Ana")
    step.board.reach(ana)
    press(qtbot, Key.Key_P)
    qtbot.waitUntil(lambda: "stays here" in step.board.chip(ana).accessibleName())
    assert tables(document).tables[0].people[0].pinned


def test_a_balance_is_seen_before_it_is_taken_and_is_one_step(
    step: TablesStep, document: Document, qtbot: QtBot
) -> None:
    before = at(document)
    qtbot.mouseClick(step.balance_button, Qt.MouseButton.LeftButton)
    assert step.room.plain() == "1 person moves; 2 to 3 at a table; no teacher at 2. Nothing changes yet."
    assert at(document) == before
    press(qtbot, Key.Key_Space)
    assert sorted(len(people) for people in at(document)) == [0, 2, 3]
    qtbot.waitUntil(step.balance_button.isVisible)
    document.undo()
    assert at(document) == before


def test_a_balance_that_is_left_changes_nothing(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    before = at(document)
    qtbot.mouseClick(step.balance_button, Qt.MouseButton.LeftButton)
    step.number_field.setValue(3)
    assert len(step.board.cards()) == 3
    qtbot.mouseClick(step.leave_button, Qt.MouseButton.LeftButton)
    assert at(document) == before
    assert len(step.board.cards()) == 3  # two tables, and who has none


def test_a_table_is_named_where_it_stands(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(step.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "Window")
    press(qtbot, Key.Key_Return)
    assert [card.name for card in tables(document).tables] == ["1", "2", "Window"]


def test_who_is_held_goes_no_further_than_the_tables_and_the_people_there() -> None:
    held = picked_up("a", [("1", ("a", "b")), ("2", ("c",))])
    assert held.is_home
    assert held.down(1).other == ""
    over = held.across(5).down(5)
    assert (over.table, over.other) == ("2", "c")
    assert over.down(-5).other == ""
    assert over.across(-1).is_home


def test_the_inspector_takes_a_person_from_the_table(step: TablesStep, document: Document, qtbot: QtBot) -> None:
    step.board.reach(uuid(document, "Ana"))
    panel = step.findChild(PersonPanel)
    assert panel is not None
    panel.show()
    qtbot.mouseClick(panel.leave, Qt.MouseButton.LeftButton)
    assert at(document) == [["Ben"], ["Cal", "Dee"], ["Ana", "Eli"]]
