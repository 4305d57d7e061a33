"""Every bar answers: what it is, why it starts then, why it is here, what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.plan import Plan, PlannedTask, planned
from roadmap_desktop.journey.roadmap.baseline import days_later
from roadmap_desktop.journey.roadmap.evidence import evidence
from roadmap_desktop.journey.roadmap.overdue import done_so_far, is_overdue
from roadmap_desktop.journey.roadmap.slips import slips
from roadmap_desktop.journey.roadmap.waits import lag_in_words
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.network import Link
    from roadmap_desktop.rules.schedule import Conflict
    from roadmap_desktop.rules.schooltime import Period

ENDS = 4
"""So many tasks are named at each end of a long chain."""
_KICKERS: dict[Part | None, Words] = {
    Part.BARRIER: message("Barrier"),
    Part.ADOPT: message("Guardrail"),
    Part.TEAM: message("Team"),
    Part.LEARN: message("Professional learning"),
    Part.PREPARE: message("Preparation of a pilot"),
    Part.RUN: message("Pilot"),
    Part.CHECK: message("Check-in"),
    Part.DECIDE: message("Decision"),
    Part.WAVE: message("Wave"),
    Part.REVIEW: message("Review"),
}


_PINS: dict[Part | None, Callable[[date], Words]] = {
    Part.ADOPT: lambda day: message("It was adopted on {day:short}.", day=day),
    Part.LEARN: lambda day: message("The session is set for {day:short}.", day=day),
    Part.RUN: lambda day: message("The pilot began on {day:short}.", day=day),
    Part.DECIDE: lambda day: message("The decision was made on {day:short}.", day=day),
    Part.REVIEW: lambda day: message("The review is set for {day:short}.", day=day),
}
"""What gave a generated task its day."""


def task_inspection(document: Document, key: str) -> Inspection | None:
    """What the inspector shows of a task; None where it is not planned."""
    plan = planned(document)
    found = plan.tasks.get(key)
    if found is None:
        return None
    sections = (
        Section(message("Overdue"), tuple(_overdue(document, found))),
        Section(message("Why does it start then?"), tuple(_why_then(document, plan, found))),
        Section(message("Why is it later?"), tuple(_slip(document, key))),
        Section(message("Why is it here?"), evidence(document, found.task)),
        Section(message("What follows"), tuple(_what_follows(plan, key))),
        Section(message("What can't hold"), tuple(_conflicts(plan, key))),
    )
    kicker = _KICKERS.get(found.task.part, message("Task"))
    return Inspection(kicker, found.task.name, _dates(document, found), tuple(each for each in sections if each.lines))


def why_then(document: Document, key: str) -> Words:
    """In words, what holds a task where it is; nothing where it is not planned."""
    plan = planned(document)
    found = plan.tasks.get(key)
    lines = [] if found is None else [line.text for line in _why_then(document, plan, found)]
    return sentences(lines)


def length_in_words(length: str) -> Words:
    """A length as a person reads it."""
    from roadmap_desktop.rules.length import Unit, parse

    found = parse(length)
    if found.is_milestone:
        return message("milestone")
    match found.unit:
        case Unit.WEEKS:
            return plural("{n} week", "{n} weeks", found.amount)
        case Unit.GRADING_PERIODS:
            return plural("{n} grading period", "{n} grading periods", found.amount)
        case Unit.CALENDAR_DAYS:
            return plural("{n} day by the calendar", "{n} days by the calendar", found.amount)
    return plural("{n} school day", "{n} school days", found.amount)


def _dates(document: Document, found: PlannedTask) -> Words:
    slack: Words = message("critical")
    if not found.critical:
        slack = plural("{n} school day of slack", "{n} school days of slack", found.total_slack)
    parts: list[Words] = [
        message("On {day}", day=found.start)
        if found.is_milestone
        else message("{first} to {last}", first=found.start, last=found.finish),
        length_in_words(found.task.length),
        slack,
    ]
    if later := days_later(document, found.task.key):
        late = plural("{n} school day later than the baseline", "{n} school days later than the baseline", later)
        early = plural("{n} school day earlier than the baseline", "{n} school days earlier than the baseline", -later)
        parts.append(late if later > 0 else early)
    if found.assumed:
        parts.append(message("in a school year whose calendar is assumed"))
    return joined(parts)


def joined(parts: list[Words]) -> Words:
    """Facts side by side, with a middle dot between them."""
    words = parts[0]
    for each in parts[1:]:
        words = message("{facts} · {fact}", facts=words, fact=each)
    return words


def sentences(parts: list[Words]) -> Words:
    """Sentences one after the other; nothing for none."""
    words: Words = parts[0] if parts else ""
    for each in parts[1:]:
        words = message("{sentence} {next}", sentence=words, next=each)
    return words


def _why_then(document: Document, plan: Plan, found: PlannedTask) -> Iterator[Line]:
    from roadmap_desktop.rules.schedule import DriverKind

    driver = found.driver
    match driver.kind:
        case DriverKind.LINK if driver.link is not None:
            before = plan.tasks[driver.link.before]
            words = _held(before, driver.link, document.today())
            yield Line(words, target=Target("roadmap", "timeline", before.task.key))
        case DriverKind.PINNED if found.task.started_on is not None:
            yield Line(message("It started on {day:short}.", day=found.task.started_on))
        case DriverKind.PINNED if "pinned_start" in found.task.edited or found.task.own:
            yield Line(message("Someone moved it to {day:short} by hand.", day=driver.asked))
        case DriverKind.PINNED if found.task.part in _PINS:
            yield Line(_PINS[found.task.part](driver.asked))
        case DriverKind.PINNED:
            yield Line(message("It has the date {day:short}.", day=driver.asked))
        case DriverKind.NOT_BEFORE:
            yield Line(message("It may not start before {day:short}.", day=driver.asked))
        case _:
            yield Line(message("Nothing holds it back: it starts with the roadmap, on {day:short}.", day=driver.asked))
    if driver.moved_by_calendar and found.task.started_on is None:
        yield Line(_moved(document, found))


def _held(before: PlannedTask, link: Link, today: date) -> Words:
    """Which end of the task before holds which end of this one, and how much later or earlier."""
    from roadmap_desktop.rules.network import LinkKind

    name, lag = before.task.name, lag_in_words(link.lag)
    on = before.start if link.kind in (LinkKind.SS, LinkKind.SF) else before.finish
    is_past = on < today
    match link.kind:
        case LinkKind.SS if is_past:
            words = message("Waits for {task}, which started on {day:short}", task=name, day=on)
        case LinkKind.SS:
            words = message("Waits for {task}, which starts on {day:short}", task=name, day=on)
        case LinkKind.FF if is_past:
            words = message("Its end waits for {task}, which ended on {day:short}", task=name, day=on)
        case LinkKind.FF:
            words = message("Its end waits for {task}, which ends on {day:short}", task=name, day=on)
        case LinkKind.SF if is_past:
            words = message("Its end waits for {task}, which started on {day:short}", task=name, day=on)
        case LinkKind.SF:
            words = message("Its end waits for {task}, which starts on {day:short}", task=name, day=on)
        case _ if is_past:
            words = message("Waits for {task}, which ended on {day:short}", task=name, day=on)
        case _:
            words = message("Waits for {task}, which ends on {day:short}", task=name, day=on)
    return message("{reason}: {lag}.", reason=words, lag=lag) if lag else message("{reason}.", reason=words)


def pause_of(document: Document, found: PlannedTask) -> Period | None:
    """The break that moved a task; None where none did, or days off of another kind."""
    if not found.driver.moved_by_calendar:
        return None
    calendars = schooldays.calendars(document)
    time = calendars.get(found.task.calendar) or calendars.get(schooldays.DISTRICT)
    return time.break_on(found.driver.asked) if time is not None else None


def _moved(document: Document, found: PlannedTask) -> Words:
    asked, pause = found.driver.asked, pause_of(document, found)
    if pause is not None:
        return message("Moved from {asked:short} past {pause}.", asked=asked, pause=pause.name)
    return message("Moved from {asked:short}: no school until {start:short}.", asked=asked, start=found.start)


def _overdue(document: Document, found: PlannedTask) -> Iterator[Line]:
    if is_overdue(document, found):
        words = message("{sentence}. Say when it ended, or plan again from today.", sentence=done_so_far(found))
        yield Line(words, Mark.OPEN)


def _what_follows(plan: Plan, key: str) -> Iterator[Line]:
    for link in plan.links:
        if link.before == key and (after := plan.tasks.get(link.after)) is not None:
            text = message("{task}, {day:short}", task=after.task.name, day=after.start)
            yield Line(text, target=Target("roadmap", "timeline", link.after))


def _slip(document: Document, key: str) -> Iterator[Line]:
    slip = slips(document).get(key)
    if slip is not None:
        yield Line(slip.why, Mark.LOOK)


def _conflicts(plan: Plan, key: str) -> Iterator[Line]:
    for conflict in plan.conflicts:
        if conflict.key == key:
            yield Line(conflict_words(conflict, plan), Mark.OPEN)


def conflict_words(conflict: Conflict, plan: Plan) -> Words:
    """By how many school days a fixed date can't hold, and through which tasks."""
    words: Words = plural(
        "{asked} is {n} school day too early; {possible} is possible.",
        "{asked} is {n} school days too early; {possible} is possible.",
        conflict.school_days,
        asked=conflict.asked,
        possible=conflict.possible,
    )
    if len(conflict.chain) > 1:
        words = message("{sentence} It comes through {chain}.", sentence=words, chain=_chain(conflict.chain, plan))
    return words


def _chain(keys: tuple[str, ...], plan: Plan) -> Words:
    """The tasks from the one that starts it all to the last; of a long chain its two ends."""
    names: list[Words] = [plan.tasks[key].task.name for key in keys]
    if len(names) > 2 * ENDS:
        names = [*names[:ENDS], "…", *names[-ENDS:]]
    words = names[0]
    for name in names[1:]:
        words = message("{chain} → {task}", chain=words, task=name)
    return words
