"""Fills an empty workshop with the rows of a damaged one that could be read, so that it is sound when it is full."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Float

from roadmap_desktop.model.every import kinds
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.fitting import Column, columns_of, fit
from roadmap_desktop.store.header import APPLICATION_ID
from roadmap_desktop.store.rowwise import Rows, read_rows
from roadmap_desktop.store.schemas import statements

Values = dict[str, Any]
LOG = ("step", "history")


@dataclass(frozen=True, slots=True)
class KindRead:
    """Of one kind of fact: rows read, rows lost (None: some, nobody knows how many), rows read without one value."""

    kind: str
    read: int
    lost: int | None = 0
    mended: int = 0


@dataclass(frozen=True, slots=True)
class Refilled:
    """What is in the new file."""

    kinds: tuple[KindRead, ...]
    history_kept: bool


def blank(path: Path, version: int) -> sqlite3.Connection:
    """A new file with no row in it, made for filling: it is on disk when its maker says so, not before."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.executescript(f"BEGIN; {'; '.join(statements(version))}; COMMIT")
    return connection


def refill(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> Refilled:
    """Copies every row that can be read and fits. ``name`` stands for the district where even that is lost.

    Raises:
        sqlite3.DatabaseError: the source can't be read at all.
    """
    there = _tables_of(source)
    tables = [each for (each,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    target.execute("BEGIN")
    log = {table: _read(source, target, table, there) for table in LOG}
    read = [_refill_kind(source, target, table, there) for table in tables if table not in LOG]
    read = [_from_log(target, kind, log) if kind.lost != 0 else kind for kind in read]
    read = _settle_references(target, read)
    is_whole = all(kind.lost == 0 and not kind.mended for kind in read)
    keeps = is_whole and all(rows.missing == 0 for rows in log.values()) and _copy_log(target, log)
    _settle_workshop(target, name)
    target.execute("COMMIT")
    return Refilled(tuple(read), history_kept=keeps)


def _tables_of(source: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """The columns of the tables that are really tables."""
    rows = source.execute(
        "SELECT m.name, x.name FROM sqlite_master AS m, pragma_table_info(m.name) AS x "
        "WHERE m.type = 'table' AND m.rootpage > 0"
    ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


def _read(source: sqlite3.Connection, target: sqlite3.Connection, table: str, there: dict[str, frozenset[str]]) -> Rows:
    """The rows of a table with all the target's columns, those that the source lacks empty."""
    if table not in there:
        return Rows(missing=None)
    columns = [each.name for each in columns_of(target, table)]
    known = [name for name in columns if name in there[table]]
    rows = read_rows(source, table, known, _index_of_all(target, table))
    if known == columns:
        return rows
    places = {name: known.index(name) for name in known}
    whole = {
        rowid: tuple(row[places[name]] if name in places else None for name in columns)
        for rowid, row in rows.found.items()
    }
    return Rows(whole, rows.missing)


def _index_of_all(target: sqlite3.Connection, table: str) -> tuple[str, str] | None:
    """The index that every row of the table is in, and its first column."""
    asked = (
        "SELECT i.name, x.name FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS x "
        "WHERE x.seqno = 0 ORDER BY i.origin = 'pk' DESC LIMIT 1"
    )
    found: tuple[str, str] | None = target.execute(asked, (table,)).fetchone()
    return found


def _refill_kind(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, there: dict[str, frozenset[str]]
) -> KindRead:
    rows = _read(source, target, table, there)
    columns = columns_of(target, table)
    put, mended = _put(target, table, columns, rows.found.values())
    dropped = len(rows.found) - put
    return KindRead(table, put, None if rows.missing is None else rows.missing + dropped, mended)


def _put(
    target: sqlite3.Connection, table: str, columns: tuple[Column, ...], rows: Iterable[Sequence[Any]]
) -> tuple[int, int]:
    """Puts the rows that fit and are no second of their kind; gives how many, and how many of them were mended."""
    fitted = [each for each in (fit(columns, values) for values in rows) if each is not None]
    before = target.total_changes
    places = ", ".join("?" * len(columns))
    target.executemany(f'INSERT OR IGNORE INTO "{table}" VALUES ({places})', (each.row for each in fitted))
    return target.total_changes - before, sum(each.is_mended for each in fitted)


def _from_log(target: sqlite3.Connection, kind: KindRead, log: dict[str, Rows]) -> KindRead:
    """Puts rows that are lost from their table but stand in the log of changes."""
    known = {uuid for (uuid,) in target.execute(f'SELECT uuid FROM "{kind.kind}"')}
    last = _last_states(target, kind.kind, log)
    lost = [values for uuid, values in last.items() if uuid not in known and values is not None]
    lost = lost if kind.lost is None else lost[: kind.lost]
    columns = columns_of(target, kind.kind)
    put, mended = _put(target, kind.kind, columns, [_in_order(kind.kind, columns, each) for each in lost])
    left = None if kind.lost is None else kind.lost - put
    return replace(kind, read=kind.read + put, lost=left, mended=kind.mended + mended)


def _last_states(target: sqlite3.Connection, kind: str, log: dict[str, Rows]) -> dict[str, Values | None]:
    """By uuid, the row as the log's steps leave it: after the last that is done, or before the first that is not."""
    steps, history = ([each.name for each in columns_of(target, table)] for table in LOG)
    states = {row[steps.index("id")]: row[steps.index("state")] for row in log["step"].found.values()}
    last: dict[str, Values | None] = {}
    for _, row in sorted(log["history"].found.items()):
        entry = dict(zip(history, row, strict=True))
        if entry["kind"] != kind:
            continue
        if states.get(entry["step"]) == "done":
            last[entry["uuid"]] = _values(entry["after"])
        else:
            last.setdefault(entry["uuid"], _values(entry["before"]))
    return last


def _in_order(kind: str, columns: tuple[Column, ...], values: Values) -> list[Any]:
    """The values of a row of the log by column; a number with decimals is kept there as text, to the last bit."""
    decimals = {each.name for each in kinds()[kind].__table__.columns if isinstance(each.type, Float)}
    row = []
    for each in columns:
        value = values.get(each.name)
        if each.name in decimals and isinstance(value, str):
            with suppress(ValueError):
                value = float(value)
        row.append(value)
    return row


def _values(text: object) -> Values | None:
    try:
        read = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def _settle_references(target: sqlite3.Connection, read: list[KindRead]) -> list[KindRead]:
    """Empties references to rows that are lost; a row that can't be without one is lost with it."""
    kinds = {kind.kind: kind for kind in read}
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _, key in broken:
            column = target.execute(
                'SELECT "from", x."notnull" FROM pragma_foreign_key_list(?1) AS f, pragma_table_info(?1) AS x '
                'WHERE f.id = ?2 AND x.name = f."from"',
                (table, key),
            ).fetchone()
            kind = kinds[table]
            if column[1]:
                gone = target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,)).rowcount
                lost = None if kind.lost is None else kind.lost + gone
                kinds[table] = replace(kind, read=kind.read - gone, lost=lost)
            else:
                target.execute(f'UPDATE "{table}" SET "{column[0]}" = NULL WHERE rowid = ?', (rowid,))
                kinds[table] = replace(kind, mended=kind.mended + 1)
    return list(kinds.values())


def _copy_log(target: sqlite3.Connection, log: dict[str, Rows]) -> bool:
    """Puts steps and changes as they were; where one of them does not fit, none."""
    for table in LOG:
        columns, rows = columns_of(target, table), log[table].found.values()
        put, mended = _put(target, table, columns, rows)
        if put < len(rows) or mended:
            for each in LOG:
                target.execute(f'DELETE FROM "{each}"')
            return False
    return True


def _settle_workshop(target: sqlite3.Connection, name: str) -> None:
    """A file holds exactly one workshop: where its row is lost, one with a new id and the file's name stands in."""
    target.execute("DELETE FROM workshop WHERE rowid > (SELECT min(rowid) FROM workshop)")
    if target.execute("SELECT 1 FROM workshop").fetchone() is None:
        _stand_in(target, name)


def _stand_in(target: sqlite3.Connection, name: str) -> None:
    made = Workshop(district=name)
    columns = columns_of(target, "workshop")
    _put(target, "workshop", columns, [[getattr(made, each.name) for each in columns]])
