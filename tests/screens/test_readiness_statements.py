"""Readiness, Statements: edited in their table; an instrument and answers shown before they are taken."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.readiness.statements import statements
from roadmap_desktop.language import Language
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.screens.readiness.statements import StatementsStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.store.document import Document
from tests.screens.hands import begin_row, carried, edit_cell

INSTRUMENT = (
    "Section,ID,Statement,1 - No,2 - Yes\nLead,L1,We lead,a,b\nLead,L1,We lead twice,,\nTech,T1,Wi-Fi works,,\n"
)
Show = Callable[[type[StatementsStep]], StatementsStep]


@pytest.fixture
def step(show_step: Show) -> StatementsStep:
    return show_step(StatementsStep)


def choose(step: StatementsStep, qtbot: QtBot, path: Path, *, answers: bool = False) -> None:
    step.ask = lambda *_: path
    button = step.answers_button if answers else step.instrument_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.preview.take_button.isVisible())


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    path = tmp_path / "tool.csv"
    path.write_text(INSTRUMENT, encoding="utf-8")
    return path


@pytest.fixture
def form(document: Document, tmp_path: Path) -> Path:
    path = tmp_path / "form.csv"
    texts = [Language("en").say(each.text) for each in instrument(document).statements[:2]]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [["Timestamp", *texts, "The network"], ["8/3/2026 9:00:01", 3, 1, 4], ["8/3/2026 9:00:02", 2, "x", 0]]
        )
    return path


def test_a_statement_is_edited_in_its_line(step: StatementsStep, document: Document, qtbot: QtBot) -> None:
    uuid = statements(document).rows[0].uuid
    edit_cell(qtbot, step.statements, uuid, "text", "We know what AI is for")
    qtbot.waitUntil(lambda: statements(document).rows[0].text == "We know what AI is for")


def test_a_statement_is_added_in_the_last_line(step: StatementsStep, document: Document, qtbot: QtBot) -> None:
    begin_row(qtbot, step.statements, "Our cooks know it too")
    qtbot.waitUntil(lambda: len(step.statements.rows()) == 41)
    assert step.statements_summary.plain() == "41 statements in 8 dimensions, levels 0 to 4."


def test_ctrl_minus_leaves_a_statement_out_and_undo_brings_it_back(
    step: StatementsStep, document: Document, qtbot: QtBot
) -> None:
    step.statements.select(statements(document).rows[0].uuid)
    qtbot.keyClick(step.statements.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert statements(document).rated == 39
    document.undo()
    assert statements(document).rated == 40


def test_an_instrument_is_shown_before_it_is_taken(
    step: StatementsStep, document: Document, qtbot: QtBot, tool: Path
) -> None:
    choose(step, qtbot, tool)
    assert step.preview.take_button.text() == "Take 2 statements"
    assert not step.statements.isVisible()
    assert len(instrument(document).statements) == 40
    step.preview.shown_field.choose("left")
    assert len(step.preview.parts.rows()) == 1
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    carried(qtbot, step.sitting)
    qtbot.waitUntil(lambda: len(step.statements.rows()) == 2)
    assert step.statements.isVisible()
    assert step.statements_summary.plain() == "2 statements in 2 dimensions, levels 1 to 2."


def test_a_file_can_be_left(step: StatementsStep, document: Document, qtbot: QtBot, tool: Path) -> None:
    choose(step, qtbot, tool)
    qtbot.mouseClick(step.preview.leave_button, Qt.MouseButton.LeftButton)
    assert step.statements.isVisible()
    assert not step.preview.isVisible()
    assert document.undo_label is None


def test_answers_are_taken_by_one_button(step: StatementsStep, document: Document, qtbot: QtBot, form: Path) -> None:
    choose(step, qtbot, form, answers=True)
    assert step.preview.take_button.text() == "Take 3 answers"
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    carried(qtbot, step.sitting)
    assert [line.spread.n for line in profile(document).statements[:3]] == [2, 1, 0]


def test_what_a_column_asks_is_chosen_from_a_list(
    step: StatementsStep, document: Document, qtbot: QtBot, form: Path
) -> None:
    choose(step, qtbot, form, answers=True)
    third = instrument(document).statements[2]
    edit_cell(qtbot, step.preview.parts, "3", "meaning", f"3. {Language('en').say(third.text)}")
    qtbot.waitUntil(lambda: step.preview.take_button.text() == "Take 5 answers")
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    assert profile(document).statements[2].spread.counts == (1, 0, 0, 0, 1)


def test_an_instrument_kept_beside_is_put_back_in_use(
    step: StatementsStep, document: Document, qtbot: QtBot, tool: Path, form: Path
) -> None:
    assert not step.use_row.isVisible()
    choose(step, qtbot, form, answers=True)
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    choose(step, qtbot, tool)
    step.preview.take_button.click()
    carried(qtbot, step.sitting)
    qtbot.waitUntil(lambda: step.use_row.isVisible())
    other = next(place for place in range(2) if place != step.use_field.currentIndex())
    step.use_field.setCurrentIndex(other)
    step.use_field.activated.emit(other)
    qtbot.waitUntil(lambda: len(step.statements.rows()) == 40)
    assert profile(document).statements[0].spread.n == 2


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n"])
def test_a_file_that_holds_nothing_is_told_in_the_strip(
    step: StatementsStep, sitting: Sitting, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    (tmp_path / "odd.csv").write_text(content)
    heard: list[Notice] = []
    sitting.noticed.connect(heard.append)
    step.ask = lambda *_: tmp_path / "odd.csv"
    step.answers_button.click()
    qtbot.waitUntil(lambda: len(heard) == 1)
    qtbot.waitUntil(lambda: step.statements.isVisible())


def test_answers_go_into_the_round_that_is_chosen(
    step: StatementsStep, document: Document, qtbot: QtBot, form: Path
) -> None:
    choose(step, qtbot, form, answers=True)
    assert step.preview.place_row.isHidden()  # there is one round, and nothing in it
    step.preview.take_button.click()
    qtbot.waitUntil(step.statements.isVisible)
    choose(step, qtbot, form, answers=True)
    offered = step.preview.place_field
    assert [offered.itemText(place) for place in range(offered.count())] == ["Round 1", "A new round, 2"]
    offered.setCurrentIndex(1)
    offered.activated.emit(1)
    step.preview.take_button.click()
    qtbot.waitUntil(step.statements.isVisible)
    assert present_round(document) == 2
    assert {row.round for row in document.rows(select(Rating.round))} == {1, 2}
