"""Files as the subject of a page: several paths in one text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_BETWEEN = "\0"


def subject_of(paths: Iterable[Path]) -> str:
    """The paths in one text."""
    return _BETWEEN.join(map(str, paths))


def paths_in(subject: str) -> tuple[Path, ...]:
    """The paths in a text that ``subject_of`` made."""
    return tuple(map(Path, subject.split(_BETWEEN))) if subject else ()
