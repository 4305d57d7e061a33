"""Impact against effort in the ranking: the plane, its table, and one choice in all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.scoring import score
from roadmap_desktop.journey.voices import ROOM
from roadmap_desktop.screens.step import Step
from roadmap_desktop.screens.usecases.ranking import RankingStep
from roadmap_desktop.store.document import Document
from tests.screens.hands import shown

Show = Callable[[type[Step]], Any]


def test_the_ranking_is_shown_by_impact_and_effort_and_as_table(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    first, second = pick_from_catalogue(document, ["writing-feedback", "bus-routes"])
    for uuid, values in ((first, "5544444"), (second, "2441333")):
        for criterion, value in zip(criteria(document), values, strict=True):
            score(document, uuid, criterion.uuid, ROOM, float(value))
    step = show_step(RankingStep)
    step.view.choose("impact")
    assert step.impact.isVisible()
    assert not step.ranking.isVisible()
    assert step.said.plain() == "A sure quick win: Feedback on drafts of student writing."
    step.impact.marks.setFocus()
    step.impact.choose(second)
    assert step.ranking.current() == second
    qtbot.mouseClick(step.as_table, Qt.MouseButton.LeftButton)
    assert [row[-1] for row in shown(step.impact_table)] == ["quick wins", "little in return"]
    assert step.impact_table.current() == second


def test_a_plane_without_scores_says_what_is_missing(document: Document, show_step: Show) -> None:
    pick_from_catalogue(document, ["bus-routes"])
    step = show_step(RankingStep)
    step.view.choose("impact")
    assert step.said.plain() == "Nothing lies here yet: score the use cases on impact and on feasibility."
