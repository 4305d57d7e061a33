"""Every step and every page beside them shows its words whole, in a small window and in a longer language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.app import application, main_window
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Language, message
from roadmap_desktop.screens.beside.pages import BESIDE, PAGES
from roadmap_desktop.screens.translator import speak
from roadmap_desktop.screens.window import Ways
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.theme import Choice
from tests.copied import sample_copy
from tests.pictures.rendering import NOW, drawn, go
from tests.screens.fitting import Longer, cut_off
from tests.screens.windows import begin

SIZES = ((1366, 768), (1280, 720))
PLACES = [*((stage.key, step.key) for stage in STAGES for step in stage.steps), *((BESIDE, each.key) for each in PAGES)]


@pytest.fixture
def longer() -> Iterator[Language]:
    yield Longer("en_US")  # forms are translated into every language that is not their own
    speak(application(), Language("en"))


def cut_in_sample(qtbot: QtBot, folder: Path, language: Language) -> list[str]:
    """What is cut off anywhere in the sample."""

    def sample() -> Document:
        return sample_copy(folder / "cedar.roadmap", clock=lambda: NOW)

    window = main_window(theme=Choice.LIGHT, language=language, ways=Ways(begin, sample))
    qtbot.addWidget(window)
    window.show()
    window.start.sampling.emit()
    found = []
    for stage, step in PLACES:
        go(window, stage, step)
        for size in SIZES:
            window.resize(*size)
            drawn(window)
            assert window.size().toTuple() == size
            found += [f"{stage}/{step} at {size[0]}: {line}" for line in cut_off(window)]
    return found


def test_no_words_of_the_sample_are_cut_in_a_small_window(qtbot: QtBot, tmp_path: Path) -> None:
    assert cut_in_sample(qtbot, tmp_path, Language("en")) == []


def test_no_words_of_the_sample_are_cut_in_a_language_that_is_thirty_percent_longer(
    qtbot: QtBot, tmp_path: Path, longer: Language
) -> None:
    assert cut_in_sample(qtbot, tmp_path, longer) == []


def test_a_longer_language_lengthens_messages_and_forms_alike(longer: Language) -> None:
    assert longer.say(message("Choose the first")) == "Choose the first lorem"
    assert longer.text("Choose the first") == "Choose the first lorem"


def test_words_that_are_cut_off_are_found(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    narrow, outside = QLabel("A sentence that does not fit", room), QLabel("Beyond the edge", room)
    narrow.setFixedWidth(40)
    outside.move(room.width() - 10, 40)
    room.show()
    assert [line.split("”")[1].split(" (")[0] for line in cut_off(room)] == [" needs", " reaches beyond its QWidget "]
