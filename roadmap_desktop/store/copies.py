"""A verified copy of an open file in the program's own folder, before something happens to the file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import platformdirs

from roadmap_desktop.language import message
from roadmap_desktop.store.trouble import FileTrouble, trouble_named


def keep_copy(source: sqlite3.Connection, name: str, at: datetime) -> Path:
    """Copies the open file into the folder, reads the copy whole, and gives its path.

    Raises:
        FileTrouble: the copy can't be written, or the file is damaged.
    """
    folder = platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "copies"
    place = folder / f"{Path(name).stem} {at:%Y-%m-%d %H%M%S}.roadmap"
    beside = place.with_suffix(".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with trouble_named(), closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the copy is malformed")
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError as error:
        raise FileTrouble(
            message("A copy could not be kept before {name} is changed.", name=name),
            message("The file was not changed."),
            message("Make room on the disk, then open it again."),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()
    return place
