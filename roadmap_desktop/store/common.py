"""Where two copies come from: the newest states that both have behind them, by the steps that both hold."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.store.apart import Copy, Key, Row, tables


@dataclass(frozen=True, slots=True)
class Point:
    """A state that two copies have in common: the copy whose history gives it, and how many of its steps led there."""

    copy: Copy
    place: int

    def row(self, key: Key) -> Row | None:
        """The row as it stood then."""
        return self.copy.row_at(key, self.place)


def common_points(one: Copy, other: Copy) -> tuple[Point, ...]:
    """The newest common states of two copies; none where their common history is gone.

    Usually there is one. There are more where it can't be said which of them is the newest: where each copy has taken
    over work of the other in a merge, and where a step that both know is undone in one of them, which may have been
    before the copies parted or after.
    """
    if one is other:
        return (Point(one, len(one.trail)),)
    done = [point for point in (_newest(one, other.places), _newest(other, one.places)) if point.place]
    if len(done) == 2:
        first, second = done
        if _is_held(first, second):
            done = [second]
        elif _is_held(second, first):
            done = [first]
    undone = [
        _newest(walked, met.known)
        for walked, met in ((one, other), (other, one))
        if (undo := undo_in(met, walked)) and undo not in walked.taken_in
    ]
    if not done and _beginning(one) == _beginning(other):
        done = [Point(one, 0)]
    return (*done, *undone)


def undo_in(other: Copy, own: Copy) -> str:
    """What is remembered, once it is merged, of a step that stands in one's own copy and is undone in the other.

    Empty where there is none. It is the other's by where that stands now: what is undone there later is asked anew.
    """
    known = _newest(own, other.known).place
    if known <= _newest(own, other.places).place:
        return ""
    stand = other.trail[-1] if other.trail else ""
    return natural_uuid(own.trail[known - 1], "undone", stand)


def _newest(walked: Copy, steps: Container[str]) -> Point:
    """The newest state of the copy's own history whose last step is one of these; its beginning where there is none."""
    place = len(walked.trail)
    while place and walked.trail[place - 1] not in steps:
        place -= 1
    return Point(walked, place)


def _is_held(old: Point, new: Point) -> bool:
    """Whether the new point has the old one behind it."""
    place = new.copy.places.get(old.copy.trail[old.place - 1])
    return place is not None and place <= new.place


def _beginning(copy: Copy) -> dict[str, dict[str, Row]]:
    """The facts before the first step that the history still has."""
    rows = {kind: dict(copy.rows[kind]) for kind in tables()}
    for key in copy.changed_since(0):
        kind, uuid = key
        if kind not in rows:
            continue
        row = copy.row_at(key, 0)
        if row is None:
            rows[kind].pop(uuid, None)
        else:
            rows[kind][uuid] = row
    return rows
