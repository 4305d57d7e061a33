"""One answer given and one step undone, on disk, against the same row in plain sqlite3 with the same durability."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.readiness import Rating
from tests.bench.table import Measured, paired


def saving(runs: int = 60) -> Iterator[Measured]:
    """The two lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        document = sample_workshop(Path(folder) / "sample.roadmap")
        rating = document.rows(select(Rating.uuid))[0].uuid
        plain = _plain(Path(folder) / "plain.sqlite", rating)
        values = count()

        def answer() -> None:
            with document.change(message("Rated a statement")) as session:
                session.get_one(Rating, rating).level = next(values) % 5

        def row() -> None:
            plain.execute("UPDATE rating SET level = ? WHERE uuid = ?", (next(values), rating))
            plain.commit()

        yield Measured("one answer given, on disk", "the same row in plain sqlite3", 3, paired(answer, row, runs))
        for _ in range(2 * runs + 4):
            answer()
        yield Measured("undo one step", "giving the answer", 2, paired(document.undo, answer, 1))
        plain.close()
        document.close()


def _plain(path: Path, uuid: str) -> sqlite3.Connection:
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA journal_mode = DELETE")
    plain.execute("PRAGMA synchronous = EXTRA")
    plain.execute("CREATE TABLE rating (uuid TEXT PRIMARY KEY, level INTEGER)")
    plain.execute("INSERT INTO rating VALUES (?, 0)", (uuid,))
    plain.commit()
    return plain
