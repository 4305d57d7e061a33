"""Impact against effort: where each use case lies by the scores of the room, with their middle half."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.votes import KINDS, votes
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.matrix import Quarter, Spot, spot
from roadmap_desktop.store.document import Document

IMPACT, FEASIBILITY = "impact", "feasibility"
"""The catalogue's criteria that the two sides are read from."""

QUARTERS: Mapping[Quarter, Words] = {
    Quarter.QUICK_WIN: message("high impact, little effort"),
    Quarter.PROJECT: message("high impact, much effort"),
    Quarter.FILLER: message("low impact, little effort"),
    Quarter.THANKLESS: message("low impact, much effort"),
}
"""What the quarters are called."""


def spots(document: Document) -> Mapping[str, Spot]:
    """Where each use case lies, by uuid; those that nobody scored on both criteria are left out."""
    return document.remembered("spots", KINDS, lambda: _spots(document))


def spot_words(found: Spot) -> Words:
    """Where a use case lies, in a sentence."""
    quarter = QUARTERS[found.quarter]
    if found.is_open:
        return message("By the middle scores: {quarter}; the scorers leave that open.", quarter=quarter)
    return message("By the middle scores: {quarter}.", quarter=quarter)


def _spots(document: Document) -> dict[str, Spot]:
    with document.read():
        keys = [each.key for each in facts.criteria(document)]
        if IMPACT not in keys or FEASIBILITY not in keys:
            return {}
        values, sides = votes(document).values, (keys.index(IMPACT), keys.index(FEASIBILITY))
        cases = facts.use_cases(document)
    found = {}
    for place, case in enumerate(cases):
        impact, feasibility = ([each for each in values[:, place, side].tolist() if each == each] for side in sides)
        lies = spot(impact, feasibility)
        if lies is not None:
            found[case.uuid] = lies
    return found
