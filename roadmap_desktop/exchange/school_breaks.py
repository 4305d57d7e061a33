"""The breaks of one school year, from whole events, from pieces, and from their first and last days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from roadmap_desktop.exchange.calendar_facts import Break, Days, Edge, Meaning
from roadmap_desktop.exchange.school_evidence import Evidence, core, named_days, short_name


def breaks_within(evidence: Sequence[Evidence], within: Days) -> tuple[Break, ...]:
    """The breaks between first and last day, from weekday to weekday, in order.

    Joined are: pieces of one break that follow one another, breaks that overlap, the beginning of a
    break with its end or the day classes resume, and single days off in a row under one name.
    """
    pieces = [
        (days, short_name(each.title))
        for each in evidence
        if each.means(Meaning.break_) and each.break_edge is None
        for days in each.days
    ]
    pieces += _runs_of_days(evidence)
    pieces += _between_edges(evidence, pieces)
    joined: list[Break] = []
    for days, name in sorted(pieces, key=lambda piece: (piece[0].first, -piece[0].last.toordinal(), piece[1])):
        weekdays = [day for day in days.weekdays() if within.first <= day <= within.last]
        if not weekdays:
            continue
        here = Break(name, weekdays[0], weekdays[-1])
        if joined and _belongs_to(here, joined[-1]):
            joined[-1] = replace(joined[-1], last=max(joined[-1].last, here.last))
        else:
            joined.append(here)
    return tuple(joined)


def _belongs_to(here: Break, before: Break) -> bool:
    overlaps = here.first <= before.last
    return overlaps or (core(here.name) == core(before.name) and _next_weekday(before.last) == here.first)


def _next_weekday(day: date) -> date:
    return day + timedelta(days=3 if day.weekday() == 4 else 2 if day.weekday() == 5 else 1)


def _runs_of_days(evidence: Sequence[Evidence]) -> list[tuple[Days, str]]:
    """Two or more single days off in a row that share their name ("Thanksgiving Holiday" twice)."""
    free = [each for each in evidence if each.means(Meaning.day_off) and not each.means(Meaning.staff_day)]
    runs: list[tuple[Days, str]] = []
    for named in named_days(each for each in free if core(each.title)):
        if runs and core(runs[-1][1]) == core(named.name) and _next_weekday(runs[-1][0].last) == named.day:
            runs[-1] = (replace(runs[-1][0], last=named.day), runs[-1][1])
        else:
            runs.append((Days(named.day, named.day), named.name))
    return [(days, name) for days, name in runs if days.first != days.last]


def _between_edges(evidence: Sequence[Evidence], whole: Sequence[tuple[Days, str]]) -> list[tuple[Days, str]]:
    """Breaks of which the calendar has only the first day, up to the day named as last or before classes resume."""
    ends = sorted({each.days[-1].last for each in evidence if each.break_edge is Edge.end})
    back = {each.days[0].first for each in evidence if each.means(Meaning.classes_resume, Meaning.term_start)}
    ends = sorted({*ends, *(day - timedelta(days=1) for day in back)})
    found = []
    for each in evidence:
        first = each.days[0].first
        covered = any(days.first <= _next_weekday(first) and first <= days.last for days, _ in whole)
        if each.break_edge is Edge.start and not covered:
            last = next((day for day in ends if first <= day <= first + timedelta(days=60)), first)
            found.append((Days(first, last), re.sub(r"(?i)\s+(begins?|starts?)\b.*", "", short_name(each.title))))
    return found
