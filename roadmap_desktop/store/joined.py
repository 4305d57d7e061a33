"""Several changes that are made as one: what they have touched so far, and what is remembered between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from roadmap_desktop.model.history import HISTORY

T = TypeVar("T")


class Joined:
    """``in_part`` says that one of the changes is being made just now: then nothing is remembered."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.in_part = False
        self._seen = self._newest()
        self._touched: set[str] = set()
        self._kept: dict[object, tuple[frozenset[str], Any]] = {}

    def has_touched(self, kinds: tuple[str, ...]) -> bool:
        """Whether one of the changes touched facts of these kinds."""
        return not self._touched.isdisjoint(kinds)

    def notice(self) -> None:
        """Looks at what the change made just now has touched, and forgets what was remembered of it."""
        newest = self._newest()
        if newest == self._seen:
            return
        query = select(HISTORY.c.kind).where(HISTORY.c.id > self._seen).distinct()
        kinds = {row.kind for row in self.connection.execute(query)}
        self._seen = newest
        self._touched |= kinds
        self._kept = {key: kept for key, kept in self._kept.items() if kept[0].isdisjoint(kinds)}

    def remembered(self, key: object, kinds: tuple[str, ...], compute: Callable[[], T]) -> T:
        """What ``compute`` gives, kept until one of the kinds is touched once more."""
        if key not in self._kept:
            self._kept[key] = (frozenset(kinds), compute())
        value: T = self._kept[key][1]
        return value

    def _newest(self) -> int:
        return int(self.connection.execute(select(func.coalesce(func.max(HISTORY.c.id), 0))).scalar_one())
