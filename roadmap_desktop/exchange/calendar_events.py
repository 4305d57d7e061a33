"""The events of an iCalendar file (.ics): their titles and the local days they are on, nothing guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from roadmap_desktop.exchange.calendar_entries import Entry, local_day, read_entry
from roadmap_desktop.exchange.calendar_facts import Days, Event, Status
from roadmap_desktop.exchange.decoding import physical_lines
from roadmap_desktop.exchange.recurrence import occurrences
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message

MOST_EVENTS = 10_000
_MOST_RULES = 1_000
_ZONE = (
    re.compile(r"^X-WR-TIMEZONE[^:\n]*:[ \t]*([^\r\n]+)", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^TZID[^:\n]*:[ \t]*([^\r\n]+)", re.MULTILINE | re.IGNORECASE),
    re.compile(r";TZID=\"?([^:;\"\r\n]+)", re.IGNORECASE),
)


def read_events(text: str) -> tuple[tuple[Event, ...], bool]:
    """The events in the order of the file, and whether times had no zone to make them local by.

    Each event is read by itself, so that a broken one is listed and harms no other. Tasks, alarms and
    zones are passed over. Raises Unreadable where the file has more than 10,000 events.
    """
    blocks = list(_blocks(text))
    if len(blocks) > MOST_EVENTS:
        raise Unreadable(
            message("The calendar has more than {n} events.", n=MOST_EVENTS),
            message("Export the calendar of the school year only and try again."),
        )
    zone = _zone(text)
    entries = [read_entry(number, block, zone) for number, block in enumerate(blocks, 1)]
    zoneless = zone is None and any(isinstance(each.start, datetime) and each.start.tzinfo for each in entries)
    replaced = _replaced(entries)
    _leave_room_for_moved([entry for entry in entries if entry.number not in replaced])
    ruled = [entry for entry in entries if entry.rule]
    for entry in ruled[_MOST_RULES:]:
        entry.rule, entry.rule_unread = None, True
    last = max((local_day(each.start, zone) for each in entries if each.start and not each.rule), default=date.min)
    return tuple(_event(entry, replaced.get(entry.number), zone, last) for entry in entries), zoneless


def _blocks(text: str) -> Iterator[str]:
    """The text of each event; one that never ends reaches to the next one or to the end of the file."""
    block: list[str] | None = None
    for line in physical_lines(text):
        mark = line.strip().upper()
        if mark == "BEGIN:VEVENT":
            if block:
                yield "\r\n".join([*block, "END:VEVENT", ""])
            block = [mark]
        elif block is not None and mark in ("END:VEVENT", "END:VCALENDAR"):
            yield "\r\n".join([*block, "END:VEVENT", ""])
            block = None
        elif block is not None:
            block.append(line)
    if block:
        yield "\r\n".join([*block, "END:VEVENT", ""])


def _zone(text: str) -> tzinfo | None:
    """The zone the calendar names for itself, else that of its first zone, else of its first time."""
    names = (name for pattern in _ZONE if (name := pattern.search(text)))
    for name in names:
        try:
            written = name[1].strip(' "')
            return ZoneInfo(WINDOWS_TO_OLSON.get(written, written))
        except (ValueError, OSError, KeyError):
            continue
    return None


def _replaced(entries: Iterable[Entry]) -> dict[int, int]:
    """For each event of which the file has a newer version, the number of that version.

    Versions share the UID and the occurrence they stand for. Equal in age they are two events: many
    programs give all their events one UID.
    """
    versions: defaultdict[tuple[str, date | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.uid and entry.start is not None:
            versions[entry.uid, entry.moved_from].append(entry)
    found: dict[int, int] = {}
    for group in versions.values():
        newest = max(group, key=lambda entry: entry.age)
        found |= {entry.number: newest.number for entry in group if entry.age < newest.age}
    return found


def _leave_room_for_moved(entries: Iterable[Entry]) -> None:
    """An occurrence that was moved or cancelled by itself is no longer one of the rule's."""
    moved: defaultdict[str, set[date]] = defaultdict(set)
    for entry in entries:
        if entry.uid and entry.moved_from is not None:
            moved[entry.uid].add(entry.moved_from)
    for entry in entries:
        if entry.moved_from is None:
            entry.dropped |= moved.get(entry.uid, set())


def _event(entry: Entry, newer: int | None, zone: tzinfo | None, last: date) -> Event:
    """The event with its days; an endless rule ends 400 days after the last event that does not repeat."""
    status = Status.replaced if newer is not None else entry.status
    if entry.start is None:
        return Event(entry.number, entry.title, (), Status.broken, entry.more)
    starts = [local_day(entry.start, zone)]
    if entry.rule is not None:
        first = entry.start.date() if isinstance(entry.start, datetime) else entry.start
        end = max(last, first + timedelta(days=330)) + timedelta(days=400)
        starts = [_moved_to(day, entry.start, zone) for day in occurrences(entry.rule, first, end)]
    kept = sorted({*starts, *entry.added} - entry.dropped)
    days = _joined(Days(day, _last_day(day, entry)) for day in kept)
    return Event(entry.number, entry.title, days, status, entry.more, entry.rule_unread, newer)


def _last_day(first: date, entry: Entry) -> date:
    """The last day of an occurrence; a time past midnight is still the evening before."""
    timed = isinstance(entry.start, datetime)
    whole = entry.length.days if not timed or entry.length >= timedelta(days=1) else 1
    return first + timedelta(days=max(whole, 1) - 1)


def _joined(all_days: Iterable[Days]) -> tuple[Days, ...]:
    """Occurrences on days in a row, as one span."""
    joined: list[Days] = []
    for days in all_days:
        if joined and days.first <= joined[-1].last + timedelta(days=1):
            joined[-1] = replace(joined[-1], last=max(joined[-1].last, days.last))
        else:
            joined.append(days)
    return tuple(joined)


def _moved_to(day: date, start: date | datetime, zone: tzinfo | None) -> date:
    """The local day of an occurrence that the rule, in the start's own zone, has on this day."""
    return local_day(datetime.combine(day, start.timetz()), zone) if isinstance(start, datetime) else day
