"""What a task waits for in the notation of project programs: "A", "2FS+3, 4SS", "C FF-1; D"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from roadmap_desktop.rules.length import MOST, NO_LAG, Lag, LagUnit, NotALag
from roadmap_desktop.rules.network import LinkKind

_KINDS = {**{str(kind): kind for kind in LinkKind}, "FC": LinkKind.FS, "CC": LinkKind.SS, "CF": LinkKind.SF}
"""The kinds by their two letters; Spanish programs write C (comienzo) for the start."""
_WITH_KIND = re.compile(rf"(?P<id>.+?)\s*(?P<kind>{'|'.join(_KINDS)})\s*(?P<lag>[+-].*)?", re.IGNORECASE)
_WITH_LAG = re.compile(r"(?P<id>.+)(?P<kind>)(?P<lag>[+-]\s*\d.*)")
_WAY = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})?\s*(?P<lag>[+-]?\s*\d.*)?", re.IGNORECASE)
_LAG = re.compile(r"(?P<sign>[+-])\s*(?P<amount>\d{1,6})\s*(?P<unit>[a-z ]*)\.?", re.ASCII | re.IGNORECASE)
_UNITS = {
    LagUnit.SCHOOL_DAYS: re.compile(r"|d|days?|sd|school days?"),
    LagUnit.WEEKS: re.compile(r"w|wks?|(school )?weeks?"),
    LagUnit.CALENDAR_DAYS: re.compile(r"ed|edays?|(elapsed|calendar) days?"),
}


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A task that another waits for, by which ends, and how much later or earlier."""

    key: str
    kind: LinkKind = LinkKind.FS
    lag: Lag = NO_LAG

    def written(self) -> str:
        """As ``predecessors`` reads it."""
        if self.kind is LinkKind.FS and not self.lag.amount:
            return self.key
        space = "" if self.key.isdecimal() else " "
        return f"{self.key}{space}{written_way(self.kind, self.lag)}"


_MARKS = {LagUnit.SCHOOL_DAYS: "", LagUnit.WEEKS: "w", LagUnit.CALENDAR_DAYS: "ed"}


class NoSuchPredecessor(ValueError):
    """A task that is waited for is not among those that are known."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no task has the id {key}")
        self.key = key


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of tasks: as they are, and whatever their capitals where that leaves no doubt."""

    keys: Collection[str]
    folded: Mapping[str, str]

    @classmethod
    def of(cls, keys: Collection[str]) -> Known:
        """These ids."""
        by_fold: dict[str, list[str]] = {}
        for key in keys:
            by_fold.setdefault(key.casefold(), []).append(key)
        return cls(frozenset(keys), {fold: found[0] for fold, found in by_fold.items() if len(found) == 1})

    def find(self, text: str) -> str | None:
        """The id that is meant; None for none."""
        return text if text in self.keys else self.folded.get(text.casefold())


def way(text: str) -> tuple[LinkKind, Lag]:
    """How a task waits, as it is typed: "FS+3", "SS", "+2w" or "3 days" alone; nothing is finish-start without a lag.

    Raises:
        NotALag: it says neither.
    """
    plain = " ".join(text.replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-").split())
    if not plain:
        return LinkKind.FS, NO_LAG
    found = _WAY.fullmatch(plain)
    if found is None:
        raise NotALag(text)
    lag = (found["lag"] or "").strip()
    if lag and lag[0] not in "+-":
        lag = f"+{lag}"
    return _KINDS[(found["kind"] or "FS").upper()], _lag(lag)


def written_way(kind: LinkKind, lag: Lag) -> str:
    """As ``way`` reads it."""
    return f"{kind}{lag.amount:+d}{_MARKS[lag.unit]}" if lag.amount else str(kind)


def split(text: str) -> list[str]:
    """The parts of a cell, each of which names one task; commas and semicolons part them."""
    return [part for each in re.split(r"[,;]", text) if (part := " ".join(each.split()))]


def predecessor(part: str, known: Known) -> Predecessor:
    """The task that one part names; the longest id that is known counts, so that an id may end like a link.

    A lag counts school days, whether "d" stands behind it or not; "w" is a week of five, "ed" a day by the calendar.

    Raises:
        NoSuchPredecessor: no such task is known.
        NotALag: what stands behind the task is none.
    """
    text = part.replace("\N{MINUS SIGN}", "-").replace("\N{EN DASH}", "-")
    readings = list(_readings(text))
    for key, kind, lag in readings:
        found = known.find(key)
        if found is not None:
            return Predecessor(found, kind, _lag(lag))
    raise NoSuchPredecessor(readings[1][0] if _WITH_KIND.fullmatch(text) else text)


def _readings(text: str) -> Iterator[tuple[str, LinkKind, str]]:
    yield text, LinkKind.FS, ""
    for pattern in (_WITH_KIND, _WITH_LAG):
        found = pattern.fullmatch(text)
        if found is not None:
            kind = _KINDS[found["kind"].upper()] if found["kind"] else LinkKind.FS
            yield found["id"].strip(), kind, found["lag"] or ""


def _lag(text: str) -> Lag:
    if not text:
        return NO_LAG
    found = _LAG.fullmatch(text.strip())
    word = "" if found is None else found["unit"].lower().strip()
    unit = next((unit for unit, words in _UNITS.items() if words.fullmatch(word)), None)
    if found is None or unit is None or int(found["amount"]) > MOST:
        raise NotALag(text)
    amount = int(found["amount"]) * (-1 if found["sign"] == "-" else 1)
    return Lag(amount, unit) if amount else NO_LAG
