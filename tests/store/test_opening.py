"""Opening a file: what is not a workshop is refused in words, and is never changed."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.language import Language, message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.trouble import FileTrouble


def said(trouble: FileTrouble) -> str:
    return Language("en").say(trouble.what)


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    path = tmp_path / "a.roadmap"
    Document.create(path, [Workshop(district="Cedar Valley")]).close()
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a workshop file"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\x00" + bytes(84), "not a workshop file"),
    ],
)
def test_a_foreign_file_is_named_for_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.roadmap"
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        Document.open(path)
    assert words in said(trouble.value)
    assert path.read_bytes() == content


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        Document.open(tmp_path / "gone.roadmap")
    assert "gone.roadmap can't be opened" in said(trouble.value)


def test_a_file_that_is_cut_off_is_refused_and_left_alone(workshop: Path) -> None:
    content = workshop.read_bytes()[:-5000]
    workshop.write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        Document.open(workshop)
    assert "cut off" in said(trouble.value)
    assert workshop.read_bytes() == content


def test_a_file_of_a_newer_program_is_read_and_never_changed(workshop: Path) -> None:
    connection = sqlite3.connect(workshop)
    connection.executescript("ALTER TABLE school ADD COLUMN colour TEXT; PRAGMA user_version = 99; CREATE TABLE n (x);")
    connection.close()
    content = workshop.read_bytes()
    document = Document.open(workshop)
    assert document.restriction == Restriction(Why.NEWER)
    assert document.rows(select(Workshop.district)) == [("Cedar Valley",)]
    with pytest.raises(FileTrouble, match="newer version"), document.change(message("Tried")):
        pass
    document.close()
    assert workshop.read_bytes() == content


def test_a_newer_file_without_what_this_program_reads_is_refused(workshop: Path) -> None:
    connection = sqlite3.connect(workshop)
    connection.executescript("DROP TABLE school; PRAGMA user_version = 99;")
    connection.close()
    with pytest.raises(FileTrouble) as trouble:
        Document.open(workshop)
    assert trouble.value.can_recover


def test_a_trigger_found_in_a_file_is_never_run(workshop: Path) -> None:
    connection = sqlite3.connect(workshop)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON school BEGIN DELETE FROM participant; END")
    connection.close()
    with pytest.raises(FileTrouble) as trouble:
        Document.open(workshop)
    assert "never holds" in said(trouble.value)


def test_a_workshop_at_rest_is_exactly_one_file(workshop: Path) -> None:
    document = Document.open(workshop)
    document.close()
    assert [path.name for path in workshop.parent.iterdir()] == ["a.roadmap"]


def test_a_folder_that_does_not_exist_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        Document.create(tmp_path / "no" / "a.roadmap", [Workshop(district="A")])


def test_a_sound_file_passes_the_check(workshop: Path) -> None:
    document = Document.open(workshop, read_only=True)
    document.check()
    assert document.rows(select(Workshop.district))[0].district == "Cedar Valley"
    document.close()


def test_a_fact_that_refers_to_nothing_is_found_by_the_check(workshop: Path) -> None:
    connection = sqlite3.connect(workshop)
    connection.execute("INSERT INTO span (year, kind, name, first, last, uuid) VALUES ('no', 'a', 'b', 'c', 'd', 'e')")
    connection.commit()
    connection.close()
    document = Document.open(workshop, read_only=True)
    with pytest.raises(FileTrouble) as trouble:
        document.check()
    assert "damaged" in said(trouble.value)
    document.close()
