"""One event of an iCalendar file as written: read by itself, so that a broken one harms no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Event as IcsEvent

from roadmap_desktop.exchange.calendar_facts import Status
from roadmap_desktop.exchange.recurrence import Rule, weekday

_LONGEST_BLOCK = 100_000
_LONGEST_TITLE = 300
_LONGEST_EVENT = timedelta(days=800)
_UNREAD_RULES = ("BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYEASTER")


@dataclass(slots=True)
class Entry:
    """An event as written, before versions and repetitions are settled.

    ``length`` runs to an end that is not included; ``age`` orders versions; ``moved_from`` is the day of
    the occurrence it stands for.
    """

    number: int
    uid: str = ""
    title: str = ""
    more: str = ""
    status: Status = Status.broken
    start: date | datetime | None = None
    length: timedelta = timedelta(days=1)
    age: tuple[int, str] = (0, "")
    moved_from: date | None = None
    rule: Rule | None = None
    rule_unread: bool = False
    added: list[date] = field(default_factory=list)
    dropped: set[date] = field(default_factory=set)


def read_entry(number: int, block: str, zone: tzinfo | None) -> Entry:
    """The event in the text from BEGIN:VEVENT to END:VEVENT; with the status broken where it has no sound date."""
    entry = Entry(number)
    try:
        _fill(entry, IcsEvent.from_ical(block[:_LONGEST_BLOCK]), zone)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError):
        entry.status, entry.title = Status.broken, entry.title or _summary(block)
    return entry


def _summary(block: str) -> str:
    found = re.search(r"^SUMMARY[^:\r\n]*:(.*)$", block, re.MULTILINE | re.IGNORECASE)
    return _one_line(found[1]) if found else ""


def _fill(entry: Entry, source: Any, zone: tzinfo | None) -> None:
    """Takes over what the library has parsed; raises where it can't be used."""
    entry.title = _one_line(str(_one(source.get("SUMMARY")) or ""))[:_LONGEST_TITLE]
    categories = [str(name) for group in _many(source.get("CATEGORIES")) for name in getattr(group, "cats", ())]
    entry.more = _one_line(" / ".join([*categories, str(_one(source.get("DESCRIPTION")) or "")]))[:1000]
    entry.uid = str(_one(source.get("UID")) or "")
    stamps = (str(getattr(_one(source.get(name)), "dt", "")) for name in ("LAST-MODIFIED", "DTSTAMP"))
    sequence = str(_one(source.get("SEQUENCE")) or "0")
    entry.age = (int(sequence) if sequence.isdecimal() else 0, next((stamp for stamp in stamps if stamp), ""))
    start = _one(source.get("DTSTART")).dt
    if not isinstance(start, date) or not 1900 <= start.year <= 2200:
        raise ValueError("no usable start")
    entry.length = _length(start, source)
    moved = _one(source.get("RECURRENCE-ID"))
    entry.moved_from = local_day(moved.dt, zone) if moved is not None else None
    entry.dropped = {local_day(day, zone) for day in _dates(source.get("EXDATE"))}
    entry.added = [local_day(day, zone) for day in _dates(source.get("RDATE"))]
    _read_rule(entry, _one(source.get("RRULE")))
    entry.start = start
    status = str(_one(source.get("STATUS")) or "").strip().lower()
    entry.status = Status(status) if status in ("tentative", "cancelled") else Status.confirmed


def _length(start: date | datetime, source: Any) -> timedelta:
    """From the first moment to the end, which is not included; a day where the file gives no sound end."""
    duration, end = _one(source.get("DURATION")), _one(source.get("DTEND"))
    length = timedelta(days=1)
    if end is not None and isinstance(end.dt, datetime) == isinstance(start, datetime):
        length = _plain(end.dt) - _plain(start)
    elif duration is not None and isinstance(duration.dt, timedelta):
        length = duration.dt
    if length > _LONGEST_EVENT:
        raise ValueError("longer than two years")
    return max(length, timedelta(0))


def _read_rule(entry: Entry, source: Any) -> None:
    if source is None:
        return
    try:
        entry.rule = _rule(source)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        entry.rule_unread = True


def _rule(source: Any) -> Rule:
    """The rule as the library has read it; raises where it says what we can't count by days."""
    frequency = str(source["FREQ"][0]).upper()
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY") or any(name in source for name in _UNREAD_RULES):
        raise ValueError(frequency)
    until = source.get("UNTIL", [None])[0]
    count = int(source["COUNT"][0]) if "COUNT" in source else None
    return Rule(
        frequency,
        interval=min(max(int(source.get("INTERVAL", [1])[0]), 1), 1000),
        count=count,
        until=until.date() if isinstance(until, datetime) else until,
        weekdays=tuple(weekday(str(each)) for each in source.get("BYDAY", [])),
        month_days=tuple(int(each) for each in source.get("BYMONTHDAY", [])),
        months=tuple(int(each) for each in source.get("BYMONTH", [])),
        places=tuple(int(each) for each in source.get("BYSETPOS", [])),
        week_start=weekday(str(source.get("WKST", ["MO"])[0]))[1],
    )


def local_day(moment: date | datetime, zone: tzinfo | None) -> date:
    """The local day: what is written in UTC goes to the calendar's zone, a local time stays."""
    if not isinstance(moment, datetime):
        return moment
    if zone is not None and moment.tzinfo is not None and moment.tzname() == "UTC":
        return moment.astimezone(zone).date()
    return moment.date()


def _plain(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, datetime.min.time())


def _dates(source: Any) -> Iterator[date]:
    for group in _many(source):
        for each in getattr(group, "dts", ()):
            if isinstance(each.dt, date):
                yield each.dt


def _many(source: Any) -> list[Any]:
    return source if isinstance(source, list) else [] if source is None else [source]


def _one(source: Any) -> Any:
    return source[0] if isinstance(source, list) and source else source


def _one_line(text: str) -> str:
    return " ".join(text.replace("\\n", " ").split())
