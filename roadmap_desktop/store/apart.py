"""A copy of a workshop as merging reads it: its rows, and the steps that led to them, to be walked back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import Connection, Float, Table, select

from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.history import HISTORY, STEP
from roadmap_desktop.model.workshop import Ancestor
from roadmap_desktop.store.document import Document

Row = tuple[Any, ...]
"""A row's values as they are in the file, in the order of ``columns_of`` its kind."""
Key = tuple[str, str]
"""Kind and uuid."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a step did to one row, as JSON; ``step`` is the step's place in the trail, counted from 1."""

    step: int
    key: Key
    before: str | None
    after: str | None


@dataclass(frozen=True, eq=False)
class Copy:
    """One file at one moment.

    ``trail`` are the uuids of the steps that are done, oldest first, with their ``times``; ``known`` are those of all
    steps, also of what was undone.
    """

    name: str
    rows: Mapping[str, Mapping[str, Row]]
    trail: tuple[str, ...]
    times: tuple[str, ...]
    known: frozenset[str]
    made: tuple[Made, ...]
    taken_in: Mapping[str, int] = field(default_factory=dict)
    """The steps of other copies that were merged into this one, and the place in the trail where that was."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Every step done in this copy, its own or merged, with the place in the trail from which on it is held."""
        return {**self.taken_in, **{uuid: place for place, uuid in enumerate(self.trail, 1)}}

    @cached_property
    def _made_by_key(self) -> Mapping[Key, list[Made]]:
        found: dict[Key, list[Made]] = {}
        for each in self.made:
            found.setdefault(each.key, []).append(each)
        return found

    def row(self, key: Key) -> Row | None:
        """The row as it stands."""
        return self.rows[key[0]].get(key[1])

    def row_at(self, key: Key, place: int) -> Row | None:
        """The row as it stood after that many steps of the trail."""
        for each in self._made_by_key.get(key, ()):
            if each.step > place:
                return None if each.before is None else _from_json(key[0], each.before)
        return self.row(key)

    def changed_since(self, place: int) -> Iterator[Key]:
        """The rows touched by steps after that many."""
        return (key for key, made in self._made_by_key.items() if made[-1].step > place)

    def answered_at(self, key: Key, columns: Iterable[int]) -> str:
        """When the values in these columns were given; empty where the history does not say."""
        for each in reversed(self._made_by_key.get(key, [])):
            before, after = (text and _from_json(key[0], text) for text in (each.before, each.after))
            if after and (not before or any(before[column] != after[column] for column in columns)):
                return self.times[each.step - 1]
        return ""


def read_copy(document: Document, name: str = "") -> Copy:
    """Reads the whole file in one short transaction.

    Raises:
        FileTrouble: the file can't be read.
    """
    with document.read() as connection:
        rows = {table.name: _rows(connection, table) for table in fact_tables()}
        all_steps = connection.execute(select(STEP).order_by(STEP.c.id)).all()
        history = connection.execute(select(HISTORY).order_by(HISTORY.c.id)).all()
    steps = [step for step in all_steps if step.state == "done"]
    place = {step.id: number for number, step in enumerate(steps, 1)}
    made = tuple(
        Made(place[each.step], (each.kind, each.uuid), each.before, each.after)
        for each in history
        if each.step in place and each.kind in rows
    )
    trail, times = tuple(step.uuid for step in steps), tuple(step.at for step in steps)
    known = frozenset(step.uuid for step in all_steps)
    return Copy(name or document.path.name, rows, trail, times, known, made, _taken_in(rows, made))


def _rows(connection: Connection, table: Table) -> dict[str, Row]:
    names = ", ".join(f'"{name}"' for name in columns_of(table.name))
    found = connection.exec_driver_sql(f'SELECT {names} FROM "{table.name}" ORDER BY uuid')
    return {row[0]: tuple(row) for row in found}


def _taken_in(rows: Mapping[str, Mapping[str, Row]], made: Iterable[Made]) -> dict[str, int]:
    kind = Ancestor.__tablename__
    content = columns_of(kind).index("content")
    found = {row[content]: 0 for row in rows[kind].values()}
    by_uuid = {uuid: row[content] for uuid, row in rows[kind].items()}
    for each in made:
        if each.key[0] == kind and each.key[1] in by_uuid:
            found[by_uuid[each.key[1]]] = each.step
    return found


@lru_cache
def tables() -> Mapping[str, Table]:
    """The tables of the facts that are merged, by kind, owners before their parts."""
    return {table.name: table for table in fact_tables() if table.name != Ancestor.__tablename__}


@lru_cache
def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of a kind, the uuid first."""
    table = next(each for each in fact_tables() if each.name == kind)
    return ("uuid", *(column.name for column in table.columns if column.name != "uuid"))


@lru_cache
def _decimals(kind: str) -> frozenset[str]:
    table = next(each for each in fact_tables() if each.name == kind)
    return frozenset(column.name for column in table.columns if isinstance(column.type, Float))


@lru_cache(maxsize=256)  # each of a row's answers asks for the same few states of it
def _from_json(kind: str, text: str) -> Row:
    line = json.loads(text)
    if not isinstance(line, dict):
        raise ValueError(text)
    for name in _decimals(kind):
        if line.get(name) is not None:
            line[name] = float(line[name])  # kept as text, to the last bit
    return tuple(map(line.get, columns_of(kind)))
