"""The way from a path to an open file, in the order that keeps the file safe; and the way back."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from roadmap_desktop.store.connection import connect, private_copy
from roadmap_desktop.store.header import FILE_VERSION, check_application, check_header
from roadmap_desktop.store.lease import Held, Holder, Lease, may_be_taken
from roadmap_desktop.store.restriction import Restriction, Why
from roadmap_desktop.store.schema import check_schema
from roadmap_desktop.store.trouble import trouble_named
from roadmap_desktop.store.watch import Identity, Seen, Watch, identity

_open_here: Counter[Identity] = Counter()
"""The files that SQLite has open in this process: reading one beside SQLite would drop its locks."""
_counting = Lock()


@dataclass
class Opened:
    """An open file: its connection, why it may only be read, the lock on it, and which file on the disk it is."""

    connection: sqlite3.Connection
    restriction: Restriction | None
    lease: Lease | None
    watch: Watch

    def look(self, path: Path, at: datetime) -> bool:
        """Whether somebody else wrote since the last look; what keeps the file from being changed is noted."""
        seen = self.watch.look()
        if self.restriction is None and seen is Seen.LOST:
            self.restriction = Restriction(Why.LOST)
        elif self.restriction == Restriction(Why.LOST) and seen is not Seen.LOST:
            self.restriction = None  # it is back where it was
        if self.restriction is None and self.lease and (holder := self.lease.taken_by()):
            self.restriction = restricted_by(holder, path, at)
        if self.restriction is None and seen is Seen.WRITTEN and self._is_newer():
            self.restriction = Restriction(Why.NEWER)
        return seen is Seen.WRITTEN

    def _is_newer(self) -> bool:
        """Whether a newer program has brought the file up under the open window."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0]) > FILE_VERSION

    def close(self) -> None:
        """Gives the file back, then the lock."""
        self.connection.close()
        _count(self.watch.identity, -1)
        if self.lease is not None:
            self.lease.give_back()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be opened and how."""

    path: Path
    at: datetime
    read_only: bool = False
    take_over: Holder | None = None  # whose lock a person wants to be taken


def opened(asked: Asked) -> Opened:
    """The workshop at the path, of the newest version and with what a workshop holds; see ``Restriction`` for what
    keeps it from being changed.

    An older file is brought to the newest version after a copy of it was kept; where it may only be read, a private
    copy is, and the file stays as it is.

    Raises:
        FileTrouble: the file is missing, foreign, damaged, or holds what a workshop never holds.
    """
    version = _version(asked.path)
    lease, restriction = _lease(asked, version)
    connection = None
    try:
        with trouble_named():
            connection = _connection(asked.path, is_changed=restriction is None)
            version = check_application(connection, asked.path)  # a half move that was taken back had written one too
            watch = Watch(asked.path, connection)
    except BaseException:
        if connection is not None:
            connection.close()
        if lease is not None:
            lease.give_back()
        raise
    found = Opened(connection, restriction, lease, watch)
    _count(watch.identity, 1)
    try:
        with trouble_named():
            check_schema(connection, asked.path.name, version)
            if version < FILE_VERSION:
                _bring_up(found, asked, version)
    except BaseException:
        found.close()
        raise
    return found


def _count(file: Identity, by: int) -> None:
    with _counting:  # workers open and close files too
        _open_here[file] += by


def _version(path: Path) -> int:
    if not _open_here[identity(path)]:
        return check_header(path, is_at_rest=not _has_journal(path))
    with trouble_named():
        connection = connect(path, read_only=True)
        try:
            return check_application(connection, path)
        finally:
            connection.close()


def _lease(asked: Asked, version: int) -> tuple[Lease | None, Restriction | None]:
    if asked.read_only:
        return None, Restriction(Why.ASKED)
    if version > FILE_VERSION:
        return None, Restriction(Why.NEWER)
    if not os.access(asked.path, os.W_OK):
        return None, Restriction(Why.PLACE)
    try:
        if asked.take_over is not None:
            return Lease.take_from(asked.take_over, asked.path, asked.at), None
        return Lease.take(asked.path, asked.at), None
    except Held as held:
        return None, restricted_by(held.holder, asked.path, asked.at)
    except OSError:
        return None, Restriction(Why.PLACE)


def restricted_by(holder: Holder, path: Path, at: datetime) -> Restriction:
    """The restriction that somebody else's lock means."""
    return Restriction(Why.HELD, holder, may_be_taken(holder, path), at.date())


def _connection(path: Path, *, is_changed: bool) -> sqlite3.Connection:
    has_crashed = _has_journal(path) and not _open_here[identity(path)]
    if has_crashed:
        from roadmap_desktop.store.unfinished import check_ahead, put_right  # a crash is rare

        if is_changed:
            check_ahead(path)
        elif not _reads(path):
            return put_right(path)
    return connect(path, read_only=not is_changed)


def _has_journal(path: Path) -> bool:
    """Whether a move is under way, or was when the power went."""
    with suppress(OSError):
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    return False


def _reads(path: Path) -> bool:
    """Whether the file can be read although there is a journal: it is that of a move that somebody makes just now."""
    try:
        connection = connect(path, read_only=True)
    except sqlite3.DatabaseError:
        return False
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    finally:
        connection.close()
    return True


def _bring_up(found: Opened, asked: Asked, version: int) -> None:
    from roadmap_desktop.store.migrations import migrate  # an older file is rare
    from roadmap_desktop.store.snapshots import Reason, keep_file

    if found.restriction is None:
        keep_file(asked.path, Reason.MIGRATING, asked.at)
        migrate(found.connection, version)
        return
    found.connection = found.watch.connection = private_copy(found.connection)
    migrate(found.connection, version)
    found.connection.execute("PRAGMA query_only = ON")
