"""Brings facts to what they were at the end of a way through the history: all rows of a kind at once.

The rows as they are to be stand in ``temp.ending`` for that long. It is done without following references: the history
holds every row that went along with another one, and following them would look through a whole table for each row.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Connection, Float, Table, UniqueConstraint
from sqlalchemy.exc import IntegrityError

from roadmap_desktop.model.every import fact_tables

Touched = tuple[frozenset[str], frozenset[str]]
"""Kinds and uuids."""


class Misfit(Exception):
    """Something changed facts without a trace in the history: its rows don't fit those that are there."""


def settle(connection: Connection, steps: str, asked: Mapping[str, int], *, back: bool) -> Touched:
    """Puts every row that some steps touched to what it was before the first of them, or after the last.

    ``steps`` is a query of their ids, ``asked`` what it is asked with. To be called while references are not followed.

    Raises:
        Misfit: a reference would lead nowhere, or two rows would have what only one may; nothing may be kept then.
    """
    side, end = ("before", "min") if back else ("after", "max")
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS ending (kind TEXT, uuid TEXT, line TEXT)")
    connection.exec_driver_sql(
        f"INSERT INTO temp.ending SELECT kind, uuid, {side} FROM history WHERE id IN "
        f"(SELECT {end}(id) FROM history WHERE step IN ({steps}) GROUP BY kind, uuid)",
        dict(asked),
    )
    rows = connection.exec_driver_sql("SELECT kind, uuid FROM temp.ending").all()
    touched = frozenset(row[0] for row in rows), frozenset(row[1] for row in rows)
    tables = [table for table in fact_tables() if table.name in touched[0]]
    try:
        for table in tables:
            connection.exec_driver_sql(_removal(table))
        for table in tables:
            connection.exec_driver_sql(restoring(table, _COMING))
    except IntegrityError as error:
        raise Misfit from error
    if any(connection.exec_driver_sql(query).first() for table in tables for query in _leading_nowhere(table)):
        raise Misfit
    connection.exec_driver_sql("DELETE FROM temp.ending")
    return touched


@lru_cache
def restoring(table: Table, lines: str) -> str:
    """Writes rows of a kind, new or there already, from a query of their ``line`` as JSON."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_value(table, column.name) for column in table.columns)
    others = [column.name for column in table.columns if column.name != "uuid"]  # a key set anew is indexed anew
    renewed = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
    return (
        f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM ({lines.format(kind=table.name)}) WHERE true '
        f"ON CONFLICT (uuid) DO UPDATE SET {renewed}"
    )


def has_other_key(table: Table) -> bool:
    """Whether rows of a kind have a key besides the uuid, which may move from one row to another."""
    return any(isinstance(each, UniqueConstraint) for each in table.constraints)


_COMING = "SELECT line FROM temp.ending WHERE kind = '{kind}' AND line IS NOT NULL"


def _removal(table: Table) -> str:
    """Takes rows away that are not there in the end; where a key besides the uuid may change hands, those that stay."""
    which = "" if has_other_key(table) else " AND line IS NULL"
    return (
        f"DELETE FROM \"{table.name}\" WHERE uuid IN (SELECT uuid FROM temp.ending WHERE kind = '{table.name}'{which})"
    )


def _value(table: Table, name: str) -> str:
    value = f"json_extract(line, '$.{name}')"
    return f"CAST({value} AS REAL)" if isinstance(table.c[name].type, Float) else value


@lru_cache
def _leading_nowhere(table: Table) -> tuple[str, ...]:
    """What finds a reference out of a touched row, or to one that is taken away, that leads nowhere."""
    owners = [(key.parent.name, key.column.table.name) for key in table.foreign_keys]
    dangles = " OR ".join(
        f'(f."{name}" IS NOT NULL AND f."{name}" NOT IN (SELECT uuid FROM "{owner}"))' for name, owner in owners
    )
    out = (
        f'SELECT 1 FROM temp.ending AS e JOIN "{table.name}" AS f ON f.uuid = e.uuid '
        f"WHERE e.kind = '{table.name}' AND ({dangles}) LIMIT 1"
    )
    gone = f"SELECT uuid FROM temp.ending WHERE kind = '{table.name}' AND line IS NULL"
    into = (
        f'SELECT 1 FROM "{other.name}" WHERE "{key.parent.name}" IN ({gone}) LIMIT 1'
        for other in fact_tables()
        for key in other.foreign_keys
        if key.column.table is table
    )
    return (out, *into) if owners else tuple(into)
