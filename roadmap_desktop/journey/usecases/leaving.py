"""The ranking without one table or perspective, or by one perspective alone: whether it hangs on who was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.votes import Votes, means_of, votes
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.rules.weighing import places
from roadmap_desktop.store.document import Document

LEAST_GROUP = 4
"""Of fewer than these nothing is told alone."""

_KINDS = (*facts.KINDS, "criterion", "score", "workshop", "participant", "room_table")


class Group(StrEnum):
    """What is left out, or alone."""

    TABLE = "table"
    PERSPECTIVE = "perspective"


@dataclass(frozen=True, slots=True)
class Variant:
    """The ranking without one group of those who scored, or by that group alone; ``scorers`` is how many it has.

    ``places`` go with ``names`` of the whole ranking, None where a use case then has no score. ``comes`` are among the
    first only then, ``goes`` only in the ranking by all.
    """

    group: Group
    name: Words
    scorers: int
    names: tuple[Words, ...]
    places: tuple[int | None, ...]
    comes: tuple[Words, ...]
    goes: tuple[Words, ...]

    @property
    def same_top(self) -> bool:
        """Whether the first places are the same use cases then."""
        return not self.comes and not self.goes


def without_each(document: Document) -> tuple[Variant, ...]:
    """The ranking without each table, then without each perspective; none where only one group has scored."""
    return document.remembered("without each", _KINDS, lambda: _variants(document, tuple(Group), _others, least=1))


def alone_each(document: Document) -> tuple[Variant, ...]:
    """The ranking by the scores of each perspective alone; none where only one has scored.

    Perspectives of fewer than four scorers are left out: their scores would tell who gave them.
    """
    return document.remembered(
        "alone each",
        _KINDS,
        lambda: _variants(document, (Group.PERSPECTIVE,), lambda members, _: list(members), least=LEAST_GROUP),
    )


def _others(members: Sequence[int], many: int) -> list[int]:
    left = set(members)
    return [place for place in range(many) if place not in left]


def _variants(
    document: Document, kinds: Sequence[Group], keep: Callable[[Sequence[int], int], list[int]], *, least: int
) -> tuple[Variant, ...]:
    with document.read():
        given, top = votes(document), workshop(document).choose
        names = tuple(each.name for each in facts.use_cases(document))
        weights = [each.weight for each in facts.criteria(document)]
        groups = {kind: _groups(document, kind, given) for kind in kinds}
        labels = {kind: _labels(document, kind) for kind in kinds}
    whole = places(given.means, weights)
    return tuple(
        _row(kind, labels[kind][key], len(members), keep(members, len(given.who)), given, weights, names, whole, top)
        for kind, found in groups.items()
        if len(found) > 1
        for key, members in found.items()
        if len(members) >= least
    )


def _row(
    group: Group,
    label: Words,
    scorers: int,
    kept: Sequence[int],
    given: Votes,
    weights: Sequence[float],
    names: tuple[Words, ...],
    whole: Sequence[int | None],
    top: int,
) -> Variant:
    found = places(means_of(given.values[list(kept)])[0], weights)
    pairs = tuple(zip(names, whole, found, strict=True))
    return Variant(
        group=group,
        name=label,
        scorers=scorers,
        names=names,
        places=found,
        comes=tuple(name for name, before, after in pairs if _first(after, top) and not _first(before, top)),
        goes=tuple(name for name, before, after in pairs if _first(before, top) and not _first(after, top)),
    )


def _first(place: int | None, top: int) -> bool:
    return place is not None and place <= top


def _groups(document: Document, kind: Group, given: Votes) -> dict[str, list[int]]:
    """Who scored (by place), by the group each belongs to; a table that scored as one belongs to itself."""
    column = Participant.table if kind is Group.TABLE else Participant.perspective
    of = {row[0]: row[1] for row in document.rows(select(Participant.uuid, column)) if row[1]}
    if kind is Group.TABLE:
        of |= {row[0]: row[0] for row in document.rows(select(Table.uuid))}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, uuid in enumerate(given.who):
        if uuid in of:
            found[of[uuid]].append(place)
    return {key: found[key] for key in _labels(document, kind) if key in found}


def _labels(document: Document, kind: Group) -> Mapping[str, Words]:
    return dict(_named(document, kind))


def _named(document: Document, kind: Group) -> Iterator[tuple[str, Words]]:
    if kind is Group.TABLE:
        for row in document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.uuid)):
            yield row.uuid, row.name
        return
    for (key,) in document.rows(select(Participant.perspective).distinct().order_by(Participant.perspective)):
        yield key, worded(document, "", f"perspective.{key}.name")
