"""What a reader sees of the waves: schools, dates, gates, supports, and the schools that are in none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey.gatefacts import guardrail_facts, use_case_facts
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.plan import KINDS as PLAN
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap.evidence import guardrail_names
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import Decision, Pilot, PilotUseCase, Site
from roadmap_desktop.model.scaling import Support, Wave, WaveGate, WaveSchool
from roadmap_desktop.rules import guardrails as gates
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.store.document import Document

KINDS = tuple({*PLAN, "wave_gate", "support"})
"""The kinds of facts that the waves depend on."""


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


@dataclass(frozen=True, slots=True)
class GateRow:
    """A condition of a wave: its own (with a uuid), or a guardrail that its use cases ask for before scaling."""

    uuid: str
    text: Words
    holds: bool
    guardrail: str = ""


@dataclass(frozen=True, slots=True)
class SupportRow:
    """What a wave's schools are given."""

    uuid: str
    text: str


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A wave; dates are None without a school calendar, length as rules.length reads it."""

    uuid: str
    name: str
    schools: tuple[SchoolPlace, ...]
    after_pilot: str
    pilot: str
    verdict: Verdict | None
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


@dataclass(frozen=True, slots=True)
class ScalingPicture:
    """All waves in order, every school with its place, and the pilots a wave can follow (uuid, name)."""

    waves: tuple[WaveRow, ...]
    schools: tuple[SchoolPlace, ...]
    pilots: tuple[tuple[str, str], ...]

    @property
    def unplaced(self) -> tuple[SchoolPlace, ...]:
        """The schools that are in no wave."""
        return tuple(each for each in self.schools if not each.wave)

    def wave(self, uuid: str) -> WaveRow | None:
        """The wave with that uuid."""
        return next((each for each in self.waves if each.uuid == uuid), None)


def scaling(document: Document) -> ScalingPicture:
    """The waves as they stand."""
    return document.remembered("scaling", KINDS, lambda: _scaling(document))


def inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a wave: when, who, why then, what does not hold."""
    found = scaling(document).wave(uuid)
    if found is None:
        return None
    dates = message("No dates yet: the school calendar is missing.")
    if found.start is not None and found.finish is not None:
        dates = message("{first} to {last}", first=found.start, last=found.finish)
    conditions = tuple(_condition(each) for each in found.gates)
    why = Line(_why(found), target=Target("roadmap", "timeline", f"{Part.WAVE}:{uuid}"))
    schools = tuple(Line(each.name, target=Target("prepare", "schools", each.uuid)) for each in found.schools)
    sections = (
        Section(message("Why does it start then?"), (why,)),
        Section(message("What must hold first"), conditions),
        Section(message("Schools"), schools),
    )
    return Inspection(message("Wave"), found.name, dates, tuple(each for each in sections if each.lines))


def _condition(gate: GateRow) -> Line:
    target = Target("guardrails", "holds", gate.guardrail) if gate.guardrail else None
    return Line(gate.text, Mark.HOLDS if gate.holds else Mark.OPEN, target)


def _why(wave: WaveRow) -> Words:
    if wave.verdict is Verdict.STOP:
        return message("Its pilot {pilot} was stopped: the wave has lost its reason.", pilot=wave.pilot)
    if wave.pilot and wave.verdict is None:
        return message("It waits for the decision on {pilot}.", pilot=wave.pilot)
    if wave.pilot:
        return message("It follows the decision on {pilot}.", pilot=wave.pilot)
    return message("It follows no pilot; its own dates and links say when.")


def _scaling(document: Document) -> ScalingPicture:
    with document.read():
        schools = _schools(document)
        pilots = tuple(
            (row.uuid, row.name) for row in document.rows(select(Pilot.uuid, Pilot.name).order_by(Pilot.position))
        )
        return ScalingPicture(_waves(document, schools, dict(pilots)), schools, pilots)


def _schools(document: Document) -> tuple[SchoolPlace, ...]:
    places = {row.school: row.wave for row in document.rows(select(WaveSchool.school, WaveSchool.wave))}
    piloted = {row.school for row in document.rows(select(Site.school).distinct())}
    query = select(School.uuid, School.name, School.level, School.pace, School.higher_need)
    return tuple(
        SchoolPlace(
            uuid=row.uuid,
            name=row.name,
            level=row.level,
            pace=Pace(row.pace) if row.pace else None,
            higher_need=row.higher_need,
            piloted=row.uuid in piloted,
            wave=places.get(row.uuid, ""),
        )
        for row in document.rows(query.order_by(School.position, School.name))
    )


def _waves(document: Document, schools: tuple[SchoolPlace, ...], pilots: dict[str, str]) -> tuple[WaveRow, ...]:
    plan = planned(document)
    conditions = _conditions(document)
    supports: defaultdict[str, list[SupportRow]] = defaultdict(list)
    for row in document.rows(select(Support.wave, Support.uuid, Support.text).order_by(Support.uuid)):
        supports[row.wave].append(SupportRow(row.uuid, row.text))
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
                not_before=row.not_before,
                length=row.length,
                lead=row.lead,
                communication=row.communication,
                gates=(*_guardrails(document, after), *conditions[row.uuid]),
                supports=tuple(supports[row.uuid]),
                start=task.start if task else None,
                finish=task.finish if task else None,
            )
        )
    return tuple(found)


def _conditions(document: Document) -> defaultdict[str, list[GateRow]]:
    found: defaultdict[str, list[GateRow]] = defaultdict(list)
    query = select(WaveGate.wave, WaveGate.uuid, WaveGate.text, WaveGate.holds).order_by(WaveGate.position)
    for row in document.rows(query):
        found[row.wave].append(GateRow(row.uuid, row.text, row.holds))
    return found


def _guardrails(document: Document, pilot: str) -> tuple[GateRow, ...]:
    """The guardrails that the use cases of a pilot ask for before they scale."""
    tested = [row.use_case for row in document.rows(select(PilotUseCase.use_case).where(PilotUseCase.pilot == pilot))]
    facts, cases, names = guardrail_facts(document), use_case_facts(document), guardrail_names(document)
    asked = {each.guardrail: each for one in tested for each in gates.asked_for_scaling(cases[one], facts)}
    return tuple(
        GateRow("", names[fact.uuid], asked[fact.uuid].adopted, fact.uuid) for fact in facts if fact.uuid in asked
    )


def schools_in_words(wave: WaveRow) -> Words:
    """How many schools a wave has."""
    return plural("{n} school", "{n} schools", len(wave.schools))
