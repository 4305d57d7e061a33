"""Moves that take long: told in the strip while they are worked out, cancelled without a trace, a copy kept before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.screens.carrying import LongMove
from roadmap_desktop.screens.importing import importing
from roadmap_desktop.screens.running import RunningLine
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.screens.workshop_page import WorkshopPage
from roadmap_desktop.store import snapshots
from roadmap_desktop.store.document import Document
from tests.screens.hands import carried
from tests.screens.windows import a_window, a_workshop

WORDS = message("Taking in {n} schools", n=2)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WorkshopPage:
    monkeypatch.setattr("roadmap_desktop.screens.running.QUIET_MS", 0)
    window = a_window(qtbot, a_workshop(tmp_path))
    assert window.page is not None
    return window.page


def adding(document: Document) -> Callable[[object], None]:
    def write(_reckoned: object) -> None:
        with document.change(message("Added")) as session:
            session.add_all([School(name="A"), School(name="B")])

    return write


def schools(document: Document) -> list[str]:
    return sorted(row.name for row in document.rows(select(School.name)))


def held_up(go_on: Event) -> Callable[[Progress], None]:
    """Work that says it is half done and then waits."""

    def reckon(progress: Progress) -> None:
        progress.reached(1, 2)
        go_on.wait(10)
        progress.reached(2, 2)

    return reckon


def line(page: WorkshopPage) -> RunningLine:
    found: RunningLine = page.findChildren(RunningLine)[0]
    return found


def test_what_runs_and_how_far_it_is_stands_under_the_header(page: WorkshopPage, qtbot: QtBot) -> None:
    go_on, document = Event(), page.sitting.document
    page.sitting.carry_out(LongMove(WORDS, held_up(go_on), adding(document)))
    qtbot.waitUntil(lambda: line(page).isVisible() and line(page).accessibleName() == "Taking in 2 schools: 50% …")
    go_on.set()
    carried(qtbot, page.sitting)
    assert not line(page).isVisible()
    assert schools(document) == ["A", "B"]


def test_an_answer_is_taken_while_a_long_move_is_worked_out(page: WorkshopPage, qtbot: QtBot) -> None:
    go_on, document = Event(), page.sitting.document
    page.sitting.carry_out(LongMove(WORDS, held_up(go_on), adding(document)))
    with document.change(message("Added")) as session:
        session.add(School(name="Meanwhile"))
    assert schools(document) == ["Meanwhile"]
    go_on.set()
    carried(qtbot, page.sitting)
    assert schools(document) == ["A", "B", "Meanwhile"]


def test_what_is_cancelled_has_written_nothing(page: WorkshopPage, qtbot: QtBot) -> None:
    go_on, document, ended = Event(), page.sitting.document, []
    page.sitting.carry_out(LongMove(WORDS, held_up(go_on), adding(document), ended=lambda: ended.append(1)))
    qtbot.waitUntil(lambda: line(page).isVisible())
    qtbot.mouseClick(line(page).cancel_button, Qt.MouseButton.LeftButton)
    go_on.set()
    page.sitting.stop_carrying()
    assert ended == [1]
    assert not line(page).isVisible()
    assert document.undo_label is None


def test_another_long_move_waits_for_the_first_and_says_so(page: WorkshopPage, qtbot: QtBot) -> None:
    go_on, document = Event(), page.sitting.document
    page.sitting.carry_out(LongMove(WORDS, held_up(go_on), adding(document)))
    assert not page.sitting.carry_out(LongMove(message("Giving out"), held_up(go_on), adding(document)))
    assert "still under way: Taking in 2 schools" in " ".join(page.messages.texts())
    go_on.set()
    carried(qtbot, page.sitting)


def test_a_copy_is_kept_before_something_is_taken_in(page: WorkshopPage, qtbot: QtBot) -> None:
    document = page.sitting.document
    adding(document)(None)
    page.sitting.carry_out(importing(document, WORDS, adding(document)))
    carried(qtbot, page.sitting)
    assert schools(document) == ["A", "A", "B", "B"]
    kept = snapshots.snapshots(document.workshop_uuid)  # one of the opening, made when nobody waits, may be newer
    before = next(each for each in kept if each.reason is snapshots.Reason.IMPORTING)
    with closing(Document.open(before.path, read_only=True)) as copy:
        assert schools(copy) == ["A", "B"]


def test_a_window_closed_meanwhile_writes_nothing(page: WorkshopPage, qtbot: QtBot) -> None:
    go_on, path = Event(), page.sitting.document.path
    page.sitting.carry_out(LongMove(WORDS, held_up(go_on), adding(page.sitting.document)))
    go_on.set()
    page.window().close()
    with closing(Document.open(path, read_only=True)) as document:
        assert document.undo_label is None
