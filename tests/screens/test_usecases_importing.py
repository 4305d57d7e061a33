"""Use cases, weights and scores from a file, in the window: shown before they are taken, and left by one button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue
from roadmap_desktop.journey.usecases.facts import criteria, use_cases
from roadmap_desktop.journey.usecases.known import known
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.collect import CollectStep
from roadmap_desktop.screens.usecases.ranking import RankingStep
from roadmap_desktop.screens.usecases.score import ScoreStep
from roadmap_desktop.store.document import Document
from tests.screens.hands import edit_cell, shown

Show = Callable[[type[Step]], Any]


def choose(step: Any, qtbot: QtBot, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    step.ask = lambda *_: path
    qtbot.mouseClick(step.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.preview.take_button.isVisible())


def take(step: Any, qtbot: QtBot) -> None:
    qtbot.mouseClick(step.preview.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.preview.isVisible())


def test_use_cases_are_shown_before_they_are_put_on_the_list(
    document: Document, show_step: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    step = show_step(CollectStep)
    choose(step, qtbot, tmp_path / "u.csv", "name,risk\nBus routes,\nOwn idea,H\n,\n")
    assert [row[:2] for row in shown(step.preview.parts)] == [["Bus routes", "in the catalogue"], ["Own idea", "new"]]
    assert not step.cards.isVisible()
    assert use_cases(document) == ()
    take(step, qtbot)
    assert [each.risk for each in use_cases(document)] == ["M", "H"]
    assert step.cards.isVisible()


def test_weights_are_shown_beside_the_ones_there_are_and_can_be_left(
    document: Document, show_step: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(RankingStep)
    choose(step, qtbot, tmp_path / "w.csv", "criterion,weight\nImpact,40\nJoy,7\n")
    rows = shown(step.preview.parts)
    assert (rows[0], rows[1], rows[-1]) == (["Impact", "25", "40"], ["Reach", "10", "0"], ["Joy", "new", "7"])
    qtbot.mouseClick(step.preview.leave_button, Qt.MouseButton.LeftButton)
    assert len(criteria(document)) == 7
    assert step.ranking.isVisible()


def test_people_who_are_not_in_the_room_list_are_added_once_that_is_ticked(
    document: Document, show_step: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(ScoreStep)
    choose(step, qtbot, tmp_path / "s.csv", "participant,use case,Impact\nAnn,Bus routes,4\n")
    assert not step.preview.take_button.isEnabled()
    qtbot.keyClick(step.preview.asked, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step.preview.take_button.isEnabled())
    assert shown(step.preview.parts) == [["Ann", "will be added", "1"]]
    take(step, qtbot)
    assert [names for _, names in known(document).people] == [("Ann",)]
    assert ranking(document).scorers == 1


def test_weights_follow_from_comparing_in_pairs_and_are_one_step(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(RankingStep)
    qtbot.mouseClick(step.pairs_button, Qt.MouseButton.LeftButton)
    assert not step.pairs.take_button.isEnabled()
    edit_cell(qtbot, step.pairs.pairs, "0-1", "answer", "a little more than")
    for other in range(2, 7):
        edit_cell(qtbot, step.pairs.pairs, f"0-{other}", "answer", "as much as")
    assert step.pairs.verdict.plain().startswith("The weights are known.")
    qtbot.mouseClick(step.pairs.take_button, Qt.MouseButton.LeftButton)
    assert [each.weight for each in criteria(document)] == [16, 5, 16, 16, 16, 16, 16]
    assert step.ranking.isVisible()
    document.undo()
    assert criteria(document)[0].weight == 25
