"""The school calendars as Microsoft Project keeps them: five working days of eight hours, with exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement

from roadmap_desktop.exchange.exported import Exported
from roadmap_desktop.exchange.project_xml import put
from roadmap_desktop.rules.schooltime import SchoolTime

EVERY_DAY = "every day"
"""The key of the calendar that knows no weekend: for work that is counted by the calendar."""
HOURS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
BEGINS, ENDS, MIDNIGHT, LAST_MINUTE = "T08:00:00", "T17:00:00", "T00:00:00", "T23:59:00"
DAY_MINUTES = 480
_WEEKEND = (1, 7)
"""Sunday and Saturday, as the format counts the days of the week."""
_AHEAD = timedelta(days=366)
"""The calendars are written this far beyond the last task, as far as they are known."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Days without school that follow one another, weekends between them included."""

    name: str
    first: date
    last: date


def calendar_uids(found: Exported) -> dict[str, int]:
    """The number of each calendar that is written, by its key; the district's schools come first."""
    return {key: number for number, key in enumerate((*sorted(found.calendars), EVERY_DAY), 1)}


def write_calendars(project: Element, found: Exported, names: Mapping[str, str]) -> None:
    """Adds every calendar of the roadmap, and the one that knows no weekend."""
    calendars = SubElement(project, "Calendars")
    for key, uid in calendar_uids(found).items():
        element = SubElement(calendars, "Calendar")
        put(element, UID=uid, Name=names[key], IsBaseCalendar=1, IsBaselineCalendar=0, BaseCalendarUID=-1)
        _write_week(element, free=() if key == EVERY_DAY else _WEEKEND)
        if key != EVERY_DAY:
            time = found.calendars[key]
            _write_exceptions(element, closed(time, min(found.starts_on, found.first), found.last + _AHEAD))


def closed(time: SchoolTime, first: date, last: date) -> Iterator[Closed]:
    """The runs of weekdays without school from ``first`` to ``last``, named by their break where one holds them."""
    begun: date | None = None
    before = day = first
    while day <= min(last, time.last):
        if day.weekday() < 5:
            if not time.is_school_day(day):
                begun = begun or day
                before = day
            elif begun is not None:
                yield _named(time, begun, before)
                begun = None
        day += timedelta(days=1)
    if begun is not None:
        yield _named(time, begun, before)


def _named(time: SchoolTime, first: date, last: date) -> Closed:
    pause = time.break_on(first) or time.break_on(last)
    return Closed(pause.name if pause is not None else "", first, last)


def _write_week(calendar: Element, free: tuple[int, ...]) -> None:
    days = SubElement(calendar, "WeekDays")
    for number in range(1, 8):
        day = SubElement(days, "WeekDay")
        put(day, DayType=number, DayWorking=int(number not in free))
        if number not in free:
            hours = SubElement(day, "WorkingTimes")
            for begins, ends in HOURS:
                put(SubElement(hours, "WorkingTime"), FromTime=begins, ToTime=ends)


def _write_exceptions(calendar: Element, runs: Iterator[Closed]) -> None:
    exceptions = SubElement(calendar, "Exceptions")
    for run in runs:
        exception = SubElement(exceptions, "Exception")
        put(exception, EnteredByOccurrences=0)
        period = SubElement(exception, "TimePeriod")
        put(period, FromDate=f"{run.first}{MIDNIGHT}", ToDate=f"{run.last}{LAST_MINUTE}")
        put(exception, Occurrences=(run.last - run.first).days + 1, Name=run.name or None, Type=1, DayWorking=0)
