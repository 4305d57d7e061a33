"""The perspectives people bring to the room."""

from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue.records import Subject
from roadmap_desktop.catalogue.terms import Term, term


@lru_cache
def perspectives(folder: Path | None = None) -> tuple[Term, ...]:
    """The twelve perspectives, district leadership first; their keys are what other records refer to."""
    with Subject("people", folder) as subject:
        return subject.each("perspective", term)


def perspective_keys(folder: Path | None = None) -> tuple[str, ...]:
    """The keys alone, in the same order."""
    return tuple(perspective.key for perspective in perspectives(folder))
