"""The workshops that are damaged, killed and filled up."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.readiness import Dimension, Instrument, Level, Rating, Statement
from roadmap_desktop.model.usecases import Criterion, Score, UseCase
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document

NOON = datetime(2026, 8, 12, 12, 0)
WORKSHOP = "0d4c1c64-2f6c-4a52-8f0e-5b1f4c1f9a01"


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def sample(path: Path) -> Document:
    """The sample workshop at noon."""
    return sample_workshop(path, clock=noon)


def small_workshop(path: Path) -> Document:
    """A workshop of a few pages: six people, ten statements, three use cases."""
    made = _uuids()
    instrument, dimension = next(made), next(made)
    people = [Participant(uuid=next(made), name=f"Person {i}", position=i) for i in range(6)]
    statements = [
        Statement(uuid=next(made), dimension=dimension, key=f"s{i}", number=i, text=f"Statement {i}")
        for i in range(1, 11)
    ]
    cases = [UseCase(uuid=next(made), name=f"Use case {i}", position=i) for i in range(3)]
    criterion = Criterion(uuid=next(made), name="Reach")
    facts = [
        Workshop(uuid=WORKSHOP, district="Cedar Valley", held_on=date(2026, 8, 12)),
        Instrument(uuid=instrument, key="own", name="Own"),
        *(Level(uuid=next(made), instrument=instrument, value=i, name=f"Level {i}") for i in range(5)),
        Dimension(uuid=dimension, instrument=instrument, key="d", position=1, pillar="people", name="People"),
        Table(uuid=next(made), name="1"),
        *(School(uuid=next(made), name=f"School {i}") for i in range(4)),
        *people,
        *statements,
        *cases,
        criterion,
        *(
            Rating(
                uuid=natural_uuid(WORKSHOP, "rating", statement.uuid, 1, person.uuid),
                statement=statement.uuid,
                round=1,
                way="paper",
                participant=person.uuid,
                level=(at * 7 + statement.number) % 5,
            )
            for at, person in enumerate(people[:3])
            for statement in statements
        ),
        *(Score(uuid=next(made), use_case=each.uuid, criterion=criterion.uuid, value=3.0) for each in cases),
    ]
    return Document.create(path, facts, noon)


def _uuids():  # type: ignore[no-untyped-def]
    number = 0
    while True:
        number += 1
        yield natural_uuid(WORKSHOP, "made", number)
