"""The agendas a workshop can start from: half a day, a full day, or several sessions over some weeks."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.stages import Stage
from roadmap_desktop.language import Phrase


class ItemKind(StrEnum):
    """Whether the room works or rests."""

    WORK = "work"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One item; a break has no stage. ``run`` tells the facilitator what happens in it."""

    key: str
    minutes: int
    kind: ItemKind
    stage: Stage | None
    name: Phrase
    run: Phrase


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One meeting, ``week`` weeks after the first (0 for the first itself)."""

    key: str
    week: int
    name: Phrase
    items: tuple[ItemEntry, ...]

    @property
    def minutes(self) -> int:
        """How long the meeting takes, breaks included."""
        return sum(item.minutes for item in self.items)

    @property
    def starts(self) -> tuple[int, ...]:
        """When each item begins, in minutes after the meeting begins."""
        return tuple(accumulate((item.minutes for item in self.items[:-1]), initial=0))


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A template for the whole workshop."""

    key: str
    name: Phrase
    description: Phrase
    sessions: tuple[SessionEntry, ...]

    @property
    def minutes(self) -> int:
        """How long all sessions take together, breaks included."""
        return sum(session.minutes for session in self.sessions)


@lru_cache
def agendas(folder: Path | None = None) -> tuple[AgendaEntry, ...]:
    """The templates, the shortest first; ``BadRecord`` where a record is wrong."""
    with Subject("agendas", folder) as subject:
        return subject.each("agenda", _agenda)


def _agenda(record: Record) -> AgendaEntry:
    sessions = record.each("session", _session)
    if not sessions:
        raise record.wrong("has no 'session'")
    weeks = [session.week for session in sessions]
    if weeks[0] != 0 or weeks != sorted(weeks):
        raise record.wrong("its sessions must begin in week 0 and follow one another")
    return AgendaEntry(record.key, record.phrase("name"), record.phrase("description"), sessions)


def _session(record: Record) -> SessionEntry:
    items = record.each("item", _item)
    if not items:
        raise record.wrong("has no 'item'")
    return SessionEntry(record.key, record.whole("week"), record.phrase("name"), items)


def _item(record: Record) -> ItemEntry:
    kind = record.choice("kind", ItemKind)
    if (kind is ItemKind.BREAK) == record.has("stage"):
        raise record.wrong("work needs a 'stage' and a break has none")
    return ItemEntry(
        key=record.key,
        minutes=record.whole("minutes", least=1),
        kind=kind,
        stage=record.choice("stage", Stage) if kind is ItemKind.WORK else None,
        name=record.phrase("name"),
        run=record.phrase("run"),
    )
