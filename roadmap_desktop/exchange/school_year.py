"""One school year, put together from what the events of a calendar mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roadmap_desktop.exchange.calendar_facts import (
    USUAL_COUNT,
    Break,
    Days,
    Edge,
    Mark,
    Meaning,
    NamedDay,
    SchoolYear,
)
from roadmap_desktop.exchange.calendar_words import plain_words
from roadmap_desktop.exchange.school_periods import DatedMark, read_periods
from roadmap_desktop.language import Words, message

_FILLING = re.compile(
    r"\b(?:no|non|not|in|session|schools?|students?|teachers?|staff|employees|holidays?|closed|offices|district|days?|off"
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
            return part.strip()
    return title.strip()


def core(title: str) -> str:
    """The words of a title that tell one day off from another; none for "Student / Teacher Holiday"."""
    return " ".join(_FILLING.sub(" ", plain_words(title)).split())


def school_year(name: str, evidence: Sequence[Evidence]) -> tuple[SchoolYear, tuple[Words, ...]]:
    """The school year, and notes on what the calendar leaves open; the order of events changes nothing."""
    notes: list[Words] = []
    first, last = _ends_of_year(evidence, notes)
    within = Days(first or date.min, last or date.max)
    breaks = _breaks(evidence, within)
    in_breaks = {day for each in breaks for day in Days(each.first, each.last).weekdays()}
    away = [each for each in evidence if each.means(Meaning.day_off, Meaning.break_) and not each.break_edge]
    off = [each for each in _named_days(away) if within.first <= each.day <= within.last and each.day not in in_breaks]
    without = in_breaks | {each.day for each in off}
    days = [day for day in Days(first, last).weekdays() if day not in without] if first and last else []
    marks = [
        DatedMark(mark, each.days[0].first if mark.edge is Edge.start else each.days[-1].last)
        for each in evidence
        for mark in each.marks
    ]
    terms, grading, more = read_periods(marks, days)
    year = SchoolYear(
        name=name,
        first_day=first,
        last_day=last,
        terms=terms,
        grading_periods=grading,
        breaks=breaks,
        days_off=tuple(off),
        staff_days=_named_days(each for each in evidence if each.means(Meaning.staff_day)),
        early_release=_school_days_named(evidence, days),
        report_cards=_named_days(each for each in evidence if each.means(Meaning.report_card)),
        board_meetings=_named_days(each for each in evidence if each.means(Meaning.board_meeting)),
        school_days=len(days),
    )
    return year, (*notes, *more)


def _named_days(evidence: Iterable[Evidence]) -> tuple[NamedDay, ...]:
    """The weekdays of events in order, each once; of two names that which says more comes first."""
    days: dict[date, NamedDay] = {}
    every = [day for each in evidence for day in each.named_days()]
    for named in sorted(every, key=lambda named: (named.day, not core(named.name), named.name)):
        days.setdefault(named.day, named)
    return tuple(days.values())


def _school_days_named(evidence: Sequence[Evidence], school_days: Sequence[date]) -> tuple[NamedDay, ...]:
    """The early releases that fall on a school day; all of them while first and last day are unknown."""
    early = _named_days(each for each in evidence if each.means(Meaning.early_release))
    known = set(school_days)
    return tuple(each for each in early if each.day in known or not known)


def _ends_of_year(evidence: Sequence[Evidence], notes: list[Words]) -> tuple[date | None, date | None]:
    """The first and the last day for students; where no event says so, the first period's start, the last one's end.

    "Students return" in July to September is a first day where the calendar has no other.
    """
    firsts = sorted({each.days[0].first for each in evidence if each.means(Meaning.first_day)})
    lasts = sorted({each.days[-1].last for each in evidence if each.means(Meaning.last_day)})
    if len(firsts) > 1:
        notes.append(message("The calendar has {n} first days for students; the earliest holds.", n=len(firsts)))
    if len(lasts) > 1:
        notes.append(message("The calendar has {n} last days for students; the latest holds.", n=len(lasts)))
    if not firsts:
        firsts = sorted(_first_by_period(evidence))
    if not lasts:
        lasts = sorted(_last_by_period(evidence))
    first, last = (firsts[0] if firsts else None), (lasts[-1] if lasts else None)
    if first is None:
        notes.append(message("The calendar does not say which day is the first for students."))
    if last is None:
        notes.append(message("The calendar does not say which day is the last for students."))
    if first and last and first >= last:
        notes.append(message("The last day for students comes before the first."))
        return first, None
    return first, last


def _first_by_period(evidence: Sequence[Evidence]) -> set[date]:
    starts = {
        each.days[0].first for each in evidence for mark in each.marks if mark.edge is Edge.start and mark.number == 1
    }
    returns = {each.days[0].first for each in evidence if each.means(Meaning.classes_resume)}
    return starts or set(sorted(day for day in returns if day.month in (7, 8, 9))[:1])


def _last_by_period(evidence: Sequence[Evidence]) -> set[date]:
    return {
        each.days[-1].last
        for each in evidence
        for mark in each.marks
        if mark.edge is Edge.end and mark.number is not None and mark.number == USUAL_COUNT.get(mark.kind)
    }


def _breaks(evidence: Sequence[Evidence], within: Days) -> tuple[Break, ...]:
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
    for named in _named_days(each for each in free if core(each.title)):
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
