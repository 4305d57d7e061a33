"""Whether the ranking would hold if it were weighed as each perspective weighs: the places, and in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.perspectives import Perspective, perspectives
from roadmap_desktop.journey.usecases.votes import votes
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.usecases import first_places
from roadmap_desktop.rules.weighing import Means, in_the_way, places
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class AsWeighed:
    """The ranking by one perspective's weights, which go with the criteria; ``places`` go with the use cases.

    ``places`` is empty where nothing can be ranked so, and ``why_not`` says why. ``comes`` are among the first only
    then, ``goes`` only by the weights of the room, the best of those first; ``leads`` are in first place then.
    """

    key: str
    name: Words
    weights: tuple[float, ...]
    places: tuple[int | None, ...]
    why_not: Words
    comes: tuple[Words, ...]
    goes: tuple[Words, ...]
    leads: tuple[Words, ...]
    is_same_order: bool
    said: Words


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the perspectives that gave weights would rank; ``of`` counts all that are in the room or gave some.

    ``uuids`` and ``names`` are the use cases that ``places`` go with; ``line`` is how many are told as the first.
    """

    of: int
    each: tuple[AsWeighed, ...]
    uuids: tuple[str, ...]
    names: tuple[Words, ...]
    line: int

    @property
    def ranked(self) -> tuple[AsWeighed, ...]:
        """Those whose weights give a ranking."""
        return tuple(each for each in self.each if each.places)


def as_weighed(document: Document, room: Mapping[str, float] | None = None) -> Weighed:
    """The ranking as each perspective weighs, beside that by the room's weights (or others by criterion)."""
    with document.read():
        cases, asked = facts.use_cases(document), facts.criteria(document)
        means, top, all_of = votes(document).means, workshop(document).choose, perspectives(document)
    weights = [(room or {}).get(each.uuid, each.weight) for each in asked]
    placed = [case for case, place in enumerate(places(means, weights)) if place is not None]
    names = tuple(cases[case].name for case in placed)
    kept = [means[case] for case in placed]
    beside = _Beside(kept, names, tuple(each.name for each in asked), places(kept, weights), top)
    each = tuple(beside.row(found, [found.weights[one.uuid] for one in asked]) for found in all_of if found.weights)
    return Weighed(len(all_of), each, tuple(cases[case].uuid for case in placed), names, beside.line)


def told(found: Weighed) -> Words:
    """How many perspectives gave weights, and whether the first places hold by them, in one or two sentences."""
    if not found.of:
        return message("Nobody in the room has a perspective yet, so only the room's weights are known.")
    if not found.each:
        return plural(
            "The {n} perspective in the room has given no weights of its own.",
            "None of the {n} perspectives in the room has given weights of its own.",
            found.of,
        )
    number = plural(
        "{n} of {of} perspectives gave weights.", "{n} of {of} perspectives gave weights.", len(found.each), of=found.of
    )
    said = _together(found)
    return message("{first} {second}", first=number, second=said) if said else number


def by_perspective(found: Weighed, uuid: str) -> Words:
    """The place that a use case takes by each perspective's weights, in a sentence; empty where none is known."""
    if uuid not in found.uuids:
        return ""
    at = found.uuids.index(uuid)
    parts = tuple(message("{name} {place}", name=each.name, place=each.places[at] or 0) for each in found.ranked)
    return message("Its place by the weights of each perspective: {parts}.", parts=parts) if parts else ""


def _together(found: Weighed) -> Words:
    """What the weights of all of them say of the first places; the whole sentence of one where only that differs."""
    unlike = [each for each in found.ranked if each.goes or each.comes]
    if len(found.each) == 1:
        return found.each[0].said
    if len(unlike) == 1:
        return unlike[0].said
    if unlike:
        among = plural("in first place", "among the first {n}", found.line)
        names = tuple(each.name for each in unlike)
        return message("With the weights of {names}, others would be {among}.", names=names, among=among)
    if not found.ranked:
        return found.each[0].why_not
    return plural(
        "With the weights of each of them, the same use case leads.",
        "With the weights of each of them, the same {n} lead.",
        found.line,
    )


class _Beside:
    """Puts the ranking by one perspective's weights beside that of the room."""

    def __init__(
        self, means: Means, names: tuple[Words, ...], asked: tuple[Words, ...], room: Sequence[int | None], top: int
    ) -> None:
        self._means, self._names, self._asked = means, names, asked
        self._room = room
        self.line = first_places(len(names), top)

    def row(self, found: Perspective, weights: Sequence[float]) -> AsWeighed:
        why_not = self._why_not(found, weights)
        own = () if why_not else places(self._means, weights)
        goes, comes = self._change(own, self._room), self._change(self._room, own)
        leads = tuple(name for name, place in zip(self._names, own, strict=False) if place == 1)
        return AsWeighed(
            key=found.key,
            name=found.name,
            weights=tuple(weights),
            places=own,
            why_not=why_not,
            comes=tuple(self._names[at] for at in comes),
            goes=tuple(self._names[at] for at in goes),
            leads=leads,
            is_same_order=own == tuple(self._room),
            said=why_not or self._said(found, own, goes, leads),
        )

    def _change(self, left: Sequence[int | None], there: Sequence[int | None]) -> list[int]:
        """Use cases among the first in ``there`` and not in ``left``, the best first."""
        inside = [at for at, place in enumerate(there) if place is not None and place <= self.line]
        gone = [at for at in inside if left and (left[at] or 0) > self.line]
        return sorted(gone, key=lambda at: (there[at] or 0, at))

    def _why_not(self, found: Perspective, weights: Sequence[float]) -> Words:
        if not any(weights):
            return message("{perspective}: every weight is 0, so nothing is ranked by them.", perspective=found.name)
        if not self._names:
            return message("No use case has a place yet, so there is nothing to compare.")
        gaps = tuple(self._asked[gap] for gap in in_the_way(self._means, weights))
        if gaps:
            return message(
                "{perspective}: not every use case is scored on {criteria}, so nothing is ranked by these weights.",
                perspective=found.name,
                criteria=gaps,
            )
        return ""

    def _said(
        self, found: Perspective, own: Sequence[int | None], goes: Sequence[int], leads: tuple[Words, ...]
    ) -> Words:
        if own == tuple(self._room):
            return message("With the weights of {perspective}, every place stays as it is.", perspective=found.name)
        if goes:
            at = goes[0]
            return message(
                "With the weights of {perspective}, {name} would take place {then} instead of {now}.",
                perspective=found.name,
                name=self._names[at],
                then=own[at] or 0,
                now=self._room[at] or 0,
            )
        same = plural("the same use case leads", "the same {n} lead", self.line)
        first = tuple(name for name, place in zip(self._names, self._room, strict=True) if place == 1)
        if leads == first:
            return message("With the weights of {perspective}, {same}.", perspective=found.name, same=same)
        return message(
            "With the weights of {perspective}, {same}, but {leads} would come first.",
            perspective=found.name,
            same=same,
            leads=leads,
        )
