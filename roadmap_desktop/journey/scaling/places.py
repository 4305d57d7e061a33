"""Scaling, the schools: which wave each is in, and what speaks for an early or a late one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.prepare.schools import LEVELS
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import Site
from roadmap_desktop.model.scaling import WaveSchool
from roadmap_desktop.rules.grades import Level
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.store.document import Document

KINDS = ("school", "site", "wave_school")
"""The kinds of facts that a school's place depends on."""

PACES: Mapping[Pace, Words] = {
    Pace.READY: message("ready to go first"),
    Pace.WILLING: message("willing"),
    Pace.LATER: message("rather later"),
}


@dataclass(frozen=True, slots=True)
class SchoolPlace:
    """A school and the wave it is in (uuid; empty: none)."""

    uuid: str
    name: str
    level: str
    pace: Pace | None
    higher_need: bool
    piloted: bool
    wave: str

    @property
    def level_words(self) -> Words:
        """The level's name."""
        return LEVELS[Level(self.level) if self.level else Level.other]

    @property
    def pace_words(self) -> Words:
        """At what pace it wants to go; nothing where it has not said."""
        return PACES[self.pace] if self.pace else ""


def school_places(document: Document) -> tuple[SchoolPlace, ...]:
    """Every school of the district in order."""
    return document.remembered("school places", KINDS, lambda: _school_places(document))


def _school_places(document: Document) -> tuple[SchoolPlace, ...]:
    with document.read():
        waves = {row.school: row.wave for row in document.rows(select(WaveSchool.school, WaveSchool.wave))}
        piloted = {row.school for row in document.rows(select(Site.school).distinct())}
        query = select(School.uuid, School.name, School.level, School.pace, School.higher_need)
        rows = document.rows(query.order_by(School.position, School.name, School.uuid))
    return tuple(
        SchoolPlace(
            uuid=row.uuid,
            name=row.name,
            level=row.level,
            pace=Pace(row.pace) if row.pace else None,
            higher_need=row.higher_need,
            piloted=row.uuid in piloted,
            wave=waves.get(row.uuid, ""),
        )
        for row in rows
    )
