"""Gives packets out: one file for each recipient in a folder, under names that hold no surprise on any laptop."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from roadmap_desktop.exchange.packet import SUFFIX, write_packet
from roadmap_desktop.journey.packet import Recipient
from roadmap_desktop.journey.packet_making import make_packet
from roadmap_desktop.store.document import Document

_LONGEST = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def give_out(document: Document, recipients: Iterable[Recipient], folder: Path) -> Iterator[Path]:
    """Writes the packet of each recipient into the folder and names its file; no file that is there is replaced.

    Raises:
        Refused: a recipient is gone, or there is nothing to ask; those before have their packets.
        FileTrouble: the folder can't be written.
    """
    for each in recipients:
        packet = make_packet(document, each)
        path = _free(folder, file_name(each.name))
        write_packet(packet, path)
        yield path


def given_out(
    document: Document, recipients: Sequence[Recipient], folder: Path, reached: Callable[[int, int], None]
) -> tuple[Path, ...]:
    """Gives all of them out, or none: what was written is taken away again where something stops it.

    ``reached`` hears how many are written.

    Raises:
        Refused, FileTrouble: as ``give_out`` does.
    """
    written: list[Path] = []
    try:
        for path in give_out(document, recipients, folder):
            written.append(path)
            reached(len(written), len(recipients))
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(written)


def file_name(name: str) -> str:
    """A file's name, without its ending, for the name of a recipient: letters without marks, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")
    return f"packet-{words}".strip("-") if not words or _RESERVED.fullmatch(words) else words


def _free(folder: Path, name: str) -> Path:
    number, path = 1, folder / f"{name}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path
