"""A damaged file in a place of its own: a private copy, its first page mended as far as it can be, read row by row.

The damaged file is only ever copied. What lies on its first page is known of every workshop's file, so a page size, a
magic word or a list of tables that was hit does not cost the answers on the other pages: the list of tables is taken
from the newest earlier copy of the same workshop, or from an empty file, where it was made at the same places.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from roadmap_desktop.language import message
from roadmap_desktop.store.copying import looked_at
from roadmap_desktop.store.header import APPLICATION_ID
from roadmap_desktop.store.rowwise import UNREADABLE
from roadmap_desktop.store.trouble import FileTrouble

MAGIC = b"SQLite format 3\x00"
MOST_BYTES = 4 * 1024**3
"""A larger file is no workshop."""
_INTERIOR, _LEAF = 5, 13


def private_copy(path: Path, folder: Path) -> Path:
    """A copy to work on, with the move that was under way when the program ended taken back.

    Raises:
        FileTrouble: the file can't be read, or is nothing like a workshop.
    """
    to = folder / "private.roadmap"
    try:
        with path.open("rb") as file:
            start = file.read(100)
        _check_likeness(path, start)
        shutil.copyfile(path, to)
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            _roll_back(to, journal)
            if not to.exists():
                shutil.copyfile(path, to)
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be read.", name=path.name),
            message("Nothing was changed."),
            message("See whether the file is still there, may be read, and there is room to copy it."),
        ) from error
    return to


def _check_likeness(path: Path, start: bytes) -> None:
    likeness = (start[:16] == MAGIC) + (start[68:72] == APPLICATION_ID.to_bytes(4, "big"))
    if not likeness or path.stat().st_size > MOST_BYTES or len(start) < 100:
        raise FileTrouble(
            message("Nothing in {name} can be recognised as a workshop.", name=path.name),
            message("The file was not changed."),
            message("Open an earlier copy of the workshop."),
        )


def _roll_back(to: Path, journal: Path) -> None:
    """Lets SQLite take back the move under way in the private copy; leaves none where even that fails."""
    beside = to.with_name(f"{to.name}-journal")
    shutil.copyfile(journal, beside)
    try:
        connection = sqlite3.connect(to, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except UNREADABLE:
        to.unlink()
    beside.unlink(missing_ok=True)


def readable(private: Path, donors: Iterator[Path]) -> sqlite3.Connection | None:
    """A connection to the private copy once its tables can be listed; None where no donor's list fits either."""
    mend_header(private)
    if (connection := _opened(private)) is not None:
        return connection
    damaged = private.read_bytes()
    for donor in donors:
        with suppress(OSError, IndexError):
            private.write_bytes(_with_list_of(damaged, donor.read_bytes()))
            mend_header(private)
            if (connection := _opened(private)) is not None:
                return connection
    return None


def _opened(private: Path) -> sqlite3.Connection | None:
    connection = looked_at(private, immutable=True)
    connection.text_factory = _text
    try:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'workshop' AND type = 'table'").fetchone():
            return connection
    except UNREADABLE:
        pass
    connection.close()
    return None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def mend_header(private: Path) -> None:
    """Sets what the first 100 bytes of every workshop's file say, and the number of pages that are there."""
    with private.open("r+b") as file:
        start = bytearray(file.read(100))
        size = file.seek(0, 2)
        page = int.from_bytes(start[16:18], "big")
        if page not in (512, 1024, 2048, 4096, 8192, 16384, 32768):
            page = 4096
        pages = -(-size // page)
        file.truncate(pages * page)
        start[:16] = MAGIC
        start[16:24] = page.to_bytes(2, "big") + bytes((1, 1, 0, 64, 32, 32))
        start[28:40] = pages.to_bytes(4, "big") + bytes(8)  # pages there, no free ones
        start[44:48] = (4).to_bytes(4, "big")
        start[52:60] = bytes(4) + (1).to_bytes(4, "big")  # never vacuumed by itself; UTF-8
        start[64:68] = bytes(4)
        start[92:96] = start[24:28]  # so that the number of pages is believed
        file.seek(0)
        file.write(start)


def _with_list_of(damaged: bytes, donor: bytes) -> bytes:
    """The damaged pages with the donor's list of tables in the place where it is in the donor."""
    page = int.from_bytes(donor[16:18], "big")
    mended = bytearray(damaged)
    for number in (1, *_list_pages(donor, page)):
        mended[(number - 1) * page : number * page] = donor[(number - 1) * page : number * page]
    return bytes(mended)


def _list_pages(donor: bytes, page: int) -> list[int]:
    """The pages below the first one, where the list of tables takes more than one."""
    if donor[100] != _INTERIOR:
        return []
    cells = int.from_bytes(donor[103:105], "big")
    places = [int.from_bytes(donor[112 + 2 * each : 114 + 2 * each], "big") for each in range(cells)]
    below = [int.from_bytes(donor[place : place + 4], "big") for place in places]
    below.append(int.from_bytes(donor[108:112], "big"))
    return [number for number in below if donor[(number - 1) * page] == _LEAF]
