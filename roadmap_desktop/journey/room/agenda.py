"""The room's agenda: what comes now and next, as far as the stage that is worked on tells."""

from __future__ import annotations

from itertools import pairwise

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.prepare import agenda as agendas
from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
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


def title(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The calm screen of a stage that has no view of its own."""
    found = stage(stage_key)
    now = _item(document, stage_key)
    after = None if now is None else _after(document, now)
    slide = TitleSlide(
        kicker=workshop(document).district,
        title=found.name,
        purpose=found.purpose,
        now=_named(now),
        then=_named(after),
    )
    return (slide,)


def pages(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The whole day, a page after the other; the title screen where there is no agenda."""
    rows = agenda(document).rows
    if not rows:
        return title(document, stage_key)
    lines = [AgendaLine(row.title, row.minutes, row.start, is_now=False) for row in rows]
    cut = [tuple(lines[first : first + LINES]) for first in range(0, len(lines), LINES)]
    return tuple(AgendaSlide(part, number, len(cut)) for number, part in enumerate(cut, 1))


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


def _named(item: AgendaRow | None) -> Words:
    if item is None:
        return ""
    return message("{item}, {minutes} min", item=item.title, minutes=item.minutes)
