"""The seats of the AI team, and who is responsible, accountable, consulted and informed to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.terms import Term, terms_of
from roadmap_desktop.language import Phrase
from roadmap_desktop.rules.team import Letter


class Need(StrEnum):
    """Whether a seat must be filled or waived (required), or only hears what was decided (informed)."""

    REQUIRED = "required"
    INFORMED = "informed"


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A function on the team, for ``least`` to ``wanted`` people; no perspective where anyone may hold it."""

    key: str
    perspective: str
    wanted: int
    least: int
    need: Need
    name: Phrase
    duty: Phrase


@dataclass(frozen=True, slots=True)
class Share:
    """The letter suggested for one seat."""

    seat: str
    letter: Letter


@dataclass(frozen=True, slots=True)
class WorkItemEntry:
    """A row of the RACI grid: exactly one share is accountable and at least one responsible."""

    key: str
    shares: tuple[Share, ...]
    name: Phrase
    description: Phrase


@dataclass(frozen=True, slots=True)
class _Shelf:
    seats: tuple[SeatEntry, ...]
    work_items: tuple[WorkItemEntry, ...]
    letters: tuple[Term, ...]


def seats(folder: Path | None = None) -> tuple[SeatEntry, ...]:
    """The seats, the sponsor first; ``BadRecord`` where a record is wrong."""
    return _shelf(folder).seats


def work_items(folder: Path | None = None) -> tuple[WorkItemEntry, ...]:
    """The rows of the RACI grid, in the order of the roadmap."""
    return _shelf(folder).work_items


def letters(folder: Path | None = None) -> tuple[Term, ...]:
    """What the letters R, A, C and I mean, keyed as ``Letter``."""
    return _shelf(folder).letters


@lru_cache
def _shelf(folder: Path | None) -> _Shelf:
    with Subject("team", folder) as subject:
        seats = subject.each("seat", partial(_seat, perspectives=perspective_keys(folder)))
        seat_keys = tuple(seat.key for seat in seats)
        return _Shelf(
            seats=seats,
            work_items=subject.each("work_item", partial(_work_item, seats=seat_keys)),
            letters=terms_of(subject, "letter", Letter),
        )


def _seat(record: Record, perspectives: tuple[str, ...]) -> SeatEntry:
    wanted = record.whole("wanted", least=1)
    return SeatEntry(
        key=record.key,
        perspective=record.one_of("perspective", perspectives) if record.has("perspective") else "",
        wanted=wanted,
        least=record.whole("least", least=1, most=wanted) if record.has("least") else wanted,
        need=record.choice("need", Need),
        name=record.phrase("name"),
        duty=record.phrase("duty"),
    )


def _work_item(record: Record, seats: tuple[str, ...]) -> WorkItemEntry:
    fields = record.part("shares")
    for seat in fields.names():
        if seat not in seats:
            raise record.wrong(f"'{seat}' is not a seat of the team")
    letters = {seat: fields.choice(seat, Letter) for seat in fields.names()}
    _check_letters(record, letters)
    shares = tuple(Share(seat, letter) for seat, letter in letters.items())
    return WorkItemEntry(record.key, shares, record.phrase("name"), record.phrase("description"))


def _check_letters(record: Record, letters: Mapping[str, Letter]) -> None:
    accountable = [seat for seat, letter in letters.items() if letter is Letter.ACCOUNTABLE]
    if len(accountable) != 1:
        raise record.wrong(f"must have exactly one A, but has {len(accountable)}")
    if Letter.RESPONSIBLE not in letters.values():
        raise record.wrong("must have at least one R")
