"""The school calendar as stretches of days: periods, breaks, summers and weeks, as header and bands show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from roadmap_desktop.charts.timeline.days import day, number
from roadmap_desktop.journey.roadmap.timeline import Band, Timeline
from roadmap_desktop.language import Language, Words, message

DAY = timedelta(days=1)
_EVERY = (1, 2, 3, 4, 6)
"""Every how many weeks a week is named, by the room there is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with a name: ``first`` is a day number, ``last`` the one after the last day."""

    name: Words
    first: float
    last: float
    is_assumed: bool = False

    def words(self) -> Words:
        """What it is and which days, for whoever hovers."""
        words = message("{name}: {first} to {last}", name=self.name, first=day(self.first), last=day(self.last - 1))
        return message("{what} (assumed)", what=words) if self.is_assumed else words


def periods(picture: Timeline, language: Language) -> tuple[Stretch, ...]:
    """The grading periods; where the calendar has none, the months."""
    if picture.periods:
        return tuple(map(_stretch, picture.periods))
    return _months(picture, language)


def pauses(picture: Timeline) -> tuple[Stretch, ...]:
    """The breaks, and the summers before, between and after the school years."""
    return tuple(sorted((*map(_stretch, picture.breaks), *_summers(picture)), key=lambda each: each.first))


def weeks(picture: Timeline, per_day: float, needs: float) -> tuple[tuple[int, date], ...]:
    """The weeks that are named when a name needs so many pixels: every one, or every third of a period and so on."""
    every = next((many for many in _EVERY if many * 7 * per_day >= needs), 0)
    if not every:
        return ()
    return tuple((week.number, week.first) for week in picture.weeks if (week.number - 1) % every == 0)


def _stretch(band: Band) -> Stretch:
    return Stretch(band.name, number(band.first), number(band.last) + 1, band.is_assumed)


def _summers(picture: Timeline) -> list[Stretch]:
    if not picture.years:
        return []
    ends = [picture.first - DAY, *(year.last for year in picture.years)]
    starts = [*(year.first for year in picture.years), picture.last + DAY]
    name = message("Summer")
    return [
        Stretch(name, number(end) + 1, number(start))
        for end, start in zip(ends, starts, strict=True)
        if start - end > DAY
    ]


def _months(picture: Timeline, language: Language) -> tuple[Stretch, ...]:
    from babel.dates import get_month_names  # here, since most calendars have periods

    names = get_month_names("wide", context="stand-alone", locale=language.code)
    found, first = [], picture.first.replace(day=1)
    while first <= picture.last:
        after = (first + 32 * DAY).replace(day=1)
        found.append(Stretch(names[first.month], number(first), number(after)))
        first = after
    return tuple(found)
