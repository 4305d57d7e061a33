"""The step of undo that a change begins: a row of its own, or the one before where one fact is edited again soon."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from roadmap_desktop.language import Words
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.history import HISTORY, STEP
from roadmap_desktop.store import undo
from roadmap_desktop.store.history import State
from roadmap_desktop.store.labels import as_json

FOLDING = timedelta(seconds=5)
"""Repeats on one fact within this time are one step of undo."""


def begun(connection: Connection, label: Words, fold: str, now: datetime) -> tuple[int, int]:
    """The id of the step that a change belongs to, and of the newest line that the history had before it.

    ``fold`` names the fact that is edited: the newest step is taken up again where it edited the same one just now.
    """
    last = connection.execute(select(func.coalesce(func.max(HISTORY.c.id), 0))).scalar_one()
    newest = connection.execute(select(STEP).order_by(STEP.c.id.desc()).limit(1)).first()
    if fold and newest is not None and newest.state == State.DONE and newest.fold == fold:
        age = now - datetime.fromisoformat(newest.at)
        if timedelta(0) <= age <= FOLDING:
            values = {"at": now.isoformat(), "label": as_json(label), "uuid": new_uuid()}
            connection.execute(update(STEP).where(STEP.c.id == newest.id).values(**values))
            return newest.id, last
    values = {"label": as_json(label), "at": now.isoformat(), "fold": fold, "state": State.DONE, "uuid": new_uuid()}
    made = connection.execute(insert(STEP).values(values).returning(STEP.c.id)).scalar_one()
    return int(made), last


def dropped_if_empty(connection: Connection, step: int) -> None:
    """Takes a step away that touched nothing."""
    if not undo.touched(connection, step)[0]:
        connection.execute(delete(STEP).where(STEP.c.id == step))
