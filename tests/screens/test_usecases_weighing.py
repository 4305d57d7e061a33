"""Weights of perspectives in the window: whose weights are shown, given, looked at as a median, compared in pairs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.usecases.comparing import answers
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.perspectives import perspectives, weights_of
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.several import write_several
from roadmap_desktop.journey.usecases.weighing import set_weight
from roadmap_desktop.journey.voices import ROOM
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.ranking import RankingStep
from roadmap_desktop.store.document import Document
from tests.screens.hands import edit_cell, shown

Show = Callable[[type[Step]], Any]


@pytest.fixture
def step(document: Document, sitting: Sitting, show_step: Show, qtbot: QtBot) -> Any:
    """The ranking of two use cases that impact and reach order differently, with its panel in the inspector."""
    cases, asked = write_several(document, "Drafts\nBus"), criteria(document)
    for case, reach in zip(cases, (1, 5), strict=True):
        for each in asked:
            score(document, case, each.uuid, ROOM, reach if each == asked[1] else 4 - reach / 3)
    set_choose(document, 1)
    add_participant(document, "Ann", perspective="teacher")
    add_participant(document, "Bo", perspective="family")
    inspector = Inspector()
    inspector.resize(300, 700)
    qtbot.addWidget(inspector)
    sitting.selected.connect(inspector.present)
    inspector.show()
    made = show_step(RankingStep)
    settle()
    made.inspector = inspector
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def choose(qtbot: QtBot, step: Any, words: str) -> None:
    """Walks down the list of whose weights are shown, by keys, to the one of these words."""
    combo = step.panel.whose.choice
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentText() != words:
        before = combo.currentIndex()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before
    settle()


def weigh(qtbot: QtBot, step: Any, place: int, weight: str) -> None:
    field = step.panel.rows[place].number
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, weight)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()


def offered(step: Any) -> list[str]:
    combo = step.panel.whose.choice
    return [combo.itemText(place) for place in range(combo.count())]


def test_teachers_weigh_for_themselves_and_the_rooms_weights_stay(document: Document, step: Any, qtbot: QtBot) -> None:
    before = criteria(document)
    assert offered(step) == ["The room", "Teachers", "Families"]
    choose(qtbot, step, "Teachers")
    assert step.panel.whose.note.plain().startswith("Teachers: none given yet")
    weigh(qtbot, step, 1, "90")
    assert criteria(document) == before
    assert weights_of(document, "teacher")[before[1].uuid] == 90
    assert offered(step) == ["The room", "Teachers · given", "Families"]
    assert step.ranking.rows()[0].name == "Bus"
    assert step.said.plain().startswith("Ranked by the weights of Teachers. ")
    choose(qtbot, step, "The room")
    assert step.ranking.rows()[0].name == "Drafts"
    assert step.panel.whose.note.plain() == "1 of 2 perspectives gave weights: Teachers."
    assert step.panel.rows[1].number.text() == "10"


def test_the_ranking_says_whether_it_holds_by_their_weights(document: Document, step: Any, qtbot: QtBot) -> None:
    step.basis.choose("perspectives")
    settle()
    assert step.said.plain() == "None of the 2 perspectives in the room has given weights of its own."
    choose(qtbot, step, "Teachers")
    weigh(qtbot, step, 1, "90")
    choose(qtbot, step, "The room")
    assert step.said.plain().endswith("With the weights of Teachers, Drafts would take place 2 instead of 1.")
    assert [row[5] for row in shown(step.ranking)] == ["0%", "100%"]
    assert step.panel.said[0].plain() == "Its place by the weights of each perspective: Teachers 2."


def test_what_is_typed_for_teachers_is_theirs_although_one_turns_to_another_at_once(
    document: Document, step: Any, qtbot: QtBot
) -> None:
    choose(qtbot, step, "Teachers")
    step.panel.rows[0].slider.setValue(7)
    choose(qtbot, step, "Families")
    assert weights_of(document, "teacher")[criteria(document)[0].uuid] == 7
    assert [bool(each.weights) for each in perspectives(document)] == [True, False]
    assert step.panel.rows[0].number.text() == "25"


def test_reset_takes_the_weights_of_the_perspective_shown_back(document: Document, step: Any, qtbot: QtBot) -> None:
    set_weight(document, criteria(document)[0].uuid, 3)
    choose(qtbot, step, "Teachers")
    weigh(qtbot, step, 1, "90")
    step.panel.reset.emit()
    settle()
    assert perspectives(document)[0].weights == {}
    assert criteria(document)[0].weight == 3
    document.undo()
    settle()
    assert step.panel.rows[1].number.text() == "90"


def test_the_median_is_looked_at_before_it_is_taken(document: Document, step: Any, qtbot: QtBot) -> None:
    asked = criteria(document)
    for perspective in ("teacher", "family"):
        set_weight(document, asked[1].uuid, 90, perspective=perspective)
    settle()
    choose(qtbot, step, "Median of 2 perspectives")
    assert step.ranking.rows()[0].name == "Bus"
    assert not step.panel.rows[0].slider.isEnabled()
    assert criteria(document) == asked
    qtbot.mouseClick(step.panel.whose.take_button, Qt.MouseButton.LeftButton)
    settle()
    assert step.panel.whose.choice.currentText() == "The room"
    assert ranking(document).rows[0].name == "Bus"
    document.undo()
    assert criteria(document) == asked


def test_pairs_are_compared_for_whose_weights_are_shown_and_stay_when_one_comes_back(
    document: Document, step: Any, qtbot: QtBot
) -> None:
    choose(qtbot, step, "Teachers")
    qtbot.mouseClick(step.pairs_button, Qt.MouseButton.LeftButton)
    for other in range(1, 7):
        edit_cell(qtbot, step.pairs.pairs, f"0-{other}", "answer", "as much as")
    settle()
    assert step.pairs.verdict.plain().startswith("Teachers: The weights are known.")
    qtbot.mouseClick(step.pairs.leave_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(step.pairs_button, Qt.MouseButton.LeftButton)
    assert step.pairs.pairs.rows()[0].answer == "1"
    document.undo()
    settle()
    assert step.pairs.pairs.rows()[5].answer == ""
    edit_cell(qtbot, step.pairs.pairs, "0-6", "answer", "as much as")
    qtbot.mouseClick(step.pairs.take_button, Qt.MouseButton.LeftButton)
    assert set(weights_of(document, "teacher").values()) == {14}
    assert answers(document) == {}
    assert criteria(document)[0].weight == 25


def test_weights_of_perspectives_in_a_file_are_shown_beside_the_ones_there_are(
    document: Document, step: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "w.csv"
    path.write_text("perspective,criterion,weight\nTeachers,Impact,40\nPirates,Impact,1\n", encoding="utf-8")
    step.ask = lambda *_: path
    qtbot.mouseClick(step.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.preview.take_button.isVisible())
    assert shown(step.preview.parts)[:2] == [
        ["Teachers: Impact", "none yet", "40"],
        ["Teachers: Reach", "none yet", "0"],
    ]
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.preview.isVisible())
    assert list(weights_of(document, "teacher").values()) == [40, 0, 0, 0, 0, 0, 0]
    assert criteria(document)[0].weight == 25
