"""The room's agenda: what comes now and next, by the clock once the day was started, else by the stage."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.prepare import agenda as agendas
from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
from roadmap_desktop.journey.prepare.running import DayItem, day
from roadmap_desktop.journey.room.slides import AgendaLine, AgendaSlide, Slide, TitleSlide
from roadmap_desktop.journey.stages import stage
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.document import Document

KINDS = frozenset(agendas.KINDS)

LINES = 7
"""How many items one screen holds."""


def minutes_of(document: Document, stage_key: str) -> int:
    """How long the agenda gives the stage's next item, in minutes; 0 where it gives none."""
    found = _item(document, stage_key)
    return found.minutes if found else 0


def time_left(document: Document) -> timedelta | None:
    """What the item that runs has left, nothing at the least; None while nobody started the day."""
    found = day(document)
    if found is None or _runs(document) is None or (clock := found.at(document.now())) is None:
        return None
    return max(clock.left, timedelta())


def title(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The calm screen of a stage that has no view of its own."""
    found = stage(stage_key)
    now, after = _now_and_next(document, stage_key)
    slide = TitleSlide(
        kicker=workshop(document).district,
        title=found.name,
        purpose=found.purpose,
        now=now,
        then=after,
    )
    return (slide,)


def pages(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The whole day, a page after the other; the title screen where there is no agenda."""
    rows = agenda(document).rows
    if not rows:
        return title(document, stage_key)
    running = _runs(document)
    now = running[0].uuid if running else ""
    lines = [AgendaLine(row.title, row.minutes, row.start, is_now=row.uuid == now) for row in rows]
    cut = [tuple(lines[first : first + LINES]) for first in range(0, len(lines), LINES)]
    return tuple(AgendaSlide(part, number, len(cut)) for number, part in enumerate(cut, 1))


def _runs(document: Document) -> tuple[DayItem, DayItem | None] | None:
    """The item that runs today, and the one after it."""
    found = day(document)
    if found is None or found.place is None:
        return None
    started = found.items[found.place].item.started
    if started is None or started.date() != document.today():
        return None
    return found.items[found.place], next(iter(found.items[found.place + 1 :]), None)


def _now_and_next(document: Document, stage_key: str) -> tuple[Words, Words]:
    if running := _runs(document):
        one, following = running
        return _named(one.title, one.item.minutes), _named(following.title, following.item.minutes) if following else ""
    item = _item(document, stage_key)
    after = None if item is None else _after(document, item)
    return _named(item.title, item.minutes) if item else "", _named(after.title, after.minutes) if after else ""


def _item(document: Document, stage_key: str) -> AgendaRow | None:
    """The first item of the stage."""
    return next((row for row in agenda(document).rows if row.stage == stage_key), None)


def _after(document: Document, item: AgendaRow) -> AgendaRow | None:
    """What follows the last of the items of this stage that stand together; a break counts."""
    rows = agenda(document).rows
    start = rows.index(item)
    for one, following in pairwise(rows[start:]):
        if following.stage != one.stage or following.kind is ItemKind.BREAK:
            return following
    return None


def _named(title: Words, minutes: int) -> Words:
    return message("{item}, {minutes} min", item=title, minutes=minutes)
