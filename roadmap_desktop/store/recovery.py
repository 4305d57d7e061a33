"""Reads what can be read of a damaged workshop into a new file, and counts what could not; never writes to the old one.

The damaged file is copied and only the copy is opened. Each table is read row by row into an empty file of the same
version; values are held against their types, references against the rows they point to. A row that is gone but stands
in the log of changes is taken from there. Whatever else the file holds (triggers, views, tables of someone else's) is
left behind and named.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.language import message
from roadmap_desktop.store.connection import connect
from roadmap_desktop.store.copying import looked_at, make_durable, name_durably, place_named
from roadmap_desktop.store.damaged import private_copy, readable
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.header import FILE_VERSION
from roadmap_desktop.store.meaning import is_word_for_word
from roadmap_desktop.store.migrations import migrate
from roadmap_desktop.store.refilling import KindRead, blank, refill
from roadmap_desktop.store.rowwise import UNREADABLE
from roadmap_desktop.store.snapshots import Snapshot, snapshots_of_file, sound
from roadmap_desktop.store.trouble import FileTrouble


@dataclass(frozen=True, slots=True)
class Recovery:
    """What came of it: the kinds of facts with what was read and lost, and what was left behind."""

    kinds: tuple[KindRead, ...]
    was_sound: bool = False
    history_kept: bool = True
    left_behind: tuple[str, ...] = ()
    """The names of triggers, views and tables that no workshop holds."""


def recover(path: Path, to: Path) -> Recovery:
    """Writes what can be read of the file to a new place, whole and on disk; a sound file is copied as it is.

    Raises:
        FileTrouble: there is a file at the place already, it can't be written, or nothing can be read.
    """
    _check_free(to)
    with TemporaryDirectory(prefix="roadmap-") as name:
        private = private_copy(path, Path(name))
        if _is_sound(private):
            recovery, made = Recovery(_counts(private), was_sound=True), private
        else:
            made = Path(name) / "made.roadmap"
            recovery = _read_into(made, private, path)
        place(made, to)
    return recovery


def place(made: Path, to: Path) -> None:
    """Copies a file that nobody writes to a new place, on disk before it has its name.

    Raises:
        FileTrouble: there is a file at the place already, or it can't be written.
    """
    _check_free(to)
    beside = to.with_name(f".new-{to.name}")
    try:
        with place_named(to):
            shutil.copyfile(made, beside)
            make_durable(beside)
        name_durably(beside, to)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _check_free(to: Path) -> None:
    if to.exists():
        raise FileTrouble(
            message("There is already a file {name}.", name=to.name),
            message("Nothing was changed."),
            message("Choose another name."),
        )


def latest_good(path: Path) -> Snapshot | None:
    """The newest earlier copy of the workshop that was last in the file, of which every page can be read."""
    return next(filter(sound, snapshots_of_file(path)), None)


def _is_sound(private: Path) -> bool:
    try:
        document = Document.open(private, read_only=True)
        try:
            document.check()
        finally:
            document.close()
    except FileTrouble:
        return False
    return True


def _counts(private: Path) -> tuple[KindRead, ...]:
    with closing(looked_at(private, immutable=True)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    return tuple(KindRead(name, count) for name, count in counts.items() if name not in ("step", "history"))


def _read_into(made: Path, private: Path, path: Path) -> Recovery:
    source = readable(private, _donors(private, path))
    if source is None:
        raise _nothing(path)
    with closing(source):
        source.set_progress_handler(_Patience(private.stat().st_size), 1_000_000)
        version = _version(source, path)
        with closing(blank(made, version)) as target:
            try:
                refilled = refill(source, target, path.stem)
                left_behind = _foreign(source, target)
            except UNREADABLE as error:
                raise _nothing(path) from error
    if not sum(kind.read for kind in refilled.kinds):
        raise _nothing(path)
    if version < FILE_VERSION:
        with closing(connect(made, read_only=False)) as target:
            migrate(target, version)
    return Recovery(refilled.kinds, history_kept=refilled.history_kept, left_behind=left_behind)


def _donors(private: Path, path: Path) -> Iterator[Path]:
    """Files whose list of tables may stand in for the damaged one: earlier copies, then empty files made alike."""
    yield from (each.path for each in snapshots_of_file(path)[:3])
    with private.open("rb") as file:
        counted = file.read(44)[40:44]
    for version in range(FILE_VERSION, 0, -1):
        made = private.with_name(f"blank{version}.roadmap")
        with closing(blank(made, version)):
            pass
        if made.read_bytes()[40:44] == counted:  # as many tables were made in it, so they begin at the same pages
            yield made


class _Patience:
    """Stops the reading of a file whose pages lead in circles: no honest file needs so many steps for its size."""

    def __init__(self, size: int) -> None:
        self._left = 50 + size // 50_000  # millions of SQLite's steps; reading every row takes one step a byte

    def __call__(self) -> bool:
        self._left -= 1
        return self._left < 0


def _version(source: sqlite3.Connection, path: Path) -> int:
    """The version of the file; where its number was hit, the newest whose schema it has.

    Raises:
        FileTrouble: the file comes from a newer program.
    """
    try:
        said = source.execute("PRAGMA user_version").fetchone()[0]
        if 1 <= said <= FILE_VERSION:
            return int(said)
        known = [each for each in range(FILE_VERSION, 0, -1) if is_word_for_word(source, each)]
    except UNREADABLE as error:
        raise _nothing(path) from error
    if not known and said > FILE_VERSION:
        raise FileTrouble(
            message("{name} was made by a newer version of Roadmap Desktop.", name=path.name),
            message("The file was not changed."),
            message("Open it with that version."),
        )
    return known[0] if known else FILE_VERSION


def _foreign(source: sqlite3.Connection, target: sqlite3.Connection) -> tuple[str, ...]:
    ours = {name for (name,) in target.execute("SELECT name FROM sqlite_master")}
    found = source.execute("SELECT DISTINCT type, name FROM sqlite_master ORDER BY name LIMIT 200").fetchall()
    virtual = source.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage = 0").fetchall()
    return tuple(
        str(name) for kind, name in found if name not in ours or kind in ("trigger", "view") or (name,) in virtual
    )


def _nothing(path: Path) -> FileTrouble:
    return FileTrouble(
        message("Nothing in {name} can be read any more.", name=path.name),
        message("The file was not changed."),
        message("Open an earlier copy of the workshop."),
    )
