"""Brings a file of an older version to the newest, one version after another, each in one transaction.

To change the model in a version that is not released yet: change the model, write its schema anew with
``python packaging/schema_file.py``, and say in that version's module what a new column holds in old rows. Nothing is
needed for a new table (it comes empty) or for a column that may be null. A released version is never changed: the next
gets a number, a module ``vN.py`` here with ``migrate``, and a file of the version before in ``tests/files/versions``.
"""

from __future__ import annotations

import sqlite3
from importlib import import_module

from roadmap_desktop.store.header import FILE_VERSION
from roadmap_desktop.store.trouble import trouble_named


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Brings the open file from the version to the newest; the connection is in autocommit and stays open.

    Whoever calls has checked the schema of the old version and kept a copy of the file. Where it is killed or fails,
    the file is whole and of the last version that was reached.

    Raises:
        FileTrouble: the file can't be written, or holds what can't be brought over.
    """
    with trouble_named():
        for number in range(version + 1, FILE_VERSION + 1):
            import_module(f"{__name__}.v{number}").migrate(connection)
