"""The seats, the rows of the grid and the chosen use cases, as every picture of this stage reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.team import Responsibility, Seat, WorkItem
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules import team as rules
from roadmap_desktop.store.document import Document

KINDS = ("seat", "work_item", "responsibility", "use_case", "participant", "wording")
"""The kinds of facts that these depend on."""


@dataclass(frozen=True, slots=True)
class SeatFact:
    """A seat with its words; ``holder`` is what was typed, ``waived`` why it stays empty."""

    uuid: str
    key: str
    name: Words
    duty: Words
    perspective: str
    holder: str
    waived: str
    rule: rules.Seat


@dataclass(frozen=True, slots=True)
class WorkFact:
    """A row of the grid with its words."""

    uuid: str
    key: str
    name: Words
    description: Words
    rule: rules.Row


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """Everything that the team's rules look at; use cases are those chosen for a pilot, with their names."""

    seats: tuple[SeatFact, ...]
    work: tuple[WorkFact, ...]
    use_cases: tuple[rules.UseCase, ...]
    use_case_names: Mapping[str, Words]
    participants: tuple[tuple[str, str], ...]

    @property
    def coverage(self) -> tuple[rules.Coverage, ...]:
        """How the team stands under every rule."""
        return rules.coverage(self.seat_rules, self.use_cases, [each.rule for each in self.work])

    @property
    def seat_rules(self) -> tuple[rules.Seat, ...]:
        """The seats as the rules see them."""
        return tuple(each.rule for each in self.seats)

    def seat(self, uuid: str) -> SeatFact | None:
        """The seat with that uuid."""
        return next((each for each in self.seats if each.uuid == uuid), None)

    def work_item(self, uuid: str) -> WorkFact | None:
        """The row with that uuid."""
        return next((each for each in self.work if each.uuid == uuid), None)


def team_facts(document: Document) -> TeamFacts:
    """The team as it stands."""
    return document.remembered("team facts", KINDS, lambda: _team_facts(document))


def _team_facts(document: Document) -> TeamFacts:
    with document.read():
        query = select(Participant.name, Participant.perspective).order_by(Participant.position, Participant.name)
        people = tuple((row.name, row.perspective) for row in document.rows(query))
        chosen = document.rows(
            select(*(UseCase.uuid, UseCase.key, UseCase.name), *(UseCase.risk, UseCase.data_class))
            .add_columns(UseCase.student_facing)
            .where(UseCase.choice == "pilot")
            .order_by(UseCase.position, UseCase.uuid)
        )
        return TeamFacts(
            seats=_seats(document, {name.casefold(): perspective for name, perspective in people}),
            work=_work(document),
            use_cases=tuple(
                rules.UseCase(row.uuid, row.key, row.risk, row.data_class, row.student_facing) for row in chosen
            ),
            use_case_names={row.uuid: worded(document, row.name, f"usecase.{row.key}.name") for row in chosen},
            participants=people,
        )


def _seats(document: Document, perspectives: Mapping[str, str]) -> tuple[SeatFact, ...]:
    query = select(*Seat.__table__.columns).order_by(Seat.position, Seat.uuid)
    return tuple(
        SeatFact(
            uuid=row.uuid,
            key=row.key,
            name=worded(document, row.name, f"seat.{row.key}.name"),
            duty=worded(document, "", f"seat.{row.key}.duty") if row.key else "",
            perspective=row.perspective,
            holder=row.holder,
            waived=row.waived,
            rule=rules.Seat(
                uuid=row.uuid,
                key=row.key,
                perspective=row.perspective,
                holders=tuple(
                    rules.Holder(name, perspectives.get(name.casefold(), "")) for name in rules.names(row.holder)
                ),
                waived=bool(row.waived),
            ),
        )
        for row in document.rows(query)
    )


def _work(document: Document) -> tuple[WorkFact, ...]:
    letters: defaultdict[str, list[tuple[str, rules.Letter]]] = defaultdict(list)
    for given in document.rows(select(Responsibility.work_item, Responsibility.seat, Responsibility.letter)):
        letters[given.work_item].append((given.seat, rules.Letter(given.letter)))
    query = select(WorkItem.uuid, WorkItem.key, WorkItem.name).order_by(WorkItem.position, WorkItem.uuid)
    return tuple(
        WorkFact(
            uuid=row.uuid,
            key=row.key,
            name=worded(document, row.name, f"work_item.{row.key}.name"),
            description=worded(document, "", f"work_item.{row.key}.description") if row.key else "",
            rule=rules.Row(row.uuid, row.key, tuple(sorted(letters[row.uuid]))),
        )
        for row in document.rows(query)
    )
