"""Reads a table of a damaged file row by row and steps over what can't be read.

A scan ends at the first page that is damaged. The next place that can be read is found by steps that double and then
halve; rows in between that the index of uuids still knows are asked for one by one. The index also says how many rows
there were.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

UNREADABLE = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What SQLite raises at a damaged place; its own words may be no text there, and a length beyond all memory."""
LOWEST, HIGHEST = -(2**63), 2**63 - 1
MOST_PROBES = 4_000
"""After so many looks at damaged places the rest of a table is given up; a hostile file could ask for any number."""


@dataclass(slots=True)
class Rows:
    """The rows of a table that could be read, by rowid, and how many are missing; None where nothing tells."""

    found: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    missing: int | None = 0


def read_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], index: tuple[str, str] | None = None
) -> Rows:
    """All rows of the table that can be read. ``index`` names an index that holds every row, and its first column."""
    reading = _Reading(connection, table, columns)
    whole = reading.scan_all()
    expected = reading.rowids_of(index) if index else None
    rows = Rows(reading.found)
    if expected is not None:
        for rowid in sorted(expected - reading.found.keys())[:MOST_PROBES]:
            reading.take_one(rowid)
        rows.missing = max(0, len(expected) - len(reading.found))
    elif not whole:
        rows.missing = None
    return rows


class _Reading:
    """One table's reading; counts its looks at damaged places."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        self._connection, self._table = connection, table
        self._from = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid >= ? ORDER BY rowid'
        self.found: dict[int, tuple[Any, ...]] = {}
        self._probes = 0

    def scan_all(self) -> bool:
        """Reads from the first row to the last; says whether nothing was stepped over."""
        start: int | None = LOWEST
        whole = True
        while start is not None:
            last = self._scan(start)
            if last is None:
                return whole
            whole = False
            if self._probes > MOST_PROBES:
                return whole
            start = self._next_readable(max(last, start))
        return whole

    def _scan(self, start: int) -> int | None:
        """Reads on from a rowid; gives the last rowid before a damaged place, None at the end of the table."""
        last = start - 1
        self._probes += 1
        try:
            for rowid, *row in self._connection.execute(self._from, (start,)):
                if rowid <= last:  # pages that point at one another
                    return last
                self.found[rowid] = tuple(row)
                last = rowid
        except UNREADABLE:
            return last
        return None

    def _next_readable(self, last: int) -> int | None:
        damaged, step = last, 1
        while True:
            tried = min(last + step, HIGHEST)
            if self._reads(tried):
                break
            if tried == HIGHEST or self._probes > MOST_PROBES:
                return None
            damaged, step = tried, step * 2
        while tried - damaged > 1:
            middle = (tried + damaged) // 2
            if self._reads(middle):
                tried = middle
            else:
                damaged = middle
        return tried

    def _reads(self, rowid: int) -> bool:
        self._probes += 1
        try:
            self._connection.execute(f"{self._from} LIMIT 1", (rowid,)).fetchone()
        except UNREADABLE:
            return False
        return True

    def take_one(self, rowid: int) -> None:
        """Reads the row with that rowid, if it can be."""
        try:
            row = self._connection.execute(f"{self._from} LIMIT 1", (rowid,)).fetchone()
        except UNREADABLE:
            return
        if row is not None and row[0] == rowid:
            self.found[rowid] = row[1:]

    def rowids_of(self, index: tuple[str, str]) -> set[int] | None:
        """The rowids that an index knows; None where it is damaged itself."""
        try:
            asked = f'SELECT rowid FROM "{self._table}" INDEXED BY "{index[0]}" ORDER BY "{index[1]}"'
            return {rowid for (rowid,) in self._connection.execute(asked)}
        except UNREADABLE:
            return None
