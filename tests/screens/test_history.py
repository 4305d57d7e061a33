"""The history on screen: read as one scrolls, found by typing, gone to and come back from by keyboard."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select

from roadmap_desktop.journey.keeping import history as journey
from roadmap_desktop.journey.keeping.history import HistoryLine
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.history import STEP
from roadmap_desktop.model.people import School
from roadmap_desktop.screens.beside.history import HistoryPage
from roadmap_desktop.screens.beside.history_list import HistoryList
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.labels import as_json
from roadmap_desktop.widgets.button import Button
from tests.screens.hands import focused
from tests.screens.test_window import SAY, button, said
from tests.screens.windows import a_window, a_workshop
from tests.store.test_document import add_school

MANY = 50_000


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> WorkshopPage:
    """A workshop that was given three schools."""
    window = a_window(qtbot, a_workshop(tmp_path))
    assert window.page is not None
    for name in ("Oak", "Elm", "Ash"):
        add_school(window.page.sitting.document, name)
    return window.page


def schools(page: WorkshopPage) -> list[str]:
    return sorted(row.name for row in page.sitting.document.rows(select(School.name)))


def shown(page: WorkshopPage, qtbot: QtBot) -> HistoryPage:
    page.show_beside("history")
    found = page.beside_area.page()
    assert isinstance(found, HistoryPage)
    qtbot.waitUntil(lambda: inspected(page)[0] != message("History"))
    return found


def inspected(page: WorkshopPage) -> tuple[object, object]:
    about = page.inspector.inspection()
    assert about is not None
    return about.kicker, about.title


def rows(steps: HistoryList) -> list[str]:
    model = steps.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(page: WorkshopPage, steps: HistoryList, row: int, qtbot: QtBot) -> None:
    """Goes to a row with the arrow keys."""
    steps.setFocus()
    for _ in range(abs(steps.currentIndex().row() - row)):
        down = steps.currentIndex().row() < row
        qtbot.keyClick(steps, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    line = steps.current()
    assert line is not None
    qtbot.waitUntil(lambda: inspected(page)[1] == line.label)


def add_many(page: WorkshopPage) -> None:
    """A history as long as it may become, in which one step is told apart."""
    begun = datetime(2026, 1, 5, 8, 0)
    values = [
        {
            "label": as_json(message("Rated statement {number}", number=number)),
            "at": (begun + timedelta(minutes=number)).isoformat(),
            "fold": "",
            "state": "done",
            "uuid": new_uuid(),
        }
        for number in range(MANY)
    ]
    with page.sitting.document._writing() as connection:
        connection.execute(insert(STEP), values)


@pytest.fixture
def lines_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many steps each look at the history has read."""
    read: list[int] = []

    def counted(*asked: object) -> tuple[HistoryLine, ...]:
        found = journey.lines(*asked)  # type: ignore[arg-type]
        read.append(len(found))
        return found

    monkeypatch.setattr("roadmap_desktop.screens.beside.history.lines", counted)
    return read


def test_the_steps_stand_under_their_day_with_the_newest_first(page: WorkshopPage, qtbot: QtBot) -> None:
    history = shown(page, qtbot)
    found = rows(history.steps)
    assert len(found) == 5
    assert "Ash" in found[1]
    assert found[1].endswith("the workshop stands here")
    assert found[4] == "Before the first step that is kept"


def test_a_point_is_looked_at_before_one_goes_there(page: WorkshopPage, qtbot: QtBot) -> None:
    history = shown(page, qtbot)
    choose(page, history.steps, 3, qtbot)
    about = page.inspector.inspection()
    assert about is not None
    told = [SAY(section.heading) for section in about.sections]
    assert told == ["Going there takes back 2 steps", "What would be different"]
    assert SAY(about.sections[1].lines[0].text) == "Prepare: 2 answers"
    assert schools(page) == ["Ash", "Elm", "Oak"]


