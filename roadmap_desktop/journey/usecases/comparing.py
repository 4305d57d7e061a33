"""Criteria compared in pairs by the room or a perspective, as a help to weigh them; kept, with what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.perspectives import ROOM, perspective_name
from roadmap_desktop.journey.usecases.saying import ANSWERS
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.usecases import PairComparison
from roadmap_desktop.rules.pairwise import CONSISTENT, Compared, Pair, weigh
from roadmap_desktop.store.document import Document

KINDS = ("criterion", "pair_comparison", "wording")
"""The kinds of facts that the comparisons are made of."""


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


def answers(document: Document, perspective: str = ROOM) -> Mapping[Pair, str]:
    """What the room or a perspective said of pairs, by the places of the two criteria, the first before the second."""
    return _answers(document).get(perspective, {})


def compared_by(document: Document) -> tuple[str, ...]:
    """Who has compared anything: the room (empty), and perspectives by key."""
    return tuple(sorted(_answers(document)))


def compare(
    document: Document, first: str, second: str, answer: str, *, perspective: str = ROOM, origin: object | None = None
) -> None:
    """Keeps what is said of two criteria (by uuid): a key of ``ANSWERS``, or empty where nothing is said any more.

    Raises:
        Refused: a criterion or the perspective is gone, or the answer is none of those.
    """
    asked = facts.criterion(document, first), facts.criterion(document, second)
    if answer and answer not in ANSWERS:
        raise Refused(message("This is no answer to a pair."), message("Choose one of those in the list."))
    label = message("Compared {first} with {second}", first=asked[0].name, second=asked[1].name)
    if perspective != ROOM:
        name = perspective_name(document, perspective)
        label = message("{perspective}: {said}", perspective=name, said=label)
    one, other = sorted((first, second))
    uuid = natural_uuid(document.workshop_uuid, "pair_comparison", perspective, one, other)
    with document.change(label, origin=origin) as session:
        if not answer:
            session.execute(delete(PairComparison).where(PairComparison.uuid == uuid))
            return
        row = {"uuid": uuid, "perspective": perspective, "criterion": one, "other_criterion": other}
        kept = answer if one == first else _turned(answer)
        made = insert(PairComparison).values({**row, "answer": kept})
        session.execute(made.on_conflict_do_update(index_elements=["uuid"], set_={"answer": made.excluded["answer"]}))


def compared(criteria: Sequence[CriterionFact], said: Mapping[Pair, str]) -> Compared | None:
    """What the comparisons say; None while they do not link every criterion with every other one."""
    return weigh(len(criteria), {pair: _factor(answer) for pair, answer in said.items()})


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


def _answers(document: Document) -> Mapping[str, Mapping[Pair, str]]:
    def read() -> Mapping[str, Mapping[Pair, str]]:
        at = {each.uuid: place for place, each in enumerate(facts.criteria(document))}
        found: defaultdict[str, dict[Pair, str]] = defaultdict(dict)
        for row in document.rows(select(*PairComparison.__table__.columns)):
            one, other = at.get(row.criterion), at.get(row.other_criterion)
            if one is None or other is None or one == other or row.answer not in ANSWERS:
                continue  # no program of ours wrote it
            if one < other:
                found[row.perspective][one, other] = row.answer
            else:
                found[row.perspective][other, one] = _turned(row.answer)
        return found

    return document.remembered("pair comparisons", KINDS, read)


def _turned(answer: str) -> str:
    """The same said of the second and the first."""
    return answer if answer == "1" else str(-int(answer))


def _factor(answer: str) -> float:
    """How many times as much the first counts: from 1/9 to 9."""
    times = int(answer)
    return float(times) if times > 0 else -1 / times
