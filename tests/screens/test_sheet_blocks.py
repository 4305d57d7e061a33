"""A block pasted into a step's table is one step of undo, and says which cells were not taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.screens.prepare.participants import ParticipantsStep
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from tests.screens.hands import focused, not_taken, paste, shown, type_in

CTRL = Qt.KeyboardModifier.ControlModifier
BLOCK = """Ana Ruiz\tPrincipal\tTeachers\tBlue
Ben Ito\t"Counselor
(half-time)"\tWizard\tBlue
Cy Lund\t\tFamilies\tRed
"""


@pytest.fixture
def room(show_step: Callable[[type[Step]], Step], document: Document, qtbot: QtBot) -> ParticipantsStep:
    add_participant(document, "Ann")
    step = show_step(ParticipantsStep)
    assert isinstance(step, ParticipantsStep)
    step.people.select(participants(document).rows[0].uuid)
    paste(qtbot, step.people, BLOCK)
    return step


def test_it_fills_rows_and_adds_lines_as_one_step(room: ParticipantsStep, document: Document, qtbot: QtBot) -> None:
    rows = participants(document).rows
    assert [(row.name, row.role, row.perspective, row.table) for row in rows] == [
        ("Ana Ruiz", "Principal", "teacher", "Blue"),
        ("Ben Ito", "Counselor (half-time)", "", "Blue"),
        ("Cy Lund", "", "family", "Red"),
    ]
    assert not_taken(room.people)[0].startswith("Ben Ito, Perspective: “Wizard”. This is none of the choices.")
    assert room.say(document.undo_label) == "Pasted 12 cells"
    document.undo()
    assert [row.name for row in participants(document).rows] == ["Ann"]
    document.redo()
    qtbot.waitUntil(lambda: len(shown(room.people)) == 3)


def test_what_it_filled_is_filtered_sorted_and_cleared(
    room: ParticipantsStep, document: Document, qtbot: QtBot
) -> None:
    room.people.sort(0)
    room.people.sort(0)
    assert [row[0] for row in shown(room.people)] == ["Cy Lund", "Ben Ito", "Ana Ruiz"]
    qtbot.keyClick(focused(), Qt.Key.Key_F, CTRL)
    type_in(qtbot, "blue", end=Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.people.grid)
    room.people.grid.select(participants(document).rows[0].uuid, column=3)
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    assert [row.table for row in participants(document).rows] == ["", "Blue", "Red"]
    assert room.say(document.undo_label) == "Cleared 1 cell"
