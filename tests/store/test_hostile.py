"""Files that were made to do harm: nothing in them runs, they are refused in words, and they stay as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.connection import LONGEST_VALUE, connect
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import Damaged, FileTrouble

REWRITTEN = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, {}) WHERE name = {}"

HARM = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON school BEGIN DELETE FROM participant; END",
    "a view in the place of a table": "DROP TABLE school; CREATE VIEW school AS SELECT 1 AS uuid",
    "a view beside": "CREATE VIEW v AS SELECT * FROM school",
    "a virtual table": "CREATE VIRTUAL TABLE v USING fts5(x)",
    "a virtual table in the place of ours": "DROP TABLE school; CREATE VIRTUAL TABLE school USING fts5(uuid, name)",
    "a table of somebody's": "CREATE TABLE extra (x)",
    "a table that is missing": "DROP TABLE school",
    "a column more": "ALTER TABLE school ADD COLUMN x TEXT",
    "a column that computes": "ALTER TABLE school ADD COLUMN x AS (hex(zeroblob(1000000)))",
    "a column less": "ALTER TABLE school DROP COLUMN principal",
    "a column of another type": REWRITTEN.format("'enrolment INTEGER', 'enrolment BLOB'", "'school'"),
    "a default that computes": REWRITTEN.format(
        "'enrolment INTEGER', 'enrolment INTEGER DEFAULT (abs(-1))'", "'school'"
    ),
    "a check that computes": REWRITTEN.format(
        "'enrolment INTEGER', 'enrolment INTEGER CHECK (length(name))'", "'school'"
    ),
    "another order of letters": REWRITTEN.format("'enrolment INTEGER', 'enrolment INTEGER COLLATE NOCASE'", "'school'"),
    "a key less": REWRITTEN.format(
        "'REFERENCES school (uuid) ON DELETE SET NULL', 'REFERENCES school (uuid)'", "'participant'"
    ),
    "an index over an expression": "CREATE INDEX i ON school (hex(name))",
    "an index over a part": "CREATE INDEX i ON school (name) WHERE length(name) > 3",
    "a schema that can't be read": REWRITTEN.format("'CREATE TABLE', 'CREATE TABEL'", "'school'"),
    "a schema that is a blob": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = x'00ff' WHERE name = 'school'"
    ),
    "a schema of no letters": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = CAST(x'ff' || sql AS TEXT) WHERE name = 'school'"
    ),
    "a version that never was": "PRAGMA user_version = 0",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "maple.roadmap"
    Document.create(path, [Workshop(district="Maple")]).close()
    return path


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("read_only", [False, True], ids=["to change", "to read"])
def test_a_file_that_is_not_as_we_make_it_is_refused_and_left_alone(path: Path, harm: str, *, read_only: bool) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(HARM[harm])
    content = path.read_bytes()
    with pytest.raises(Damaged) as trouble:
        Document.open(path, read_only=read_only)
    assert trouble.value.can_recover
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("harm", ["a trigger", "a view beside", "a virtual table"])
def test_a_newer_file_may_hold_more_but_nothing_that_runs(path: Path, harm: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{HARM[harm]}; PRAGMA user_version = 9")
    with pytest.raises(FileTrouble):
        Document.open(path)


def test_another_program_s_file_is_none_of_ours(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")
    with pytest.raises(FileTrouble, match="not a workshop file") as trouble:
        Document.open(path)
    assert not trouble.value.can_recover


def test_a_value_that_would_fill_the_memory_is_not_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE workshop SET district = zeroblob({LONGEST_VALUE + 1})")
        connection.commit()
    document = Document.open(path, read_only=True)
    with pytest.raises(Damaged):
        _ = document.workshop_uuid, document.check()
    document.close()


def test_a_deep_expression_is_not_begun(path: Path) -> None:
    with closing(connect(path, read_only=True)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("SELECT " + "(" * 600 + "1" + ")" * 600)


def test_a_file_whose_writes_wait_elsewhere_is_read_like_any_other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    document = Document.open(path)
    document.check()
    document.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
