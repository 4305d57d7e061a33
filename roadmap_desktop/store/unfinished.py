"""A move that a crash or a power cut stopped half-way: its journal lies beside the file and takes the half move back.

Opening the file for writing does that, once a private copy of file and journal has shown that it leads to a whole
file. Where the place can't be written, the workshop is read from the private copy.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.language import message
from roadmap_desktop.store.connection import connect, private_copy
from roadmap_desktop.store.trouble import Damaged, FileTrouble, trouble_named


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the journal of a move under way."""
    return path.with_name(f"{path.name}-journal")


def put_right(path: Path) -> sqlite3.Connection:
    """A copy in memory of the file as it was before the half move; the file and its journal stay as they are.

    Not to be called while this process has the file open: it reads the file beside SQLite.

    Raises:
        FileTrouble: the two don't make a whole file, or there is no room to look at them.
    """
    try:
        with TemporaryDirectory(prefix="roadmap-desktop-") as folder:
            copy = Path(folder) / "copy.roadmap"
            shutil.copyfile(path, copy)
            shutil.copyfile(journal_of(path), journal_of(copy))
            with trouble_named():
                found = private_copy(connect(copy, read_only=False))
    except OSError as error:
        raise FileTrouble(
            message("{name} was not closed well, and there is no room to put it right.", name=path.name),
            message("The file was not changed."),
            message("Make room on this machine's own disk, then open it again."),
        ) from error
    if found.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        found.close()
        raise Damaged(
            message("{name} was not closed well and is damaged.", name=path.name),
            message("The file was not changed."),
            message("Look at what can be read of it, or open an earlier copy."),
        )
    found.execute("PRAGMA query_only = ON")
    return found


def check_ahead(path: Path) -> None:
    """Makes sure that taking back the half move leads to a whole file, before it is done; FileTrouble where not."""
    with closing(put_right(path)):
        pass
