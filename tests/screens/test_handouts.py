"""Handouts on screen: chosen, seen as they will be printed, and saved without the window waiting."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.language import Language
from roadmap_desktop.screens.handouts.preview import PreviewStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.document import Document
from tests.copied import sample_copy


class Places:
    """Stands for the system's chooser."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def file(self, _parent: QWidget, _name: str) -> Path | None:
        return self.path

    def folder(self, _parent: QWidget) -> Path | None:
        return self.path


@pytest.fixture
def step(tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewStep]:
    now = datetime.fromisoformat("2026-11-18T10:00")
    document = sample_copy(tmp_path / "sample.roadmap", clock=lambda: now)
    made = PreviewStep(Sitting(document, Language("en")))
    made.resize(854, 560)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.wait()
    document.close()


def shown(step: PreviewStep, qtbot: QtBot, pages: int) -> None:
    qtbot.waitUntil(lambda: step.pages.page_count() == pages, timeout=20_000)


def test_the_summary_is_shown_first_as_one_page(step: PreviewStep, qtbot: QtBot) -> None:
    shown(step, qtbot, 1)
    assert step.told.plain() == "1 page"
    assert not step.school_row.isVisible()


def test_a_school_is_chosen_for_its_sheet(step: PreviewStep, qtbot: QtBot) -> None:
    shown(step, qtbot, 1)
    qtbot.keyClick(step.handout_choice.focusWidget() or step.handout_choice, Qt.Key.Key_Right)
    step.arrive("school_sheet")
    shown(step, qtbot, 2)
    assert step.school_row.isVisible()
    assert step.school_choice.currentText() == "Oak Ridge Elementary"


def test_one_handout_is_saved_where_the_person_says(step: PreviewStep, qtbot: QtBot, tmp_path: Path) -> None:
    step.places = Places(tmp_path / "mine.pdf")
    step.save_one()
    qtbot.waitUntil(lambda: step.told.plain().startswith("Saved 1 handout in"), timeout=20_000)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_every_handout_is_saved_into_a_folder(step: PreviewStep, qtbot: QtBot, tmp_path: Path) -> None:
    step.places = Places(tmp_path / "all")
    step.save_all()
    qtbot.waitUntil(lambda: step.told.plain().startswith("Saved 14 handouts in"), timeout=60_000)
    assert len(list((tmp_path / "all").glob("*.pdf"))) == 14


def test_giving_up_the_chooser_saves_nothing(step: PreviewStep) -> None:
    step.places = Places(None)
    step.save_one()
    step.save_all()
    assert not step.cancel_button.isVisible()


def test_a_place_that_can_not_be_written_is_told_and_the_window_goes_on(
    step: PreviewStep, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[Notice] = []
    step.sitting.noticed.connect(heard.append)
    step.places = Places(tmp_path / "no" / "folder" / "mine.pdf")
    step.save_one()
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=20_000)
    assert not step.cancel_button.isVisible()


def test_an_answer_is_saved_while_handouts_are_being_made(step: PreviewStep, qtbot: QtBot, tmp_path: Path) -> None:
    step.places = Places(tmp_path / "all")
    step.save_all()
    add_school(step.sitting.document, "Elm Street")
    assert step.sitting.document.undo_label is not None
    qtbot.waitUntil(lambda: step.told.plain().startswith("Saved"), timeout=60_000)


@pytest.mark.parametrize("paper", ["a4"])
def test_the_paper_is_kept_in_the_workshop(step: PreviewStep, qtbot: QtBot, paper: str) -> None:
    shown(step, qtbot, 1)
    step.paper_choice.chosen.emit(paper)
    qtbot.waitUntil(lambda: step.picture().paper == paper, timeout=5_000)


def test_a_sheet_without_schools_says_what_is_missing(
    sitting: Sitting, show_step: Callable[[type[PreviewStep]], PreviewStep]
) -> None:
    step = show_step(PreviewStep)
    step.arrive("school_sheet")
    assert "once schools are entered" in step.told.plain()
    step.wait()


def test_work_that_is_cancelled_brings_nothing_back(qtbot: QtBot, document: Document) -> None:
    work, made = Work(), []
    work.finished.connect(made.append)

    def endless(progress: Progress) -> None:
        while True:
            progress.reached(0, 0)

    work.begin(endless)
    work.wait()
    assert made == []
    assert not work.is_running
