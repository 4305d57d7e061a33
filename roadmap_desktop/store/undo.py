"""Takes steps back and makes them again, from the history in the file."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select, text

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.history import STEP
from roadmap_desktop.store.ending import Touched, restoring, settle
from roadmap_desktop.store.history import START, State, Way, newest_done, way_to
from roadmap_desktop.store.labels import from_json

_ONE = "SELECT :step"


def next_to_undo(connection: Connection) -> tuple[int, Words] | None:
    """The newest step that is done: its id and label."""
    return _first(connection, select(STEP.c.id, STEP.c.label).where(STEP.c.state == "done").order_by(STEP.c.id.desc()))


def next_to_redo(connection: Connection) -> tuple[int, Words] | None:
    """The oldest step that was undone and not left behind by a later move."""
    newer = STEP.c.id > func.coalesce(newest_done().scalar_subquery(), START)
    undone = select(STEP.c.id, STEP.c.label).where(STEP.c.state == State.UNDONE, newer)
    return _first(connection, undone.order_by(STEP.c.id))


def take_back(connection: Connection, step: int, *, in_order: bool = False) -> Touched:
    """Puts every row that the step touched back to what it was before; the kinds and uuids of those rows.

    ``in_order`` does it row by row, in a connection that follows references.

    Raises:
        Misfit: the rows don't fit what is there (see ``settle``); never in order.
    """
    return _apply(connection, step, Way(State.DONE, 1, ()), _ONE, in_order=in_order)


def make_again(connection: Connection, step: int, *, in_order: bool = False) -> Touched:
    """Puts every row that the step touched to what it was after, as ``take_back`` does."""
    return _apply(connection, step, Way(State.UNDONE, 1, ()), _ONE, in_order=in_order)


def go_to(connection: Connection, step: int, *, in_order: bool = False) -> Touched:
    """Undoes or makes again every step up to the point after that one, as ``take_back`` does.

    Nothing where no way leads there (see ``way_to``).
    """
    way = way_to(connection, step)
    if way is None or not way.steps:
        return frozenset(), frozenset()
    return _apply(connection, step, way, way.span, in_order=in_order)


def _first(connection: Connection, query: object) -> tuple[int, Words] | None:
    row = connection.execute(query.limit(1)).first()  # type: ignore[attr-defined]
    return None if row is None else (row.id, from_json(row.label))


def _apply(connection: Connection, step: int, way: Way, span: str, *, in_order: bool) -> Touched:
    is_back, asked = way.state is State.DONE, {"step": step}
    settled = _follow if in_order else settle
    touched = settled(connection, span, asked, back=is_back)
    reached = State.UNDONE if is_back else State.DONE
    connection.execute(text(f"UPDATE step SET state = '{reached}' WHERE id IN ({span})"), asked)
    return touched


def _follow(connection: Connection, steps: str, asked: Mapping[str, int], *, back: bool) -> Touched:
    """Takes the way row by row, in the order in which it happened."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    side, order = ("before", "DESC") if back else ("after", "ASC")
    query = f"SELECT kind, uuid, {side} AS line FROM history WHERE step IN ({steps}) ORDER BY step {order}, id {order}"
    tables = {table.name: table for table in fact_tables()}
    rows = [row for row in connection.execute(text(query), asked) if row.kind in tables]
    for kind, uuid, line in rows:
        if line is None:
            connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE uuid = ?', (uuid,))
        else:
            connection.exec_driver_sql(restoring(tables[kind], "SELECT ?1 AS line"), (line,))
    return frozenset(row.kind for row in rows), frozenset(row.uuid for row in rows)
