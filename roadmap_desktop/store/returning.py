"""Goes back to what another copy of the workshop holds: one move, one step of undo, only what differs is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.store.apart import Key, Row, columns_of
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.prepared import Prepared, prepared, write

Reached = Callable[[int, int], None]
_Rows = dict[str, set[Row]]


def way_back(document: Document, copy: Path, reached: Reached = lambda done, of: None) -> Prepared:
    """The move that makes all facts those of the copy; nothing is written.

    Raises:
        FileTrouble: one of the files can't be read.
    """
    with closing(Document.open(copy, read_only=True)) as opened:  # brought to the newest version where it is older
        there, _ = _facts(opened)
    reached(1, 3)
    here, stand = _facts(document)
    reached(2, 3)
    return prepared(stand, _differing(here, there))


def take_way_back(document: Document, way: Prepared, label: Words) -> None:
    """Makes all facts those of the copy; undo brings back the present exactly.

    Raises:
        Overtaken: the workshop was changed since the way was worked out.
        FileTrouble: the file can't be written.
    """
    write(document, way, label, follows=False)  # whatever goes along with a fact is only here too


def _facts(document: Document) -> tuple[_Rows, str]:
    """All rows by kind, and where the document stands, in one short transaction."""
    with document.read() as connection:
        rows: _Rows = {}
        for table in fact_tables():
            names = ", ".join(f'"{name}"' for name in columns_of(table.name))
            cursor = connection.exec_driver_sql(f'SELECT {names} FROM "{table.name}"').cursor
            rows[table.name] = set() if cursor is None else set(map(tuple, cursor.fetchall()))
        return rows, document.stand


def _differing(here: _Rows, there: _Rows) -> Iterator[tuple[Key, Row | None]]:
    for kind, rows in there.items():
        kept = {row[0] for row in rows}
        yield from (((kind, row[0]), None) for row in here[kind] if row[0] not in kept)
        yield from (((kind, row[0]), row) for row in rows - here[kind])
