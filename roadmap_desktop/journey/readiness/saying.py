"""The sentences that say what the room thinks: where it stands, where it is split, what its floors ask."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_desktop.journey.readiness.instrument import LevelEntry
from roadmap_desktop.journey.readiness.inwords import nearest_level
from roadmap_desktop.journey.readiness.profile import DimensionLine, ProfilePicture, StatementLine
from roadmap_desktop.language import Message, Words, message
from roadmap_desktop.rules.readiness import FloorWhen, Spread

APART = 1.0
"""When a room is split, perspectives whose medians lie at least this many levels apart are named."""

Medians = Sequence[tuple[Words, float | None]]
"""Each perspective's name and median; None where fewer than four answered."""


def dimension_text(picture: ProfilePicture, line: DimensionLine, people: Medians) -> Words:
    """One paragraph about a dimension."""
    spread = line.spread
    if spread.median is None or spread.q1 is None or spread.q3 is None:
        return _unrated()
    if line.split:
        return _split(picture.levels, spread, people)
    return message(
        "The middle of the room is {median:.1}, nearest to “{level}”; half of it lies between {q1:.1} and {q3:.1}.",
        median=spread.median,
        level=nearest_level(picture.levels, spread.median).name,
        q1=spread.q1,
        q3=spread.q3,
    )


def statement_text(picture: ProfilePicture, line: StatementLine, people: Medians) -> Words:
    """One paragraph about a statement."""
    spread = line.spread
    if spread.median is None:
        unknown = spread.dont_know + spread.not_applicable
        return message("Nobody could rate this yet.") if unknown else _unrated()
    if line.split:
        return _split(picture.levels, spread, people)
    level = nearest_level(picture.levels, spread.median).name
    return message("The middle of the room is {median:.1}, nearest to “{level}”.", median=spread.median, level=level)


def floor_line(line: StatementLine) -> Words:
    """What a statement under its floor keeps from starting."""
    floor = line.entry.floor
    assert floor is not None
    wanted = _needs(floor.when, line.entry.number, floor.level)
    if line.level is None:
        return message("{needs}; nobody could rate it yet", needs=wanted)
    return message("{needs}; the room is at {level}", needs=wanted, level=line.level)


def _unrated() -> Message:
    return message("Nobody has rated this yet.")


def _needs(when: FloorWhen, number: int, level: int) -> Message:
    match when:
        case FloorWhen.ANY:
            return message("{number}: every pilot needs {level}", number=number, level=level)
        case FloorWhen.DATA2:
            return message("{number}: pilots with personal data need {level}", number=number, level=level)
        case FloorWhen.STUDENTS:
            return message("{number}: pilots facing students need {level}", number=number, level=level)


def _split(levels: Sequence[LevelEntry], spread: Spread, people: Medians) -> Message:
    known = [(name, median) for name, median in people if median is not None]
    sentence = message("The room is split.")
    if known:
        low, high = min(median for _, median in known), max(median for _, median in known)
        if high - low >= APART:
            middle = (low + high) / 2
            sentence = message(
                "The room is split: {high} near “{upper}”, {low} near “{lower}”.",
                high=tuple(name for name, median in known if median > middle + (high - low) / 4),
                upper=nearest_level(levels, high).name,
                low=tuple(name for name, median in known if median < middle - (high - low) / 4),
                lower=nearest_level(levels, low).name,
            )
    if spread.agreement is None:
        return sentence
    return message("{split} Agreement {agreement:.2} of 1.", split=sentence, agreement=spread.agreement)
