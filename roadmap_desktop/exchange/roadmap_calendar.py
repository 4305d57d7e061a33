"""The roadmap as calendar files (RFC 5545): one for all, one for each owner and one for each school.

Every task is an all-day event, a milestone one of a day. Its UID is made of the workshop and the task's key, so that
taking a newer file updates the events of an older one; DTEND is the day after the last, as the format has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta

from roadmap_desktop.exchange.exported import Exported, ExportedLane, ExportedTask
from roadmap_desktop.exchange.writing import FileNames
from roadmap_desktop.language import Words, message

PRODUCT = "-//Roadmap Desktop//Roadmap//EN"
_DAY = timedelta(days=1)


def calendars(found: Exported) -> Iterator[tuple[str, bytes]]:
    """The name (without its ending) and content of each calendar file."""
    names = FileNames()
    events = {task.key: _event(task, lane, found) for lane in found.lanes for task in lane.tasks}
    tasks = found.tasks
    yield names.free("roadmap"), _calendar(found.title, (events[task.key] for task in tasks), found)
    for owner in sorted({task.owner for task in tasks} - {""}):
        title = found.language.say(message("{roadmap}: {name}", roadmap=found.title, name=owner))
        theirs = (events[task.key] for task in tasks if task.owner == owner)
        yield names.free("owner", owner), _calendar(title, theirs, found)
    for uuid, school in found.schools:
        title = found.language.say(message("{roadmap}: {name}", roadmap=found.title, name=school))
        theirs = (events[task.key] for task in tasks if not task.schools or uuid in task.schools)
        yield names.free("school", school), _calendar(title, theirs, found)


def _calendar(title: str, events: Iterable[bytes], found: Exported) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("last-modified", found.made.astimezone(UTC))
    head, _, foot = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((head, *events, b"END:VCALENDAR", foot))


def _event(task: ExportedTask, lane: ExportedLane, found: Exported) -> bytes:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{task.uuid}@roadmap-desktop")
    event.add("dtstamp", found.made.astimezone(UTC))
    event.add("dtstart", task.start)
    event.add("dtend", task.finish + _DAY)
    event.add("summary", task.name)
    event.add("description", "\n".join(found.language.say(words) for words in _about(task, lane)))
    event.add("categories", [lane.name])
    event.add("status", "TENTATIVE" if task.is_assumed else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    content: bytes = event.to_ical()
    return content


def _about(task: ExportedTask, lane: ExportedLane) -> Iterator[Words]:
    yield message("{phase}, {length}", phase=lane.name, length=task.length_words)
    if task.owner:
        yield message("Owner: {name}", name=task.owner)
    if task.must_finish_by is not None:
        yield message("Must finish by {day}", day=task.must_finish_by)
    if task.is_assumed:
        yield message("The calendar of that school year is assumed.")
    yield task.why
