"""Copies a workshop's file while it may be open: whole, checked, and on disk before it has its name.

A reader blocks a commit of a file with a rollback journal, so the copy is made in small steps that let go between them.
Measured on a file of 34 MB (100,000 ratings) on two cores: in one step 42 ms, in steps of 256 pages 48 ms of which none
holds the file longer than 2 ms. A move made meanwhile lets the copy begin again; after a few of those it is made in one
step, so that it ends however fast somebody answers.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from roadmap_desktop.language import message
from roadmap_desktop.store.connection import defend
from roadmap_desktop.store.trouble import Damaged, FileTrouble, trouble_named

STEP_PAGES = 256
"""A step copies a megabyte of pages of 4 KB."""
MOST_BEGINNINGS = 3
"""How often a copy begins again before it is made in one step."""
WAIT = 2.0
"""Seconds to wait for somebody who is writing."""


class _BeganAgain(Exception):
    """Somebody wrote while the copy was made."""


def looked_at(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that reads the file, trusts nothing in it, and can't write; the caller closes it."""
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT)
    defend(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def copy(path: Path, to: Path) -> None:
    """Writes what the file holds now to a place of its own, checked and on disk; what was there is replaced.

    Raises:
        FileTrouble: the file can't be read or is damaged, or the place can't be written; nothing is left there then.
    """
    beside = to.with_name(f".new-{to.name}")
    try:
        with place_named(to):
            to.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            with trouble_named(), closing(looked_at(path)) as source:
                _fill(source, beside)
            _check_durably(beside, path.name)
            beside.replace(to)
            make_durable(to.parent)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def copy_open(source: sqlite3.Connection, to: Path) -> None:
    """Writes what an open connection sees to a new file, checked and on disk, whatever became of its own file.

    Raises:
        FileTrouble: there is a file already, the place can't be written, or what is seen is damaged.
    """
    beside = to.with_name(f".new-{to.name}")
    if to.exists():
        raise FileTrouble(
            message("There is already a file named {name}.", name=to.name),
            message("It was not changed."),
            message("Choose another name."),
        )
    try:
        with trouble_named(), closing(_written_to(beside)) as target:
            source.backup(target)
        _check_durably(beside, to.name)
        beside.replace(to)
        make_durable(to.parent)
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be written in this folder.", name=to.name),
            message("Everything saved before this is safe."),
            message("Choose a folder of your own with room in it."),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def name_durably(path: Path, to: Path) -> None:
    """Gives a file that is on disk another name.

    Raises:
        FileTrouble: the place can't be written.
    """
    with place_named(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        path.replace(to)
        make_durable(to.parent)


def check(path: Path, name: str) -> None:
    """Reads every page of the file at a path that nobody writes.

    Raises:
        Damaged: it is; the trouble calls it by the name.
    """
    try:
        with closing(looked_at(path, immutable=True)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        found = None
    if found != ("ok",):
        raise Damaged(
            message("{name} is damaged.", name=name),
            message("The file was not changed."),
            message("Open an earlier copy of it."),
        )


def _check_durably(place: Path, name: str) -> None:
    """Checks a new copy while the disk takes it in: each is waited for before it has its name.

    Raises:
        Damaged: it is.
        OSError: the disk did not take it.
    """
    from concurrent.futures import ThreadPoolExecutor  # a start without a copy is spared it

    with ThreadPoolExecutor(max_workers=1) as beside:
        on_disk = beside.submit(make_durable, place)
        check(place, name)
        on_disk.result()


def _fill(source: sqlite3.Connection, place: Path) -> None:
    for attempt in range(MOST_BEGINNINGS):
        with closing(_written_to(place)) as target:
            try:
                in_one_step = attempt == MOST_BEGINNINGS - 1
                _backup(source, target, pages=-1 if in_one_step else STEP_PAGES)
                return
            except _BeganAgain:
                continue


def _backup(source: sqlite3.Connection, target: sqlite3.Connection, *, pages: int = -1) -> None:
    try:
        source.backup(target, pages=pages, progress=_watch(), sleep=0.005)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:  # only what is written fills up
            raise OSError(str(error)) from error
        raise


def _watch() -> Callable[[int, int, int], None]:
    least = [sys.maxsize]

    def look(_status: int, remaining: int, _total: int) -> None:
        if remaining > least[0]:
            raise _BeganAgain
        least[0] = remaining

    return look


def _written_to(place: Path) -> sqlite3.Connection:
    place.unlink(missing_ok=True)
    place.touch()  # tells of a place that can't be written before SQLite does
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")  # a copy that fails is thrown away, one that is whole is synced
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def make_durable(place: Path) -> None:
    """Has a file or folder on disk before it returns."""
    try:
        opened = os.open(place, os.O_RDONLY)
    except PermissionError:  # Windows opens no folder; its file system needs no telling
        return
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def place_named(to: Path) -> Iterator[None]:
    """Says where there was no room: in the place of the copy, not in that of the workshop.

    Raises:
        FileTrouble: instead of OSError.
    """
    try:
        yield
    except OSError as error:
        raise FileTrouble(
            message("No copy could be kept in {folder}: it is full or can't be written.", folder=str(to.parent)),
            message("Every answer is saved in the workshop's own file."),
            message("Make room there; the next copy is tried by itself."),
        ) from error
