"""Who sits at which table: even tables, a teacher at each, perspectives and schools spread as evenly as they can be."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    ordered = sorted(guests, key=lambda each: each.key)
    random.Random(seed).shuffle(ordered)
    room = _Room(ordered, tables, anew=anew)
    _seat(room)
    while sum(_better(room)):
        pass
    return {each.key: tables[each.at] for each in sorted(room.people, key=lambda each: each.key)}


@dataclass(slots=True)
class _Person:
    """A guest by numbers: voice and school (-1: none), the table they sit at before (-1: none) and now."""

    key: str
    voice: int
    school: int
    teaches: bool
    before: int
    stays: bool
    at: int = -1

    def moves(self, table: int) -> bool:
        """Whether they would sit elsewhere than before."""
        return self.before not in (-1, table)


class _Room:
    """The tables as they fill: how many sit at each, and how many of each perspective and school.

    What a change costs is a sum of squares of counts, smallest where they are even; what counts more is worth more
    than everything below it together: a table with a teacher, then perspectives, then schools, then people who move.
    """

    def __init__(self, guests: Sequence[Guest], tables: Sequence[str], *, anew: bool) -> None:
        place = {table: number for number, table in enumerate(tables)}
        voices = {voice: number for number, voice in enumerate(dict.fromkeys(each.perspective for each in guests))}
        schools = {name: number for number, name in enumerate({each.school: None for each in guests if each.school})}
        self.people: list[_Person] = []
        for each in guests:
            stays = each.pinned and each.table in place
            before = place.get(each.table, -1) if stays or not anew else -1
            school, teaches = schools.get(each.school, -1), each.perspective == TEACHER
            self.people.append(_Person(each.key, voices[each.perspective], school, teaches, before, stays))
        self.size = [0] * len(tables)
        self.voice = [[0] * len(tables) for _ in voices]
        self.school = [[0] * len(tables) for _ in schools]
        squares = 2 * len(guests) ** 2 + 1
        self.for_school = 2 * len(guests) + 1
        self.for_voice = self.for_school * squares
        self.for_teacher = self.for_voice * squares

    def put(self, person: _Person, table: int) -> None:
        """Gives a person a table, away from the one they have."""
        if person.at >= 0:
            self._count(person, person.at, -1)
        person.at = table
        self._count(person, table, 1)

    def cost(self, person: _Person, table: int) -> int:
        """By how much the room is worse with one more person at that table: one more makes 2n + 1 of n squared."""
        same = self.voice[person.voice][table]
        found = self.for_voice * (2 * same + 1) + person.moves(table)
        if person.school >= 0:
            found += self.for_school * (2 * self.school[person.school][table] + 1)
        return found - self.for_teacher * (person.teaches and not same)

    def cost_of_move(self, person: _Person, table: int) -> int:
        """By how much the room is worse with a person at another table; below 0: better."""
        here, voice = person.at, self.voice[person.voice]
        found = self.for_voice * 2 * (voice[table] - voice[here] + 1) + person.moves(table) - person.moves(here)
        if person.teaches:
            found += self.for_teacher * ((voice[here] == 1) - (voice[table] == 0))
        if person.school >= 0:
            school = self.school[person.school]
            found += self.for_school * 2 * (school[table] - school[here] + 1)
        return found

    def cost_of_swap(self, one: _Person, other: _Person) -> int:
        """By how much the room is worse once the two change places; people of one kind make no difference to it."""
        if one.voice == other.voice:
            here, there = one.at, other.at
            found = one.moves(there) - one.moves(here) + other.moves(here) - other.moves(there)
            if one.school == other.school:
                return found
            for person, old, new in ((one, here, there), (other, there, here)):
                if person.school >= 0:
                    school = self.school[person.school]
                    found += self.for_school * 2 * (school[new] - school[old] + 1)
            return found
        found = self.cost_of_move(one, other.at) + self.cost_of_move(other, one.at)
        if one.school == other.school >= 0:
            found -= self.for_school * 4  # the counts of their school stay as they are
        return found

    def _count(self, person: _Person, table: int, by: int) -> None:
        self.size[table] += by
        self.voice[person.voice][table] += by
        if person.school >= 0:
            self.school[person.school][table] += by


def _seat(room: _Room) -> None:
    """A first room: pinned people, then those who can stay, then the others where they do least harm."""
    for each in room.people:
        if each.stays:
            room.put(each, each.before)
    sizes = _sizes(room)
    waiting = []
    for each in room.people:
        if each.stays:
            continue
        if each.before >= 0 and room.size[each.before] < sizes[each.before]:
            room.put(each, each.before)
        else:
            waiting.append(each)
    often = Counter(each.voice for each in waiting)
    for each in sorted(waiting, key=lambda one: (not one.teaches, -often[one.voice])):
        free = [table for table, size in enumerate(sizes) if room.size[table] < size]
        room.put(each, min(free, key=lambda table: (room.cost(each, table), room.size[table])))


def _sizes(room: _Room) -> list[int]:
    """How many sit at each table: as even as those who are pinned allow; one more where more sit now."""
    sizes, seated = list(room.size), Counter(each.before for each in room.people)
    for _ in range(len(room.people) - sum(sizes)):
        sizes[min(range(len(sizes)), key=lambda table: (sizes[table], -seated[table], table))] += 1
    return sizes


def _better(room: _Room) -> Iterator[bool]:
    """Makes every change of one round that betters the room, and says for each whether it did."""
    loose = [each for each in room.people if not each.stays]
    for place, one in enumerate(loose):
        for table, size in enumerate(room.size):
            if size == room.size[one.at] - 1 and room.cost_of_move(one, table) < 0:
                room.put(one, table)
                yield True
        for other in loose[place + 1 :]:
            if one.at != other.at and room.cost_of_swap(one, other) < 0:
                here, there = one.at, other.at
                room.put(one, there)
                room.put(other, here)
                yield True
