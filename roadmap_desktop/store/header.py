"""The first 100 bytes of a file: is it a workshop, and of which version?"""

from __future__ import annotations

from pathlib import Path

from roadmap_desktop.language import Words, message
from roadmap_desktop.store.trouble import FileTrouble

APPLICATION_ID = 0x524F4144  # "ROAD"
FILE_VERSION = 2

_KINDS: tuple[tuple[bytes, Words], ...] = (
    (b"PK\x03\x04", message("This is a spreadsheet, a text document or an archive.")),
    (b"%PDF", message("This is a PDF.")),
    (b"BEGIN:VCALENDAR", message("This is a calendar.")),
    (b"\xff\xd8\xff", message("This is a photo.")),
    (b"\x89PNG", message("This is a picture.")),
)


def check_header(path: Path) -> int:
    """The file version of a workshop's file.

    Reads the first 100 bytes and closes again before SQLite opens the file: on POSIX a second open and close of
    the same path would drop SQLite's locks.

    Raises:
        FileTrouble: the file is missing, is not a workshop, is cut off, or comes from a newer program.
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
    if size < (65536 if page == 1 else page) * _number(start, 28):
        raise FileTrouble(
            message("{name} is cut off: its end is missing.", name=path.name),
            message("The file was not changed."),
            message("Copy it again from where it came, or open an earlier copy."),
        )
    return _version(path, start)


def _version(path: Path, start: bytes) -> int:
    version = _number(start, 60)
    if version > FILE_VERSION:
        raise FileTrouble(
            message("{name} was made by a newer version of Roadmap Desktop.", name=path.name),
            message("The file was not changed."),
            message("Open it with that version."),
        )
    return version


def _foreign(path: Path, start: bytes) -> FileTrouble:
    kind = next((words for magic, words in _KINDS if start.startswith(magic)), "")
    return FileTrouble(
        message("{name} is not a workshop file. {kind}", name=path.name, kind=kind),
        message("The file was not changed."),
        message("Choose a file whose name ends in .roadmap."),
    )


def _number(start: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(start[at : at + length], "big")
