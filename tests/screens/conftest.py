"""A new workshop in a window of its own, and a step shown as it is in the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import Language
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.store.document import Document
from tests.copied import new_copy

S = TypeVar("S", bound=Step)
NOON = datetime.fromisoformat("2026-08-03T12:00")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = new_copy(tmp_path / "maple.roadmap", district="Maple County", state="FL", clock=lambda: NOON)
    yield made
    made.close()


@pytest.fixture
def sitting(document: Document, qtbot: QtBot) -> Sitting:
    return Sitting(document, Language("en"))


@pytest.fixture
def show_step(sitting: Sitting, qtbot: QtBot) -> Callable[[type[S]], S]:
    """Shows a step of the class at the size it has in a window of 1366 x 768, and waits until it is there."""

    def show(kind: type[S]) -> S:
        step = kind(sitting)
        step.resize(854, 560)
        qtbot.addWidget(step)
        with qtbot.waitActive(step):
            step.show()
            step.activateWindow()
        return step

    return show