def test_one_goes_there_in_one_move_and_comes_back(page: WorkshopPage, qtbot: QtBot) -> None:
    history = shown(page, qtbot)
    heard: list[Change] = []
    page.sitting.changed.connect(heard.append)
    choose(page, history.steps, 3, qtbot)
    qtbot.waitUntil(lambda: bool(page.inspector.findChild(Button)) and page.inspector.findChild(Button).isVisible())
    qtbot.mouseClick(button(page, "Go to this point"), Qt.MouseButton.LeftButton)
    assert (schools(page), len(heard)) == (["Oak"], 1)
    qtbot.waitUntil(lambda: rows(history.steps)[1].endswith("taken back"))
    choose(page, history.steps, 1, qtbot)
    qtbot.keyClick(history.steps, Qt.Key.Key_Return)
    assert schools(page) == ["Ash", "Elm", "Oak"]


def test_the_same_step_stays_chosen_after_one_went_there(page: WorkshopPage, qtbot: QtBot) -> None:
    history = shown(page, qtbot)
    choose(page, history.steps, 2, qtbot)
    qtbot.keyClick(history.steps, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inspected(page)[0] == message("The workshop stands here"))
    assert history.steps.currentIndex().row() == 2


def test_what_was_taken_back_is_counted_beside_the_title(page: WorkshopPage, qtbot: QtBot) -> None:
    shown(page, qtbot)
    page.sitting.document.go_to(1)
    qtbot.waitUntil(lambda: "2 steps taken back" in said(page.beside_area))


def test_a_step_left_behind_is_shown_as_such_and_can_only_be_looked_at(page: WorkshopPage, qtbot: QtBot) -> None:
    page.sitting.document.undo()
    add_school(page.sitting.document, "Fir")
    history = shown(page, qtbot)
    assert rows(history.steps)[2].endswith("left behind")
    choose(page, history.steps, 2, qtbot)
    assert inspected(page)[0] == message("A step that was left behind")
    assert not page.inspector.has_primary()


def test_typing_in_the_list_finds_steps_by_their_words(page: WorkshopPage, qtbot: QtBot) -> None:
    history = shown(page, qtbot)
    history.steps.setFocus()
    for sign in "zz":
        qtbot.keyClicks(focused(), sign)
    qtbot.waitUntil(lambda: history.nothing.isVisible())
    assert history.sought.text() == "zz"
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(history.steps)) == 5)
    assert page.is_beside()


def test_a_new_workshop_says_what_will_be_here(tmp_path: Path, qtbot: QtBot) -> None:
    window = a_window(qtbot, a_workshop(tmp_path, "oak"))
    assert window.page is not None
    window.page.show_beside("history")
    found = window.page.beside_area.page()
    assert isinstance(found, HistoryPage)
    qtbot.waitUntil(found.nothing.isVisible)
    assert not found.steps.isVisible()


def test_of_a_long_history_only_what_is_looked_at_is_read(
    page: WorkshopPage, lines_read: list[int], qtbot: QtBot
) -> None:
    add_many(page)
    history = shown(page, qtbot)
    assert sum(lines_read) <= 200
    lines_read.clear()
    history.steps.scrollToBottom()
    qtbot.waitUntil(lambda: len(lines_read) > 0)
    assert sum(lines_read) <= 200


def test_finding_a_rare_step_in_a_long_history_reads_a_little_in_each_turn(
    page: WorkshopPage, lines_read: list[int], qtbot: QtBot
) -> None:
    add_many(page)
    history = shown(page, qtbot)
    lines_read.clear()
    qtbot.keyClicks(history.sought, "statement 48,")
    assert max(lines_read) <= 100
    assert sum(lines_read) <= 100 * len("statement 48,") * 2


def test_a_history_beyond_its_bounds_is_trimmed_while_nobody_waits(
    page: WorkshopPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("roadmap_desktop.screens.workshop_page.TRIMMED_EVERY", 1)
    monkeypatch.setattr(type(page.sitting.document).trim, "__kwdefaults__", {"most_steps": 2, "most_bytes": 10**9})
    add_school(page.sitting.document, "Fir")
    qtbot.waitUntil(lambda: [line.step for line in journey.lines(page.sitting.document, 10)] == [4, 3, 0])
    assert schools(page) == ["Ash", "Elm", "Fir", "Oak"]
