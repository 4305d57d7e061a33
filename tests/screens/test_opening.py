"""How the open file stands is said once in the strip, with a button for what can be done."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens.beside.pages import BESIDE
from roadmap_desktop.screens.beside.paths import subject_of
from roadmap_desktop.screens.opening import LookOut
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.screens.work import Work
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.lease import lock_of
from roadmap_desktop.widgets.button import Button
from tests.screens.windows import Chosen, NamingStep, a_window, a_workshop


@pytest.fixture
def maple(tmp_path: Path) -> Path:
    return a_workshop(tmp_path)


def held(path: Path, minutes: int = 0) -> None:
    """A lock of another laptop, made so many minutes ago."""
    said = {"machine": "LAPTOP-7", "name": "Maria", "machine_id": "x", "process": 1, "began": "x"}
    lock_of(path).write_text(json.dumps(said | {"since": "2026-11-24T14:05:00"}))
    then = time.time() - 60 * minutes
    for each in (lock_of(path), path):
        os.utime(each, (then, then))


def texts(window: MainWindow) -> str:
    assert window.page is not None
    return "\n".join(window.page.messages.texts())


def button(window: MainWindow, words: str) -> Button | None:
    assert window.page is not None
    buttons = window.page.messages.findChildren(Button)
    return next((each for each in buttons if each.text() == words and each.isVisibleTo(window)), None)


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    found = button(window, words)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def look(window: MainWindow) -> None:
    """What the timer does every two seconds."""
    assert window.page is not None
    out = window.page.findChild(LookOut)
    assert isinstance(out, LookOut)
    out.look()


def document(window: MainWindow) -> Document:
    assert window.page is not None
    return window.page.sitting.document


def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("roadmap_desktop.store.lease.os.open", refuse)


def test_a_workshop_that_can_be_changed_says_nothing(qtbot: QtBot, maple: Path) -> None:
    window = a_window(qtbot, maple)
    look(window)
    assert texts(window) == ""


def test_a_stick_that_can_t_be_written_opens_and_says_so_once(
    qtbot: QtBot, maple: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_locks(monkeypatch)
    window = a_window(qtbot, maple)
    look(window)
    assert texts(window).count("This place can't be written") == 1
    assert document(window).read_only


def test_a_copy_to_work_on_is_made_and_opened(
    qtbot: QtBot, maple: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = Chosen(place=tmp_path / "copy.roadmap")
    with monkeypatch.context() as patch:
        no_locks(patch)
        window = a_window(qtbot, maple, chosen)
    press(qtbot, window, "Take a copy to work on")
    qtbot.waitUntil(lambda: document(window).path == tmp_path / "copy.roadmap")
    assert not document(window).read_only
    assert texts(window) == ""
    assert chosen.asked == ["Maple copy"]


def test_when_no_place_is_chosen_the_offer_stays(qtbot: QtBot, maple: Path) -> None:
    held(maple)
    window = a_window(qtbot, maple)
    press(qtbot, window, "Take a copy to work on")
    qtbot.waitUntil(lambda: button(window, "Take a copy to work on") is not None)
    assert document(window).path == maple


def test_who_has_it_is_said_and_taking_over_is_not_offered_while_they_work(qtbot: QtBot, maple: Path) -> None:
    held(maple)
    window = a_window(qtbot, maple)
    assert "Maria on LAPTOP-7 has had this file open since" in texts(window)
    assert button(window, "Take over") is None


def test_an_old_lock_of_another_laptop_is_taken_over_by_a_button(qtbot: QtBot, maple: Path) -> None:
    held(maple, minutes=30)
    window = a_window(qtbot, maple)
    press(qtbot, window, "Take over")
    qtbot.waitUntil(lambda: texts(window) == "")
    assert not document(window).read_only
    window.close()
    assert not lock_of(maple).exists()


def test_a_newer_file_opens_for_reading(qtbot: QtBot, maple: Path) -> None:
    with closing(sqlite3.connect(maple)) as connection:
        connection.execute("PRAGMA user_version = 99")
    window = a_window(qtbot, maple)
    assert "newer version of Roadmap Desktop" in texts(window)
    assert button(window, "Take a copy to work on") is None


def test_a_file_that_is_taken_away_is_noticed_and_what_was_open_can_be_saved(
    qtbot: QtBot, maple: Path, tmp_path: Path
) -> None:
    window = a_window(qtbot, maple, Chosen(place=tmp_path / "saved.roadmap"))
    maple.unlink()
    look(window)
    assert "moved, replaced or taken away" in texts(window)
    press(qtbot, window, "Save a copy elsewhere")
    qtbot.waitUntil(lambda: document(window).path == tmp_path / "saved.roadmap")
    assert not document(window).read_only


def test_a_file_that_comes_back_needs_no_notice(qtbot: QtBot, maple: Path, tmp_path: Path) -> None:
    window = a_window(qtbot, maple)
    away = maple.rename(tmp_path / "away")
    look(window)
    away.rename(maple)
    look(window)
    assert "taken away" not in texts(window)


def test_what_another_program_wrote_is_shown_and_said(qtbot: QtBot, maple: Path) -> None:
    window = a_window(qtbot, maple)
    with closing(sqlite3.connect(maple)) as other:
        other.execute("UPDATE workshop SET facilitator = 'Ben'")
        other.commit()
    look(window)
    assert "Another program changed this workshop" in texts(window)
    assert window.page is not None
    step = window.page.stage_area.step()
    assert isinstance(step, NamingStep)
    qtbot.waitUntil(lambda: step.field.text() == "Ben")


def test_a_conflict_copy_beside_the_file_is_offered_for_merging(qtbot: QtBot, maple: Path) -> None:
    copy = Path(shutil.copy(maple, maple.with_name("maple (Maria's conflicted copy 2026-11-24).roadmap")))
    window = a_window(qtbot, maple)
    offered: list[Target] = []
    assert window.page is not None
    window.page.sitting.went.connect(offered.append)
    look(window)
    assert copy.name in texts(window)
    press(qtbot, window, "Merge them")
    assert offered == [Target(BESIDE, "merge", subject_of((copy,)))]
    qtbot.waitUntil(lambda: not any(work.is_running for work in window.findChildren(Work)))


def test_opening_the_file_that_is_open_keeps_it_as_it_is(qtbot: QtBot, maple: Path) -> None:
    window = a_window(qtbot, maple)
    page = window.page
    window.open(maple)
    window.start.sampling.emit()
    assert window.page is page
    assert not document(window).read_only


def test_opening_again_what_was_held_changes_it_once_it_is_free(qtbot: QtBot, maple: Path) -> None:
    held(maple)
    window = a_window(qtbot, maple)
    lock_of(maple).unlink()
    window.open(maple)
    assert not document(window).read_only
    assert texts(window) == ""
