"""Every phrase of the catalogue, for the copy of its words that each workshop keeps."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path

from roadmap_desktop.catalogue import (
    agendas,
    criteria,
    guardrails,
    measures,
    monitoring,
    people,
    pilots,
    readiness,
    roadmap,
    team,
    usecases,
)
from roadmap_desktop.language import Phrase

_READERS = (
    people.perspectives,
    readiness.instrument,
    measures.units,
    usecases.use_cases,
    usecases.red_list,
    usecases.data_classes,
    usecases.levels,
    usecases.risks,
    criteria.criteria,
    guardrails.areas,
    guardrails.guardrails,
    guardrails.gates,
    guardrails.confirmations,
    team.seats,
    team.work_items,
    team.letters,
    pilots.decisions,
    monitoring.indicators,
    monitoring.areas,
    monitoring.cadences,
    roadmap.phases,
    roadmap.strands,
    agendas.agendas,
)


@lru_cache
def every_phrase(folder: Path | None = None) -> tuple[Phrase, ...]:
    """Each phrase once, in the order of the stages; no two share a key."""
    return tuple(phrase for read in _READERS for phrase in _within(read(folder)))


def _within(entry: object) -> Iterator[Phrase]:
    if isinstance(entry, Phrase):
        yield entry
    elif isinstance(entry, tuple):
        for part in entry:
            yield from _within(part)
    elif is_dataclass(entry):
        for field in fields(entry):
            yield from _within(getattr(entry, field.name))
