"""A small workshop, copies of it that are edited apart by random moves, and what merging them gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import delete

from roadmap_desktop.language import message
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.readiness import Dimension, Instrument, Rating, Statement
from roadmap_desktop.model.usecases import Criterion, Outcome, Score, UseCase
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.apart import Copy, Row, read_copy, tables
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Comparison, Settled, compare
from roadmap_desktop.store.merged_file import new_file, take_in

WORKSHOP = "00000000-0000-4000-8000-000000000001"
NOON = datetime(2026, 8, 12, 12)
Facts = dict[str, dict[str, Row]]
Move = tuple[str, int, int]
NAMES = ("Oak", "Elm", "Ash", "Fir")
KINDS = ("rate", "unrate", "school", "rename", "remove school", "seat", "score", "outcome", "remove use case", "undo")

moves = st.lists(
    st.tuples(st.sampled_from((*KINDS, "redo")), st.integers(0, 2), st.integers(0, 3)), min_size=0, max_size=7
)


class Clock:
    """Goes on by a minute whenever it is asked, so that nothing folds."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


def facts() -> list[Fact]:
    """One of everything that refers to something else."""
    return [
        Workshop(uuid=WORKSHOP, district="Cedar Valley"),
        Instrument(uuid="i", key="i", name="Instrument"),
        Dimension(uuid="d", instrument="i", key="d", position=0),
        *(Statement(uuid=f"st{n}", dimension="d", key=f"st{n}", number=n) for n in range(3)),
        *(School(uuid=f"s{n}", name=NAMES[n]) for n in range(3)),
        *(Participant(uuid=f"p{n}", name=f"P{n}", school=f"s{n}") for n in range(3)),
        *(UseCase(uuid=f"u{n}", name=f"U{n}") for n in range(3)),
        *(Criterion(uuid=f"c{n}", name=f"C{n}") for n in range(2)),
        *(Score(uuid=natural("score", f"u{n}"), use_case=f"u{n}", criterion="c0", value=1.0) for n in range(3)),
    ]


def natural(*key: object) -> str:
    return natural_uuid(WORKSHOP, *key)


def anew(document: Document) -> str:
    """An id that no other move gives, and the same when the example is run again."""
    return natural(document.path.stem, document.now().isoformat())


def perform(document: Document, move: Move) -> None:
    """A move of a person; what can't be done any more is left alone."""
    kind, which, value = move
    if kind == "undo":
        document.undo()
        return
    if kind == "redo":
        document.redo()
        return
    with document.change(message("{kind}", kind=kind)) as session:
        match kind:
            case "rate":
                row = session.get(Rating, natural("rating", which))
                if row is None:
                    row = Rating(uuid=natural("rating", which), statement=f"st{which}", round=1, way="hands")
                    session.add(row)
                row.level = value
            case "unrate":
                session.execute(delete(Rating).where(Rating.uuid == natural("rating", which)))
            case "school":
                session.add(School(uuid=anew(document), name=f"New {value}"))
            case "rename" if (school := session.get(School, f"s{which}")) is not None:
                school.name = NAMES[value]
            case "remove school":
                session.execute(delete(School).where(School.uuid == f"s{which}"))
            case "seat" if session.get(School, f"s{value % 3}") is not None:
                session.get_one(Participant, f"p{which}").school = f"s{value % 3}"
            case "score" if session.get(UseCase, f"u{which}") is not None:
                session.merge(
                    Score(uuid=natural("score", f"u{which}"), use_case=f"u{which}", criterion="c0", value=float(value))
                )
            case "outcome" if session.get(UseCase, f"u{which}") is not None:
                session.execute(delete(Outcome).where(Outcome.use_case == f"u{which}"))
                session.add(Outcome(uuid=anew(document), use_case=f"u{which}", measure=NAMES[value]))
            case "remove use case":
                session.execute(delete(UseCase).where(UseCase.uuid == f"u{which}"))


@contextmanager
def edited(folder: Path, template: Path, before: Sequence[Move], *apart: Sequence[Move]) -> Iterator[list[Document]]:
    """Copies of the template, edited together at first and then apart; the first of them as it was at the parting."""
    common = folder / "common.roadmap"
    shutil.copy(template, common)
    with closing(Document.open(common, Clock())) as document:
        for move in before:
            perform(document, move)
    with ExitStack() as stack:
        found = [stack.enter_context(closing(Document.open(common, Clock(), read_only=True)))]
        for number, own in enumerate(apart):
            path = folder / f"copy{number}.roadmap"
            shutil.copy(common, path)
            document = stack.enter_context(closing(Document.open(path, Clock(NOON + timedelta(hours=1 + number)))))
            for move in own:
                perform(document, move)
            found.append(document)
        yield found


def held(document: Document) -> Facts:
    """All facts in the file, except where it was copied from."""
    return {kind: dict(rows) for kind, rows in read_copy(document).rows.items() if kind in tables()}


def merged(*documents: Document) -> tuple[Facts, Settled]:
    """The facts of the merged workshop and what was settled, without writing anything."""
    found = compare([read_copy(each) for each in documents])
    settled = found.settle()
    return applied(found.copies[0], settled, found), settled


def applied(copy: Copy, settled: Settled, comparison: Comparison) -> Facts:
    """What a copy holds after the merge, worked out apart from the code that writes it."""
    rows = {kind: dict(copy.rows[kind]) for kind in tables()}
    for (kind, uuid), row in settled.rows.items():
        for each in comparison.same_fact.get((kind, uuid), (uuid,)):
            rows[kind].pop(each, None)
        if row is not None:
            rows[kind][uuid] = row
    return rows


def merged_file(to: Path, *documents: Document) -> Document:
    """The merged workshop as a file, opened."""
    to.unlink(missing_ok=True)
    with new_file(documents[0].path, to) as document:
        found = compare([read_copy(document), *map(read_copy, documents[1:])])
        take_in(document, found, found.settle(), message("Merged"))
    return Document.open(to, Clock())


def answers(facts: Mapping[str, Mapping[str, Row]]) -> set[tuple[str, str, int, object]]:
    """Every value with its place."""
    return {
        (kind, uuid, column, value)
        for kind, rows in facts.items()
        for uuid, row in rows.items()
        for column, value in enumerate(row)
    }
