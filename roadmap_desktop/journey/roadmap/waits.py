"""What a task waits for, and what else it could wait for without a circle."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.merged import Task, merged
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Link
from roadmap_desktop.rules.length import Lag, LagUnit, parse_lag
from roadmap_desktop.rules.network import LinkKind
from roadmap_desktop.rules.predecessors import written_way
from roadmap_desktop.store.document import Document

_HOW: dict[str, Words] = {
    "SS": message("starts with it"),
    "FF": message("ends with it"),
    "SF": message("ends when it starts"),
}


@dataclass(frozen=True, slots=True)
class Wait:
    """A task that another waits for; ``uuid`` is its key, ``how`` says how it waits, ``written`` as it is typed."""

    uuid: str
    name: Words
    how: Words
    written: str


@dataclass(frozen=True, slots=True)
class Waits:
    """The tasks that one waits for, and those it could wait for besides (key and name)."""

    waits_for: tuple[Wait, ...]
    could: tuple[tuple[str, Words], ...]


def waits(document: Document, key: str) -> Waits:
    """What a task waits for, in the order of the lanes."""
    found = merged(document)
    links = {link.before: link for link in found.links if link.after == key}
    behind = _behind(found.links, key)
    could = [task for task in found.tasks if task.key not in links and task.key not in behind]
    return Waits(
        tuple(_wait(task, links[task.key]) for task in found.tasks if task.key in links),
        tuple((task.key, task.name) for task in could),
    )


def _behind(links: tuple[Link, ...], key: str) -> set[str]:
    """The task itself and all that wait for it: none of them can hold it."""
    after: dict[str, list[str]] = {}
    for link in links:
        after.setdefault(link.before, []).append(link.after)
    seen, waiting = set[str](), [key]
    while waiting:
        if (each := waiting.pop()) not in seen:
            seen.add(each)
            waiting += after.get(each, ())
    return seen


def _wait(task: Task, link: Link) -> Wait:
    written = written_way(LinkKind(link.kind), parse_lag(link.lag or "0"))
    return Wait(task.key, task.name, _how(link) or message("starts after it"), written)


def _how(link: Link) -> Words:
    kind, lag = _HOW.get(link.kind, ""), lag_in_words(parse_lag(link.lag or "0"))
    if not lag:
        return kind
    return message("{kind}, {lag}", kind=kind, lag=lag) if kind else lag


def lag_in_words(lag: Lag) -> Words:
    """How much later or earlier, as a person reads it; nothing for no lag."""
    if not lag.amount:
        return ""
    return _later(lag.amount, lag.unit) if lag.amount > 0 else _earlier(-lag.amount, lag.unit)


def _later(n: int, unit: LagUnit) -> Words:
    match unit:
        case LagUnit.WEEKS:
            return plural("{n} week later", "{n} weeks later", n)
        case LagUnit.CALENDAR_DAYS:
            return plural("{n} day by the calendar later", "{n} days by the calendar later", n)
    return plural("{n} school day later", "{n} school days later", n)


def _earlier(n: int, unit: LagUnit) -> Words:
    match unit:
        case LagUnit.WEEKS:
            return plural("{n} week earlier", "{n} weeks earlier", n)
        case LagUnit.CALENDAR_DAYS:
            return plural("{n} day by the calendar earlier", "{n} days by the calendar earlier", n)
    return plural("{n} school day earlier", "{n} school days earlier", n)
