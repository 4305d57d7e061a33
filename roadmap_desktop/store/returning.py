"""Goes back to what another copy of the workshop holds: one move, one step of undo, only what differs is touched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, UniqueConstraint

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.store.difference import KindDifference, columns_in, differences
from roadmap_desktop.store.document import Document


def go_back(document: Document, copy: Path, label: Words) -> None:
    """Makes all facts those of the copy; undo brings back the present exactly.

    Raises:
        FileTrouble: the copy can't be read, or the file can't be written.
    """
    opened = Document.open(copy, read_only=True)  # brought to the newest version where it is older
    try:
        with opened.read() as reading, document.change(label) as session:
            here, there = (_sqlite(each) for each in (session.connection(), reading))
            found = differences(here, there)
            if _clear(here, found):  # parts went with their owners
                found = differences(here, there)
            for kind in found:  # owners first, so that undo takes the parts away first
                _take_over(here, there, kind)
    finally:
        opened.close()


def _sqlite(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _clear(here: sqlite3.Connection, found: tuple[KindDifference, ...]) -> bool:
    """Takes away what is only here, and what holds a name that another row may want; says whether anything went."""
    names = _names_apart()
    going = [
        (each.kind, uuid)
        for each in reversed(found)
        for uuid in (
            *each.only_here,
            *(changed.uuid for changed in each.changed if names.get(each.kind, set()).intersection(changed.columns)),
        )
    ]
    for kind, uuid in going:
        here.execute(f'DELETE FROM "{kind}" WHERE uuid = ?', (uuid,))
    return bool(going)


def _names_apart() -> dict[str, set[str]]:
    """The columns beside the uuid in which no two rows of a kind may be the same."""
    return {
        table.name: {
            column.name
            for constraint in table.constraints
            if isinstance(constraint, UniqueConstraint)
            for column in constraint.columns
        }
        for table in fact_tables()
    }


def _take_over(here: sqlite3.Connection, there: sqlite3.Connection, found: KindDifference) -> None:
    columns = columns_in(there, found.kind)
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join("?" * len(columns))
    renewed = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
    put = f'INSERT INTO "{found.kind}" ({names}) VALUES ({places}) ON CONFLICT (uuid) DO UPDATE SET {renewed}'
    for uuid in (*found.only_there, *(each.uuid for each in found.changed)):
        row = there.execute(f'SELECT {names} FROM "{found.kind}" WHERE uuid = ?', (uuid,)).fetchone()
        here.execute(put, row)
