"""What each event of a calendar is taken for in one school year, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roadmap_desktop.exchange.calendar_facts import TERM_KINDS, Days, Edge, Event, Mark, Meaning, PeriodKind, Status
from roadmap_desktop.exchange.calendar_words import Title, plain_words
from roadmap_desktop.exchange.calendar_years import YearLimits
from roadmap_desktop.exchange.school_evidence import Evidence, core, short_name
from roadmap_desktop.language import Words, message

SHAPING = (
    Meaning.first_day,
    Meaning.last_day,
    Meaning.term_start,
    Meaning.term_end,
    Meaning.grading_period_start,
    Meaning.grading_period_end,
    Meaning.break_,
    Meaning.day_off,
    Meaning.classes_resume,
    Meaning.early_release,
)
"""The meanings that shape the year of the schools concerned, and only of these."""

EDGES = {
    Meaning.term_start: Edge.start,
    Meaning.term_end: Edge.end,
    Meaning.grading_period_start: Edge.start,
    Meaning.grading_period_end: Edge.end,
}
"""The meanings that mark an end of a period, and which end."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its meanings, whatever the year; ``chosen`` where a person has said what it means."""

    event: Event
    meanings: tuple[Meaning, ...]
    reason: Words
    title: Title
    chosen: bool = False

    def days_in(self, limits: YearLimits, year: str) -> tuple[Days, ...]:
        """Those of its spans that begin in the year."""
        return tuple(days for days in self.event.days if limits.year_of(days.first) == year)

    def speaks_of(self, group: str | None) -> bool:
        """Whether it counts for a group of schools; what does not shape the year counts for all."""
        only = self.title.only
        shapes = any(meaning in SHAPING for meaning in self.meanings)
        return not only or not shapes or group in only


def judge(event: Event, title: Title, chosen: tuple[Meaning, ...]) -> Judged:
    """What the event means by what a person chose, by its status, or by its title."""
    if chosen and event.days:
        marks = tuple(mark for mark in title.marks if any(_is_about(mark, meaning) for meaning in chosen))
        missing = [meaning for meaning in chosen if not any(_is_about(mark, meaning) for mark in marks)]
        marks += tuple(Mark(_any_kind(each), None, EDGES[each]) for each in missing if each in EDGES)
        return Judged(event, chosen, message("Chosen by you."), replace(title, marks=marks, break_edge=None), True)
    settled = _by_status(event)
    if settled is not None:
        return Judged(event, (settled[0],), settled[1], Title((settled[0],), settled[1]))
    return Judged(event, title.meanings, title.reason, title)


def _is_about(mark: Mark, meaning: Meaning) -> bool:
    term = meaning in (Meaning.term_start, Meaning.term_end)
    return EDGES.get(meaning) is mark.edge and (mark.kind in TERM_KINDS) == term


def _any_kind(meaning: Meaning) -> PeriodKind:
    return PeriodKind.term if meaning in (Meaning.term_start, Meaning.term_end) else PeriodKind.grading_period


def _by_status(event: Event) -> tuple[Meaning, Words] | None:
    match event.status:
        case Status.broken:
            return Meaning.not_understood, message("Its date can't be read.")
        case Status.replaced:
            return Meaning.duplicate, message("An older version of line {line}.", line=event.replaced_by or 0)
        case Status.cancelled:
            return Meaning.cancelled, message("The calendar says it is cancelled.")
        case Status.tentative:
            return Meaning.tentative, message("The calendar says it is not certain.")
    if not event.days:
        return Meaning.cancelled, message("Each of its days is left out.")
    return None


def with_known_kinds(judged: Sequence[Judged]) -> list[Judged]:
    """The same, where ends of periods chosen by a person are of the kind the calendar itself uses."""
    used = [mark.kind for each in judged if not each.chosen for mark in each.title.marks]
    return [replace(each, title=replace(each.title, marks=_same_kind(each.title.marks, used))) for each in judged]


def _same_kind(marks: Iterable[Mark], used: Sequence[PeriodKind]) -> tuple[Mark, ...]:
    renamed = []
    for mark in marks:
        alike = [kind for kind in used if (kind in TERM_KINDS) == (mark.kind in TERM_KINDS)]
        open_kind = mark.number is None and mark.kind in (PeriodKind.term, PeriodKind.grading_period)
        kind = max(PeriodKind, key=alike.count) if open_kind and alike else mark.kind
        renamed.append(replace(mark, kind=kind))
    return tuple(renamed)


def evidence(
    judged: Iterable[Judged], limits: YearLimits, year: str, group: str | None, repeated: Mapping[int, int]
) -> list[Evidence]:
    """What counts for one year and one group of schools; what only repeats another event does not."""
    return [
        Evidence(each.event.number, each.event.title, days, each.meanings, each.title.marks, each.title.break_edge)
        for each in judged
        if (days := each.days_in(limits, year)) and each.speaks_of(group) and each.event.number not in repeated
    ]


def repetitions(judged: Iterable[Judged]) -> dict[int, int]:
    """For each event that says again what another one on the same days says, the number of that other.

    The same title twice, or two days off of which one has no name of its own or the same one
    ("Labor Day – No School", "Labor Day Holiday"). The one that means more stays, then the one that
    says it in fewer words; the order of the file decides nothing.
    """
    by_days: defaultdict[tuple[Days, ...], list[Judged]] = defaultdict(list)
    for each in judged:
        if not each.chosen and each.event.days and each.event.status is Status.confirmed:
            by_days[each.event.days].append(each)
    found: dict[int, int] = {}
    for group in by_days.values():
        if len(group) > 1:
            found |= _repeated(group)
    return found


def _says_most(each: Judged) -> tuple[bool, int, int, str, int]:
    title = each.event.title
    return not core(title), -len(each.meanings), len(short_name(title)), title, each.event.number


def _repeated(same_days: Sequence[Judged]) -> dict[int, int]:
    cores = {each.event.number: core(each.event.title) for each in same_days}
    ordered = sorted(same_days, key=_says_most)
    kept: dict[tuple[object, ...], Judged] = {}
    found: dict[int, int] = {}
    for each in ordered:
        only, number = each.title.only, each.event.number
        title, off = ("title", plain_words(each.event.title), only), ("off", cores[number], only)
        away = Meaning.day_off in each.meanings or Meaning.break_ in each.meanings
        named = kept.get(off) if cores[number] else kept.get(("any off", only))
        twin = kept.get(title) if title[1] else None
        if twin is None and away and named is not None and set(each.meanings) <= set(named.meanings):
            twin = named
        if twin is not None:
            found[number] = twin.event.number
            continue
        kept.setdefault(title, each)
        if away:
            kept.setdefault(off, each)
            kept.setdefault(("any off", only), each)
    return found


def first_and_last(judged: Iterable[Judged]) -> tuple[list[date], list[date]]:
    """The days of all events that mean a first and a last day."""
    firsts, lasts = [], []
    for each in judged:
        firsts += [days.first for days in each.event.days if Meaning.first_day in each.meanings]
        lasts += [days.last for days in each.event.days if Meaning.last_day in each.meanings]
    return firsts, lasts
