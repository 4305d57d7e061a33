"""Reads the steps in the file: newest first and a few at a time, and what lies between the present and one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, select, text

from roadmap_desktop.language import Words
from roadmap_desktop.model.history import STEP
from roadmap_desktop.store.labels import from_json


class State(StrEnum):
    """A step holds, was undone and can be made again, or was left behind by a later move."""

    DONE = "done"
    UNDONE = "undone"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a person."""

    id: int
    label: Words
    at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class Way:
    """What lies between the present and a step: steps that hold are taken back, or undone ones made again."""

    state: State
    steps: int
    labels: tuple[Words, ...]

    @property
    def span(self) -> str:
        """The query of the ids of its steps, which is asked with the step that it leads to."""
        return _BACK if self.state is State.DONE else _AGAIN


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many rows of a kind come, change and go."""

    kind: str
    added: int
    changed: int
    removed: int


START = 0
"""Stands for the point before the oldest step that is kept."""
_BACK = "SELECT id FROM step WHERE state = 'done' AND id > :step"
_AGAIN = "SELECT id FROM step WHERE state = 'undone' AND id <= :step"
_ITSELF = "SELECT :step"
_ENDS = (  # each row that is touched, as it was before the first step and as it is after the last
    "SELECT ends.kind, ends.uuid, early.before, late.after FROM (SELECT kind, uuid, min(id) AS first, max(id) AS last "
    "FROM history WHERE step IN ({steps}) GROUP BY kind, uuid) AS ends "
    "JOIN history AS early ON early.id = ends.first JOIN history AS late ON late.id = ends.last"
)


def steps(connection: Connection, *, limit: int, before: int | None = None) -> tuple[Step, ...]:
    """The newest steps; with ``before`` those older than it."""
    query = select(STEP).order_by(STEP.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(STEP.c.id < before)
    return tuple(_step(row) for row in connection.execute(query))


def step(connection: Connection, which: int) -> Step | None:
    """One step; None where it is not kept any more."""
    row = connection.execute(select(STEP).where(STEP.c.id == which)).first()
    return None if row is None else _step(row)


def present(connection: Connection) -> int:
    """The newest step that holds; START where none does."""
    return connection.scalar(newest_done()) or START


def stand(connection: Connection) -> str:
    """What tells the present facts from those of any other time: the uuid of the newest step that holds."""
    query = select(STEP.c.uuid).where(STEP.c.state == State.DONE).order_by(STEP.c.id.desc()).limit(1)
    return connection.scalar(query) or ""


def newest_done() -> Any:
    """The query for it. The steps that can be made again are all newer, so that nobody looks through the old ones."""
    return select(STEP.c.id).where(STEP.c.state == State.DONE).order_by(STEP.c.id.desc()).limit(1)


def undone_count(connection: Connection) -> int:
    """How many steps can be made again."""
    newer = STEP.c.id > func.coalesce(newest_done().scalar_subquery(), START)
    return int(connection.execute(select(func.count()).where(STEP.c.state == State.UNDONE, newer)).scalar_one())


def way_to(connection: Connection, which: int, *, names: int = 0) -> Way | None:
    """The way from the present to the point after a step, with the labels of the first few steps on it.

    None where no way leads there: the step is not kept any more, or was left behind by a later move.
    """
    state = State.DONE
    if which != START:
        found = step(connection, which)
        if found is None or found.state is State.LEFT:
            return None
        state = found.state
    condition = STEP.c.id > which if state is State.DONE else STEP.c.id <= which
    on_it = (STEP.c.state == state, condition)
    count = connection.execute(select(func.count()).select_from(STEP).where(*on_it)).scalar_one()
    order = STEP.c.id.desc() if state is State.DONE else STEP.c.id
    rows = connection.execute(select(STEP.c.label).where(*on_it).order_by(order).limit(names))
    return Way(state, int(count), tuple(from_json(row.label) for row in rows))


def counts_to(connection: Connection, which: int, way: Way) -> tuple[KindCount, ...]:
    """What would be different at the point after a step, by kind, in the order of the kinds' names."""
    return _counts(connection, which, way.span, is_back=way.state is State.DONE)


def counts_of(connection: Connection, which: int) -> tuple[KindCount, ...]:
    """What a step changed by itself."""
    return _counts(connection, which, _ITSELF, is_back=False)


def _counts(connection: Connection, which: int, span: str, *, is_back: bool) -> tuple[KindCount, ...]:
    now, then = ("after", "before") if is_back else ("before", "after")
    query = (
        f"SELECT kind, sum({now} IS NULL) AS added, sum({now} IS NOT NULL AND {then} IS NOT NULL) AS changed, "
        f"sum({then} IS NULL) AS removed FROM ({_ENDS.format(steps=span)}) "
        "WHERE before IS NOT after GROUP BY kind ORDER BY kind"
    )
    rows = connection.execute(text(query), {"step": which}).all()
    return tuple(KindCount(row.kind, row.added, row.changed, row.removed) for row in rows)


def _step(row: Row[Any]) -> Step:
    return Step(row.id, from_json(row.label), datetime.fromisoformat(row.at), State(row.state))
