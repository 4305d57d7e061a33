"""Takes steps back and makes them again, from the history in the file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection, Float, Table, func, select, update
from sqlalchemy.exc import IntegrityError

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.history import HISTORY, STEP
from roadmap_desktop.store.history import START, State, Way, newest_done, rows_to, way_to
from roadmap_desktop.store.labels import from_json


def next_to_undo(connection: Connection) -> tuple[int, Words] | None:
    """The newest step that is done: its id and label."""
    return _first(connection, select(STEP.c.id, STEP.c.label).where(STEP.c.state == "done").order_by(STEP.c.id.desc()))


def next_to_redo(connection: Connection) -> tuple[int, Words] | None:
    """The oldest step that was undone and not left behind by a later move."""
    newer = STEP.c.id > func.coalesce(newest_done().scalar_subquery(), START)
    undone = select(STEP.c.id, STEP.c.label).where(STEP.c.state == State.UNDONE, newer)
    return _first(connection, undone.order_by(STEP.c.id))


def leave_behind(connection: Connection, step: int) -> None:
    """Takes what was undone before this new step out of redo; it stays in the log to be looked at."""
    before = newest_done().where(STEP.c.id < step).scalar_subquery()
    behind = (STEP.c.state == State.UNDONE, STEP.c.id < step, STEP.c.id > func.coalesce(before, START))
    connection.execute(update(STEP).where(*behind).values(state=State.LEFT))


def take_back(connection: Connection, step: int) -> None:
    """Puts every row that the step touched back to what it was before."""
    _apply(connection, step, side="before")
    connection.execute(update(STEP).where(STEP.c.id == step).values(state="undone"))


def make_again(connection: Connection, step: int) -> None:
    """Puts every row that the step touched to what it was after."""
    _apply(connection, step, side="after")
    connection.execute(update(STEP).where(STEP.c.id == step).values(state="done"))


def go_to(connection: Connection, step: int) -> tuple[frozenset[str], frozenset[str]]:
    """Undoes or makes again every step up to the point after that one; the kinds and uuids that were touched.

    Nothing where no way leads there (see ``way_to``).
    """
    way = way_to(connection, step)
    if way is None or not way.steps:
        return frozenset(), frozenset()
    rows = rows_to(connection, step, way)
    try:
        with connection.begin_nested():
            _put(connection, [(row.kind, row.uuid, row.line) for row in rows])
    except IntegrityError:  # two rows exchange what only one may have: then in the order in which it happened
        _follow(connection, step, way)
    is_back = way.state is State.DONE
    on_way = STEP.c.id > step if is_back else STEP.c.id <= step
    reached = State.UNDONE if is_back else State.DONE
    connection.execute(update(STEP).where(STEP.c.state == way.state, on_way).values(state=reached))
    return frozenset(row.kind for row in rows), frozenset(row.uuid for row in rows)


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
        _put(connection, [(kind, uuid, row)])


def _put(connection: Connection, rows: Iterable[tuple[str, str, str | None]]) -> None:
    """Brings rows of facts to what they are to be: those that go first, since a parent takes its parts along."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    going: dict[str, list[tuple[str]]] = {}
    coming: dict[str, list[tuple[str]]] = {}
    for kind, uuid, line in rows:
        (going if line is None else coming).setdefault(kind, []).append((uuid if line is None else line,))
    for kind, uuids in going.items():
        connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE uuid = ?', uuids)
    for kind, lines in coming.items():
        connection.exec_driver_sql(_restore(kind), lines)


def _follow(connection: Connection, step: int, way: Way) -> None:
    """Takes the way step by step."""
    condition = STEP.c.id > step if way.state is State.DONE else STEP.c.id <= step
    order = STEP.c.id.desc() if way.state is State.DONE else STEP.c.id
    found = connection.execute(select(STEP.c.id).where(STEP.c.state == way.state, condition).order_by(order)).all()
    for each in found:
        _apply(connection, each.id, side="before" if way.state is State.DONE else "after")


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
