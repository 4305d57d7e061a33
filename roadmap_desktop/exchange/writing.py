"""Writes a file for other programs: whole or not at all, under a name that every computer takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path

from roadmap_desktop.language import message
from roadmap_desktop.store.trouble import FileTrouble

_LONGEST = 60
_NOTHING = message("Nothing that was there before was changed.")


def folder_for(folder: Path) -> Path:
    """The folder, made where it is missing.

    Raises:
        FileTrouble: it can't be made, or is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(
            message("The folder {name} can't be made.", name=str(folder)),
            _NOTHING,
            message("Choose another folder, one of your own."),
        ) from error
    return folder


@contextmanager
def trouble_told(name: str) -> Iterator[None]:
    """Turns what the system says of a file that can't be written into words; a file named in the error is told by it.

    Raises:
        FileTrouble: there is no room, or the folder can't be written.
    """
    try:
        yield
    except OSError as error:
        name = Path(error.filename).name.removesuffix(".part").removeprefix(".") if error.filename else name
        if error.errno in (ENOSPC, EDQUOT):
            raise FileTrouble(
                message("There is no room left on the disk for {name}.", name=name),
                _NOTHING,
                message("Make room, or choose a folder on another disk, and export again."),
            ) from error
        raise FileTrouble(
            message("{name} can't be written in this folder.", name=name),
            _NOTHING,
            message("Close the file where it is open, or choose a folder of your own."),
        ) from error


def write_whole(path: Path, content: bytes) -> Path:
    """Writes the file beside its place first, then in one swap, and gives its path.

    Raises:
        FileTrouble: there is no room, or the folder can't be written.
    """
    beside = path.with_name(f".{path.name}.part")
    with trouble_told(path.name):
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    return path


class FileNames:
    """Names of files that are each given once: small letters, digits and hyphens."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, *parts: str) -> str:
        """A name, without its ending, from these parts; a number is added where it was given already."""
        stem = "-".join(filter(None, map(_plain, parts)))
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")
