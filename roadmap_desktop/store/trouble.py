"""The file's own trouble: locked, full, damaged, gone, or not one of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from roadmap_desktop.language import Language, Words, message


class FileTrouble(Exception):
    """What happened to the file, what is safe, and what to do; for a person to read."""

    can_recover = False
    """Whether looking at what can still be read of the file may help: it is ours, and damaged or not as we made it."""

    def __init__(self, what: Words, safe: Words, remedy: Words) -> None:
        super().__init__(Language("en").say(what))
        self.what = what
        self.safe = safe
        self.remedy = remedy


class Damaged(FileTrouble):
    """The file is a workshop's, but something in it is damaged or was never put there by this program."""

    can_recover = True


_DAMAGE = ("malformed", "not a database", "unsupported file format", "Could not decode", "too big")
"""What SQLite says of a damaged file."""


@contextmanager
def trouble_named() -> Iterator[None]:
    """Turns SQLite's errors about the file into FileTrouble; any other error passes."""
    try:
        yield
    except (UnicodeDecodeError, MemoryError) as error:  # SQLite's own words are damaged, or a length in the file
        raise _damaged() from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        trouble = _trouble(str(cause))
        if trouble is None:
            raise
        raise trouble from error


def _trouble(text: str) -> FileTrouble | None:
    before = message("Everything saved before this is safe.")
    if "locked" in text or "busy" in text:
        return FileTrouble(
            message("Another program is using the workshop's file."),
            before,
            message("Close the other window or wait a moment, then try again."),
        )
    if "full" in text or "disk I/O" in text:
        return FileTrouble(
            message("There is no room left on the disk, or it was taken out."),
            before,
            message("Make room or put the disk back, then try again."),
        )
    if "readonly" in text or "unable to open" in text:
        return FileTrouble(
            message("The workshop's file can't be written here."),
            before,
            message("Copy the file to a folder of your own and open the copy."),
        )
    if any(words in text for words in _DAMAGE):
        return _damaged()
    return None


def _damaged() -> Damaged:
    return Damaged(
        message("The workshop's file is damaged."),
        message("The file was not changed."),
        message("Open an earlier copy of it."),
    )
