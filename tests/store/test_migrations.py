"""Files of earlier versions: opened by stages, a copy kept before, and whole whenever the program is stopped."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import platformdirs
import pytest
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.history import STEP
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.workshop import ParkedItem, Workshop
from roadmap_desktop.store import schema, schemas
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.header import FILE_VERSION, check_header
from roadmap_desktop.store.meaning import Meaning, is_word_for_word, meaning, meaning_of
from roadmap_desktop.store.migrations import rebuilding
from roadmap_desktop.store.trouble import FileTrouble

VERSIONS = Path(__file__).parents[1] / "files" / "versions"
NOON = datetime(2026, 11, 25, 12, 0)


@pytest.fixture(params=sorted(path.name for path in VERSIONS.iterdir()))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file that an earlier program wrote."""
    return Path(shutil.copy(VERSIONS / request.param, tmp_path / "cedar.roadmap"))


@pytest.fixture
def document(released: Path) -> Iterator[Document]:
    opened = Document.open(released, lambda: NOON)
    yield opened
    opened.close()


def schools(document: Document) -> list[str]:
    return [row.name for row in document.rows(select(School.name).order_by(School.position))]


def copies() -> list[Path]:
    return sorted(platformdirs.user_data_path("roadmap-desktop", appauthor=False).glob("copies/*/*"))


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_every_released_version_is_kept_as_a_file() -> None:
    assert {path.stem for path in VERSIONS.iterdir()} >= {f"v{number}" for number in range(1, FILE_VERSION)}


def test_an_earlier_file_opens_with_all_its_facts(document: Document) -> None:
    assert document.rows(select(Workshop.district, Workshop.state)) == [("Cedar Valley", "FL")]
    assert schools(document) == ["Oak Ridge Elementary", "Mesa"]
    assert [row.name for row in document.rows(select(Participant.name))] == ["Ana Ruiz"]
    assert [row.text for row in document.rows(select(ParkedItem.text))] == ["Buses"]


def test_what_was_done_in_the_earlier_program_can_be_undone_and_done_again(document: Document) -> None:
    assert document.redo() == message("Added {name}", name="Pine")
    labels = [document.undo() for _ in range(3)]
    assert labels[0] == message("Added {name}", name="Pine")
    assert schools(document) == ["Oak Ridge", "Mesa"]
    document.redo()
    assert schools(document) == ["Oak Ridge Elementary", "Mesa"]


def test_it_can_be_worked_on_as_a_new_one(document: Document) -> None:
    with document.change(message("Added {name}", name="Elm")) as session:
        session.add(School(name="Elm", position=4))
    document.check()
    assert schools(document)[-1] == "Elm"


def test_a_copy_as_it_was_is_kept_before(released: Path) -> None:
    before = user_version(released)
    Document.open(released).close()
    assert [user_version(path) for path in copies()] == [before]
    assert user_version(released) == FILE_VERSION


def test_it_is_brought_over_once(released: Path) -> None:
    Document.open(released).close()
    content = released.read_bytes()
    Document.open(released).close()
    assert released.read_bytes() == content
    assert len(copies()) == 1


def test_once_brought_over_it_is_known_by_its_text_like_a_new_one(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Document.open(released).close()

    def slow_way(connection: sqlite3.Connection) -> Meaning:
        pytest.fail("its schema was compared by meaning, which is the slow way")

    monkeypatch.setattr(schema, "meaning", slow_way)
    Document.open(released).close()


def test_text_that_says_something_else_is_not_taken_for_ours(released: Path) -> None:
    Document.open(released).close()
    with closing(sqlite3.connect(released)) as connection:
        assert is_word_for_word(connection, FILE_VERSION)
        connection.execute("ALTER TABLE school ADD COLUMN phone VARCHAR NOT NULL DEFAULT ''")
        assert not is_word_for_word(connection, FILE_VERSION)


def test_reading_it_leaves_the_file_as_it_is(released: Path) -> None:
    content = released.read_bytes()
    reader = Document.open(released, read_only=True)
    assert schools(reader) == ["Oak Ridge Elementary", "Mesa"]
    reader.close()
    assert released.read_bytes() == content
    assert copies() == []


def test_two_copies_of_one_file_give_a_step_the_same_id(released: Path, tmp_path: Path) -> None:
    twin = Path(shutil.copy(released, tmp_path / "twin.roadmap"))
    ids = []
    for path in (released, twin):
        opened = Document.open(path)
        ids.append([row.uuid for row in opened.rows(select(STEP.c.uuid).order_by(STEP.c.id))])
        opened.close()
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) == 6


