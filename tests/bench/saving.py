"""One answer given, undone and made again, on disk, against plain sqlite3 of the same durability; an earlier copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from unittest.mock import patch

from sqlalchemy import select

from roadmap_desktop.journey.readiness.answers_in import take_answers
from roadmap_desktop.journey.readiness.drafts import FormDraft, RespondentDraft
from roadmap_desktop.journey.readiness.instrument import rated_statements
from roadmap_desktop.language import message
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.store import snapshots
from roadmap_desktop.store.document import Document
from tests.bench.stress import noon, stress_workshop
from tests.bench.table import Measured, paired, seconds


def saving(runs: int = 60) -> Iterator[Measured]:
    """The lines of the table, all on the stress workshop."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_DATA_HOME": folder}):
        path = Path(folder) / "stress.roadmap"
        shutil.copy(stress_workshop(), path)
        document = Document.open(path, noon)
        yield from _moves(document, Path(folder), runs)
        yield _snapshot(path, Path(folder))
        yield from _large(document)
        document.close()


def _moves(document: Document, folder: Path, runs: int) -> Iterator[Measured]:
    rating = document.rows(select(Rating.uuid).limit(1))[0].uuid
    plain = _plain(folder / "plain.sqlite", rating)
    values = count()

    def answer() -> None:
        with document.change(message("Rated a statement")) as session:
            session.get_one(Rating, rating).level = next(values) % 5

    def row() -> None:
        plain.execute("UPDATE rating SET level = ? WHERE uuid = ?", (next(values), rating))
        plain.commit()

    yield Measured("one answer given, on disk", "the same row in plain sqlite3", 3, paired(answer, row, runs))
    times = [(seconds(answer), seconds(document.undo), seconds(document.redo)) for _ in range(runs)]
    yield Measured("undo one step", "giving the answer", 2, median(undone / given for given, undone, _ in times))
    yield Measured("redo one step", "giving the answer", 2, median(redone / given for given, _, redone in times))
    plain.close()


def _large(document: Document) -> Iterator[Measured]:
    """A hundred thousand answers of a form, taken in, taken back and made again."""
    asked = [row[0] for row in document.rows(rated_statements())]
    people = tuple(
        RespondentDraft("", "", ("id", str(number)), "teacher", "", tuple((each, number % 5) for each in asked))
        for number in range(300)
    )
    draft = FormDraft("form", (), people)
    taken = seconds(lambda: take_answers(document, draft))
    times = [(seconds(document.undo), seconds(document.redo)) for _ in range(3)]
    yield Measured("undo of 100,000 answers", "taking them in", 1, median(undone for undone, _ in times) / taken)
    yield Measured("redo of 100,000 answers", "taking them in", 1, median(redone for _, redone in times) / taken)


def _snapshot(path: Path, folder: Path) -> Measured:
    def keep() -> None:
        snapshots.keep_file(path, snapshots.Reason.MIGRATING, next(moments))

    def copy() -> None:
        place = folder / "plain copy"
        shutil.copyfile(path, place)
        with place.open("rb+") as file:
            os.fsync(file.fileno())

    moments = iter(noon().replace(second=second) for second in range(60))
    return Measured("an earlier copy of the stress workshop", "the file copied, with fsync", 3, paired(keep, copy, 5))


def _plain(path: Path, uuid: str) -> sqlite3.Connection:
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA journal_mode = DELETE")
    plain.execute("PRAGMA synchronous = EXTRA")
    plain.execute("CREATE TABLE rating (uuid TEXT PRIMARY KEY, level INTEGER)")
    plain.execute("INSERT INTO rating VALUES (?, 0)", (uuid,))
    plain.commit()
    return plain
