"""Goes back to what another copy of the workshop holds: one move, one step of undo, only what differs is touched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.store.copying import looked_at
from roadmap_desktop.store.difference import KindDifference, columns_in, differences
from roadmap_desktop.store.trouble import FileTrouble, trouble_named

if TYPE_CHECKING:
    from roadmap_desktop.store.document import Document


def go_back(document: Document, copy: Path, label: Words) -> None:
    """Makes all facts those of the copy; undo brings back the present exactly.

    Raises:
        FileTrouble: the copy can't be read or is of another version; or the file can't be written.
    """
    with trouble_named(), closing(looked_at(copy, immutable=True)) as there, document.change(label) as session:
        here = session.connection().connection.driver_connection
        assert isinstance(here, sqlite3.Connection)
        _check_columns(here, there, copy)
        found = differences(here, there)
        if _clear(here, found):  # parts went with their owners
            found = differences(here, there)
        for kind in found:  # owners first, so that undo takes the parts away first
            _take_over(here, there, kind)


def _check_columns(here: sqlite3.Connection, there: sqlite3.Connection, copy: Path) -> None:
    for table in fact_tables():
        if set(columns_in(here, table.name)) != set(columns_in(there, table.name)):
            raise FileTrouble(
                message("{name} comes from another version of Roadmap Desktop.", name=copy.name),
                message("Nothing was changed."),
                message("Open the copy beside and save it as a workshop of its own."),
            )


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
