"""Merging other copies in the window, by keyboard: what they bring is seen first, conflicts are decided, one undo."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.screens.beside.merge import MergePage, Stand
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.store import snapshots
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.choice_model import ChoiceLine
from tests.screens.hands import carried, focused, shown
from tests.screens.windows import Chosen, a_window, a_workshop


def add(document: Document, *names: str) -> None:
    with document.change(message("Added schools")) as session:
        session.add_all(School(uuid=f"{name}-{document.path.stem}", name=name) for name in names)


def rename(document: Document, name: str) -> None:
    with document.change(message("Renamed")) as session:
        session.get_one(School, "shared").name = name


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A workshop and a copy of it, in each of which a school was added and the same one renamed."""
    here, there = a_workshop(tmp_path), tmp_path / "stick.roadmap"
    with closing(Document.open(here)) as document, document.change(message("Begun")) as session:
        session.add(School(uuid="shared", name="Oak"))
    shutil.copy(here, there)
    for path, name in ((here, "Elm"), (there, "Fir")):
        with closing(Document.open(path)) as document:
            rename(document, name)
            add(document, f"New at {path.stem}")
    return here, there


def compare(qtbot: QtBot, window: MainWindow, *others: Path) -> MergePage:
    window.merge_copies(others)
    return compared(qtbot, window)


def compared(qtbot: QtBot, window: MainWindow) -> MergePage:
    assert window.page is not None
    page = window.page.beside_area.page()
    assert isinstance(page, MergePage)
    qtbot.waitUntil(lambda: page.stand is not Stand.COMPARING)
    return page


def schools(window: MainWindow) -> list[str]:
    assert window.page is not None
    return sorted(row.name for row in window.page.sitting.document.rows(select(School.name)))


def questions(page: MergePage) -> list[tuple[str, ...]]:
    lines = [line for line in page.apart.lines() if isinstance(line, ChoiceLine)]
    return [(*map(page.say, line.answers), page.say(line.answers[line.taken])) for line in lines]


def test_what_a_copy_brings_is_shown_before_anything_is_changed(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    assert shown(page.coming) == [["Prepare", "1 new", "1 new, 1 changed", "1"]]
    assert questions(page) == [("Elm", "Fir", "Fir")]
    assert schools(window) == ["Elm", "New at maple"]


def test_the_menu_asks_for_the_copies(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0], Chosen(others=(paths[1],)))
    next(action for action in window.actions() if action.text() == "&Merge a copy").trigger()
    assert compared(qtbot, window).stand is Stand.COMPARED


def test_conflicts_are_decided_and_merged_by_keyboard(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    assert focused() is page.apart
    qtbot.keyClick(page.apart, Qt.Key.Key_Left)
    assert questions(page) == [("Elm", "Fir", "Elm")]
    qtbot.keyClick(page.apart, Qt.Key.Key_2)
    assert questions(page) == [("Elm", "Fir", "Fir")]
    qtbot.keyClick(page.apart, Qt.Key.Key_1)
    while focused() is not page.merge_button:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.merge_button, Qt.Key.Key_Space)
    carried(qtbot, page.sitting)
    assert schools(window) == ["Elm", "New at maple", "New at stick"]


def test_an_answer_is_taken_by_a_click(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    row = next(row for row, line in enumerate(page.apart.lines()) if isinstance(line, ChoiceLine))
    place = page.apart.visualRect(page.apart.model().index(row, 1)).center()
    qtbot.mouseClick(page.apart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert questions(page) == [("Elm", "Fir", "Elm")]


def test_a_merge_says_what_came_from_where_and_one_undo_takes_it_back(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    carried(qtbot, page.sitting)
    assert "Merged stick.roadmap" in page.summary.plain()
    assert shown(page.coming) == [["Prepare", "1 new", "1 new, 1 changed", "1"]]
    assert window.page is not None
    window.page.undo()
    assert schools(window) == ["Elm", "New at maple"]
    assert page.stand is Stand.NOTHING


def schools_in(path: Path) -> list[str]:
    with closing(Document.open(path, read_only=True)) as document:
        return sorted(row.name for row in document.rows(select(School.name)))


def test_an_earlier_copy_is_kept_before(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    carried(qtbot, page.sitting)
    kept = [schools_in(each.path) for each in snapshots.snapshots(page.sitting.document.workshop_uuid)]
    assert ["Elm", "New at maple"] in kept  # the copy of the opening, made when nobody waits, may be newer
    assert "New at stick" in schools(window)


def test_a_move_made_meanwhile_is_compared_too_and_decisions_stay(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    qtbot.keyClick(page.apart, Qt.Key.Key_Left)
    assert window.page is not None
    add(window.page.sitting.document, "Later")
    compared(qtbot, window)
    assert shown(page.coming)[0][1] == "2 new, 1 changed"
    assert questions(page) == [("Elm", "Fir", "Elm")]


def test_a_copy_merged_before_brings_nothing(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, paths[1])
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    carried(qtbot, page.sitting)
    compare(qtbot, window, paths[1])
    assert "nothing in it that is not here already" in page.summary.plain()
    assert not page.merge_button.isVisible()


def test_another_workshop_is_told_in_the_strip(qtbot: QtBot, paths: tuple[Path, Path], tmp_path: Path) -> None:
    window = a_window(qtbot, paths[0])
    page = compare(qtbot, window, a_workshop(tmp_path, "birch"))
    assert window.page is not None
    assert "birch.roadmap is another workshop" in window.page.messages.texts()[0]
    assert page.nothing.isVisible()


def test_what_was_deleted_here_and_edited_there_is_told(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    with closing(Document.open(paths[0])) as document, document.change(message("Removed")) as session:
        session.execute(delete(School).where(School.uuid == "shared"))
    page = compare(qtbot, a_window(qtbot, paths[0]), paths[1])
    told = [page.say(line.words) for line in page.apart.lines() if not isinstance(line, ChoiceLine)]
    assert told == ["Deleted in one copy, and kept", "School: Fir stays, though it was deleted in maple.roadmap."]


def test_the_inspector_says_when_each_answer_was_given(qtbot: QtBot, paths: tuple[Path, Path]) -> None:
    window = a_window(qtbot, paths[0])
    compare(qtbot, window, paths[1])
    assert window.page is not None
    about = window.page.inspector.inspection()
    assert about is not None
    assert [section.heading for section in about.sections] == ["maple.roadmap", "stick.roadmap"]
    assert all(len(section.lines) == 2 for section in about.sections)
