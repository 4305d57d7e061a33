"""What a reader sees of the waves: schools, dates, gates, supports, and the schools that are in none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey.plan import KINDS as PLAN
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.scaling.conditions import KINDS as CONDITIONS
from roadmap_desktop.journey.scaling.conditions import GateRow, SupportRow, conditions, supports
from roadmap_desktop.journey.scaling.order import waves_before
from roadmap_desktop.journey.scaling.places import SchoolPlace, school_places
from roadmap_desktop.language import Words
from roadmap_desktop.model.pilots import Decision, Pilot
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.store.document import Document

KINDS = tuple({*PLAN, *CONDITIONS, "support"})
"""The kinds of facts that the waves depend on."""


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A wave; dates are None without a school calendar, length as rules.length reads it.

    ``after_wave`` is the wave (uuid) that it waits for, ``after_pilot`` the pilot whose decision it waits for.
    """

    uuid: str
    name: str
    schools: tuple[SchoolPlace, ...]
    after_pilot: str
    pilot: str
    verdict: Verdict | None
    after_wave: str
    not_before: date | None
    length: str
    lead: str
    communication: str
    gates: tuple[GateRow, ...]
    supports: tuple[SupportRow, ...]
    start: date | None
    finish: date | None

    @property
    def open_gates(self) -> tuple[GateRow, ...]:
        """What does not hold yet."""
        return tuple(each for each in self.gates if not each.holds)

    @property
    def guardrails(self) -> tuple[GateRow, ...]:
        """The guardrails that its pilot's use cases ask for before they scale."""
        return tuple(each for each in self.gates if each.guardrail)

    @property
    def own_gates(self) -> tuple[GateRow, ...]:
        """The conditions that the room set itself."""
        return tuple(each for each in self.gates if not each.guardrail)


@dataclass(frozen=True, slots=True)
class ScalingPicture:
    """All waves in order, every school with its place, and the pilots a wave can follow (uuid, name).

    ``trouble`` says why there are no dates, where there are none.
    """

    waves: tuple[WaveRow, ...]
    schools: tuple[SchoolPlace, ...]
    pilots: tuple[tuple[str, str], ...]
    trouble: Words | None = None

    @property
    def unplaced(self) -> tuple[SchoolPlace, ...]:
        """The schools that are in no wave."""
        return tuple(each for each in self.schools if not each.wave)

    def wave(self, uuid: str) -> WaveRow | None:
        """The wave with that uuid."""
        return next((each for each in self.waves if each.uuid == uuid), None)

    def school(self, uuid: str) -> SchoolPlace | None:
        """The school with that uuid."""
        return next((each for each in self.schools if each.uuid == uuid), None)


def scaling(document: Document) -> ScalingPicture:
    """The waves as they stand."""
    return document.remembered("scaling", KINDS, lambda: _scaling(document))


def _scaling(document: Document) -> ScalingPicture:
    with document.read():
        schools = school_places(document)
        query = select(Pilot.uuid, Pilot.name).order_by(Pilot.position, Pilot.uuid)
        pilots = tuple((row.uuid, row.name) for row in document.rows(query))
        waves = _waves(document, schools, dict(pilots))
        return ScalingPicture(waves, schools, pilots, planned(document).trouble)


def _waves(document: Document, schools: tuple[SchoolPlace, ...], pilots: dict[str, str]) -> tuple[WaveRow, ...]:
    plan, before = planned(document), waves_before(document)
    gates, given = conditions(document), supports(document)
    query = select(Decision.pilot, Decision.verdict).order_by(Decision.attempt)
    verdicts = {row.pilot: Verdict(row.verdict) for row in document.rows(query)}
    found = []
    for row in document.rows(select(*Wave.__table__.columns).order_by(Wave.position, Wave.uuid)):
        task = plan.of(Part.WAVE, row.uuid)
        after = row.after_pilot or ""
        found.append(
            WaveRow(
                uuid=row.uuid,
                name=row.name,
                schools=tuple(each for each in schools if each.wave == row.uuid),
                after_pilot=after,
                pilot=pilots.get(after, ""),
                verdict=verdicts.get(after),
                after_wave=before.get(row.uuid, ""),
                not_before=row.not_before,
                length=row.length,
                lead=row.lead,
                communication=row.communication,
                gates=gates[row.uuid],
                supports=given.get(row.uuid, ()),
                start=task.start if task else None,
                finish=task.finish if task else None,
            )
        )
    return tuple(found)
