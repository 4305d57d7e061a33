"""What the events of a calendar say for one school year, and the short names of its days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.exchange.calendar_facts import Days, Edge, Mark, Meaning, NamedDay
from roadmap_desktop.exchange.calendar_words import plain_words

_FILLING = re.compile(
    r"\bdays? \d+(?: of \d+)?\b"
    r"|\b(?:no|non|not|in|session|schools?|students?|teachers?|staff|employees|holidays?|closed|offices|district|days?|off"
    r"|class|classes|for|and|of|the|all|is|are|observed|break|recess|vacation|begins|starts|ends)\b|[|-]"
)
_CUTS = re.compile(r"\s*[–—(\[:|/;]\s*|\s+-+\s*|\s*-+\s+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One event as far as it counts for one school year: only its days in that year."""

    number: int
    title: str
    days: tuple[Days, ...]
    meanings: tuple[Meaning, ...]
    marks: tuple[Mark, ...] = ()
    break_edge: Edge | None = None

    def means(self, *meanings: Meaning) -> bool:
        """Whether the event has one of the meanings."""
        return any(meaning in self.meanings for meaning in meanings)

    def named_days(self) -> list[NamedDay]:
        """Its weekdays; a day off with its short name, all else with the whole title."""
        short = self.means(Meaning.day_off, Meaning.break_, Meaning.staff_day)
        name = short_name(self.title) if short else self.title
        return [NamedDay(day, name) for days in self.days for day in days.weekdays()]


def short_name(title: str) -> str:
    """The part of a title that names the day: "Labor Day" of "Labor Day – Student / Teacher Holiday"."""
    for part in _CUTS.split(title):
        if core(part):
            return part.strip(" )]")
    return title.strip()


def core(title: str) -> str:
    """The words of a title that tell one day off from another; none for "Student / Teacher Holiday"."""
    return " ".join(_FILLING.sub(" ", plain_words(title)).split())


def named_days(evidence: Iterable[Evidence]) -> tuple[NamedDay, ...]:
    """The weekdays of events in order, each once; of two names that which says more comes first."""
    days: dict[date, NamedDay] = {}
    every = [day for each in evidence for day in each.named_days()]
    for named in sorted(every, key=lambda named: (named.day, not core(named.name), len(named.name), named.name)):
        days.setdefault(named.day, named)
    return tuple(days.values())
