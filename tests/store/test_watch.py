"""What others do to an open file is noticed before the next move, and nothing of it is written over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.trouble import FileTrouble


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "maple.roadmap", [Workshop(district="Maple")])
    yield made
    made.close()


@pytest.fixture
def heard(document: Document) -> list[Change]:
    changes: list[Change] = []
    document.subscribe(changes.append)
    return changes


def add_school(document: Document, name: str) -> str:
    with document.change(message("Added {name}", name=name)) as session:
        school = School(name=name)
        session.add(school)
    return school.uuid


def names(document: Document) -> list[str]:
    found: list[str] = document.remembered(
        "names", ("school",), lambda: [row.name for row in document.rows(select(School.name).order_by(School.name))]
    )
    return found


def somebody_else(document: Document, statement: str) -> None:
    with closing(sqlite3.connect(document.path)) as other:
        other.execute(statement)
        other.commit()


def test_nothing_is_heard_while_nobody_else_writes(document: Document, heard: list[Change]) -> None:
    add_school(document, "Oak")
    assert document.notice_others() is False
    assert len(heard) == 1


def test_another_s_write_is_read_anew_and_heard_once(document: Document, heard: list[Change]) -> None:
    add_school(document, "Oak")
    assert names(document) == ["Oak"]
    somebody_else(document, "UPDATE school SET name = 'Elm'")
    assert document.notice_others() is True
    assert names(document) == ["Elm"]
    assert document.notice_others() is False
    assert heard[-1].kinds == {table.name for table in fact_tables()}


def test_a_move_after_another_s_write_keeps_both(document: Document, heard: list[Change]) -> None:
    add_school(document, "Oak")
    somebody_else(document, "UPDATE school SET name = 'Elm'")
    add_school(document, "Pine")
    assert names(document) == ["Elm", "Pine"]
    assert [len(change.kinds) == 1 for change in heard] == [True, False, True]


def test_a_move_on_what_another_took_away_is_refused_in_words(document: Document) -> None:
    uuid = add_school(document, "Oak")
    somebody_else(document, "DELETE FROM school")
    overtaken = pytest.raises(FileTrouble, match="changed this workshop just before")
    with overtaken, document.change(message("Renamed it")) as session:
        session.get_one(School, uuid).name = "Ash"
    add_school(document, "Pine")
    assert names(document) == ["Pine"]


def test_a_newer_program_that_brings_the_file_up_ends_the_changes(document: Document) -> None:
    somebody_else(document, "PRAGMA user_version = 99")
    with pytest.raises(FileTrouble, match="newer version"):
        add_school(document, "Oak")
    assert document.restriction == Restriction(Why.NEWER)


def test_a_file_that_was_replaced_is_not_written(document: Document, tmp_path: Path) -> None:
    Document.create(tmp_path / "other.roadmap", [Workshop(district="Other")]).close()
    (tmp_path / "other.roadmap").replace(document.path)
    content = document.path.read_bytes()
    with pytest.raises(FileTrouble, match="moved, replaced or taken away"):
        add_school(document, "Oak")
    assert document.path.read_bytes() == content


def test_what_was_open_can_be_saved_elsewhere_when_its_file_is_gone(document: Document, tmp_path: Path) -> None:
    add_school(document, "Oak")
    document.path.unlink()
    with pytest.raises(FileTrouble, match="taken away"):
        add_school(document, "Elm")
    document.save_copy(tmp_path / "copy.roadmap")
    copy = Document.open(tmp_path / "copy.roadmap")
    assert names(copy) == ["Oak"]
    assert copy.undo() == message("Added {name}", name="Oak")
    copy.close()


def test_a_file_that_comes_back_can_be_changed_again(document: Document, tmp_path: Path) -> None:
    away = document.path.rename(tmp_path / "away.roadmap")
    assert document.notice_others() is False
    assert document.restriction == Restriction(Why.LOST)
    away.rename(document.path)
    add_school(document, "Oak")
    assert document.restriction is None


def test_nothing_is_read_for_printing_from_a_file_that_took_its_place(document: Document, tmp_path: Path) -> None:
    document.path.rename(tmp_path / "away.roadmap")
    with pytest.raises(FileTrouble, match="moved"):
        document.reader()


def test_a_copy_never_replaces_a_file(document: Document, tmp_path: Path) -> None:
    (tmp_path / "copy.roadmap").write_text("mine")
    with pytest.raises(FileTrouble, match="already a file"):
        document.save_copy(tmp_path / "copy.roadmap")
    assert (tmp_path / "copy.roadmap").read_text() == "mine"
    with pytest.raises(FileTrouble, match="can't be written"):
        document.save_copy(tmp_path / "no" / "copy.roadmap")


def test_reading_beside_a_move_leaves_the_move_its_locks(document: Document) -> None:
    """A plain open and close of the file would drop them, and a third could write in the middle of the move."""
    with document.change(message("Added")) as session:
        session.add(School(name="Oak"))
        session.flush()
        Document.open(document.path, read_only=True).close()
        with closing(sqlite3.connect(document.path, timeout=0)) as other, pytest.raises(sqlite3.OperationalError):
            other.execute("DELETE FROM workshop")
    assert names(document) == ["Oak"]
