"""The way from a path to an open file, in the order that keeps the file safe."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from roadmap_desktop.store.connection import connect, private_copy
from roadmap_desktop.store.copies import keep_copy
from roadmap_desktop.store.header import FILE_VERSION, check_header
from roadmap_desktop.store.schema import check_schema
from roadmap_desktop.store.trouble import trouble_named


def opened(path: Path, *, read_only: bool, at: datetime) -> sqlite3.Connection:
    """A connection to the workshop at the path, which is of the newest version and holds what a workshop holds.

    An older file is brought to the newest version after a copy of it was kept; where it may only be read, a private
    copy is, and the file stays as it is.

    Raises:
        FileTrouble: the file is missing, foreign, damaged, newer, or holds what a workshop never holds.
    """
    version = check_header(path)
    with trouble_named():
        connection = connect(path, read_only=read_only)
    try:
        with trouble_named():
            check_schema(connection, path.name, version)
            if version < FILE_VERSION:
                connection = _brought_up(connection, path, version, read_only=read_only, at=at)
    except BaseException:
        connection.close()
        raise
    return connection


def _brought_up(
    connection: sqlite3.Connection, path: Path, version: int, *, read_only: bool, at: datetime
) -> sqlite3.Connection:
    from roadmap_desktop.store.migrations import migrate  # an older file is rare

    if read_only:
        connection = private_copy(connection)
    else:
        keep_copy(connection, path.name, at)
    migrate(connection, version)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection
