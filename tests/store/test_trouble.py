"""What goes wrong with the file while it is open: refused in words, nothing lost, and one can go on elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble, trouble_named
from tests.store.test_document import add_school, everything


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")])
    yield made
    made.close()


def fill_disk(document: Document, *, is_full: bool = True) -> None:
    """Lets the file take no further page, as on a full disk."""
    with document.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if is_full else 1_000_000}")


def add_much(document: Document) -> None:
    with document.change(message("Added many")) as session:
        session.add_all(School(name=f"School {number}" * 50) for number in range(100))


def test_a_full_disk_refuses_the_move_and_leaves_facts_and_history_as_they_were(document: Document) -> None:
    add_school(document, "Oak")
    before = everything(document)
    fill_disk(document)
    with pytest.raises(FileTrouble, match="no room left"):
        add_much(document)
    assert everything(document) == before
    assert document.undo_label == message("Added {name}", name="Oak")


def test_once_there_is_room_the_same_move_works(document: Document) -> None:
    fill_disk(document)
    with pytest.raises(FileTrouble):
        add_much(document)
    fill_disk(document, is_full=False)
    add_much(document)
    assert len(document.rows(select(School.uuid))) == 100


def test_one_can_go_on_in_a_copy_elsewhere(document: Document, tmp_path: Path) -> None:
    add_school(document, "Oak")
    fill_disk(document)
    with pytest.raises(FileTrouble):
        add_much(document)
    document.continue_in(tmp_path / "b.roadmap")
    add_much(document)
    assert (document.path.name, len(document.rows(select(School.uuid)))) == ("b.roadmap", 101)
    with sqlite3.connect(tmp_path / "a.roadmap") as old:
        assert old.execute("SELECT name FROM school").fetchall() == [("Oak",)]


def test_what_was_undone_can_be_made_again_in_the_copy(document: Document, tmp_path: Path) -> None:
    add_school(document, "Oak")
    document.undo()
    document.continue_in(tmp_path / "b.roadmap")
    assert document.redo() == message("Added {name}", name="Oak")


def test_listeners_hear_of_moves_in_the_copy(document: Document, tmp_path: Path) -> None:
    heard: list[object] = []
    document.subscribe(heard.append)
    document.continue_in(tmp_path / "b.roadmap")
    add_school(document, "Oak")
    assert len(heard) == 1


def test_a_file_that_was_taken_away_is_named_and_a_copy_can_be_saved(document: Document, tmp_path: Path) -> None:
    add_school(document, "Oak")
    document.path.unlink()
    with pytest.raises(FileTrouble):
        add_school(document, "Elm")
    document.continue_in(tmp_path / "b.roadmap")
    add_school(document, "Elm")
    assert sorted(row.name for row in document.rows(select(School.name))) == ["Elm", "Oak"]


def test_where_the_copy_can_not_be_written_one_stays_where_one_was(document: Document, tmp_path: Path) -> None:
    add_school(document, "Oak")
    with pytest.raises(FileTrouble):
        document.continue_in(tmp_path / "nowhere" / "b.roadmap")
    add_school(document, "Elm")
    assert document.path.name == "a.roadmap"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_BUSY, "Another program"),
        (sqlite3.SQLITE_FULL, "no room"),
        (sqlite3.SQLITE_IOERR_WRITE, "no room"),
        (sqlite3.SQLITE_READONLY, "can't be written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "moved or taken away"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
    ],
)
def test_trouble_is_told_by_its_code_whatever_its_words(code: int, said: str) -> None:
    error = sqlite3.OperationalError("words in any language")
    error.sqlite_errorcode = code
    with pytest.raises(FileTrouble, match=said), trouble_named():
        raise error
