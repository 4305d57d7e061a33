"""Notices what others do to an open file: a write by somebody else, or another file in its place."""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path

Identity = tuple[int, int] | None


class Seen(Enum):
    """What became of the file since it was looked at last."""

    SAME = "same"
    WRITTEN = "written"  # somebody else wrote into it
    LOST = "lost"  # moved, replaced, or gone with its stick


class Watch:
    """The file that was opened, by its number on the disk, and what SQLite counts of others' writes."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.identity = identity(path)
        self._path = path
        self._version = self._counted()

    @property
    def is_lost(self) -> bool:
        """Whether the path leads to another file by now, or to none."""
        return identity(self._path) != self.identity

    def look(self) -> Seen:
        """What happened since the last look; a write is told once. Costs two calls of the system."""
        if self.is_lost:
            return Seen.LOST
        before, self._version = self._version, self._counted()
        return Seen.SAME if self._version == before else Seen.WRITTEN

    def _counted(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])


def identity(path: Path) -> Identity:
    """The disk and the number of the file there; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
