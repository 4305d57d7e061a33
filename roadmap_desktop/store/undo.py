"""Takes steps back and makes them again, from the history in the file."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, Float, Table, select, update

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.history import HISTORY, STEP
from roadmap_desktop.store.labels import from_json


def next_to_undo(connection: Connection) -> tuple[int, Words] | None:
    """The newest step that is done: its id and label."""
    return _first(connection, select(STEP.c.id, STEP.c.label).where(STEP.c.state == "done").order_by(STEP.c.id.desc()))


def next_to_redo(connection: Connection) -> tuple[int, Words] | None:
    """The oldest step that was undone and not left behind by a later move."""
    return _first(connection, select(STEP.c.id, STEP.c.label).where(STEP.c.state == "undone").order_by(STEP.c.id))


def take_back(connection: Connection, step: int) -> None:
    """Puts every row that the step touched back to what it was before."""
    _apply(connection, step, side="before")
    connection.execute(update(STEP).where(STEP.c.id == step).values(state="undone"))


def make_again(connection: Connection, step: int) -> None:
    """Puts every row that the step touched to what it was after."""
    _apply(connection, step, side="after")
    connection.execute(update(STEP).where(STEP.c.id == step).values(state="done"))


def touched(connection: Connection, step: int, after: int = 0) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds and uuids that a step touched, counting from a history id on."""
    rows = connection.execute(
        select(HISTORY.c.kind, HISTORY.c.uuid).where(HISTORY.c.step == step, HISTORY.c.id > after).distinct()
    ).all()
    return frozenset(row.kind for row in rows), frozenset(row.uuid for row in rows)


def _first(connection: Connection, query: object) -> tuple[int, Words] | None:
    row = connection.execute(query.limit(1)).first()  # type: ignore[attr-defined]
    return None if row is None else (row.id, from_json(row.label))


def _apply(connection: Connection, step: int, *, side: str) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    order = HISTORY.c.id.desc() if side == "before" else HISTORY.c.id
    query = select(HISTORY.c.kind, HISTORY.c.uuid, HISTORY.c[side].label("row")).where(HISTORY.c.step == step)
    for kind, uuid, row in connection.execute(query.order_by(order)).all():
        if row is None:
            connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE uuid = ?', (uuid,))
        else:
            connection.exec_driver_sql(_restore(kind), (row,))


@lru_cache
def _restore(kind: str) -> str:
    table = next(each for each in fact_tables() if each.name == kind)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_value(table, column.name) for column in table.columns)
    renewed = ", ".join(f'"{column.name}" = excluded."{column.name}"' for column in table.columns)
    return (
        f'INSERT INTO "{kind}" ({names}) SELECT {values} FROM (SELECT ?1 AS line) WHERE true '
        f"ON CONFLICT (uuid) DO UPDATE SET {renewed}"
    )


def _value(table: Table, name: str) -> str:
    value = f"json_extract(line, '$.{name}')"
    return f"CAST({value} AS REAL)" if isinstance(table.c[name].type, Float) else value
