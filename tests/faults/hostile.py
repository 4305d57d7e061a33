"""Files that were made to do harm: refused, or read without running anything of theirs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from sqlalchemy import Boolean, Date, DateTime, Double, Integer, Time

from roadmap_desktop.model.every import fact_tables
from tests.faults.damaging import lines
from tests.faults.forked import in_batches
from tests.faults.reading import read_everything
from tests.faults.table import Tried
from tests.faults.workshops import sample, small_workshop

VALUES = 100
"""Files in which cells hold what they never should."""
ENDLESS = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x FROM t"


def _rewritten(words: str, others: str) -> str:
    """Changes the text by which the file says what the table of schools is, past SQLite's own checks."""
    return (
        f"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '{words}', '{others}') "
        "WHERE name = 'school'"
    )


SCHEMAS: dict[str, str] = {
    "a trigger that empties the workshop": "CREATE TRIGGER t AFTER UPDATE ON rating BEGIN DELETE FROM participant; END",
    "a trigger on a table of ours that was renamed": (
        "ALTER TABLE school RENAME TO s; CREATE TABLE school AS SELECT * FROM s;"
        "CREATE TRIGGER t AFTER INSERT ON school BEGIN DELETE FROM s; END"
    ),
    "a view in the place of a table": "ALTER TABLE school RENAME TO s; CREATE VIEW school AS SELECT * FROM s",
    "an endless view in the place of a table": (
        f"DROP TABLE school; CREATE VIEW school AS SELECT x AS uuid, 'a' AS name FROM ({ENDLESS})"
    ),
    "an endless view beside the tables": f"CREATE VIEW v AS {ENDLESS}",
    "views that call one another": "CREATE VIEW v AS SELECT * FROM w; CREATE VIEW w AS SELECT * FROM v",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5(text)",
    "a virtual table in the place of ours": "DROP TABLE concern; CREATE VIRTUAL TABLE concern USING rtree(id, a, b)",
    "a generated column": "ALTER TABLE school ADD COLUMN size AS (length(zeroblob(900000000)))",
    "a default that runs a function": _rewritten(
        "principal VARCHAR", "principal VARCHAR DEFAULT (randomblob(900000000))"
    ),
    "a check that runs a function": (
        "CREATE TABLE s (uuid TEXT CHECK (load_extension('x'))); DROP TABLE support; ALTER TABLE s RENAME TO support"
    ),
    "an index over an expression": "CREATE INDEX i ON school (length(hex(zeroblob(enrolment * 1000000))))",
    "a partial index": "CREATE INDEX i ON school (name) WHERE length(zeroblob(900000000)) > 3",
    "a table of someone else's": "CREATE TABLE payload (data BLOB)",
    "a table fewer": "DROP TABLE support",
    "a column fewer": "ALTER TABLE school DROP COLUMN principal",
    "an order of someone else's": _rewritten("name VARCHAR", "name VARCHAR COLLATE nobody"),
    "a hundred thousand columns' worth of tables": ";".join(f"CREATE TABLE t{n} (a)" for n in range(2_000)),
    "another program's id": "PRAGMA application_id = 252006673",
    "no program's id": "PRAGMA application_id = 0",
    "a version of the far future": "PRAGMA user_version = 2147483647",
    "a version below zero": "PRAGMA user_version = -1",
    "a write-ahead log": "PRAGMA journal_mode = WAL; UPDATE workshop SET district = 'W'",
    "text in another encoding": "PRAGMA user_version = 1; CREATE TABLE x (a)",
    "a huge blob": "UPDATE school SET principal = zeroblob(90000000)",
    "a huge text": "UPDATE school SET name = printf('%.*c', 70000000, 'x')",
    "a blob in every text": "UPDATE participant SET name = x'00ff00ff'",
    "text where numbers stand": "UPDATE school SET enrolment = 'many', position = 'first'",
    "numbers without end": "UPDATE criterion SET weight = 9e999",
    "references to nothing": "UPDATE rating SET participant = 'nobody'; UPDATE statement SET dimension = 'none'",
    "references in a circle": "UPDATE link SET before = after",
    "no workshop": "DELETE FROM workshop",
    "two workshops": "INSERT INTO workshop (uuid, {columns}) SELECT 'other', {columns} FROM workshop",
    "history that is no history": "INSERT INTO history (step, kind, uuid) VALUES (1, 'sqlite_master', 'x')",
    "a step with a label of someone else's": (
        "INSERT INTO step (label, at, fold, state, uuid) VALUES ('{\"one\": [1]}', 'never', '', 'done', 'x')"
    ),
}
"""What is done to a sound workshop, by its name."""


MADE_OURS = {"a write-ahead log"}
"""What opening for writing may change: one file, without anything beside it, is how a workshop is kept."""


def hostile(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table."""
    small_workshop(folder / "base.roadmap").close()
    base = (folder / "base.roadmap").read_bytes()
    path = folder / "hostile.roadmap"

    def judge(name: str) -> str:
        path.write_bytes(base)
        _run(path, SCHEMAS[name].replace("{columns}", _columns("workshop")))
        ways = (True,) if name in MADE_OURS else (True, False)
        found = [read_everything(path, Random(seed), read_only=each) for each in ways]
        return next(filter(None, found), "")

    found = in_batches(list(SCHEMAS), judge, str, size=1)
    return lines("files made to do harm: schema, ids, sizes", len(SCHEMAS), found, 30)


def wrong_values(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table for cells that hold what they never should."""
    sample(folder / "base.roadmap").close()
    base = (folder / "base.roadmap").read_bytes()
    path = folder / "wrong.roadmap"

    def judge(case: str) -> str:
        chance = Random(case)
        path.write_bytes(base)
        with suppress(sqlite3.IntegrityError):
            _run(path, *_wrong(chance))
        return read_everything(path, chance, stages=4)

    found = in_batches([f"{seed}.{at}" for at in range(VALUES)], judge, str)
    return lines("files with values of wrong type or out of bounds", VALUES, found, VALUES)


def _wrong(chance: Random) -> Iterable[str]:
    filled = [table for table in fact_tables() if table.name not in ("wording", "baseline")]
    for _ in range(chance.randrange(1, 4)):
        table = chance.choice(filled)
        column = chance.choice(list(table.columns))
        values = ["NULL", "x'80ff'", "''", "'x'", "-1", "9223372036854775807", "9e999", "1.5", "zeroblob(70000)"]
        if isinstance(column.type, (Date, DateTime, Time)):
            values += ["'2026-13-45'", "'0000-00-00'", "'9999-12-31'", "20260101", "'2026-01-01T25:00'"]
        if isinstance(column.type, (Integer, Double, Boolean)):
            values += ["'12'", "1000000", "-9e18", "2"]
        which = chance.choice(("", f" WHERE rowid = (SELECT min(rowid) FROM {table.name})"))
        yield f'UPDATE OR IGNORE "{table.name}" SET "{column.name}" = {chance.choice(values)}{which}'


def _run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
        for each in statements:
            connection.executescript(each)
        connection.commit()


def _columns(kind: str) -> str:
    table = next(each for each in fact_tables() if each.name == kind)
    return ", ".join(f'"{column.name}"' for column in table.columns if column.name != "uuid")
