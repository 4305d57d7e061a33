"""A school calendar as it comes from outside, shown line by line before anything is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from roadmap_desktop.exchange import calendar_judging as judging
from roadmap_desktop.exchange.calendar_events import read_events
from roadmap_desktop.exchange.calendar_facts import Event, Meaning, SchoolYear
from roadmap_desktop.exchange.calendar_judging import Judged
from roadmap_desktop.exchange.calendar_lines import CalendarLine, line
from roadmap_desktop.exchange.calendar_sheet import read_sheet
from roadmap_desktop.exchange.calendar_words import Title, read_title
from roadmap_desktop.exchange.calendar_years import YearLimits, named_year, year_limits
from roadmap_desktop.exchange.decoding import decode
from roadmap_desktop.exchange.school_year import school_year
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import is_workbook
from roadmap_desktop.language import Words, message, plural

_YEAR_SHAPING = (*judging.EDGES, Meaning.first_day, Meaning.last_day)


@dataclass(frozen=True, slots=True)
class GroupYear:
    """The school year of one group of schools ("Track A", "Elementary"): what counts for all, and its own."""

    group: str
    school_year: SchoolYear
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """What would be taken from a calendar: every event with its meaning, and the school year they make.

    ``years`` are the school years of which the file has a first or last day or an end of a period,
    ``whole_years`` those with both a first and a last day. ``school_year`` is made of what counts for
    all schools; where tracks or levels have days of their own, ``by_group`` has their years.
    """

    years: tuple[str, ...]
    whole_years: tuple[str, ...]
    year: str
    lines: tuple[CalendarLine, ...]
    school_year: SchoolYear
    by_group: tuple[GroupYear, ...]
    notes: tuple[Words, ...]
    _read: _Read = field(repr=False)

    def with_meaning(self, line_number: int, meaning: Meaning, *also: Meaning) -> CalendarPreview:
        """The preview with another meaning for one line, everything else worked out again.

        A line whose date can't be read stays not understood. Raises KeyError for an unknown line.
        """
        if all(event.number != line_number for event in self._read.events):
            raise KeyError(line_number)
        chosen = {**self._read.chosen, line_number: (meaning, *also)}
        return _preview(replace(self._read, chosen=chosen), self.year)

    def for_year(self, year: str) -> CalendarPreview:
        """The preview of another school year of the same file, with the meanings chosen so far."""
        return _preview(self._read, named_year(year) or year)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read once: the events, what their titles mean, what a person has chosen, and notes."""

    events: tuple[Event, ...]
    titles: Mapping[int, Title]
    chosen: Mapping[int, tuple[Meaning, ...]]
    notes: tuple[Words, ...]
    today: date | None


def read_calendar(source: bytes | str, year: str | None = None, *, today: date | None = None) -> CalendarPreview:
    """The preview of a calendar: an iCalendar file, or a table with dates and titles, as text or workbook.

    ``year`` asks for a school year (2026-27). Without it the year is the first whole one that is not
    over on ``today``; without that, the latest with a first and a last day and all grading periods.
    Raises Unreadable where the source is neither, is too large, or has no date at all.
    """
    text = "" if is_workbook(source) else decode(source)
    notes: list[Words] = []
    if re.search(r"^[ \t]*BEGIN:(VCALENDAR|VEVENT)", text, re.IGNORECASE | re.MULTILINE):
        events, zoneless = read_events(text)
        if zoneless:
            notes.append(message("Some times are in UTC and the calendar names no time zone; their days are in UTC."))
    else:
        events = read_sheet(text or source)
    if not any(event.days for event in events):
        raise Unreadable(
            message("The calendar has no event with a date."),
            message("Export the calendar again, with its events, and take that file."),
        )
    unread = sum(event.repeats_unread for event in events)
    if unread:
        notes.append(plural("{n} event repeats by an unknown rule.", "{n} events repeat by unknown rules.", unread))
    titles = {event.number: read_title(event.title, event.more, _longest(event)) for event in events}
    read = _Read(events, titles, {}, tuple(notes), today)
    return _preview(read, (named_year(year) or year) if year is not None else None)


def _longest(event: Event) -> int:
    """The weekdays of the event's longest span."""
    return max((len(days.weekdays()) for days in event.days), default=1)


def _preview(read: _Read, asked: str | None) -> CalendarPreview:
    judged = judging.with_known_kinds(
        [judging.judge(event, read.titles[event.number], read.chosen.get(event.number, ())) for event in read.events]
    )
    firsts, lasts = judging.first_and_last(judged)
    limits = year_limits(firsts, lasts)
    whole = tuple(sorted({*map(limits.year_of, firsts)} & {*map(limits.year_of, lasts)}))
    years = _years(judged, limits)
    repeated = judging.repetitions(judged)

    def made(year: str, group: str | None = None) -> tuple[SchoolYear, tuple[Words, ...]]:
        return school_year(year, judging.evidence(judged, limits, year, group, repeated))

    year = asked or _default_year(years, whole, [made(each)[0] for each in whole], read.today)
    taken, notes = made(year)
    groups = _groups(judged, limits, year)
    by_group = tuple(GroupYear(group, *made(year, group)) for group in groups)
    notes = () if by_group and all(each.school_year.school_days for each in by_group) else notes
    lines = tuple(line(each, limits, year, taken, repeated, bool(groups)) for each in judged)
    return CalendarPreview(
        years, whole, year, lines, taken, by_group, (*read.notes, *_notes(year, years, groups), *notes), read
    )


def _years(judged: Iterable[Judged], limits: YearLimits) -> tuple[str, ...]:
    """The years that the file shapes; where nothing does, the years of all that keeps students at home."""
    every = tuple(judged)
    for meanings in (_YEAR_SHAPING, judging.SHAPING, tuple(Meaning)):
        telling = (each for each in every if any(meaning in meanings for meaning in each.meanings))
        found = {limits.year_of(days.first) for each in telling for days in each.event.days}
        if found:
            return tuple(sorted(found))
    return ()


def _default_year(years: Sequence[str], whole: Sequence[str], made: Sequence[SchoolYear], today: date | None) -> str:
    if not whole:
        return years[-1]
    if today is not None:
        return next((year.name for year in made if year.last_day and year.last_day >= today), whole[-1])
    complete = [year.name for year in made if year.grading_periods and _reach_the_end(year)]
    return complete[-1] if complete else whole[-1]


def _reach_the_end(year: SchoolYear) -> bool:
    last = year.grading_periods[-1].last
    return year.last_day is not None and abs((year.last_day - last).days) <= 14


def _groups(judged: Iterable[Judged], limits: YearLimits, year: str) -> tuple[str, ...]:
    """The groups that have days of their own in the year."""
    found: set[str] = set()
    for each in judged:
        if each.days_in(limits, year) and any(meaning in judging.SHAPING for meaning in each.meanings):
            found.update(each.title.only)
    return tuple(sorted(found))


def _notes(year: str, years: Sequence[str], groups: Sequence[str]) -> list[Words]:
    notes: list[Words] = []
    if year not in years:
        notes.append(message("The calendar has nothing of {year}; it has {years}.", year=year, years=tuple(years)))
    if groups:
        notes.append(message("Some schools have days of their own: {groups}.", groups=tuple(groups)))
    return notes
