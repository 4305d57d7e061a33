"""Who must be on the team, and what makes a row of the RACI grid whole.

The rules are a proposal of our own; that a row has exactly one A and at least one R is common practice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

SPONSOR, LEAD = "sponsor", "ai-lead"
"""The keys of the two seats that two people must hold."""
TEACHER, STUDENT, FAMILY, TECHNOLOGY, LEGAL, SPECIAL_EDUCATION = (
    *("teacher", "student", "family", "technology", "legal", "special_education"),
)
"""Perspectives that a rule asks for."""
NEED_SPECIAL_EDUCATION = frozenset({"multilingual-scaffolds", "accessible-materials", "iep-wording", "early-warning"})
"""The keys of the use cases that need special education at the table."""
LEGAL_ITEMS = ("vetting", "privacy-agreement", "pilot-design")
"""The keys of the work through which every use case passes, and on which legal is at least consulted."""
HIGH_RISK, PERSONAL_DATA = "H", 2
"""From these on legal is consulted: risk H, data class 2 (personal)."""
LEAST_TEACHERS, MOST_ACCOUNTABLE, MANY_CONSULTED = 2, 4, 5
"""Practising teachers at least; rows that one person answers for at most; C in one row that slow the work."""


class Letter(StrEnum):
    """What a seat does for a work item: does it, answers for it, is asked before, is told after."""

    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    CONSULTED = "C"
    INFORMED = "I"


class Rule(StrEnum):
    """What the team as a whole must cover."""

    SEATS = "every_seat_filled_or_waived"
    SPONSOR_AND_LEAD = "sponsor_is_not_lead"
    TEACHERS = "two_practising_teachers"
    BEYOND_TECHNOLOGY = "technology_is_not_the_only_lead"
    VOICE = "student_and_family_voice"
    SPECIAL_EDUCATION = "special_education_present"
    LEGAL = "legal_consulted"
    LOAD = "nobody_accountable_for_more_than_four"


class Fault(StrEnum):
    """What a row of the grid lacks; an A or R of an open seat is with nobody yet."""

    NO_ACCOUNTABLE = "no_accountable"
    MANY_ACCOUNTABLE = "many_accountable"
    ACCOUNTABLE_OPEN = "accountable_open"
    NO_RESPONSIBLE = "no_responsible"
    RESPONSIBLE_OPEN = "responsible_open"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person on a seat, with the perspective she has among the participants (empty: not known)."""

    name: str
    perspective: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A function on the team; filled with holders, waived, or else open."""

    uuid: str
    key: str = ""
    perspective: str = ""
    holders: tuple[Holder, ...] = ()
    waived: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody holds it and nobody said why not."""
        return not self.holders and not self.waived


