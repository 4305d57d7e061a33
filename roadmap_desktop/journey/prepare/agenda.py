"""Prepare, the agenda: what the room does when, its times computed from the start of the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from sqlalchemy import select

from roadmap_desktop.catalogue.agendas import ItemKind, agendas
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words
from roadmap_desktop.model.workshop import AgendaItem
from roadmap_desktop.rules.prepare import Slot, slots
from roadmap_desktop.store.document import Document

KINDS = ("agenda_item", "workshop", "wording")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item of a session; start and end are None until the workshop has a start."""

    uuid: str
    title: Words
    minutes: int
    kind: ItemKind
    stage: str
    session: int
    start: time | None
    end: time | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session: how long it takes, breaks included, and when it begins and ends."""

    session: int
    minutes: int
    start: time | None
    end: time | None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """An agenda to begin with, in minutes over all its sessions."""

    key: str
    name: Words
    description: Words
    minutes: int
    sessions: int


@dataclass(frozen=True, slots=True)
class AgendaPicture:
    """The items in order, session after session, and the templates to begin with."""

    rows: tuple[AgendaRow, ...]
    sessions: tuple[SessionRow, ...]
    templates: tuple[TemplateRow, ...]

    @property
    def minutes(self) -> int:
        """All sessions together, breaks included."""
        return sum(session.minutes for session in self.sessions)


def agenda(document: Document) -> AgendaPicture:
    """The agenda of the workshop."""
    return document.remembered("agenda", KINDS, lambda: _agenda(document))


def templates() -> tuple[TemplateRow, ...]:
    """The agendas to begin with, the shortest first."""
    return tuple(
        TemplateRow(each.key, each.name, each.description, each.minutes, len(each.sessions)) for each in agendas()
    )


def _agenda(document: Document) -> AgendaPicture:
    item = AgendaItem
    columns = (item.uuid, item.key, item.title, item.minutes, item.kind, item.stage, item.session)
    with document.read():
        found = document.rows(select(*columns).order_by(item.session, item.position))
        titles = {row.uuid: worded(document, row.title, f"item.{row.key}.name") for row in found}
        starts_at = workshop(document).starts_at
        rows: list[AgendaRow] = []
        for number in sorted({row.session for row in found}):
            items = [row for row in found if row.session == number]
            for row, slot in zip(items, _slots(starts_at, [each.minutes for each in items]), strict=True):
                kind = ItemKind(row.kind)
                start, end = (slot.start, slot.end) if slot else (None, None)
                rows.append(AgendaRow(row.uuid, titles[row.uuid], row.minutes, kind, row.stage, number, start, end))
    return AgendaPicture(tuple(rows), _sessions(rows), templates())


def _slots(starts_at: time | None, minutes: list[int]) -> tuple[Slot | None, ...]:
    return (None,) * len(minutes) if starts_at is None else slots(starts_at, minutes)


def _sessions(rows: list[AgendaRow]) -> tuple[SessionRow, ...]:
    found = []
    for number in dict.fromkeys(row.session for row in rows):
        items = [row for row in rows if row.session == number]
        found.append(SessionRow(number, sum(row.minutes for row in items), items[0].start, items[-1].end))
    return tuple(found)
