"""Readiness, the picture beside last year's workshop, and by what people don't know."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import Language
from roadmap_desktop.screens.readiness.picture import PictureStep
from roadmap_desktop.screens.sitting import Sitting
from tests.copied import sample_copy

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def step(tmp_path: Path, qtbot: QtBot) -> PictureStep:
    """The picture of the sample in its first round, so that no round stands before it."""
    document = sample_copy(tmp_path / "sample.roadmap")
    made = PictureStep(Sitting(document, Language("en")))
    made.resize(854, 560)
    qtbot.addWidget(made, before_close_func=lambda shown: (shown.hide(), document.close()))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.round_choice.setCurrentIndex(made.round_choice.findData(1))
    return made


def columns(step: PictureStep) -> list[str]:
    model = step.table.grid.model()
    return [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]


def test_last_year_is_laid_beside_and_taken_away_again(
    step: PictureStep, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_copy(tmp_path / "last.roadmap").close()

    def asks(parent: QWidget) -> Path:
        return tmp_path / "last.roadmap"

    monkeypatch.setattr(PictureStep, "asks", staticmethod(asks))
    before = columns(step)
    qtbot.mouseClick(step.compare, LEFT)
    assert len(columns(step)) == len(before) + 2
    assert step.compare.text() == "Stop comparing"
    qtbot.mouseClick(step.compare, LEFT)
    assert columns(step) == before


def test_where_people_don_t_know_stands_first_what_most_do_not_know(step: PictureStep) -> None:
    step.view_choice.setCurrentIndex(step.view_choice.findData("unknown"))
    step.as_table.click()
    shares = [row.spread.dont_know / (row.spread.n + row.spread.dont_know or 1) for row in step.table.rows()]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0


def test_all_rounds_stand_beside_one_another(step: PictureStep) -> None:
    step.round_choice.setCurrentIndex(step.round_choice.count() - 1)
    assert step.views.currentWidget() is step.table
    assert columns(step) == ["Dimension or statement", "Round 1", "Round 2", "Shift"]
    step.round_choice.setCurrentIndex(0)
    assert step.views.currentWidget() is step.chart


def test_the_pillars_are_a_view_of_their_own(step: PictureStep) -> None:
    step.view_choice.setCurrentIndex(step.view_choice.findData("pillars"))
    step.as_table.click()
    assert [step.sitting.say(row.name) for row in step.table.rows()] == ["People", "Systems", "Policies"]
