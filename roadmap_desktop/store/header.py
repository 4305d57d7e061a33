"""The first 100 bytes of a file: is it a workshop, and of which version?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from roadmap_desktop.language import Words, message
from roadmap_desktop.store.trouble import Damaged, FileTrouble

APPLICATION_ID = 0x524F4144  # "ROAD"
FILE_VERSION = 2

_KINDS: tuple[tuple[bytes, Words], ...] = (
    (b"PK\x03\x04", message("This is a spreadsheet, a text document or an archive.")),
    (b"%PDF", message("This is a PDF.")),
    (b"BEGIN:VCALENDAR", message("This is a calendar.")),
    (b"\xff\xd8\xff", message("This is a photo.")),
    (b"\x89PNG", message("This is a picture.")),
)


def check_header(path: Path, *, is_at_rest: bool = True) -> int:
    """The file version of a workshop's file.

    Reads the first 100 bytes and closes again before SQLite opens the file: on POSIX a second open and close of
    the same path would drop SQLite's locks. A file that is not at rest, in the middle of a move, may have any size.

    Raises:
        FileTrouble: the file is missing, is not a workshop, or is cut off.
    """
    try:
        with path.open("rb") as file:
            start = file.read(100)
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be opened.", name=path.name),
            message("Nothing was changed."),
            message("See whether the file is still there and may be read."),
        ) from error
    if not start.startswith(b"SQLite format 3\x00") or len(start) < 100 or _number(start, 68) != APPLICATION_ID:
        raise _foreign(path, start)
    page = _number(start, 16, 2)
    size = path.stat().st_size
    if is_at_rest and size < (65536 if page == 1 else page) * _number(start, 28):
        raise Damaged(
            message("{name} is cut off: its end is missing.", name=path.name),
            message("The file was not changed."),
            message("Copy it again from where it came, or open an earlier copy."),
        )
    return _number(start, 60)


def check_application(connection: sqlite3.Connection, path: Path) -> int:
    """The same from a connection, for a file that this process has open already.

    Raises:
        FileTrouble: it is not a workshop.
    """
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise _foreign(path, b"")
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) & 0xFFFFFFFF


def _foreign(path: Path, start: bytes) -> FileTrouble:
    kind = next((words for magic, words in _KINDS if start.startswith(magic)), "")
    return FileTrouble(
        message("{name} is not a workshop file. {kind}", name=path.name, kind=kind),
        message("The file was not changed."),
        message("Choose a file whose name ends in .roadmap."),
    )


def _number(start: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(start[at : at + length], "big")
