"""The phases and strands that the roadmap is drawn in."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.stages import Stage
from roadmap_desktop.catalogue.terms import Term, term
from roadmap_desktop.language import Phrase


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """A lane of the timeline; it is drawn in the hue of ``stage``."""

    key: str
    stage: Stage
    name: Phrase
    meaning: Phrase


@dataclass(frozen=True, slots=True)
class _Shelf:
    phases: tuple[PhaseEntry, ...]
    strands: tuple[Term, ...]


def phases(folder: Path | None = None) -> tuple[PhaseEntry, ...]:
    """The five phases, from top to bottom of the timeline."""
    return _shelf(folder).phases


def strands(folder: Path | None = None) -> tuple[Term, ...]:
    """The six strands that run across the phases."""
    return _shelf(folder).strands


@lru_cache
def _shelf(folder: Path | None) -> _Shelf:
    with Subject("roadmap", folder) as subject:
        return _Shelf(subject.each("phase", _phase), subject.each("strand", term))


def _phase(record: Record) -> PhaseEntry:
    return PhaseEntry(record.key, record.choice("stage", Stage), record.phrase("name"), record.phrase("meaning"))
