"""Numbers of the room in words: counts by level, the level nearest to a median."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from roadmap_desktop.journey.readiness.instrument import LevelEntry
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.readiness import Spread

_NUMBERS = (
    message("none"),
    message("one"),
    message("two"),
    message("three"),
    message("four"),
    message("five"),
    message("six"),
    message("seven"),
    message("eight"),
    message("nine"),
    message("ten"),
    message("eleven"),
    message("twelve"),
)


def in_words(number: int) -> Words:
    """A count as it is spoken, up to twelve; above as a number."""
    return _NUMBERS[number] if number < len(_NUMBERS) else message("{n}", n=number)


def counts_in_words(levels: Sequence[LevelEntry], spread: Spread) -> Words:
    """How many answered what, from the lowest level up ("0 five · 1 seven · don't know one"); empty levels are left."""
    parts: list[Words] = [
        message("{level} {count}", level=level.value, count=in_words(count))
        for level, count in zip(levels, spread.counts, strict=True)
        if count
    ]
    if spread.dont_know:
        parts.append(message("don't know {count}", count=in_words(spread.dont_know)))
    if spread.not_applicable:
        parts.append(message("not applicable {count}", count=in_words(spread.not_applicable)))
    return dotted(parts)


def dotted(parts: Sequence[Words]) -> Words:
    """The parts in one line, with dots between them; nothing for no part."""
    return reduce(lambda line, part: message("{line} · {part}", line=line, part=part), parts) if parts else ""


def nearest_level(levels: Sequence[LevelEntry], median: float) -> LevelEntry:
    """The level that a median lies nearest to; of two the lower."""
    return min(levels, key=lambda level: (abs(level.value - median), level.value))
