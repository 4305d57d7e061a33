"""What a pilot can end in."""

from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue.records import Subject
from roadmap_desktop.catalogue.terms import Term, term


@lru_cache
def decisions(folder: Path | None = None) -> tuple[Term, ...]:
    """The four decisions on a pilot: scale, adjust, narrow, stop."""
    with Subject("pilots", folder) as subject:
        return subject.each("decision", term)
