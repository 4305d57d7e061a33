"""Who sits at which table: even tables, a teacher at each, perspectives and schools spread as evenly as they can be."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

BEST_SIZE = 6
"""People at a table where everybody still speaks; the tables that are proposed come closest to it."""
TEACHER = "teacher"
"""The perspective without which a table talks about classrooms, not from them."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A person who is given a table: for whom they speak, and the table they sit at now (empty: none).

    One who is ``pinned`` stays there, whatever that does to the balance.
    """

    key: str
    perspective: str = ""
    school: str = ""
    table: str = ""
    pinned: bool = False


def proposed_tables(people: int) -> int:
    """How many tables so many people sit at best; at least one."""
    return max(1, round(people / BEST_SIZE))


def balanced(guests: Iterable[Guest], tables: Sequence[str], *, seed: int = 0, anew: bool = False) -> dict[str, str]:
    """A table for each person, by their keys; the order in which people come makes no difference.

    Sizes differ by one at most, and so do the people of one perspective; where that leaves a choice, people of one
    school sit apart, and then as few people move as can be found. A pinned person stays, and the rest is as even as
    it can be around them. ``anew`` forgets where the others sit: another ``seed`` then gives another room.

    Pairs of people change places, or one goes from a larger table to a smaller one, for as long as that makes the room
    better; with nobody pinned, no room with a perspective less even than that can be left (a table that has two more
    of it has fewer of another, and those two change places).

    Raises:
        ValueError: there is no table, or a table twice.
    """
    if not tables or len(set(tables)) != len(tables):
        raise ValueError("each table once, and at least one")
    people = sorted(guests, key=lambda each: each.key)
    random.Random(seed).shuffle(people)
    seated = {each.key: each.table for each in people if each.table in tables and (each.pinned or not anew)}
    room = _Room(people, tables, seated)
    _seat(room, people)
    while sum(_better(room, people)):
        pass
    return dict(sorted(room.at.items()))


class _Room:
    """The tables as they fill: who sits where, and how many of each perspective and school."""

    def __init__(self, people: Sequence[Guest], tables: Sequence[str], before: Mapping[str, str]) -> None:
        self.tables, self.before = tables, before
        self.at: dict[str, str] = {}
        self.size: Counter[str] = Counter()
        self.count: Counter[tuple[str, str, str]] = Counter()
        self.teachers = min(len(tables), sum(each.perspective == TEACHER for each in people))
        # what counts more is worth more than everything below it together
        self.school = 2 * len(people) + 1
        self.perspective = self.school * (2 * len(people) ** 2 + 1)
        self.teacher = self.perspective * (2 * len(people) ** 2 + 1)

    def put(self, guest: Guest, table: str) -> None:
        """Gives a person a table."""
        self._note(guest, table, 1)
        self.at[guest.key] = table

    def take(self, guest: Guest) -> str:
        """Takes a person from their table, and says from which."""
        table = self.at.pop(guest.key)
        self._note(guest, table, -1)
        return table

    def cost(self, guest: Guest, table: str) -> int:
        """By how much the room is worse with the person at that table; the person sits nowhere now.

        The squares of the counts are smallest where the counts are even; one more makes 2n + 1 of n squared.
        """
        same = self.count["perspective", guest.perspective, table]
        found = self.perspective * (2 * same + 1)
        if guest.school:
            found += self.school * (2 * self.count["school", guest.school, table] + 1)
        if guest.perspective == TEACHER and not same:
            found -= self.teacher
        return found + (self.before.get(guest.key, table) != table)

    def _note(self, guest: Guest, table: str, by: int) -> None:
        self.size[table] += by
        self.count["perspective", guest.perspective, table] += by
        self.count["school", guest.school, table] += by


def _seat(room: _Room, people: Sequence[Guest]) -> None:
    """A first room: pinned people, then those who can stay, then the others where they do least harm."""
    pinned = [each for each in people if each.pinned and each.key in room.before]
    for each in pinned:
        room.put(each, room.before[each.key])
    sizes = _sizes(room, len(people), Counter(room.before.values()))
    waiting = []
    for each in people:
        if each.key in room.at:
            continue
        table = room.before.get(each.key, "")
        if table and room.size[table] < sizes[table]:
            room.put(each, table)
        else:
            waiting.append(each)
    often = Counter(each.perspective for each in waiting)
    for each in sorted(waiting, key=lambda one: (one.perspective != TEACHER, -often[one.perspective])):
        free = [table for table in room.tables if room.size[table] < sizes[table]]
        room.put(each, min(free, key=lambda table: (room.cost(each, table), room.size[table])))


def _sizes(room: _Room, people: int, seated: Mapping[str, int]) -> Counter[str]:
    """How many sit at each table: as even as those who are pinned allow; one more where more sit now."""
    sizes = Counter(room.size)
    for _ in range(people - sizes.total()):
        place = {table: number for number, table in enumerate(room.tables)}
        sizes[min(room.tables, key=lambda table: (sizes[table], -seated.get(table, 0), place[table]))] += 1
    return sizes


def _better(room: _Room, people: Sequence[Guest]) -> Iterator[bool]:
    """Makes every change on one round that betters the room, and says for each that it did."""
    loose = [each for each in people if not (each.pinned and each.key in room.before)]
    for place, one in enumerate(loose):
        for table in room.tables:
            if room.size[table] == room.size[room.at[one.key]] - 1:
                yield _moves(room, one, table)
        for other in loose[place + 1 :]:
            if room.at[one.key] != room.at[other.key]:
                yield _swaps(room, one, other)


def _moves(room: _Room, guest: Guest, table: str) -> bool:
    here = room.take(guest)
    is_better = room.cost(guest, table) < room.cost(guest, here)
    room.put(guest, table if is_better else here)
    return is_better


def _swaps(room: _Room, one: Guest, other: Guest) -> bool:
    here, there = room.take(one), room.take(other)
    stays, goes = room.cost(one, here), room.cost(one, there)
    room.put(one, here)
    stays += room.cost(other, there)
    room.take(one)
    room.put(one, there)
    goes += room.cost(other, here)
    if goes < stays:
        room.put(other, here)
        return True
    room.take(one)
    room.put(one, here)
    room.put(other, there)
    return False
