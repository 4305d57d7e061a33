"""Rebuilds the tables that a version changed: made anew beside the old, rows copied, old ones dropped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from roadmap_desktop.language import message
from roadmap_desktop.store.meaning import Meaning, meaning, meaning_of
from roadmap_desktop.store.schemas import statements
from roadmap_desktop.store.trouble import FileTrouble

Stated = Mapping[str, Mapping[str, str]]
"""By table and new column: the SQL expression, over a row of the old table, that gives the value in old rows."""


def rebuild(
    connection: sqlite3.Connection, version: int, stated: Stated, more: Callable[[], None] | None = None
) -> None:
    """Brings the file to the version's schema in one transaction and checks it before it is written.

    Columns that both versions have are copied, new ones take the stated value or null, those that are gone are left
    out. ``more`` runs at the end, for what a column's value can't say.
    """
    with _transaction(connection):
        before, after = meaning(connection), meaning_of(version)
        rows = {name: _count(connection, name) for name in before.tables.keys() & after.tables.keys()}
        for name in after.tables:
            _bring(connection, name, version, before, after, stated.get(name, {}))
        for name in before.tables.keys() - after.tables.keys():
            connection.execute(f'DROP TABLE "{name}"')
        if more is not None:
            more()
        connection.execute(f"PRAGMA user_version = {version}")
        same_rows = all(_count(connection, name) == count for name, count in rows.items())
        if not same_rows or meaning(connection) != after or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise _not_brought_over()


def _bring(
    connection: sqlite3.Connection, name: str, version: int, before: Meaning, after: Meaning, stated: Mapping[str, str]
) -> None:
    if before.tables.get(name) == after.tables[name]:
        return
    create, *indexes = _made_by(name, version)
    if name in before.tables:
        columns = sorted(after.tables[name].names)
        common = before.tables[name].names
        values = [stated.get(column) or (f'"{column}"' if column in common else "NULL") for column in columns]
        into = ", ".join(f'"{column}"' for column in columns)
        connection.execute(create.replace(f"CREATE TABLE {_quoted(create)} (", f'CREATE TABLE "new {name}" (', 1))
        connection.execute(f'INSERT INTO "new {name}" ({into}) SELECT {", ".join(values)} FROM "{name}" ORDER BY rowid')
        connection.execute(f'DROP TABLE "{name}"')
        connection.execute(f'ALTER TABLE "new {name}" RENAME TO "{name}"')
    else:
        connection.execute(create)
    for index in indexes:
        connection.execute(index)


def _made_by(name: str, version: int) -> list[str]:
    """The statements that make the table and then its indexes."""
    table = [each for each in statements(version) if each.startswith("CREATE TABLE") and _named(each) == name]
    indexes = [each for each in statements(version) if f" ON {name} (" in each or f' ON "{name}" (' in each]
    return table + [each for each in indexes if not each.startswith("CREATE TABLE")]


def _quoted(create: str) -> str:
    return create.split("(", 1)[0].removeprefix("CREATE TABLE ").strip()


def _named(create: str) -> str:
    return _quoted(create).strip('"')


def _count(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; references are checked at the end instead of at each statement."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _not_brought_over() -> FileTrouble:
    return FileTrouble(
        message("This workshop comes from an older version and can't be brought over whole."),
        message("The file was not changed."),
        message("Open an earlier copy of it."),
    )
