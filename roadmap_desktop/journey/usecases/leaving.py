"""The ranking without one table or one perspective: whether the first places hang on who was in the room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.votes import Votes, means_of, votes
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.rules.usecases import ranks, weighted_score
from roadmap_desktop.store.document import Document


class Group(StrEnum):
    """What is left out."""

    TABLE = "table"
    PERSPECTIVE = "perspective"


@dataclass(frozen=True, slots=True)
class Without:
    """The ranking without one group of those who scored; ``scorers`` is how many it has.

    ``places`` go with ``names`` of the whole ranking, None where a use case then has no score. ``comes`` are among the
    first only without the group, ``goes`` only with it.
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
        """Whether the first places are the same use cases without the group."""
        return not self.comes and not self.goes


def without_each(document: Document) -> tuple[Without, ...]:
    """The ranking without each table, then without each perspective; none where only one group has scored."""
    return document.remembered(
        "without each",
        (*facts.KINDS, "criterion", "score", "workshop", "participant", "room_table"),
        lambda: _without(document),
    )


def _without(document: Document) -> tuple[Without, ...]:
    with document.read():
        given, top = votes(document), workshop(document).choose
        names = tuple(each.name for each in facts.use_cases(document))
        weights = [each.weight for each in facts.criteria(document)]
        groups = {kind: _groups(document, kind, given) for kind in Group}
        labels = {kind: _labels(document, kind) for kind in Group}
    whole = _places(given.means, weights)
    return tuple(
        _row(kind, labels[kind][key], members, given, weights, names, whole, top)
        for kind, found in groups.items()
        if len(found) > 1
        for key, members in found.items()
    )


def _row(
    group: Group,
    label: Words,
    members: Sequence[int],
    given: Votes,
    weights: Sequence[float],
    names: tuple[Words, ...],
    whole: Sequence[int | None],
    top: int,
) -> Without:
    left = [place for place in range(len(given.who)) if place not in set(members)]
    places = _places(means_of(given.values[left])[0], weights)
    pairs = tuple(zip(names, whole, places, strict=True))
    return Without(
        group=group,
        name=label,
        scorers=len(members),
        names=names,
        places=tuple(places),
        comes=tuple(name for name, before, after in pairs if _first(after, top) and not _first(before, top)),
        goes=tuple(name for name, before, after in pairs if _first(before, top) and not _first(after, top)),
    )


def _places(means: Sequence[Sequence[float | None]], weights: Sequence[float]) -> tuple[int | None, ...]:
    return ranks([weighted_score(row, weights) for row in means])


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
