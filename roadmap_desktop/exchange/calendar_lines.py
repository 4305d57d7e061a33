"""One event of a calendar as the preview shows it: what it is taken for in the chosen year, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.exchange.calendar_facts import Days, Meaning, SchoolYear
from roadmap_desktop.exchange.calendar_judging import Judged
from roadmap_desktop.exchange.calendar_years import YearLimits
from roadmap_desktop.language import Words, message


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One event: its number in the file, its title as written, its days, what it is taken for and why.

    ``meaning`` is the most telling of ``meanings``; ``days`` are its spans in the chosen year, all of
    them where it has none there; ``only`` are the groups of schools it speaks of, none for all.
    """

    number: int
    title: str
    first: date | None
    last: date | None
    meaning: Meaning
    meanings: tuple[Meaning, ...]
    reason: Words
    days: tuple[Days, ...]
    only: tuple[str, ...]


def line(
    judged: Judged,
    limits: YearLimits,
    year: str,
    taken: SchoolYear,
    repeated: Mapping[int, int],
    has_groups: bool,
) -> CalendarLine:
    """The line that shows an event in the preview of one year; ``repeated`` as calendar_judging.repetitions."""
    event = judged.event
    days = judged.days_in(limits, year)
    meanings, reason = judged.meanings, judged.reason
    if event.days and not days:
        meanings = (Meaning.other_year,)
        reason = message("Belongs to {year}.", year=limits.year_of(event.days[0].first))
    elif event.number in repeated:
        meanings, reason = (Meaning.duplicate,), message("Says the same as line {line}.", line=repeated[event.number])
    elif not judged.chosen and not has_groups:
        meanings, reason = _beside_the_year(judged, days, taken)
    shown = days or event.days
    first, last = (shown[0].first, shown[-1].last) if shown else (None, None)
    return CalendarLine(event.number, event.title, first, last, meanings[0], meanings, reason, shown, judged.title.only)


def _beside_the_year(judged: Judged, days: Sequence[Days], taken: SchoolYear) -> tuple[tuple[Meaning, ...], Words]:
    """A day off before the first or after the last day for students takes none away."""
    away = (Meaning.day_off, Meaning.break_)
    if not days or not any(meaning in judged.meanings for meaning in away):
        return judged.meanings, judged.reason
    left = tuple(meaning for meaning in judged.meanings if meaning not in away) or (Meaning.not_school,)
    if taken.last_day and days[0].first > taken.last_day:
        return left, message("After the last day for students.")
    if taken.first_day and days[-1].last < taken.first_day:
        return left, message("Before the first day for students.")
    return judged.meanings, judged.reason
