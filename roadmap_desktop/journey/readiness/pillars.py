"""The picture by pillar: people, systems, policies, or the words of an imported instrument; and how rounds compare."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmap_desktop.journey.inspection import Inspection, Line, Section, Target
from roadmap_desktop.journey.readiness.profile import KINDS, DimensionLine, ProfilePicture, profile, tallied
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import Spread, dimension_split
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class PillarLine:
    """What the room thinks of a pillar: a person's mark is the mean of her statements in all its dimensions."""

    key: str
    name: Words
    spread: Spread
    marks: tuple[float, ...]
    split: bool
    below_floor: bool
    dimensions: tuple[DimensionLine, ...]


@dataclass(frozen=True, slots=True)
class RoundsLine:
    """A dimension or statement with its median by the end of each round; None where it was not rated by then."""

    uuid: str
    name: Words
    medians: tuple[float | None, ...]

    @property
    def shift(self) -> float | None:
        """By how much the median moved from the first round that has one to the last."""
        known = [each for each in self.medians if each is not None]
        return known[-1] - known[0] if len(known) > 1 else None


def pillars(document: Document, up_to_round: int | None = None) -> tuple[PillarLine, ...]:
    """The pillars in the order of their dimensions; nothing where the instrument has fewer than two."""
    return document.remembered(("pillars", up_to_round), KINDS, lambda: _pillars(document, up_to_round))


def pillar_inspection(line: PillarLine) -> Inspection:
    """What the inspector says of a pillar: its middle, and the dimensions it is made of."""
    lines = tuple(
        Line(_median(each.entry.name, each.spread.median), target=Target("readiness", "picture", each.entry.uuid))
        for each in line.dimensions
    )
    people = plural("{n} person rated it.", "{n} people rated it.", line.spread.n)
    return Inspection(
        kicker=message("Pillar"),
        title=line.name,
        text=message("{people} Half of their values lie in the bar.", people=people),
        sections=(Section(message("Its dimensions"), lines),),
    )


def all_rounds(document: Document, picture: ProfilePicture, *, by_statement: bool) -> tuple[RoundsLine, ...]:
    """Each dimension or statement with its median round by round."""
    with document.read():
        found = [profile(document, number) for number in range(1, picture.rounds + 1)]
    if by_statement:
        return tuple(
            RoundsLine(
                line.entry.uuid,
                message("{number}. {text}", number=line.entry.number, text=line.entry.text),
                tuple(each.statements[place].spread.median for each in found),
            )
            for place, line in enumerate(picture.statements)
        )
    return tuple(
        RoundsLine(line.entry.uuid, line.entry.name, tuple(each.dimensions[place].spread.median for each in found))
        for place, line in enumerate(picture.dimensions)
    )


def _median(name: Words, median: float | None) -> Words:
    if median is None:
        return message("{name}: too few answers", name=name)
    return message("{name}: {median:.1}", name=name, median=median)


def _pillars(document: Document, up_to_round: int | None) -> tuple[PillarLine, ...]:
    from roadmap_desktop.rules import spread as spreads  # brings numpy, which a start without a picture spares

    with document.read():
        picture, tally = profile(document, up_to_round), tallied(document, up_to_round)
    keys = tuple(dict.fromkeys(line.entry.pillar for line in picture.dimensions if line.entry.pillar))
    if len(keys) < 2 or any(not line.entry.pillar for line in picture.dimensions):
        return ()
    place_of = [keys.index(line.entry.pillar) for line in picture.dimensions]
    room = replace(
        tally.room, dimension_of=tuple(place_of[each] for each in tally.room.dimension_of), dimensions=len(keys)
    )
    found = []
    for key, marks in zip(keys, spreads.dimension_marks(replace(tally, room=room)), strict=True):
        own = tuple(line for line in picture.dimensions if line.entry.pillar == key)
        statements = [line.spread for each in own for line in picture.members(each)]
        spread = spreads.dimension_spread(marks, statements)
        split = dimension_split(spread, tuple(level.value for level in picture.levels))
        below = any(each.below_floor for each in own)
        found.append(PillarLine(key, own[0].entry.pillar_name, spread, marks, split, below, own))
    return tuple(found)
