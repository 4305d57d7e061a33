"""What the room could act on: statements that are low, disputed or unknown, each with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.readiness import profile as profiles
from roadmap_desktop.journey.readiness.inwords import counts_in_words, dotted
from roadmap_desktop.journey.readiness.profile import StatementLine, profile
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.readiness import Barrier
from roadmap_desktop.rules.readiness import Concerning, concerning
from roadmap_desktop.store.document import Document

KINDS = (*profiles.KINDS, "barrier")
"""The kinds of facts that the list shows."""
_ORDER = tuple(Concerning)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A statement (its uuid) that is no barrier yet, why it is worth acting on, and what was answered, in words."""

    uuid: str
    number: int
    text: Words
    dimension: Words
    reasons: tuple[Concerning, ...]
    why: Words
    counts: Words


def suggestions(document: Document) -> tuple[Suggestion, ...]:
    """The most pressing first: under a floor, low, disputed, unknown; of equals the lower median, then the number."""
    with document.read():
        picture = profile(document)
        taken = {row.statement for row in document.rows(select(Barrier.statement))}
        values = tuple(level.value for level in picture.levels)
        found: list[tuple[tuple[object, ...], Suggestion]] = []
        for line in picture.statements:
            reasons = concerning(line.spread, values, line.entry.floor)
            if reasons and line.entry.uuid not in taken:
                dimension = picture.dimensions[line.entry.dimension].entry.name
                made = Suggestion(
                    line.entry.uuid,
                    line.entry.number,
                    line.entry.text,
                    dimension,
                    reasons,
                    dotted([_reason(line, each, values[0]) for each in reasons]),
                    counts_in_words(picture.levels, line.spread),
                )
                found.append((_pressing(line, reasons), made))
    return tuple(made for _, made in sorted(found, key=lambda each: each[0]))


def _pressing(line: StatementLine, reasons: tuple[Concerning, ...]) -> tuple[object, ...]:
    median = line.spread.median if line.spread.median is not None else -1.0
    return (_ORDER.index(reasons[0]), -len(reasons), median, line.entry.number)


def _reason(line: StatementLine, reason: Concerning, lowest: int) -> Words:
    spread, floor = line.spread, line.entry.floor
    match reason:
        case Concerning.BELOW_FLOOR if floor is not None and spread.median is not None:
            return message("below the pilot floor: {median}, needs {floor}", median=spread.median, floor=floor.level)
        case Concerning.BELOW_FLOOR:
            return message("below the pilot floor: nobody could rate it")
        case Concerning.LOW if spread.median == lowest:
            return message("low: half of the room says {median}", median=lowest)
        case Concerning.LOW if spread.median is not None:
            return message("low: half of the room says {median} or less", median=spread.median)
        case Concerning.UNKNOWN:
            answered = spread.n + spread.dont_know
            return plural("{n} of {all} doesn't know", "{n} of {all} don't know", spread.dont_know, all=answered)
    return message("disputed: the answers lie far apart")