@dataclass(frozen=True, slots=True)
class UseCase:
    """A use case that was chosen for a pilot; risk L, M or H, data class 0 public to 3 sensitive."""

    uuid: str
    key: str
    risk: str
    data_class: int
    student_facing: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid: the letter of each seat that has one, by the seat's uuid."""

    uuid: str
    key: str
    letters: tuple[tuple[str, Letter], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a rule holds; ``applies`` is false where nothing asks for it (then it holds).

    What it speaks of, by kind: seats (uuids), people (names), use cases (uuids), work items (keys), perspectives.
    """

    rule: Rule
    holds: bool
    applies: bool = True
    seats: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    use_cases: tuple[str, ...] = ()
    work_items: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()


def names(text: str) -> tuple[str, ...]:
    """The people named in a seat's holder, each once: commas, semicolons and line ends divide them."""
    found = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return _once(name for name in found if name)


def coverage(seats: Sequence[Seat], use_cases: Sequence[UseCase], rows: Sequence[Row]) -> tuple[Coverage, ...]:
    """How the team stands under every rule, in the order of the rules."""
    return (
        _seats(seats),
        _sponsor_and_lead(seats),
        _teachers(seats),
        _beyond_technology(seats),
        _voice(seats, use_cases),
        _special_education(seats, use_cases),
        _legal(seats, use_cases, rows),
        _load(seats, rows),
    )


def people(seats: Iterable[Seat], perspective: str) -> tuple[str, ...]:
    """Who on the team has a perspective: by the seat, or as a participant; each once."""
    found = (
        holder.name
        for seat in seats
        for holder in seat.holders
        if perspective in (seat.perspective, holder.perspective)
    )
    return _once(found)


def faults(row: Row, seats: Sequence[Seat]) -> tuple[Fault, ...]:
    """What is wrong with a row; letters of waived seats count for nothing."""
    known = {seat.uuid: seat for seat in seats if not seat.waived}
    given = [(known[uuid], letter) for uuid, letter in row.letters if uuid in known]
    accountable = [seat for seat, letter in given if letter is Letter.ACCOUNTABLE]
    responsible = [seat for seat, letter in given if letter is Letter.RESPONSIBLE]
    found = []
    if not accountable:
        found.append(Fault.NO_ACCOUNTABLE)
    elif len(accountable) > 1:
        found.append(Fault.MANY_ACCOUNTABLE)
    elif accountable[0].is_open:
        found.append(Fault.ACCOUNTABLE_OPEN)
    if not responsible:
        found.append(Fault.NO_RESPONSIBLE)
    elif all(seat.is_open for seat in responsible):
        found.append(Fault.RESPONSIBLE_OPEN)
    return tuple(found)


def is_slow(row: Row, seats: Sequence[Seat]) -> bool:
    """Whether so many seats are consulted that the work slows down."""
    counted = {seat.uuid for seat in seats if not seat.waived}
    return sum(letter is Letter.CONSULTED and uuid in counted for uuid, letter in row.letters) >= MANY_CONSULTED


def _seats(seats: Sequence[Seat]) -> Coverage:
    waiting = tuple(seat.uuid for seat in seats if seat.is_open)
    return Coverage(Rule.SEATS, not waiting, seats=waiting)


def _sponsor_and_lead(seats: Sequence[Seat]) -> Coverage:
    sponsors, leads = _holding(seats, SPONSOR), _holding(seats, LEAD)
    other = {each.name.casefold() for each in sponsors}
    both = tuple(each.name for each in leads if each.name.casefold() in other)
    return Coverage(Rule.SPONSOR_AND_LEAD, not both, bool(sponsors and leads), people=both)


def _teachers(seats: Sequence[Seat]) -> Coverage:
    found = people(seats, TEACHER)
    return Coverage(Rule.TEACHERS, len(found) >= LEAST_TEACHERS, people=found)


def _beyond_technology(seats: Sequence[Seat]) -> Coverage:
    technology = {name.casefold() for name in people(seats, TECHNOLOGY)}
    leads = tuple(each.name for each in _holding(seats, LEAD))
    holds = not leads or any(name.casefold() not in technology for name in leads)
    return Coverage(Rule.BEYOND_TECHNOLOGY, holds, bool(leads), people=leads)


def _voice(seats: Sequence[Seat], use_cases: Sequence[UseCase]) -> Coverage:
    facing = _uuids(use_cases, lambda each: each.student_facing)
    silent = tuple(each for each in (STUDENT, FAMILY) if not people(seats, each)) if facing else ()
    return Coverage(Rule.VOICE, not silent, bool(facing), use_cases=facing, perspectives=silent)


def _special_education(seats: Sequence[Seat], use_cases: Sequence[UseCase]) -> Coverage:
    asking = _uuids(use_cases, lambda each: each.key in NEED_SPECIAL_EDUCATION)
    holds = not asking or bool(people(seats, SPECIAL_EDUCATION))
    return Coverage(Rule.SPECIAL_EDUCATION, holds, bool(asking), use_cases=asking)


def _legal(seats: Sequence[Seat], use_cases: Sequence[UseCase], rows: Sequence[Row]) -> Coverage:
    asking = _uuids(use_cases, lambda each: each.risk == HIGH_RISK or each.data_class >= PERSONAL_DATA)
    if not asking:
        return Coverage(Rule.LEGAL, holds=True, applies=False)
    legal = {seat.uuid for seat in seats if seat.holders and seat.perspective == LEGAL}
    asked = {
        row.key for row in rows if any(uuid in legal and letter is not Letter.INFORMED for uuid, letter in row.letters)
    }
    unasked = tuple(key for key in LEGAL_ITEMS if key not in asked)
    return Coverage(Rule.LEGAL, not unasked, use_cases=asking, work_items=unasked)


def _load(seats: Sequence[Seat], rows: Sequence[Row]) -> Coverage:
    holders = {seat.uuid: seat.holders for seat in seats}
    spelled = {holder.name.casefold(): holder.name for seat in seats for holder in seat.holders}
    answers: Counter[str] = Counter()
    for row in rows:
        accountable = (uuid for uuid, letter in row.letters if letter is Letter.ACCOUNTABLE)
        answers.update({holder.name.casefold() for uuid in accountable for holder in holders.get(uuid, ())})
    loaded = tuple(spelled[name] for name, count in answers.items() if count > MOST_ACCOUNTABLE)
    return Coverage(Rule.LOAD, not loaded, people=loaded)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """The names without repeats, however they are written; the first spelling stays."""
    spelled: dict[str, str] = {}
    for name in found:
        spelled.setdefault(name.casefold(), name)
    return tuple(spelled.values())


def _holding(seats: Sequence[Seat], key: str) -> tuple[Holder, ...]:
    return tuple(holder for seat in seats if seat.key == key for holder in seat.holders)


def _uuids(use_cases: Sequence[UseCase], wanted: Callable[[UseCase], bool]) -> tuple[str, ...]:
    return tuple(each.uuid for each in use_cases if wanted(each))