def test_without_room_for_the_copy_the_file_is_left_alone(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = platformdirs.user_data_path("roadmap-desktop", appauthor=False)
    folder.mkdir(parents=True)
    (folder / "copies").touch()
    content = released.read_bytes()
    with pytest.raises(FileTrouble, match="No copy could be kept"):
        Document.open(released)
    assert released.read_bytes() == content


@pytest.mark.parametrize("tables", [1, 3])
def test_killed_half_way_it_is_whole_and_of_the_earlier_version(tmp_path: Path, tables: int) -> None:
    path = Path(shutil.copy(VERSIONS / "v1.roadmap", tmp_path / "cedar.roadmap"))
    if (child := os.fork()) == 0:
        _open_and_die(path, tables)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert meaning(connection) == meaning_of(1)
    again = Document.open(path)
    assert schools(again) == ["Oak Ridge Elementary", "Mesa"]
    again.close()


def _open_and_die(path: Path, tables: int) -> None:
    """Opens the file in a child, which ends without a word after so many tables were dealt with and written."""
    bring, dealt_with = rebuilding._bring, iter(range(tables))

    def bring_and_die(connection: sqlite3.Connection, *more: object) -> None:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE workshop SET district = hex(zeroblob(200000))")
        bring(connection, *more)  # type: ignore[arg-type]
        if next(dealt_with, None) is None:
            os._exit(9)

    rebuilding._bring = bring_and_die
    try:
        Document.open(path)
    finally:
        os._exit(1)


def test_killed_as_it_ends_it_is_brought_over_again(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All is written, the number of the version too, but the journal that takes it back is still there."""
    bring, journal, kept = rebuilding._bring, released.with_name(f"{released.name}-journal"), released.with_suffix(".j")

    def bring_and_keep(connection: sqlite3.Connection, *more: object) -> None:
        bring(connection, *more)  # type: ignore[arg-type]
        if journal.exists() and not kept.exists():
            os.link(journal, kept)

    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, "_bring", bring_and_keep)
        Document.open(released).close()
    kept.rename(journal)
    again = Document.open(released)
    assert schools(again) == ["Oak Ridge Elementary", "Mesa"]
    again.check()
    again.close()
    assert user_version(released) == FILE_VERSION


def test_a_step_that_fails_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(shutil.copy(VERSIONS / "v1.roadmap", tmp_path / "cedar.roadmap"))
    monkeypatch.setattr("roadmap_desktop.store.migrations.v2.STATED", {"step": {"uuid": "no_such_function()"}})
    with pytest.raises(Exception, match="no_such_function"):
        Document.open(path)
    assert user_version(path) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert meaning(connection) == meaning_of(1)


def test_the_newest_schema_is_the_model_s() -> None:
    """After the model was changed, ``python packaging/schema_file.py`` writes the schema of the unreleased version."""
    newest = Path(schemas.__file__).parent / f"v{FILE_VERSION}.sql"
    assert newest.read_text(encoding="utf-8") == schemas.of_model()


def test_a_new_file_is_of_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap"
    Document.create(path, [Workshop(district="Cedar Valley")]).close()
    assert check_header(path) == FILE_VERSION
    with closing(sqlite3.connect(path)) as connection:
        assert meaning(connection) == meaning_of(FILE_VERSION)
