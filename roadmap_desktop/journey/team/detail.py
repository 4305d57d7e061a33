"""What the inspector says of a seat, of the team, and of a row of the grid."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.team.facts import TeamFacts, WorkFact, team_facts
from roadmap_desktop.journey.team.saying import FAULT
from roadmap_desktop.journey.team.seats import SeatRow, SeatState, seats
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.team import Letter, faults, is_slow
from roadmap_desktop.store.document import Document


def seat_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a seat; None where it is gone."""
    with document.read():
        row = seats(document).row(uuid)
        if row is None:
            return None
        facts = team_facts(document)
        sections = (
            Section(message("Who holds it"), (_state(row),)),
            Section(message("What it carries"), tuple(_carries(document, facts, uuid))),
        )
        kicker = row.perspective_name or message("Seat")
        return Inspection(kicker, row.name, row.duty, tuple(each for each in sections if each.lines))


def work_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a row of the grid; None where it is gone."""
    with document.read():
        facts = team_facts(document)
        work = facts.work_item(uuid)
        if work is None:
            return None
        sections = (
            Section(message("What is missing"), tuple(_faults(facts, work))),
            Section(message("Who does what"), tuple(_who(document, facts, work))),
        )
        return Inspection(message("Row"), work.name, work.description, tuple(each for each in sections if each.lines))


def _state(row: SeatRow) -> Line:
    match row.state:
        case SeatState.FILLED:
            return Line(message("{names}", names=row.holders), Mark.HOLDS)
        case SeatState.WAIVED:
            return Line(message("Waived: {reason}", reason=row.waived), Mark.HOLDS)
    return Line(message("Nobody yet: fill it, or say why it stays empty"), Mark.OPEN)


def _carries(document: Document, facts: TeamFacts, seat: str) -> Iterator[Line]:
    for letter in Letter:
        for work in facts.work:
            if (seat, letter) in work.rule.letters:
                name = worded(document, "", f"letter.{letter}.name")
                text = message("{letter}: {work}", letter=name, work=work.name)
                yield Line(text, target=Target("team", "responsibilities", work.uuid))


def _faults(facts: TeamFacts, work: WorkFact) -> Iterator[Line]:
    for fault in faults(work.rule, facts.seat_rules):
        yield Line(FAULT[fault], Mark.OPEN)
    if is_slow(work.rule, facts.seat_rules):
        yield Line(message("Many are consulted; that slows the work"), Mark.LOOK)


def _who(document: Document, facts: TeamFacts, work: WorkFact) -> Iterator[Line]:
    given = dict(work.rule.letters)
    for letter in Letter:
        for seat in facts.seats:
            if given.get(seat.uuid) is not letter or seat.rule.waived:
                continue
            name: Words = worded(document, "", f"letter.{letter}.name")
            holders = tuple(each.name for each in seat.rule.holders)
            text = message("{letter}: {seat} ({holders})", letter=name, seat=seat.name, holders=holders)
            if not holders:
                text = message("{letter}: {seat} (open)", letter=name, seat=seat.name)
            yield Line(text, Mark.NONE if holders else Mark.LOOK, Target("team", "seats", seat.uuid))
