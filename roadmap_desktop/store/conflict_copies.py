"""Copies that a file synchroniser put beside a workshop because two people had changed it."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from roadmap_desktop.store.copying import looked_at
from roadmap_desktop.store.header import check_header
from roadmap_desktop.store.trouble import FileTrouble

MOST_ENTRIES = 2_000
"""Of a folder, so many entries are looked at."""
MOST_COPIES = 8
"""So many files are opened."""
_ADDED = re.compile(
    r"""
      \s*\([^()]*(conflict|Konflikt|conflit|conflicto)[^()]*\)(\s\(\d+\))?  # Dropbox, Nextcloud, Box
    | [ _]?\(\d{1,2}\)                                                       # Google Drive, a browser
    | \.sync-conflict-\d{8}-\d{6}(-\w+)?                                     # Syncthing
    | _conflict-\d{8}-\d{6}                                                  # ownCloud
    | \s*\[?conflict(ed)?[^\]]*\]?                                           # Google Drive, Resilio
    | -[A-Za-z0-9][\w-]{1,40}(-\d{1,2})?                                     # OneDrive: the machine's name
    """,
    re.VERBOSE | re.IGNORECASE,
)


def conflict_copies(path: Path, workshop: str) -> tuple[Path, ...]:
    """Files beside the workshop that are named as its conflict copies are and hold the same workshop; by name.

    Of each only the header and the workshop's id are read. What can't be read is none.
    """
    try:
        with os.scandir(path.parent) as entries:
            named = [entry.name for entry in islice(entries, MOST_ENTRIES) if _is_named_so(entry.name, path)]
    except OSError:
        return ()
    found = (path.with_name(name) for name in sorted(named)[:MOST_COPIES])
    return tuple(each for each in found if _workshop_in(each) == workshop)


def _is_named_so(name: str, path: Path) -> bool:
    stem = Path(name).stem
    added = stem.removeprefix(path.stem)
    return Path(name).suffix == path.suffix and added not in ("", stem) and _ADDED.fullmatch(added) is not None


def _workshop_in(path: Path) -> str | None:
    with suppress(FileTrouble, OSError, sqlite3.Error):
        check_header(path)
        with closing(looked_at(path)) as connection:
            row = connection.execute("SELECT uuid FROM workshop LIMIT 1").fetchone()
        return str(row[0]) if row else None
    return None
