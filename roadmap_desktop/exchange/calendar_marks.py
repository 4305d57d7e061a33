"""Which periods a calendar title names, and which end of them: quarters, semesters, six weeks and the like."""

from __future__ import annotations

import re

from roadmap_desktop.exchange.calendar_facts import Edge, Mark, PeriodKind

_UNITS = {
    PeriodKind.six_weeks: r"(?:6|six) ?-? ?(?:weeks?|wks?)(?: (?:grading|marking|reporting) periods?| periods?)?",
    PeriodKind.quarter: r"(?:9|nine) ?-? ?(?:weeks?|wks?)(?: (?:grading|marking|reporting) periods?| periods?)?"
    r"|quarters?|qtrs?|q(?=\d)",
    PeriodKind.semester: r"semesters?|sem|s(?=\d\b)",
    PeriodKind.trimester: r"trimesters?|tri|t(?=\d\b)",
    PeriodKind.term: r"terms?",
    PeriodKind.grading_period: r"(?:grading|marking|reporting|academic) periods?|mp(?= ?\d)|gp(?= ?\d)",
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_BEFORE = r"(?:\b(?P<before>\d{1,2}) )?(?<!mid )(?<!mid-)\b"
_AFTER = r"(?:(?:\b|(?=\d)) ?(?:no )?#? ?(?P<after>\d{1,2}|[iv]{1,3})\b|\b)"
_MENTIONS = {kind: re.compile(f"{_BEFORE}(?:{unit}){_AFTER}") for kind, unit in _UNITS.items()}
_ENDS = re.compile(r"\b(?:ends?|ended|ending|close[sd]?|closing|final day|last day|concludes?|completed?|over)\b")
_STARTS = re.compile(r"\b(?:begins?|beginning|starts?|starting|opens?|commences?|1 day|opening)\b")
_ABOUT_SOMETHING_ELSE = re.compile(
    r"\b(?:exams?|finals|report|cards?|grades?|progress|interims?|deadline|registration|awards?|honou?rs?|assessments?"
    r"|tests?|testing|drop|add|withdraw\w*|recovery|schedules?|mid\w*|break|conferences?|due|sports?)\b"
)
_FALL, _SPRING = re.compile(r"\b(?:fall|autumn) semester\b"), re.compile(r"\bspring semester\b")
_PARTS = re.compile(r" ?\| ?|,| and | with ")


def marks(plain: str, weekdays: int) -> tuple[Mark, ...]:
    """The ends of periods in a title that calendar_words has made plain.

    "Second quarter | first semester ends": a part without a verb takes that of the next part that names
    a period, else of the one before. A title without any verb over four weeks or more ("Quarter 1",
    10 August to 9 October) is the period itself, and so marks both ends.
    """
    counted = _SPRING.sub("2 semester", _FALL.sub("1 semester", plain))
    parts = [part for part in _PARTS.split(counted) if part.strip()]
    named = [() if _ABOUT_SOMETHING_ELSE.search(part) else _named(part) for part in parts]
    verbs = [_verb(part) for part in parts]
    found: list[Mark] = []
    for place, periods in enumerate(named):
        if not periods:
            continue
        edge = verbs[place] or _borrowed(place, parts, named, verbs)
        edges = (edge,) if edge else tuple(Edge) if weekdays >= 20 and len(parts) == 1 else ()
        found += [Mark(kind, number, each) for kind, number in periods for each in edges]
    return tuple(dict.fromkeys(found))


def _named(part: str) -> tuple[tuple[PeriodKind, int | None], ...]:
    """The periods a part of a title names; what one kind has named is no number for another."""
    found: list[tuple[PeriodKind, int | None]] = []
    rest = part
    for kind, pattern in _MENTIONS.items():
        for mention in pattern.finditer(rest):
            number = _number(mention["before"] or mention["after"])
            if number is None or 1 <= number <= 12:
                found.append((kind, number))
        rest = pattern.sub(" ", rest)
    return tuple(found)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else _ROMAN.get(text)


def _verb(part: str) -> Edge | None:
    if _ENDS.search(part):
        return Edge.end
    return Edge.start if _STARTS.search(part) else None


def _borrowed(
    place: int,
    parts: list[str],
    named: list[tuple[tuple[PeriodKind, int | None], ...]],
    verbs: list[Edge | None],
) -> Edge | None:
    for neighbour in (place + 1, place - 1):
        if (
            0 <= neighbour < len(parts)
            and verbs[neighbour]
            and (named[neighbour] or len(parts[neighbour].split()) == 1)
        ):
            return verbs[neighbour]
    return None
