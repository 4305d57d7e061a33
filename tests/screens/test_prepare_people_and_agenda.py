"""Prepare, Participants and Agenda, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import add_item
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.screens.prepare.agenda import AgendaStep
from roadmap_desktop.screens.prepare.participants import ParticipantsStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from tests.screens.hands import begin_row, carried, edit_cell, paste, shown, type_in

Show = Callable[[type[Step]], Step]


@pytest.fixture
def room(show_step: Show) -> ParticipantsStep:
    step = show_step(ParticipantsStep)
    assert isinstance(step, ParticipantsStep)
    return step


@pytest.fixture
def day(show_step: Show) -> AgendaStep:
    step = show_step(AgendaStep)
    assert isinstance(step, AgendaStep)
    return step


def button(inside: QWidget, words: str) -> Button:
    return next(each for each in inside.findChildren(Button) if each.accessibleName() == words)


def test_a_person_is_typed_and_seated(room: ParticipantsStep, document: Document, qtbot: QtBot) -> None:
    begin_row(qtbot, room.people, "Ana Ruiz")
    qtbot.waitUntil(lambda: len(shown(room.people)) == 1)
    uuid = participants(document).rows[0].uuid
    edit_cell(qtbot, room.people, uuid, "perspective", "Teachers")
    edit_cell(qtbot, room.people, uuid, "table", "Table 1")
    qtbot.waitUntil(lambda: shown(room.people) == [["Ana Ruiz", "", "Teachers", "Table 1", ""]])
    assert room.room.plain() == "1 person. Table 1: 1."


def test_the_step_says_which_table_has_no_teacher_and_who_is_not_in_the_room(
    room: ParticipantsStep, document: Document, qtbot: QtBot
) -> None:
    add_participant(document, "Dee", perspective="board", table="Blue")
    with qtbot.waitSignal(room.remarked) as told:
        add_participant(document, "Eli", perspective="family", table="Blue")
    assert room.say(told.args[0].text) == "no teacher at Blue"
    assert room.absent.plain().startswith("Not in the room: District leadership, School leadership, Teachers")
    assert "Board" not in room.absent.plain()


def test_a_pasted_list_is_added_and_what_does_not_match_is_told(
    room: ParticipantsStep, sitting: Sitting, document: Document, qtbot: QtBot
) -> None:
    heard: list[Notice] = []
    sitting.noticed.connect(heard.append)
    paste(qtbot, room.people, "Name\tPerspective\tTable\nAna\tTeachers\t1\nBen\tWizard\t2")
    assert [(row.name, row.perspective, row.table) for row in participants(document).rows] == [
        ("Ana", "teacher", "1"),
        ("Ben", "", "2"),
    ]
    assert [room.say(notice.what) for notice in heard] == ["Not found here: Wizard."]


def test_a_list_is_shown_before_it_is_taken_and_a_word_is_explained_once(
    room: ParticipantsStep, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "room.csv").write_text("Name,Perspective\nAna,Wizards\nBo,Parent\n,Board\nCy,Wizards\n", "utf-8")
    room.ask = lambda *_: tmp_path / "room.csv"  # type: ignore[method-assign]
    qtbot.mouseClick(room.import_button, Qt.MouseButton.LeftButton)
    assert room.preview.summary.plain() == "room.csv: 3 people, 1 line or column left out."
    assert participants(document).rows == ()
    edit_cell(qtbot, room.preview.lines, "2", "perspective", "Technology")
    assert {row.name: row.perspective for row in room.preview.people()} == {
        "Ana": "technology",
        "Bo": "family",
        "": "board",
        "Cy": "technology",
    }
    qtbot.mouseClick(room.preview.take_button, Qt.MouseButton.LeftButton)
    carried(qtbot, room.sitting)
    qtbot.waitUntil(lambda: [row[0] for row in shown(room.people)] == ["Ana", "Bo", "Cy"])
    assert room.people.isVisible()
    document.undo()
    assert participants(document).rows == ()


def test_a_person_without_a_name_is_answered_beside_the_cell(
    room: ParticipantsStep, document: Document, qtbot: QtBot
) -> None:
    uuid = add_participant(document, "Ana")
    qtbot.waitUntil(lambda: len(shown(room.people)) == 1)
    edit_cell(qtbot, room.people, uuid, "name", " ")
    assert "needs a name" in room.people.complaint()


def test_an_agenda_begins_with_a_template_in_one_click(day: AgendaStep, document: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(day.templates, "Use Half day"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(day.items)) == len(agenda(document).rows) > 0)
    assert day.items.isVisible()
    assert not day.templates.isVisible()
    assert day.total.plain() == "3 h 45 min in all."


def test_the_times_are_counted_from_the_start_that_is_typed_there(
    day: AgendaStep, document: Document, qtbot: QtBot
) -> None:
    add_item(document, "Welcome", 15)
    qtbot.waitUntil(day.start_field.isVisible)
    day.start_field.setFocus()
    type_in(qtbot, "8:30")
    qtbot.waitUntil(lambda: shown(day.items)[0][:2] == ["8:30\u202fAM", "Welcome"])
    assert day.total.plain() == "15 min in all, from 8:30\u202fAM to 8:45\u202fAM."


def test_a_start_that_is_no_time_is_answered_beside_it(day: AgendaStep, document: Document, qtbot: QtBot) -> None:
    add_item(document, "Welcome", 15)
    qtbot.waitUntil(day.start_field.isVisible)
    day.start_field.setFocus()
    type_in(qtbot, "soon")
    assert "not a time of day" in day.start_row.complaint()


def test_items_move_by_keyboard(day: AgendaStep, document: Document, qtbot: QtBot) -> None:
    one = add_item(document, "One")
    add_item(document, "Two")
    qtbot.waitUntil(lambda: len(shown(day.items)) == 2)
    day.items.select(one)
    day.items.grid.setFocus()
    qtbot.keyClick(day.items.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [row[1] for row in shown(day.items)] == ["Two", "One"])
    assert day.items.current() == one
    qtbot.mouseClick(day.up_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row[1] for row in shown(day.items)] == ["One", "Two"])


def test_an_item_is_typed_after_the_one_selected(day: AgendaStep, document: Document, qtbot: QtBot) -> None:
    one = add_item(document, "One")
    add_item(document, "Three")
    qtbot.waitUntil(lambda: len(shown(day.items)) == 2)
    day.items.select(one)
    begin_row(qtbot, day.items, "Two")
    qtbot.waitUntil(lambda: [row[1] for row in shown(day.items)] == ["One", "Two", "Three"])


def test_wrong_minutes_are_answered_beside_the_cell(day: AgendaStep, document: Document, qtbot: QtBot) -> None:
    uuid = add_item(document, "Welcome", 15)
    qtbot.waitUntil(lambda: len(shown(day.items)) == 1)
    edit_cell(qtbot, day.items, uuid, "minutes", "0")
    assert "not a number of minutes" in day.items.complaint()


def test_another_template_takes_the_place_of_the_agenda_until_undo(
    day: AgendaStep, document: Document, qtbot: QtBot
) -> None:
    add_item(document, "Mine")
    qtbot.waitUntil(lambda: day.again.isVisible())
    button(day.again, "Full day").click()
    assert len(agenda(document).rows) > 5
    document.undo()
    assert [row.title for row in agenda(document).rows] == ["Mine"]
