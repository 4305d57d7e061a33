"""The picture of the seats: who holds them, which are open, and what the team as a whole must still cover."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.inspection import Line, Mark, Target
from roadmap_desktop.journey.team.facts import KINDS as FACT_KINDS
from roadmap_desktop.journey.team.facts import SeatFact, TeamFacts, team_facts
from roadmap_desktop.journey.team.saying import coverage_text
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words
from roadmap_desktop.rules import team as rules
from roadmap_desktop.store.document import Document

KINDS = FACT_KINDS
"""The kinds of facts that the picture shows."""
MOST_SUGGESTED = 6
"""More names than this are not suggested: the list of everybody is one key away."""


class SeatState(StrEnum):
    """How a seat stands."""

    FILLED = "filled"
    OPEN = "open"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat; ``suggested`` are participants of its perspective, or of any where it has none, not on it yet."""

    uuid: str
    key: str
    name: Words
    duty: Words
    perspective: str
    perspective_name: Words
    holder: str
    holders: tuple[str, ...]
    waived: str
    state: SeatState
    own: bool
    suggested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A rule of the team: whether it holds, in words, and where it can be mended."""

    rule: rules.Rule
    holds: bool
    text: Words
    target: Target | None

    @property
    def line(self) -> Line:
        """The rule as a line of the inspector."""
        if self.holds:
            return Line(self.text, Mark.HOLDS)
        return Line(self.text, Mark.OPEN, self.target)


@dataclass(frozen=True, slots=True)
class SeatsPicture:
    """The seats in order, the rules, the perspectives nobody on the team has, and all names that may be meant."""

    rows: tuple[SeatRow, ...]
    coverage: tuple[CoverageRow, ...]
    absent: tuple[Words, ...]
    perspectives: tuple[tuple[str, Words], ...]
    people: tuple[str, ...]

    def of(self, state: SeatState) -> tuple[SeatRow, ...]:
        """The seats that stand so."""
        return tuple(row for row in self.rows if row.state is state)

    def row(self, uuid: str) -> SeatRow | None:
        """The seat with that uuid."""
        return next((row for row in self.rows if row.uuid == uuid), None)


def seats(document: Document) -> SeatsPicture:
    """The team as it stands."""
    with document.read():
        facts = team_facts(document)
        perspectives = tuple((key, worded(document, "", f"perspective.{key}.name")) for key in perspective_keys())
        words = dict(perspectives)
        return SeatsPicture(
            rows=tuple(_row(facts, each, words.get(each.perspective, "")) for each in facts.seats),
            coverage=tuple(_coverage(facts, each) for each in facts.coverage),
            absent=tuple(name for key, name in perspectives if not rules.people(facts.seat_rules, key)),
            perspectives=perspectives,
            people=tuple(dict.fromkeys(name for name, _ in facts.participants)),
        )


def _row(facts: TeamFacts, seat: SeatFact, perspective_name: Words) -> SeatRow:
    state = SeatState.FILLED if seat.rule.holders else SeatState.WAIVED if seat.waived else SeatState.OPEN
    holders = tuple(holder.name for holder in seat.rule.holders)
    return SeatRow(
        uuid=seat.uuid,
        key=seat.key,
        name=seat.name,
        duty=seat.duty,
        perspective=seat.perspective,
        perspective_name=perspective_name,
        holder=seat.holder,
        holders=holders,
        waived=seat.waived,
        state=state,
        own=not seat.key,
        suggested=_suggested(facts, seat, holders),
    )


def _suggested(facts: TeamFacts, seat: SeatFact, holders: tuple[str, ...]) -> tuple[str, ...]:
    on_team = {holder.name.casefold() for each in facts.seats for holder in each.rule.holders}
    on_seat = {name.casefold() for name in holders}
    if seat.perspective:
        fitting = (name for name, perspective in facts.participants if perspective == seat.perspective)
        found = [name for name in fitting if name.casefold() not in on_seat]
    else:
        found = [name for name, _ in facts.participants if name.casefold() not in on_team]
    return tuple(dict.fromkeys(found))[:MOST_SUGGESTED]


def _coverage(facts: TeamFacts, each: rules.Coverage) -> CoverageRow:
    target = None if each.holds else Target(*_where(facts, each))
    return CoverageRow(each.rule, each.holds, coverage_text(facts, each), target)


def _where(facts: TeamFacts, each: rules.Coverage) -> tuple[str, str, str]:
    """The seat or row where a rule that does not hold is mended."""
    match each.rule:
        case rules.Rule.SEATS:
            return "team", "seats", each.seats[0]
        case rules.Rule.SPONSOR_AND_LEAD | rules.Rule.BEYOND_TECHNOLOGY:
            return "team", "seats", _seat(facts, key=rules.LEAD)
        case rules.Rule.TEACHERS:
            return "team", "seats", _seat(facts, perspective=rules.TEACHER)
        case rules.Rule.VOICE:
            return "team", "seats", _seat(facts, perspective=each.perspectives[0])
        case rules.Rule.SPECIAL_EDUCATION:
            return "team", "seats", _seat(facts, perspective=rules.SPECIAL_EDUCATION)
        case rules.Rule.LEGAL:
            row = next((work.uuid for work in facts.work if work.key in each.work_items), "")
            return "team", "responsibilities", row
    return "team", "responsibilities", ""


def _seat(facts: TeamFacts, *, key: str = "", perspective: str = "") -> str:
    fits = (each.uuid for each in facts.seats if (each.key == key if key else each.perspective == perspective))
    return next(fits, "")
