"""Compares copies of one workshop that were edited apart, and settles what the merged workshop holds.

Nothing is decided by the order in which the copies are given: merging a with b gives the same facts as merging b
with a. Two copies are compared against the state that both come from; without one, every difference is a conflict
except rows that only one of them has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from roadmap_desktop.language import message
from roadmap_desktop.model.together import STAMPS, answers_of
from roadmap_desktop.rules.merging import Held, brought_back, contenders, is_deleted
from roadmap_desktop.store.apart import Copy, Key, Row, columns_of, tables
from roadmap_desktop.store.common import Point, common_points
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.twins import twins

Reached = Callable[[int, int], None]
Choices = Mapping[tuple[Key, int], int]
"""For a conflict (the row and the number of its answer): the copy whose answer the person takes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not the same in all copies; ``answers`` has the contenders of each of its answers."""

    key: Key
    rows: tuple[Row | None, ...]  # by copy
    deleted_in: tuple[int, ...]  # copies that had it and lack it now
    is_deleted: bool  # wherever it still stands it is untouched
    answers: tuple[tuple[Held, ...], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that was given differently apart; ``taken`` is one of ``held``, the others are kept nowhere else."""

    key: Key
    number: int  # of the answer among those of its kind
    columns: tuple[str, ...]
    held: tuple[Held, ...]
    taken: Held


