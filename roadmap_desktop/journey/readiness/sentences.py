"""The sentences that stand for the picture where it can't be seen: of each row, and of the whole."""

from __future__ import annotations

from roadmap_desktop.journey.readiness.pillars import PillarLine
from roadmap_desktop.journey.readiness.profile import DimensionLine, ProfilePicture, StatementLine
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import Spread


def beside_before(sentence: Words, median: float | None, before: float | None, name: Words) -> Words:
    """A row's sentence with what its median was earlier."""
    if median is None or before is None:
        return sentence
    return message("{sentence}; {then}: median {before:.1}", sentence=sentence, then=name, before=before)


def profile_sentence(picture: ProfilePicture) -> Words:
    """What the whole picture shows, in one or two sentences."""
    rated = sorted(
        ((line.spread.median, line) for line in picture.dimensions if line.spread.median is not None),
        key=lambda each: each[0],
    )
    if not rated:
        return message("Nobody has rated anything yet.")
    (low, lowest), (high, highest) = rated[0], rated[-1]
    ends = message(
        "Readiness by dimension: lowest {lowest} with a median of {low:.1}, highest {highest} with {high:.1}.",
        lowest=lowest.entry.name,
        low=low,
        highest=highest.entry.name,
        high=high,
    )
    split = tuple(line.entry.name for line in picture.dimensions if line.split)
    if not split:
        return ends
    return message("{ends} The room is split on {dimensions}.", ends=ends, dimensions=split)


def dimension_sentence(line: DimensionLine) -> Words:
    """What the row of a dimension shows."""
    name = line.entry.name
    if line.entry.pillar_name:
        name = message("{dimension}, {pillar}", dimension=line.entry.name, pillar=line.entry.pillar_name)
    return _tagged(_spread(name, line.spread), split=line.split, below_floor=line.below_floor)


def pillar_sentence(line: PillarLine) -> Words:
    """What the row of a pillar shows."""
    return _tagged(_spread(line.name, line.spread), split=line.split, below_floor=line.below_floor)


def statement_sentence(line: StatementLine) -> Words:
    """What the row of a statement shows."""
    name = message("{number}. {text}", number=line.entry.number, text=line.entry.text)
    below = line.below_floor and line.spread.n > 0
    return _tagged(_spread(name, line.spread), split=line.split, below_floor=below)


def _spread(name: Words, spread: Spread) -> Words:
    if spread.median is None or spread.q1 is None or spread.q3 is None:
        return message("{name}: not rated yet", name=name)
    return message(
        "{name}: median {median:.1}, half between {q1:.1} and {q3:.1}, {answers}",
        name=name,
        median=spread.median,
        q1=spread.q1,
        q3=spread.q3,
        answers=plural("{n} answer", "{n} answers", spread.n),
    )


def _tagged(sentence: Words, *, split: bool, below_floor: bool) -> Words:
    if split:
        sentence = message("{sentence}, room is split", sentence=sentence)
    return message("{sentence}, below floor", sentence=sentence) if below_floor else sentence
