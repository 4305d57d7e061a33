"""The step of undo that a change begins: a row of its own, or the one before where one fact is edited again soon."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from roadmap_desktop.language import Words
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.store import undo
from roadmap_desktop.store.history import State
from roadmap_desktop.store.labels import as_json

FOLDING = timedelta(seconds=5)
"""Repeats on one fact within this time are one step of undo."""

# Plain SQL: putting these together anew took half of the time of an answer.
_LAST = "SELECT coalesce(max(id), 0) FROM history"
_NEWEST = "SELECT id, at, fold, state FROM step ORDER BY id DESC LIMIT 1"
_AGAIN = "UPDATE step SET at = ?, label = ?, uuid = ? WHERE id = ?"
_NEW = "INSERT INTO step (label, at, fold, state, uuid) VALUES (?, ?, ?, ?, ?) RETURNING id"


def begun(connection: Connection, label: Words, fold: str, now: datetime) -> tuple[int, int]:
    """The id of the step that a change belongs to, and of the newest line that the history had before it.

    ``fold`` names the fact that is edited: the newest step is taken up again where it edited the same one just now.
    """
    last = int(connection.exec_driver_sql(_LAST).scalar_one())
    newest = connection.exec_driver_sql(_NEWEST).first() if fold else None
    if newest is not None and newest.state == State.DONE and newest.fold == fold:
        age = now - datetime.fromisoformat(newest.at)
        if timedelta(0) <= age <= FOLDING:
            connection.exec_driver_sql(_AGAIN, (now.isoformat(), as_json(label), new_uuid(), newest.id))
            return newest.id, last
    values = (as_json(label), now.isoformat(), fold, State.DONE.value, new_uuid())
    return int(connection.exec_driver_sql(_NEW, values).scalar_one()), last


def dropped_if_empty(connection: Connection, step: int) -> None:
    """Takes a step away that touched nothing."""
    if not undo.touched(connection, step)[0]:
        connection.exec_driver_sql("DELETE FROM step WHERE id = ?", (step,))