@dataclass(frozen=True, slots=True)
class Brought:
    """What one copy brings: rows that another one lacked, answers that another one had otherwise, rows taken away."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True)
class Settled:
    """The merged workshop, as far as it differs from any copy; None where a row is not in it."""

    rows: Mapping[Key, Row | None]
    conflicts: tuple[Conflict, ...]
    kept: Mapping[Key, tuple[int, ...]]
    """Rows deleted in these copies that stay, since another copy edited them or something in it needs them."""
    brought: Mapping[tuple[str, int], Brought]
    """By kind and copy."""


@dataclass(frozen=True)
class Comparison:
    """Copies side by side; ``settle`` says what comes of it."""

    copies: tuple[Copy, ...]
    differences: Mapping[Key, Difference]
    same_fact: Mapping[Key, tuple[str, ...]]
    has_common_history: bool

    def settle(self, choices: Choices | None = None) -> Settled:
        """The merged rows and every conflict with what was taken, by kind and uuid."""
        rows = {key: _merged(each, choices or {}) for key, each in self.differences.items()}
        back = self._brought_back(rows)
        final = {
            key: None if self.differences[key].is_deleted and key not in back else row for key, row in rows.items()
        }
        conflicts = tuple(
            conflict
            for key, row in final.items()
            if row is not None
            for conflict in _conflicts(self.differences[key], choices or {})
        )
        kept = {
            key: self.differences[key].deleted_in
            for key, row in final.items()
            if row is not None and self.differences[key].deleted_in
        }
        return Settled(final, conflicts, kept, self._brought(final))

    def _brought_back(self, rows: Mapping[Key, Row]) -> set[Key]:
        deleted = {key: tuple(refers_to(key, row)) for key, row in rows.items() if self.differences[key].is_deleted}
        stays = {key: row for key, row in rows.items() if key not in deleted}
        needed = (owner for key, row in stays.items() for owner in refers_to(key, row))
        edited = (key for key in stays if self.differences[key].deleted_in)
        return brought_back(deleted, needed, edited)

    def _brought(self, final: Mapping[Key, Row | None]) -> dict[tuple[str, int], Brought]:
        found: dict[tuple[str, int], Brought] = {}
        for key, row in final.items():
            for copy in range(len(self.copies)):
                before, gain = found.get((key[0], copy), Brought()), _gain(self.differences[key], row, copy)
                total = Brought(before.added + gain.added, before.changed + gain.changed, before.removed + gain.removed)
                if total != Brought():
                    found[key[0], copy] = total
        return found


def compare(copies: Sequence[Copy], reached: Reached = lambda done, of: None) -> Comparison:
    """Compares copies of one workshop; says after each kind of fact how far it is.

    Raises:
        FileTrouble: the history of a copy can't be read.
    """
    try:
        return _compare(tuple(copies), reached)
    except (ValueError, TypeError, KeyError, AttributeError) as error:  # JSON that no program of ours wrote
        raise FileTrouble(
            message("The history in one of these files can't be read: {names}.", names=tuple(c.name for c in copies)),
            message("The files were not changed."),
            message("Open an earlier copy of it."),
        ) from error


def _compare(copies: tuple[Copy, ...], reached: Reached) -> Comparison:
    same_fact = twins(copies)

    @cache
    def points(one: int, other: int) -> tuple[Point, ...]:
        first, second = sorted((one, other))
        return common_points(copies[first], copies[second])

    reader = _Reader(copies, points, same_fact)
    differences: dict[Key, Difference] = {}
    kinds = tuple(tables())
    for done, kind in enumerate(kinds, 1):
        for uuid in sorted(reader.differing(kind)):
            differences[kind, uuid] = reader.difference((kind, uuid))
        reached(done, len(kinds))
    others = range(1, len(copies))
    return Comparison(copies, differences, same_fact, all(points(0, other) for other in others))


class _Reader:
    """Reads a row in every copy and at every common point, whatever its uuid there."""

    def __init__(
        self,
        copies: tuple[Copy, ...],
        points: Callable[[int, int], tuple[Point, ...]],
        same_fact: Mapping[Key, tuple[str, ...]],
    ) -> None:
        self._copies, self._points, self._same = copies, points, same_fact
        self._first = {(kind, uuid): least for (kind, least), group in same_fact.items() for uuid in group}

    def differing(self, kind: str) -> set[str]:
        """The uuids of the rows that are not the same in all copies."""
        first, *others = (copy.rows[kind] for copy in self._copies)
        found = {uuid for uuid, row in first.items() if any(other.get(uuid) != row for other in others)}
        found.update(uuid for other in others for uuid in other if uuid not in first)
        return {self._first.get((kind, uuid), uuid) for uuid in found}

    def difference(self, key: Key) -> Difference:
        """The row in all copies, and what may be taken."""
        rows = tuple(self._read(key, copy.row) for copy in self._copies)
        holding = [copy for copy, row in enumerate(rows) if row is not None]
        missing = [copy for copy, row in enumerate(rows) if row is None]

        @cache
        def read(one: int, other: int) -> list[Row | None]:
            return [self._read(key, point.row) for point in self._points(one, other)]

        def bases(one: int, other: int) -> list[Row | None]:
            return read(min(one, other), max(one, other))

        untouched = [copy for copy in holding if is_deleted(copy, rows[copy] or (), missing, bases)]
        deleted_in = tuple(copy for copy in missing if any(any(bases(copy, other)) for other in holding))
        answers = tuple(
            self._contenders(key, columns, {copy: rows[copy] or () for copy in holding}, bases)
            for columns in answer_columns(key[0])
        )
        return Difference(key, rows, deleted_in, len(untouched) == len(holding), answers)

    def _contenders(
        self,
        key: Key,
        columns: tuple[int, ...],
        rows: Mapping[int, Row],
        bases: Callable[[int, int], list[Row | None]],
    ) -> tuple[Held, ...]:
        def answer(row: Row) -> Row:
            return tuple(row[column] for column in columns)

        def common(one: int, other: int) -> list[Row | None]:
            return [row and answer(row) for row in bases(one, other)]

        held = [Held(copy, answer(row)) for copy, row in rows.items()]
        if len({each.answer for each in held}) == 1:
            return (held[0],)
        dated = [Held(each.copy, each.answer, self._at(key, each.copy, columns)) for each in held]
        names = columns_of(key[0])
        said = [number for number, column in enumerate(columns) if names[column] not in STAMPS]
        first: dict[Row, Held] = {}
        for each in contenders(dated, common):
            first.setdefault(tuple(each.answer[number] for number in said), each)
        return tuple(first.values())

    def _at(self, key: Key, copy: int, columns: tuple[int, ...]) -> str:
        times = (self._copies[copy].answered_at((key[0], uuid), columns) for uuid in self._uuids(key))
        return max(times, default="")

    def _read(self, key: Key, row_of: Callable[[Key], Row | None]) -> Row | None:
        for uuid in self._uuids(key):
            if (row := row_of((key[0], uuid))) is not None:
                return (key[1], *row[1:])
        return None

    def _uuids(self, key: Key) -> tuple[str, ...]:
        return self._same.get(key, (key[1],))


@lru_cache
def answer_columns(kind: str) -> tuple[tuple[int, ...], ...]:
    """The answers of a kind, each as the places of its columns in a row."""
    names = columns_of(kind)
    return tuple(tuple(names.index(name) for name in group) for group in answers_of(tables()[kind]))


def _merged(difference: Difference, choices: Choices) -> Row:
    kind, uuid = difference.key
    row = [uuid, *(None for _ in columns_of(kind)[1:])]
    for number, columns in enumerate(answer_columns(kind)):
        for column, value in zip(columns, _taken(difference, number, choices).answer, strict=True):
            row[column] = value
    return tuple(row)


def _taken(difference: Difference, number: int, choices: Choices) -> Held:
    held = difference.answers[number]
    chosen = choices.get((difference.key, number))
    return next((each for each in held if each.copy == chosen), held[0])


def _conflicts(difference: Difference, choices: Choices) -> Iterator[Conflict]:
    for number, columns in enumerate(answer_columns(difference.key[0])):
        held = difference.answers[number]
        if len(held) > 1:
            names = tuple(columns_of(difference.key[0])[column] for column in columns)
            yield Conflict(difference.key, number, names, held, _taken(difference, number, choices))


@lru_cache
def _references(kind: str) -> tuple[tuple[int, str], ...]:
    names = columns_of(kind)
    keys = ((column.name, key) for column in tables()[kind].columns for key in column.foreign_keys)
    return tuple((names.index(name), key.column.table.name) for name, key in keys)


def refers_to(key: Key, row: Row) -> Iterator[Key]:
    """The facts that a row belongs to or names."""
    for column, kind in _references(key[0]):
        if row[column] is not None:
            yield kind, row[column]


def _gain(difference: Difference, final: Row | None, copy: int) -> Brought:
    own = difference.rows[copy]
    if final is None:
        return Brought(removed=int(copy in difference.deleted_in))
    if own is None:
        return Brought()
    if None in difference.rows and not difference.deleted_in:
        return Brought(added=1)
    for columns in answer_columns(difference.key[0]):
        taken = tuple(final[column] for column in columns)
        others = {tuple(row[column] for column in columns) for row in difference.rows if row is not None}
        if len(others) > 1 and tuple(own[column] for column in columns) == taken:
            return Brought(changed=1)
    return Brought()
