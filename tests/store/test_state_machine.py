"""Whatever is done in whatever order, the file holds what a plain model in memory holds, at each step."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from shutil import rmtree

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import delete, select

from roadmap_desktop.journey.merging.moves import compared, settled, take
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.journey.workshop import new_workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.store import history, snapshots
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.returning import take_way_back, way_back

NOON = datetime(2026, 8, 12, 12, 0)
places = st.integers(0, 4)


@dataclass
class Facts:
    """What the file should hold: schools and tables by name, people with their tables, ratings by who and what."""

    schools: dict[str, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    people: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    ratings: dict[tuple[str, str], int] = field(default_factory=dict)


@lru_cache
def template() -> bytes:
    """A new workshop's file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.roadmap"
        new_workshop(path, district="Cedar Valley").close()
        return path.read_bytes()


class AnyDay(RuleBasedStateMachine):
    """One workshop, moved, undone, restarted, copied, merged and gone back in at random."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.roadmap"
        self.path.write_bytes(template())
        self.time = NOON
        self.document = Document.open(self.path, self.clock)
        query = select(Statement.uuid).order_by(Statement.number).limit(5)
        self.statements = [row.uuid for row in self.document.rows(query)]
        self.facts = Facts()
        self.line: list[tuple[int, Facts]] = [(history.START, Facts())]
        self.at = 0
        self.copies: list[tuple[Path, Facts]] = []
        self.apart: tuple[Path, str, int] | None = None

    def clock(self) -> datetime:
        """A minute passes with every look."""
        self.time += timedelta(minutes=1)
        return self.time

    def changed(self, change: Callable[[Facts], None], move: Callable[[], None]) -> None:
        """Makes a move in the file and in the model; where it changes nothing, it is no step."""
        facts = deepcopy(self.facts)
        change(facts)
        move()
        if facts != self.facts:
            with self.document.read() as connection:
                step = history.present(connection)
            self.line = [*self.line[: self.at + 1], (step, facts)]
            self.at += 1
            self.facts = facts

    @rule(name=st.sampled_from("ABCD"))
    def add_school(self, name: str) -> None:
        uuid = new_uuid()
        self.changed(lambda facts: facts.schools.update({uuid: name}), lambda: self.put(School(uuid=uuid, name=name)))

    @rule(place=places, name=st.sampled_from("ABCD"))
    def rename_school(self, place: int, name: str) -> None:
        if uuid := chosen(self.facts.schools, place):
            self.changed(lambda facts: facts.schools.update({uuid: name}), lambda: self.name(uuid, name))

    @rule(place=places)
    def remove_school(self, place: int) -> None:
        if uuid := chosen(self.facts.schools, place):
            self.changed(lambda facts: facts.schools.pop(uuid), lambda: self.drop(School, uuid))

    @rule(name=st.sampled_from("12"))
    def add_table(self, name: str) -> None:
        uuid = new_uuid()
        self.changed(lambda facts: facts.tables.update({uuid: name}), lambda: self.put(Table(uuid=uuid, name=name)))

    @rule(place=places, name=st.sampled_from("XYZ"))
    def seat_somebody(self, place: int, name: str) -> None:
        uuid, table = new_uuid(), chosen(self.facts.tables, place)
        person = Participant(uuid=uuid, name=name, table=table)
        self.changed(lambda facts: facts.people.update({uuid: (name, table)}), lambda: self.put(person))

    @rule(place=places)
    def remove_table(self, place: int) -> None:
        """Who sat there stands."""
        if uuid := chosen(self.facts.tables, place):

            def stand(facts: Facts) -> None:
                facts.tables.pop(uuid)
                facts.people = {key: (name, None if at == uuid else at) for key, (name, at) in facts.people.items()}

            self.changed(stand, lambda: self.drop(Table, uuid))

    @rule(place=places)
    def remove_person(self, place: int) -> None:
        """Her answers go with her."""
        if uuid := chosen(self.facts.people, place):

            def leave(facts: Facts) -> None:
                facts.people.pop(uuid)
                facts.ratings = {key: level for key, level in facts.ratings.items() if key[0] != uuid}

            self.changed(leave, lambda: self.drop(Participant, uuid))

    @rule(place=places, statement=places, level=st.integers(0, 3))
    def rate(self, place: int, statement: int, level: int) -> None:
        if person := chosen(self.facts.people, place):
            which = self.statements[statement]
            self.changed(
                lambda facts: facts.ratings.update({(person, which): level}),
                lambda: rate_statement(self.document, which, Who(VoiceKind.PERSON, person), level),
            )

    @rule()
    def undo(self) -> None:
        assert (self.document.undo() is not None) == (self.at > 0)
        self.move_to(max(self.at - 1, 0))

    @rule()
    def redo(self) -> None:
        assert (self.document.redo() is not None) == (self.at < len(self.line) - 1)
        self.move_to(min(self.at + 1, len(self.line) - 1))

    @rule(place=st.integers(0, 30))
    def jump(self, place: int) -> None:
        to = place % len(self.line)
        assert self.document.go_to(self.line[to][0]) == (to != self.at)
        self.move_to(to)

    @rule()
    def restart(self) -> None:
        self.document.close()
        self.document = Document.open(self.path, self.clock)

    @rule()
    def take_a_snapshot(self) -> None:
        kept = snapshots.keep(self.document, snapshots.Reason.MERGING)
        assert kept is not None
        self.copies.append((kept.path, self.facts))

    @precondition(lambda self: any(path.exists() for path, _ in self.copies))
    @rule(place=places)
    def go_back_to_a_snapshot(self, place: int) -> None:
        kept = [each for each in self.copies if each[0].exists()]
        path, then = kept[place % len(kept)]
        before = deepcopy(then)
        self.changed(
            lambda facts: facts.__dict__.update(deepcopy(before).__dict__),
            lambda: take_way_back(self.document, way_back(self.document, path), message("Went back")),
        )

    @precondition(lambda self: self.apart is None)
    @rule()
    def give_a_copy_away(self) -> None:
        """Somebody adds a school to it."""
        path, school = self.folder / f"copy {new_uuid()}.roadmap", new_uuid()
        self.document.save_copy(path)
        copy = Document.open(path, self.clock)
        with copy.change(message("Added")) as session:
            session.add(School(uuid=school, name="Elsewhere"))
        copy.close()
        self.apart = (path, school, self.line[self.at][0])

    @precondition(lambda self: self.apart is not None and self.is_done(self.apart[2]))
    @rule()
    def merge_the_copy(self) -> None:
        """What was taken back here since it was given away would come back with it: that is tested with merging."""
        assert self.apart is not None
        (path, school, _), self.apart = self.apart, None
        self.changed(
            lambda facts: facts.schools.update({school: "Elsewhere"}),
            lambda: take(self.document, settled(self.document, compared(self.document, [path]))),
        )

    def is_done(self, step: int) -> bool:
        return any(done == step for done, _ in self.line[: self.at + 1])

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        if hasattr(self, "document"):
            assert read(self.document) == self.facts

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.check()
            self.document.close()
            rmtree(self.folder)

    def move_to(self, place: int) -> None:
        """The model at another point of its history."""
        self.at, self.facts = place, self.line[place][1]

    def put(self, fact: School | Table | Participant) -> None:
        with self.document.change(message("Added")) as session:
            session.add(fact)

    def name(self, uuid: str, name: str) -> None:
        with self.document.change(message("Renamed")) as session:
            session.get_one(School, uuid).name = name

    def drop(self, kind: type[School | Table | Participant], uuid: str) -> None:
        with self.document.change(message("Removed")) as session:
            session.execute(delete(kind).where(kind.uuid == uuid))


def chosen(facts: dict[str, object], place: int) -> str | None:
    """One of the uuids, the same for the same facts and place; None where there is none."""
    return sorted(facts)[place % len(facts)] if facts else None


def read(document: Document) -> Facts:
    """What the file holds."""
    people = document.rows(select(Participant.uuid, Participant.name, Participant.table))
    ratings = document.rows(select(Rating.participant, Rating.statement, Rating.level))
    return Facts(
        schools=dict(map(tuple, document.rows(select(School.uuid, School.name)))),
        tables=dict(map(tuple, document.rows(select(Table.uuid, Table.name)))),
        people={row.uuid: (row.name, row.table) for row in people},
        ratings={(row.participant, row.statement): row.level for row in ratings},
    )


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
