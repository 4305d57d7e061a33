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


_BEFORE = message("Everything saved before this is safe.")
_MOVED = sqlite3.SQLITE_READONLY_DBMOVED
_DAMAGE = ("malformed", "not a database", "unsupported file format", "Could not decode", "too big")
"""What SQLite and its driver say of a damaged file where they give no code for it."""


@contextmanager
def trouble_named() -> Iterator[None]:
    """Turns SQLite's errors about the file into FileTrouble; any other error passes."""
    try:
        yield
    except (UnicodeDecodeError, MemoryError) as error:  # SQLite's own words are damaged, or a length in the file
        raise _damaged() from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        trouble = _trouble(cause)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(cause: BaseException | None) -> FileTrouble | None:
    """What SQLite's code means; the low byte is the kind, the rest says more about it."""
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == _MOVED:
        return _gone()
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return FileTrouble(
                message("Another program is using the workshop's file."),
                _BEFORE,
                message("Close the other window or wait a moment, then try again."),
            )
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return FileTrouble(
                message("There is no room left on the disk, or it was taken out."),
                _BEFORE,
                message("Make room or put the disk back, then try again."),
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return FileTrouble(
                message("The workshop's file can't be written here."),
                _BEFORE,
                message("Save a copy in a folder of your own and go on there."),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_TOOBIG:
            return _damaged()
    return _damaged() if any(each in str(cause) for each in _DAMAGE) else None


def _gone() -> FileTrouble:
    return FileTrouble(
        message("The workshop's file was moved or taken away while it was open."),
        message("Everything saved before this can still be read here."),
        message("Put it back and try again, or save a copy and go on there."),
    )


def _damaged() -> Damaged:
    return Damaged(
        message("The workshop's file is damaged."),
        message("The file was not changed."),
        message("Open an earlier copy of it."),
    )
