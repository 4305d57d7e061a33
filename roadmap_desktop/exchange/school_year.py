"""One school year, put together from what the events of a calendar mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from roadmap_desktop.exchange.calendar_facts import (
    USUAL_COUNT,
    Days,
    Edge,
    Meaning,
    NamedDay,
    SchoolYear,
)
from roadmap_desktop.exchange.school_breaks import breaks_within
from roadmap_desktop.exchange.school_evidence import Evidence, named_days
from roadmap_desktop.exchange.school_periods import DatedMark, read_periods
from roadmap_desktop.language import Words, message


def school_year(name: str, evidence: Sequence[Evidence]) -> tuple[SchoolYear, tuple[Words, ...]]:
    """The school year, and notes on what the calendar leaves open; the order of events changes nothing."""
    notes: list[Words] = []
    first, last = _ends_of_year(evidence, notes)
    within = Days(first or date.min, last or date.max)
    breaks = breaks_within(evidence, within)
    in_breaks = {day for each in breaks for day in Days(each.first, each.last).weekdays()}
    away = [each for each in evidence if each.means(Meaning.day_off, Meaning.break_) and not each.break_edge]
    off = [each for each in named_days(away) if within.first <= each.day <= within.last and each.day not in in_breaks]
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
        staff_days=named_days(each for each in evidence if each.means(Meaning.staff_day)),
        early_release=_school_days_named(evidence, days),
        report_cards=named_days(each for each in evidence if each.means(Meaning.report_card)),
        board_meetings=named_days(each for each in evidence if each.means(Meaning.board_meeting)),
        school_days=len(days),
    )
    return year, (*notes, *more)


def _school_days_named(evidence: Sequence[Evidence], school_days: Sequence[date]) -> tuple[NamedDay, ...]:
    """The early releases that fall on a school day; all of them while first and last day are unknown."""
    early = named_days(each for each in evidence if each.means(Meaning.early_release))
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
