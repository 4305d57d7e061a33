"""The indicators watched after adoption: how often, and the reading at which somebody must act."""

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from roadmap_desktop.catalogue.measures import Limit, limit
from roadmap_desktop.catalogue.records import Record, Subject
from roadmap_desktop.catalogue.terms import Term, terms_of
from roadmap_desktop.language import Phrase
from roadmap_desktop.rules.monitoring import Area, Cadence


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """Something to watch; ``trigger`` says in words what its thresholds say in figures, and what to do then."""

    key: str
    area: Area
    cadences: tuple[Cadence, ...]
    thresholds: tuple[Limit, ...]
    name: Phrase
    measure: Phrase
    trigger: Phrase


@dataclass(frozen=True, slots=True)
class _Shelf:
    indicators: tuple[IndicatorEntry, ...]
    areas: tuple[Term, ...]
    cadences: tuple[Term, ...]


def indicators(folder: Path | None = None) -> tuple[IndicatorEntry, ...]:
    """The indicators in the order of the watch list; ``BadRecord`` where a record is wrong."""
    return _shelf(folder).indicators


def areas(folder: Path | None = None) -> tuple[Term, ...]:
    """The names of the areas, keyed as ``Area``."""
    return _shelf(folder).areas


def cadences(folder: Path | None = None) -> tuple[Term, ...]:
    """The names of the cadences, keyed as ``Cadence``."""
    return _shelf(folder).cadences


@lru_cache
def _shelf(folder: Path | None) -> _Shelf:
    with Subject("monitoring", folder) as subject:
        return _Shelf(
            indicators=subject.each("indicator", partial(_indicator, folder=folder)),
            areas=terms_of(subject, "indicator_area", Area),
            cadences=terms_of(subject, "cadence", Cadence),
        )


def _indicator(record: Record, folder: Path | None) -> IndicatorEntry:
    return IndicatorEntry(
        key=record.key,
        area=record.choice("area", Area),
        cadences=record.choices("cadences", Cadence),
        thresholds=tuple(limit(fields, folder) for fields in record.parts("thresholds")),
        name=record.phrase("name"),
        measure=record.phrase("measure"),
        trigger=record.phrase("trigger"),
    )
