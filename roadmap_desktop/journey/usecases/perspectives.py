"""What each perspective in the room lets the criteria count, beside the weights that the room agreed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.wordings import phrases, worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.usecases import PerspectiveWeight
from roadmap_desktop.rules.weighing import middle_weights
from roadmap_desktop.store.document import Document

KINDS = ("criterion", "perspective_weight", "participant", "wording")
"""The kinds of facts that the perspectives and their weights are made of."""

ROOM = ""
"""Whose the weights are that the ranking goes by."""


@dataclass(frozen=True, slots=True)
class Perspective:
    """A perspective that is in the room or has given weights: how many people have it, and its weights by criterion.

    ``weights`` is empty while it has given none; then it has none of its own, and nobody's stand for it.
    """

    key: str
    name: Words
    people: int
    weights: Mapping[str, float]


def perspectives(document: Document) -> tuple[Perspective, ...]:
    """The perspectives in the room and those that have given weights, in the catalogue's order."""
    return document.remembered("perspectives", KINDS, lambda: _perspectives(document))


def weighed(document: Document) -> tuple[Perspective, ...]:
    """Those that have given weights."""
    return tuple(each for each in perspectives(document) if each.weights)


def weights_of(document: Document, perspective: str) -> Mapping[str, float]:
    """The weights by criterion: a perspective's own; the room's for the room, and where none are given."""
    own = next((each.weights for each in perspectives(document) if each.key == perspective), {})
    return own or {each.uuid: each.weight for each in facts.criteria(document)}


def middle(document: Document) -> Mapping[str, float]:
    """The median of the weights of the perspectives, by criterion; empty with fewer than two, or where none counts."""
    asked, given = facts.criteria(document), weighed(document)
    if len(given) < 2:
        return {}
    found = middle_weights([[each.weights[one.uuid] for one in asked] for each in given])
    return {one.uuid: weight for one, weight in zip(asked, found, strict=False)}


def perspective_name(document: Document, key: str) -> Words:
    """What a perspective is called.

    Raises:
        Refused: there is no such perspective.
    """
    found = phrases(document).get(f"perspective.{key}.name") if key else None
    if found is None:
        raise Refused(message("There is no such perspective."), message("Choose one of those in the list."))
    return found


def _perspectives(document: Document) -> tuple[Perspective, ...]:
    with document.read():
        people = select(Participant.perspective, func.count()).group_by(Participant.perspective)
        there = {row[0]: row[1] for row in document.rows(people) if row[0]}
        given: defaultdict[str, dict[str, float]] = defaultdict(dict)
        columns = (PerspectiveWeight.perspective, PerspectiveWeight.criterion, PerspectiveWeight.weight)
        for row in document.rows(select(*columns)):
            given[row.perspective][row.criterion] = row.weight
        asked = facts.criteria(document)
        order = {key: place for place, key in enumerate(perspective_keys())}
        return tuple(
            Perspective(
                key=key,
                name=worded(document, "", f"perspective.{key}.name"),
                people=there.get(key, 0),
                weights={one.uuid: given[key].get(one.uuid, one.weight) for one in asked} if key in given else {},
            )
            for key in sorted(there.keys() | given.keys(), key=lambda key: (order.get(key, len(order)), key))
        )
