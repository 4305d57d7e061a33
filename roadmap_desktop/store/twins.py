"""The same fact under two uuids: rows that a key other than the uuid allows only once are one fact in every copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Table, UniqueConstraint

from roadmap_desktop.store.apart import Copy, Key, Row, columns_of, tables


def twins(copies: Sequence[Copy]) -> Mapping[Key, tuple[str, ...]]:
    """By kind and least uuid: all uuids under which the copies hold the same fact, where there is more than one."""
    found: dict[Key, tuple[str, ...]] = {}
    for kind, keys in _once().items():
        if all(copy.rows[kind].keys() == copies[0].rows[kind].keys() for copy in copies):
            continue
        for columns in keys:
            for group in _groups(kind, columns, copies):
                if all(sum(uuid in copy.rows[kind] for uuid in group) <= 1 for copy in copies):
                    found[kind, group[0]] = group
    return found


def _groups(kind: str, columns: tuple[int, ...], copies: Sequence[Copy]) -> Iterator[tuple[str, ...]]:
    by_key: defaultdict[Row, set[str]] = defaultdict(set)
    for copy in copies:
        for uuid, row in copy.rows[kind].items():
            by_key[tuple(row[column] for column in columns)].add(uuid)
    return (tuple(sorted(uuids)) for uuids in by_key.values() if len(uuids) > 1)


@lru_cache
def _once() -> Mapping[str, tuple[tuple[int, ...], ...]]:
    return {kind: keys for kind, table in tables().items() if (keys := _keys(table))}


def _keys(table: Table) -> tuple[tuple[int, ...], ...]:
    names = columns_of(table.name)
    single = [(names.index(column.name),) for column in table.columns if column.unique]
    several = [
        tuple(names.index(column.name) for column in each.columns)
        for each in table.constraints
        if isinstance(each, UniqueConstraint) and len(each.columns) > 1
    ]
    return (*single, *several)
