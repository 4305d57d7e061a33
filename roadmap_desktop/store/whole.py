"""Writes a file that others read: whole or not at all, and with what to do where it can't be written."""

from __future__ import annotations

from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path

from roadmap_desktop.language import message
from roadmap_desktop.store.trouble import FileTrouble

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


def write_whole(path: Path, content: bytes) -> Path:
    """Writes the file beside its place first, then in one swap, and gives its path.

    Raises:
        FileTrouble: there is no room, or the folder can't be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT, EFBIG):
            raise FileTrouble(
                message("There is no room left on the disk for {name}.", name=path.name),
                _NOTHING,
                message("Make room, or choose a folder on another disk, then try again."),
            ) from error
        raise FileTrouble(
            message("{name} can't be written in this folder.", name=path.name),
            _NOTHING,
            message("Close the file where it is open, or choose a folder of your own."),
        ) from error
    return path
