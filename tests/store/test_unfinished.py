"""A move that the power cut stopped half-way is taken back, after a private copy has shown that it can be."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.unfinished import journal_of


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A file whose writer ended in the middle of a move: half of it stands in the file, the journal beside it."""
    path = tmp_path / "maple.roadmap"
    schools = [School(name=f"School {number}", code="x" * 400) for number in range(200)]
    Document.create(path, [Workshop(district="Maple"), *schools]).close()
    if (child := os.fork()) == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE school SET name = 'Half', code = hex(zeroblob(600))")
        os._exit(0)
    os.waitpid(child, 0)
    assert b"Half" in path.read_bytes()
    return path


def names(document: Document) -> set[str]:
    return {row.name.partition(" ")[0] for row in document.rows(select(School.name))}


def test_a_half_move_is_taken_back_at_opening(crashed: Path) -> None:
    document = Document.open(crashed)
    assert names(document) == {"School"}
    document.check()
    document.close()
    assert [each.name for each in crashed.parent.iterdir()] == ["maple.roadmap"]


def test_reading_a_half_move_s_file_changes_neither_it_nor_its_journal(crashed: Path) -> None:
    before = crashed.read_bytes(), journal_of(crashed).read_bytes()
    reader = Document.open(crashed, read_only=True)
    assert names(reader) == {"School"}
    reader.close()
    assert (crashed.read_bytes(), journal_of(crashed).read_bytes()) == before


def test_in_a_place_for_reading_it_is_read_as_it_was_before_the_move(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = crashed.read_bytes()
    monkeypatch.setattr("roadmap_desktop.store.opening.os.access", lambda *_: False)
    document = Document.open(crashed)
    assert document.restriction == Restriction(Why.PLACE)
    assert names(document) == {"School"}
    document.save_copy(crashed.with_name("copy.roadmap"))
    document.close()
    assert crashed.read_bytes() == before


def test_a_journal_that_leads_to_no_whole_file_changes_nothing(crashed: Path) -> None:
    journal = bytearray(journal_of(crashed).read_bytes())
    page = next(at for at in range(512, len(journal), 1) if journal[at : at + 4] == (1).to_bytes(4, "big"))
    journal[page + 4 : page + 20] = bytes(16)
    at_checksum = page + 4 + 4096
    nonce = int.from_bytes(journal[12:16], "big")
    total = sum(journal[page + 4 + place] for place in range(4096 - 200, 0, -200))
    journal[at_checksum : at_checksum + 4] = ((nonce + total) & 0xFFFFFFFF).to_bytes(4, "big")
    journal_of(crashed).write_bytes(journal)
    before = crashed.read_bytes()
    with pytest.raises(FileTrouble) as trouble:
        Document.open(crashed)
    assert trouble.value.can_recover
    assert (crashed.read_bytes(), journal_of(crashed).read_bytes()) == (before, bytes(journal))


def test_a_new_file_in_the_place_of_one_that_crashed_is_not_mixed_with_its_journal(crashed: Path) -> None:
    document = Document.create(crashed, [Workshop(district="New")])
    assert document.rows(select(Workshop.district)) == [("New",)]
    assert names(document) == set()
    document.check()
    document.close()
