"""A writer that is killed at random moments: what it has acknowledged must be there when the file is opened again."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import delete, select

from roadmap_desktop.language import message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.store.document import Document
from tests.faults.forked import fork
from tests.faults.table import Tried
from tests.faults.workshops import small_workshop

KILLS = 220
Ratings = dict[str, int]
Move = tuple[str, str, int | None]
"""What is done ("answer", "undo", "redo"), to which rating, and the level given; None takes it back."""


@dataclass
class Expected:
    """The ratings as they must be, with what can be undone and redone: a plain model of the file."""

    ratings: Ratings
    done: list[tuple[str, int | None, int | None]] = field(default_factory=list)
    undone: list[tuple[str, int | None, int | None]] = field(default_factory=list)

    def after(self, move: Move) -> Expected:
        """What must be there once a move is acknowledged."""
        kind, uuid, level = move
        next_one = Expected(dict(self.ratings), list(self.done), list(self.undone))
        if kind == "answer":
            before = self.ratings.get(uuid)
            if before != level:
                next_one.done.append((uuid, before, level))
                next_one.undone.clear()
                next_one._put(uuid, level)
        elif kind == "undo" and self.done:
            uuid, before, after = next_one.done.pop()
            next_one.undone.append((uuid, before, after))
            next_one._put(uuid, before)
        elif kind == "redo" and self.undone:
            uuid, before, after = next_one.undone.pop()
            next_one.done.append((uuid, before, after))
            next_one._put(uuid, after)
        return next_one

    def _put(self, uuid: str, level: int | None) -> None:
        if level is None:
            self.ratings.pop(uuid, None)
        else:
            self.ratings[uuid] = level


def killed(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table."""
    chance = Random(seed)
    path = folder / "killed.roadmap"
    small_workshop(path).close()
    expected = Expected(ratings(path))
    acknowledged = journals = locks = 0
    lost: list[str] = []
    unsound: list[str] = []
    for kill in range(KILLS):
        moves, last = _written_and_killed(path, chance)
        acknowledged += len(moves)
        journals += path.with_name(path.name + "-journal").exists()
        locks += _lock(path).exists()
        for move in moves:
            expected = expected.after(move)
        found, trouble = opened_again(path)
        unsound += [f"kill {kill}, seed {seed}: {trouble}"] if trouble else []
        if last is not None and found == expected.after(last).ratings:
            expected = expected.after(last)  # it was on disk, only the word about it was cut off
        elif found != expected.ratings:
            missing = sorted(set(expected.ratings.items()) ^ set(found.items()))
            lost.append(f"kill {kill}, seed {seed}: {missing[:4]}")
            expected = Expected(found)
    note = f"{acknowledged} moves acknowledged; {journals} kills left a journal, {locks} a lock"
    return [
        Tried("a writer killed (-9) as it moves and undoes", KILLS, "acknowledged moves lost", tuple(lost), 200, note),
        Tried("the file opened after each kill", KILLS, "files not sound", tuple(unsound), 200),
    ]


def _written_and_killed(path: Path, chance: Random) -> tuple[list[Move], Move | None]:
    """The moves that were acknowledged, and the one that was under way when the writer was killed."""
    seed = chance.random()
    child = fork(lambda say: write_moves(path, Random(seed), say))
    wanted = chance.choices(("", "open", "saved"), (1, 3, 6))[0]  # a tenth is killed while it opens the file
    said: list[str] = []
    while wanted and wanted not in said and (line := child.line()):
        said.append(line)
    time.sleep(chance.random() ** 2 * 0.1)
    child.kill()
    said += child.rest()
    child.ended()
    return begun_and_saved(said)


def begun_and_saved(said: list[str]) -> tuple[list[Move], Move | None]:
    """The moves that a writer acknowledged, and the one that it had begun when it fell silent."""
    acknowledged: list[Move] = []
    begun: Move | None = None
    for line in said:
        word, _, text = line.partition(" ")
        if word == "broke":
            raise AssertionError(json.loads(text))
        if word == "begins":
            kind, uuid, level = json.loads(text)
            begun = (kind, uuid, level)
        elif word == "saved" and begun is not None:
            acknowledged.append(begun)
            begun = None
    return acknowledged, begun


def write_moves(path: Path, chance: Random, say: Callable[[str], None], moves: int = 100_000) -> None:
    """Answers, undoes and redoes at random, and says of each move that it begins and that it is saved."""
    document = Document.open(path)
    document.prepare_to_change()
    say("open")
    workshop = document.workshop_uuid
    people = [row.uuid for row in document.rows(select(Participant.uuid).order_by(Participant.uuid))]
    statements = [row.uuid for row in document.rows(select(Statement.uuid).order_by(Statement.number))]
    for _ in range(moves):
        kind = chance.choices(("answer", "undo", "redo"), (6, 2, 2))[0]
        person, statement = chance.choice(people), chance.choice(statements)
        uuid = natural_uuid(workshop, "rating", statement, 1, person)
        level = chance.choice((None, 0, 1, 2, 3, 4))
        say("begins " + json.dumps((kind, uuid, level)))
        if kind == "answer":
            answer(document, uuid, statement, person, level)
        else:
            getattr(document, kind)()
        say("saved")
    document.close()


def answer(document: Document, uuid: str, statement: str, person: str, level: int | None) -> None:
    """One answer given, changed or taken back."""
    with document.change(message("Rated a statement")) as session:
        rating = session.get(Rating, uuid)
        if level is None:
            session.execute(delete(Rating).where(Rating.uuid == uuid))
        elif rating is None:
            session.add(Rating(uuid=uuid, statement=statement, round=1, way="paper", participant=person, level=level))
        else:
            rating.level = level


def opened_again(path: Path) -> tuple[Ratings, str]:
    """The ratings in the file as the program reads them, and what is wrong with the file."""
    document = Document.open(path)
    found = {row.uuid: row.level for row in document.rows(select(Rating.uuid, Rating.level))}
    trouble = ""
    try:
        document.check()
    except Exception as error:
        trouble = repr(error)
    document.close()
    return found, trouble


def ratings(path: Path) -> Ratings:
    """The levels in the file by the ratings' uuids, read without the program."""
    with sqlite3.connect(path) as connection:
        return dict(connection.execute("SELECT uuid, level FROM rating").fetchall())


def _lock(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}#")
