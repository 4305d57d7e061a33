"""A damaged file in the window: what can be read and lost, the last whole copy, and going on from either."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.screens.keeping import Keeping
from roadmap_desktop.screens.recovering import RecoveryPage
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.store.snapshots import Reason, keep_file
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say
from tests.screens.hands import shown
from tests.screens.windows import Chosen, a_window, a_workshop
from tests.store.test_document import add_school


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_workshop(tmp_path)


def damage(path: Path, table: str = "statement") -> bytes:
    """Writes over the first page of a table; gives the file as it is then."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        connection.execute("CREATE TABLE IF NOT EXISTS found_by_the_schema (n)")
        connection.commit()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes([0xFF]) * 4096)
    return path.read_bytes()


def recovering(window: MainWindow, qtbot: QtBot) -> RecoveryPage:
    """The page once it has read the file."""
    page = window._rescue.page
    assert page is not None
    qtbot.waitUntil(lambda: not page._work.is_running)
    return page


def words(page: RecoveryPage) -> str:
    return " ".join(each.plain() for each in page.findChildren(Paragraph) if each.isVisible())


def test_a_damaged_file_shows_what_can_be_read_and_what_is_lost(path: Path, qtbot: QtBot) -> None:
    content = damage(path)
    page = recovering(a_window(qtbot, path), qtbot)
    rows = {row[0]: row[1:] for row in shown(page.table)}
    assert "lost" in rows["Readiness"][1]
    assert rows["Guardrails"][1] == "nothing lost"
    of_what = {each.stage.stage: each.stage for each in page.table.rows()}
    assert say(of_what["guardrails"].read_kinds).startswith("Law: 29")
    assert say(of_what["readiness"].lost_kinds).startswith("Statement: ")
    assert path.read_bytes() == content


def test_what_can_be_read_is_saved_as_a_new_file_and_opened(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    content = damage(path)
    window = a_window(qtbot, path, Chosen(place=tmp_path / "new.roadmap"))
    page = recovering(window, qtbot)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert window.page is not None
    assert window.page.sitting.document.path == tmp_path / "new.roadmap"
    assert path.read_bytes() == content
    assert window._rescue.page is None


def test_a_place_that_is_taken_is_told_and_nothing_is_lost(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    damage(path)
    (tmp_path / "mine.roadmap").write_text("mine")
    window = a_window(qtbot, path, Chosen(place=tmp_path / "mine.roadmap"))
    page = recovering(window, qtbot)
    page.save_button.click()
    assert "already a file" in page.messages.texts()[0]
    assert (tmp_path / "mine.roadmap").read_text() == "mine"


def test_where_nothing_can_be_read_the_last_whole_copy_is_offered(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    keep_file(path, Reason.OPENING, datetime(2026, 8, 12, 14, 30))
    path.write_bytes(b"")
    window = a_window(qtbot, path, Chosen(place=tmp_path / "new.roadmap"))
    page = recovering(window, qtbot)
    assert "Nothing in it can be read" in words(page)
    assert not page.save_button.isVisible()
    assert "2:30" in page.copy_button.text()
    page.copy_button.click()
    assert window.page is not None
    assert path.read_bytes() == b""


def test_without_a_copy_that_is_said(path: Path, qtbot: QtBot) -> None:
    damage(path)
    page = recovering(a_window(qtbot, path), qtbot)
    assert "No earlier copy of this file" in words(page)
    assert not page.copy_button.isVisible()


def test_back_leads_to_the_start_page(path: Path, qtbot: QtBot) -> None:
    damage(path)
    window = a_window(qtbot, path)
    page = recovering(window, qtbot)
    page.back_button.click()
    assert window.start.isVisible()


def test_a_foreign_file_is_refused_as_before(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.roadmap").write_bytes(b"%PDF-1.7 hello")
    window = a_window(qtbot, tmp_path / "a.roadmap")
    assert window._rescue.page is None
    assert "PDF" in window.start.messages.texts()[0]


def test_a_copy_is_kept_when_a_workshop_is_opened_and_while_one_works(path: Path, qtbot: QtBot) -> None:
    from roadmap_desktop.store.snapshots import snapshots

    window = a_window(qtbot, path)
    assert window.page is not None
    document, keeping = window.page.sitting.document, window.page.keeping
    qtbot.waitUntil(lambda: len(snapshots(document.workshop_uuid)) == 1)
    qtbot.waitUntil(lambda: not keeping._work.is_running)
    keeping.keep_what_changed()
    assert not keeping._work.is_running
    add_school(document, "Oak")
    keeping.keep_what_changed()
    qtbot.waitUntil(lambda: len(snapshots(document.workshop_uuid)) == 2)
    assert [each.reason for each in snapshots(document.workshop_uuid)] == [Reason.WORKING, Reason.OPENING]


def test_a_full_disk_is_told_once_and_stops_nobody(
    path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("no folder")
    monkeypatch.setattr("roadmap_desktop.store.snapshots.copies_folder", lambda: tmp_path / "full")
    window = a_window(qtbot, path)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: len(page.messages.texts()) == 1)
    page.messages.clear()
    add_school(page.sitting.document, "Oak")
    page.keeping.keep_what_changed()
    qtbot.waitUntil(lambda: not page.keeping._work.is_running)
    assert page.messages.texts() == ()


def test_damage_found_by_the_first_copy_closes_the_file_to_changes_and_leads_on(path: Path, qtbot: QtBot) -> None:
    with path.open("r+b") as file:  # a page that nothing reads at opening
        with closing(sqlite3.connect(path)) as connection:
            query = "SELECT rootpage FROM sqlite_master WHERE name = 'review_action'"
            file.seek((connection.execute(query).fetchone()[0] - 1) * 4096 + 1)
        file.write(bytes([0x77]) * 7)
    window = a_window(qtbot, path)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: any("damaged" in text for text in page.messages.texts()))
    assert page.sitting.document.read_only
    button, _ = page.messages._rows[-1].acting[0]
    button.click()
    assert recovering(window, qtbot).isVisible()


def test_a_workshop_that_is_only_read_keeps_no_copy(path: Path, qtbot: QtBot) -> None:
    window = a_window(qtbot, path)
    assert window.page is not None
    window.page.sitting.document.leave_unchanged()
    keeping = Keeping(window.page.sitting, window)
    keeping.begin()
    assert not keeping._work.is_running
