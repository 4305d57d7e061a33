"""Impact against effort: where each use case lies by the scores of the room, with their middle half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.votes import KINDS, votes
from roadmap_desktop.language import Words, message, plural
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


QUARTER_NAMES: Mapping[Quarter, Words] = {
    Quarter.QUICK_WIN: message("quick wins"),
    Quarter.PROJECT: message("larger projects"),
    Quarter.FILLER: message("small extras"),
    Quarter.THANKLESS: message("little in return"),
}
"""What the quarters are called on the plane, in the order upper left, upper right, lower left, lower right."""


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """A use case on the plane, in numbers and in a sentence; ``place`` is its place in the ranking."""

    uuid: str
    name: Words
    place: int | None
    spot: Spot
    sentence: Words

    @property
    def quarter(self) -> Words:
        """The quarter by the middle scores, and whether that is open."""
        name = QUARTER_NAMES[self.spot.quarter]
        return message("{quarter}, left open", quarter=name) if self.spot.is_open else name


def impact_rows(document: Document, ranked: Sequence[tuple[str, Words, int | None]]) -> tuple[ImpactRow, ...]:
    """The use cases that lie somewhere, in the order given (uuid, name, place)."""
    lies = spots(document)
    return tuple(
        ImpactRow(uuid, name, place, lies[uuid], _sentence(name, lies[uuid]))
        for uuid, name, place in ranked
        if uuid in lies
    )


def impact_sentence(rows: Sequence[ImpactRow]) -> Words:
    """What the plane shows, in a sentence; says what is missing where nothing lies on it."""
    if not rows:
        return message("Nothing lies here yet: score the use cases on impact and on feasibility.")
    wins = tuple(row.name for row in rows if row.spot.quarter is Quarter.QUICK_WIN and not row.spot.is_open)
    left = sum(row.spot.is_open for row in rows)
    said: Words = message("No use case is a sure quick win.")
    if wins:
        said = plural("A sure quick win: {names}.", "Sure quick wins: {names}.", len(wins), names=wins)
    if not left:
        return said
    return plural(
        "{said} Of {n} the scorers leave the quarter open.",
        "{said} Of {n} the scorers leave the quarter open.",
        left,
        said=said,
    )


def _sentence(name: Words, found: Spot) -> Words:
    return message(
        "{name}: impact {impact:.1}, middle half {ilow:.1} to {ihigh:.1}; effort {effort:.1}, middle half {elow:.1} to"
        " {ehigh:.1}. {where}",
        name=name,
        impact=found.impact.middle,
        ilow=found.impact.low,
        ihigh=found.impact.high,
        effort=found.effort.middle,
        elow=found.effort.low,
        ehigh=found.effort.high,
        where=spot_words(found),
    )


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
