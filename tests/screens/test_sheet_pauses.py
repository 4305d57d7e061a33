"""A table's name and a new line are saved while they are typed, and leave nothing behind of what was half typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.statements import statements
from roadmap_desktop.model.people import Table
from roadmap_desktop.screens.prepare.participants import ParticipantsStep
from roadmap_desktop.screens.readiness.statements import StatementsStep
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from tests.screens.hands import focused, shown
from tests.widgets.a_sheet import pause, press, type_in

Shows = Callable[[type[Step]], Step]


def tables(document: Document) -> dict[str, str]:
    return {row.name: row.uuid for row in document.rows(select(Table.name, Table.uuid))}


@pytest.fixture
def room(show_step: Shows, document: Document, qtbot: QtBot) -> ParticipantsStep:
    add_participant(document, "Ann", table="Blue")
    step = show_step(ParticipantsStep)
    assert isinstance(step, ParticipantsStep)
    step.people.edit(participants(document).rows[0].uuid, "table")
    press(qtbot, Qt.Key.Key_End)
    return step


def test_a_half_typed_table_is_gone_when_the_cell_is_left(
    room: ParticipantsStep, document: Document, qtbot: QtBot
) -> None:
    type_in(qtbot, "s")
    pause()
    assert set(tables(document)) == {"Blue", "Blues"}
    type_in(qtbot, "y")
    press(qtbot, Qt.Key.Key_Return)
    assert set(tables(document)) == {"Bluesy"}


def test_a_table_is_the_same_one_when_its_name_is_typed_again(
    room: ParticipantsStep, document: Document, qtbot: QtBot
) -> None:
    before = tables(document)
    type_in(qtbot, "s")
    pause()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert tables(document) == before
    assert participants(document).rows[0].table == "Blue"


def test_a_statement_that_is_given_up_is_not_kept(show_step: Shows, document: Document, qtbot: QtBot) -> None:
    step = show_step(StatementsStep)
    assert isinstance(step, StatementsStep)
    before = [row.uuid for row in statements(document).rows]
    step.statements.begin()
    type_in(qtbot, "We know")
    pause()
    assert len(statements(document).rows) == len(before) + 1
    assert len(shown(step.statements)) == len(before)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert [row.uuid for row in statements(document).rows] == before
