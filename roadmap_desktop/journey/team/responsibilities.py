"""The picture of the RACI grid: a row for each piece of work, a column for each seat, and what a row lacks."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.team.facts import KINDS as FACT_KINDS
from roadmap_desktop.journey.team.facts import SeatFact, TeamFacts, WorkFact, team_facts
from roadmap_desktop.journey.team.saying import SHORT_FAULT
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.team import Fault, Letter, faults, is_slow
from roadmap_desktop.store.document import Document

KINDS = FACT_KINDS
"""The kinds of facts that the grid shows."""


@dataclass(frozen=True, slots=True)
class GridSeat:
    """A column: a seat with its holders (empty while it is open)."""

    uuid: str
    name: Words
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A piece of work; ``letters`` stand in the order of the columns, None where a seat has none."""

    uuid: str
    key: str
    name: Words
    letters: tuple[Letter | None, ...]
    faults: tuple[Fault, ...]
    lacks: Words
    slow: bool

    @property
    def own(self) -> bool:
        """Whether the room wrote it."""
        return not self.key


@dataclass(frozen=True, slots=True)
class GridPicture:
    """The grid; ``open_seats`` says how many columns are left out while they are open."""

    seats: tuple[GridSeat, ...]
    rows: tuple[GridRow, ...]
    open_seats: int
    letters: tuple[tuple[Letter, Words, Words], ...]

    @property
    def broken(self) -> tuple[GridRow, ...]:
        """The rows in which something is wrong."""
        return tuple(row for row in self.rows if row.faults)

    def row(self, uuid: str) -> GridRow | None:
        """The row with that uuid."""
        return next((row for row in self.rows if row.uuid == uuid), None)


def responsibilities(document: Document, *, with_open_seats: bool = False) -> GridPicture:
    """Who does what: the filled seats, and where asked for the open ones; waived seats carry nothing."""
    with document.read():
        facts = team_facts(document)
        shown = [seat for seat in facts.seats if seat.rule.holders or (with_open_seats and seat.rule.is_open)]
        letters = tuple(
            (each, worded(document, "", f"letter.{each}.name"), worded(document, "", f"letter.{each}.meaning"))
            for each in Letter
        )
        return GridPicture(
            seats=tuple(
                GridSeat(seat.uuid, seat.name, tuple(each.name for each in seat.rule.holders)) for seat in shown
            ),
            rows=tuple(_row(facts, work, shown) for work in facts.work),
            open_seats=sum(seat.rule.is_open for seat in facts.seats),
            letters=letters,
        )


def _row(facts: TeamFacts, work: WorkFact, shown: list[SeatFact]) -> GridRow:
    given = dict(work.rule.letters)
    found = faults(work.rule, facts.seat_rules)
    return GridRow(
        uuid=work.uuid,
        key=work.key,
        name=work.name,
        letters=tuple(given.get(seat.uuid) for seat in shown),
        faults=found,
        lacks=_lacks(found),
        slow=is_slow(work.rule, facts.seat_rules),
    )


def _lacks(found: tuple[Fault, ...]) -> Words:
    """What a row lacks, in as few words as fit beside its name."""
    if found == (Fault.ACCOUNTABLE_OPEN, Fault.RESPONSIBLE_OPEN):
        return message("A and R are open")
    first, *others = [SHORT_FAULT[each] for each in found] or [""]
    return message("{first}, {second}", first=first, second=others[0]) if others else first
