"""Prepare, Print pack: numbers typed in the table, the selected paper shown, the pack saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import Language
from roadmap_desktop.screens.prepare.printpack import PrintPackStep
from roadmap_desktop.screens.sitting import Notice, Sitting
from tests.copied import sample_copy
from tests.screens.hands import edit_cell, shown


@pytest.fixture
def step(tmp_path: Path, qtbot: QtBot) -> Iterator[PrintPackStep]:
    document = sample_copy(tmp_path / "sample.roadmap", clock=lambda: datetime.fromisoformat("2026-07-20T10:00"))
    made = PrintPackStep(Sitting(document, Language("en")))
    made.resize(900, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.wait()
    document.close()


def test_a_number_is_typed_and_the_selected_paper_is_shown(step: PrintPackStep, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: step.pages.page_count() == 2, timeout=20_000)
    edit_cell(qtbot, step.papers, "ballot", "copies", "30")
    qtbot.waitUntil(lambda: shown(step.papers)[4][1] == "30")
    step.papers.select("signs")
    qtbot.waitUntil(lambda: step.pages.page_count() == 4, timeout=20_000)
    assert step.summary.plain() == "Printed for 24 people at 4 tables."


def test_the_pack_is_saved_and_a_place_that_takes_nothing_is_told(
    step: PrintPackStep, tmp_path: Path, qtbot: QtBot
) -> None:
    step.ask = lambda _: tmp_path / "pack.pdf"
    step.save_button.click()
    qtbot.waitUntil(lambda: step.told.plain().startswith("Saved as pack.pdf"), timeout=20_000)
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
    heard: list[Notice] = []
    step.sitting.noticed.connect(heard.append)
    step.ask = lambda _: tmp_path / "gone" / "pack.pdf"
    step.save_button.click()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert step.say(heard[0].what) == "pack.pdf can't be written in this folder."
