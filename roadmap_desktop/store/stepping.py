"""The step of undo that a change begins and ends: a row of its own, or that before where a fact is edited again soon.

It is written by sqlite3 alone, in the transaction of the change: SQLAlchemy took half of an answer's time for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Connection

from roadmap_desktop.language import Words
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.store.ending import Touched
from roadmap_desktop.store.history import START, State
from roadmap_desktop.store.labels import as_json

FOLDING = timedelta(seconds=5)
"""Repeats on one fact within this time are one step of undo."""

_LAST = "SELECT coalesce(max(id), 0) FROM history"
_NEWEST = "SELECT id, at, fold, state FROM step ORDER BY id DESC LIMIT 1"
_AGAIN = "UPDATE step SET at = ?, label = ?, uuid = ? WHERE id = ?"
_NEW = "INSERT INTO step (label, at, fold, state, uuid) VALUES (?, ?, ?, ?, ?)"
_TOUCHED = "SELECT DISTINCT kind, uuid FROM history WHERE step = ? AND id > ?"
_BEHIND = (
    "UPDATE step SET state = ?1 WHERE state = ?2 AND id < ?4"
    " AND id > coalesce((SELECT max(id) FROM step WHERE state = ?3 AND id < ?4), ?5)"
)


@dataclass(frozen=True, slots=True)
class Begun:
    """The id of the step that a change belongs to, and of the newest line that the history had before it."""

    step: int
    last: int


def begin(file: Connection, label: Words, fold: str, now: datetime) -> Begun:
    """Has all that is changed from now on recorded in a step; to be called inside the change's transaction.

    ``fold`` names the fact that is edited: the newest step is taken up again where it edited the same one just now.
    """
    file.execute("PRAGMA defer_foreign_keys = ON")  # facts may come in any order
    last = int(file.execute(_LAST).fetchone()[0])
    step = _taken_up(file, label, fold, now) if fold else None
    if step is None:
        step = file.execute(_NEW, (as_json(label), now.isoformat(), fold, State.DONE.value, new_uuid())).lastrowid
    assert step is not None, "a row was written"
    file.execute("INSERT INTO temp.recording VALUES (?)", (step,))
    return Begun(step, last)


def end(file: Connection, begun: Begun) -> Touched:
    """Records no more; the kinds and uuids that were touched since ``begin``.

    What was undone before is taken out of redo, and stays in the log to be looked at. A step that touched nothing goes.
    """
    file.execute("DELETE FROM temp.recording")
    rows = file.execute(_TOUCHED, (begun.step, begun.last)).fetchall()
    if rows:
        file.execute(_BEHIND, (State.LEFT.value, State.UNDONE.value, State.DONE.value, begun.step, START))
    elif not file.execute(_TOUCHED, (begun.step, 0)).fetchall():
        file.execute("DELETE FROM step WHERE id = ?", (begun.step,))
    return frozenset(row[0] for row in rows), frozenset(row[1] for row in rows)


def _taken_up(file: Connection, label: Words, fold: str, now: datetime) -> int | None:
    newest = file.execute(_NEWEST).fetchone()
    if newest is None or newest[2:] != (fold, State.DONE):
        return None
    step, at = newest[:2]
    if not timedelta(0) <= now - datetime.fromisoformat(at) <= FOLDING:
        return None
    file.execute(_AGAIN, (now.isoformat(), as_json(label), new_uuid(), step))
    return int(step)
