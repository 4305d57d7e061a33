"""The terms and grading periods of one school year, from the ends and starts a calendar gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from roadmap_desktop.exchange.calendar_facts import USUAL_COUNT, Edge, Mark, Period, PeriodKind
from roadmap_desktop.language import Words, message

_NESTED = {(PeriodKind.quarter, 2), (PeriodKind.six_weeks, 3)}
"""A second quarter and a third six weeks end with the first semester."""


@dataclass(frozen=True, slots=True)
class DatedMark:
    """An end of a period and the day the calendar has it on."""

    mark: Mark
    day: date


@dataclass(slots=True)
class _Found:
    """What a calendar tells of one kind of period: days by number, and ends without a number."""

    ends: dict[int, date] = field(default_factory=dict)
    starts: dict[int, date] = field(default_factory=dict)
    numberless: set[date] = field(default_factory=set)


def read_periods(
    dated: Iterable[DatedMark], school_days: Sequence[date]
) -> tuple[tuple[Period, ...], tuple[Period, ...], tuple[Words, ...]]:
    """The terms, the grading periods, and what is missing or odd.

    ``school_days`` are the days with students in order. The kind with the fewest periods makes the
    terms, the one with the most the grading periods; a calendar with one kind only has it as both.
    A start says that the period before ends on the last school day before it; the last period ends
    with the year where the calendar gives no end; a period whose end is nowhere is not made up.
    """
    found = _collected(dated)
    if not found or not school_days:
        return (), (), ()
    notes: list[Words] = []
    for kind, each in found.items():
        _complete(kind, each, found.get(PeriodKind.semester), school_days)
    made = {kind: _periods(kind, each, school_days, notes) for kind, each in found.items()}
    sizes = {kind: len(periods) for kind, periods in made.items() if periods}
    if not sizes:
        return (), (), tuple(notes)
    order = list(PeriodKind)
    terms = min(sizes, key=lambda kind: (sizes[kind], order.index(kind)))
    grading = max(sizes, key=lambda kind: (sizes[kind], order.index(kind)))
    return made[terms], made[grading], tuple(notes)


def _collected(dated: Iterable[DatedMark]) -> dict[PeriodKind, _Found]:
    """The marks by kind; where one end has two days, the later one holds, and the earlier start."""
    found: defaultdict[PeriodKind, _Found] = defaultdict(_Found)
    for each in dated:
        kind, number, edge = each.mark.kind, each.mark.number, each.mark.edge
        here = found[kind]
        if number is None:
            if edge is Edge.end:
                here.numberless.add(each.day)
        elif edge is Edge.end:
            here.ends[number] = max(each.day, here.ends.get(number, each.day))
        else:
            here.starts[number] = min(each.day, here.starts.get(number, each.day))
    return dict(found)


def _complete(kind: PeriodKind, found: _Found, semesters: _Found | None, school_days: Sequence[date]) -> None:
    """Adds the ends that follow from others: by order, from the next start, from the semester, from the year."""
    _number_by_order(found)
    for number, start in found.starts.items():
        place = bisect_left(school_days, start)
        if number > 1 and place > 0:
            found.ends.setdefault(number - 1, school_days[place - 1])
    if semesters and 1 in semesters.ends:
        for nested, number in _NESTED:
            if nested is kind:
                found.ends.setdefault(number, semesters.ends[1])
    known = 0
    while known + 1 in found.ends:
        known += 1
    usual = USUAL_COUNT.get(kind)
    if usual is None:
        usual = known + 1 if _is_one_period_left(found, known, school_days) else known
    if known == usual - 1 and (known > 0 or 1 in found.starts):
        found.ends[usual] = school_days[-1]


def _number_by_order(found: _Found) -> None:
    """Numbers for ends that have none: their place in the year, if that agrees with the ends that have one."""
    days = sorted({*found.numberless, *found.ends.values()})
    by_order = dict(enumerate(days, 1))
    if found.numberless and all(by_order.get(number) == day for number, day in found.ends.items()):
        found.ends = by_order


def _is_one_period_left(found: _Found, known: int, school_days: Sequence[date]) -> bool:
    """Whether the school days after the last known end are about as many as a period has."""
    if known == 0:
        return False
    passed = bisect_right(school_days, found.ends[known])
    return len(school_days) - passed >= passed / known / 2


def _periods(kind: PeriodKind, found: _Found, school_days: Sequence[date], notes: list[Words]) -> tuple[Period, ...]:
    periods: list[Period] = []
    begin, number = 0, 1
    while number in found.ends:
        last = found.ends[number]
        begin = max(begin, bisect_left(school_days, found.starts.get(number, date.min)))
        after = bisect_right(school_days, last)
        if after <= begin:
            break
        name = f"{kind.value.capitalize()} {number}"
        periods.append(Period(name, kind, number, school_days[begin], last, after - begin))
        if school_days[after - 1] != last:
            notes.append(message("{period} ends on {day}, a day without students.", period=name, day=last))
        begin, number = after, number + 1
    if number <= max([*found.ends, *found.starts, USUAL_COUNT.get(kind, 0)]):
        name = f"{kind.value.capitalize()} {number}"
        notes.append(message("The calendar does not say when {period} ends.", period=name))
    return tuple(periods)
