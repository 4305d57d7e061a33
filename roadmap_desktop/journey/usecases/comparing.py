"""Criteria compared in pairs, as a help to weigh them: what follows from the comparisons, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.pairwise import CONSISTENT, Compared, Pair, weigh

ANSWERS: Mapping[str, tuple[float, Words]] = {
    "9": (9.0, message("far more than")),
    "7": (7.0, message("much more than")),
    "5": (5.0, message("clearly more than")),
    "3": (3.0, message("a little more than")),
    "1": (1.0, message("as much as")),
    "-3": (1 / 3, message("a little less than")),
    "-5": (1 / 5, message("clearly less than")),
    "-7": (1 / 7, message("much less than")),
    "-9": (1 / 9, message("far less than")),
}
"""What can be said of a pair, by key: how many times as much the first counts, and in words (Saaty's scale)."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two criteria and the key of what was said of them; empty where nothing was."""

    uuid: str
    first: Words
    second: Words
    answer: str


def pair_rows(criteria: Sequence[CriterionFact], said: Mapping[Pair, str]) -> tuple[PairRow, ...]:
    """Every pair of criteria in the order in which they are scored."""
    return tuple(
        PairRow(f"{first}-{second}", criteria[first].name, criteria[second].name, said.get((first, second), ""))
        for first, second in combinations(range(len(criteria)), 2)
    )


def compared(criteria: Sequence[CriterionFact], said: Mapping[Pair, str]) -> Compared | None:
    """What the comparisons say; None while they do not link every criterion with every other one."""
    return weigh(len(criteria), {pair: ANSWERS[answer][0] for pair, answer in said.items()})


def weights_of(criteria: Sequence[CriterionFact], found: Compared) -> dict[str, float]:
    """The weights by uuid of the criterion, in whole points of 100, at least one for each."""
    return {each.uuid: max(1.0, float(round(100 * share))) for each, share in zip(criteria, found.weights, strict=True)}


def verdict(criteria: Sequence[CriterionFact], said: Mapping[Pair, str]) -> Words:
    """How far the comparing is, and whether it is consistent."""
    found = compared(criteria, said)
    if found is None:
        return plural(
            "{n} pair is compared. Each criterion must be compared with at least one other, so that all are linked.",
            "{n} pairs are compared. Each criterion must be compared with at least one other, so that all are linked.",
            len(said),
        )
    if found.ratio is None:
        return message("The weights are known. Compare the other pairs too, to see whether they fit one another.")
    if found.is_consistent:
        return message("Consistent: ratio {ratio:.2}, and up to {most:.1} is good.", ratio=found.ratio, most=CONSISTENT)
    assert found.odd is not None
    first, second = found.odd[0]
    return message(
        "The comparisons contradict one another: ratio {ratio:.2}, and up to {most:.1} is good."
        " Look first at {first} and {second}.",
        ratio=found.ratio,
        most=CONSISTENT,
        first=criteria[first].name,
        second=criteria[second].name,
    )
