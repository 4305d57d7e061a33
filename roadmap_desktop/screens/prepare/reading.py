"""Reads a file from outside for a preview; what is wrong with it is shown in the strip under the header."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Notice, Sitting
from roadmap_desktop.screens.sourcefile import LARGEST

T = TypeVar("T")


def read_file(sitting: Sitting, path: Path, read: Callable[[bytes], T]) -> T | None:
    """What the reader makes of the file; None where it can't be read, which is said."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(
                message("{name} is too large for a list or a calendar.", name=path.name),
                message("Save only the part that is needed as a file of its own."),
            )
        return attempt_reading(sitting, lambda: read(path.read_bytes()))
    except Unreadable as problem:
        _tell(sitting, problem)
    except OSError:
        sitting.noticed.emit(
            Notice(
                message("{name} can't be opened.", name=path.name),
                message("Nothing was changed."),
                message("Copy the file to this computer and choose it again."),
            )
        )
    return None


def attempt_reading(sitting: Sitting, read: Callable[[], T]) -> T | None:
    """What the reader gives; None where it finds nothing to take, which is said."""
    try:
        return read()
    except Unreadable as problem:
        _tell(sitting, problem)
        return None


def _tell(sitting: Sitting, problem: Unreadable) -> None:
    sitting.noticed.emit(Notice(problem.reason, message("Nothing was changed."), problem.remedy))
