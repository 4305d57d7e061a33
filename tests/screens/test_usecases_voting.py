"""The step Vote: figures typed line by line, the way switched, the result read at the top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue
from roadmap_desktop.journey.usecases.voting import voting
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.vote import VoteStep
from roadmap_desktop.store.document import Document
from tests.screens.hands import edit_cell, shown

Show = Callable[[type[Step]], Any]


def test_dots_are_typed_and_the_first_is_told(document: Document, show_step: Show, qtbot: QtBot) -> None:
    first, _ = pick_from_catalogue(document, ["bus-routes", "meeting-notes"])
    step = show_step(VoteStep)
    step.voters.setValue(7)
    edit_cell(qtbot, step.options, first, "value", "6")
    qtbot.waitUntil(lambda: step.said.plain() == "Bus routes leads.")
    assert (voting(document, Way.DOTS).voters, voting(document, Way.DOTS).given) == (7, 6)
    qtbot.mouseClick(step.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.clear_button.isVisible())
    assert voting(document, Way.DOTS).given == 0


def test_fingers_are_counted_by_level(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(VoteStep)
    step.way.chosen.emit(Way.FIST.value)
    edit_cell(qtbot, step.options, "4", "value", "9")
    qtbot.waitUntil(lambda: step.said.plain().startswith("The room agrees"))
    assert not step.voters.isVisible()


def test_a_second_round_begins_by_one_button_with_the_first_beside_it(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    step = show_step(VoteStep)
    edit_cell(qtbot, step.options, uuid, "value", "4")
    qtbot.waitUntil(lambda: step.again_button.isVisible())
    qtbot.mouseClick(step.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.again_button.isVisible())
    assert step.how.plain().startswith("Round 2. ")
    edit_cell(qtbot, step.options, uuid, "value", "6")
    qtbot.waitUntil(lambda: step.again_button.isVisible())
    assert shown(step.options)[0][2:] == ["4", "6"]
    assert step.said.plain().endswith("Since round 1 nothing moved.")
