"""What holds when copies that were edited apart come together: which answer replaces which, and what stays.

A copy is a number. Two copies have common points: states that both come from. Usually there is one; there is none
where their common history is gone, and there can be two where each took over the other's work before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Answer = tuple[Any, ...]
"""The values of the columns that are one answer."""
Bases = Callable[[int, int], Sequence[Answer | None]]
"""What two copies had in common at each of their common points; None where the fact was not there."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Held:
    """An answer as a copy holds it; ``at`` says when it was given, as an ISO text, empty where that is not known."""

    copy: int
    answer: Answer
    at: str = ""


def contenders(held: Sequence[Held], bases: Bases) -> tuple[Held, ...]:
    """The different answers that no other one replaces, the one to be taken first.

    An answer is replaced by one that another copy gave after a common point at which this one stood. So a field that
    was changed in one copy wins over the unchanged one, and there is more than one contender only where answers were
    changed apart. The later one goes first, and the greater one of two of the same time, whatever the copies' order.
    """
    open_still = [each for each in held if not any(_replaces(other, each, bases) for other in held)]
    newest: dict[Answer, Held] = {}
    for each in open_still or held:
        before = newest.get(each.answer)
        if before is None or (each.at, -each.copy) > (before.at, -before.copy):
            newest[each.answer] = each
    return tuple(sorted(newest.values(), key=lambda each: (each.at, _order(each.answer)), reverse=True))


def is_deleted(copy: int, row: Answer, missing: Iterable[int], bases: Bases) -> bool:
    """Whether one of the copies that lack the row deleted it, while this copy left it untouched."""
    for other in missing:
        common = bases(copy, other)
        if common and all(base == row for base in common):
            return True
    return False


def brought_back(deleted: Mapping[Key, Collection[Key]], needed: Iterable[Key], kept: Iterable[Key]) -> set[Key]:
    """Which of the deleted rows come back after all.

    ``deleted`` gives the rows that each one belongs to; ``needed`` are rows that others refer to; ``kept`` were edited
    in one copy and deleted in another. What is needed comes back with its own owners. With each owner come the parts
    that went with it, where all their owners are there.
    """
    parts: defaultdict[Key, list[Key]] = defaultdict(list)
    for part, owners in deleted.items():
        for owner in owners:
            parts[owner].append(part)
    back: set[Key] = set()
    waiting = [key for key in needed if key in deleted]
    owners_there = list(kept)
    while waiting or owners_there:
        while waiting:
            key = waiting.pop()
            if key not in back:
                back.add(key)
                owners_there.append(key)
                waiting += [owner for owner in deleted[key] if owner in deleted]
        owner = owners_there.pop()
        for part in parts[owner]:
            if part not in back and all(each in back or each not in deleted for each in deleted[part]):
                waiting.append(part)
    return back


def _replaces(new: Held, old: Held, bases: Bases) -> bool:
    if new.copy == old.copy or new.answer == old.answer:
        return False
    common = bases(old.copy, new.copy)
    return bool(common) and all(base == old.answer for base in common)


def _order(answer: Answer) -> tuple[tuple[int, float, str], ...]:
    return tuple(_place(value) for value in answer)


def _place(value: Any) -> tuple[int, float, str]:
    if value is None:
        return (0, 0.0, "")
    return (1, float(value), "") if isinstance(value, int | float) else (2, 0.0, str(value))
