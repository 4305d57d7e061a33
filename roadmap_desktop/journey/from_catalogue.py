"""The catalogue's records as facts of a new workshop, so that its file means the same in five years."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.catalogue import criteria, guardrails, monitoring, phrases, readiness, roadmap, team
from roadmap_desktop.catalogue.measures import Compared, Direction, Limit
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.guardrails import Guardrail, Law
from roadmap_desktop.model.monitoring import Indicator
from roadmap_desktop.model.readiness import Dimension, Instrument, Level, Statement
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.model.team import Responsibility, Seat, WorkItem
from roadmap_desktop.model.usecases import Criterion
from roadmap_desktop.model.workshop import Wording
from roadmap_desktop.rules.monitoring import Breach


def catalogue_facts(workshop: str) -> Iterator[Fact]:
    """Every fact that a new workshop starts with, for the workshop of that uuid."""
    yield from _wordings(workshop)
    yield from _instrument()
    for place, criterion in enumerate(criteria.criteria()):
        yield Criterion(key=criterion.key, position=place, weight=criterion.weight)
    for place, entry in enumerate(guardrails.guardrails()):
        yield from _guardrail(place, entry)
    yield from _team(workshop)
    for place, indicator in enumerate(monitoring.indicators()):
        yield _indicator(place, indicator)
    for place, phase in enumerate(roadmap.phases()):
        yield Phase(key=phase.key, position=place, hue=phase.stage)


def _wordings(workshop: str) -> Iterator[Fact]:
    for phrase in phrases.every_phrase():
        for language, text in phrase.texts:
            uuid = natural_uuid(workshop, "wording", phrase.key, language)
            yield Wording(uuid=uuid, key=phrase.key, language=language, text=text)


def _instrument() -> Iterator[Fact]:
    entry = readiness.instrument()
    instrument = Instrument(key=entry.key, name=entry.name.in_language("en"))
    yield instrument
    for level in entry.levels:
        yield Level(instrument=instrument.uuid, value=level.value, key=level.key)
    dimensions = {
        each.key: Dimension(instrument=instrument.uuid, key=each.key, position=place, pillar=each.pillar)
        for place, each in enumerate(entry.dimensions)
    }
    yield from dimensions.values()
    for statement in entry.statements:
        floor = statement.floor
        yield Statement(
            dimension=dimensions[statement.dimension].uuid,
            key=statement.key,
            number=statement.number,
            floor=floor.value if floor else None,
            floor_when=floor.when if floor else "",
        )


def _guardrail(place: int, entry: guardrails.GuardrailEntry) -> Iterator[Fact]:
    students = entry.student_facing_gate or ""
    guardrail = Guardrail(key=entry.key, area=entry.area, position=place, gate=entry.gate, gate_for_students=students)
    yield guardrail
    for law in entry.laws:
        applies_from = law.applies_from[0].day if law.applies_from else None
        yield Law(guardrail=guardrail.uuid, key=law.key, as_of=law.as_of, applies_from=applies_from)


def _team(workshop: str) -> Iterator[Fact]:
    seats = {
        each.key: Seat(key=each.key, perspective=each.perspective, position=place)
        for place, each in enumerate(team.seats())
    }
    yield from seats.values()
    for place, item in enumerate(team.work_items()):
        work_item = WorkItem(key=item.key, position=place)
        yield work_item
        for share in item.shares:
            seat = seats[share.seat].uuid
            uuid = natural_uuid(workshop, "responsibility", work_item.uuid, seat)
            yield Responsibility(uuid=uuid, work_item=work_item.uuid, seat=seat, letter=share.letter)


def _indicator(place: int, entry: monitoring.IndicatorEntry) -> Indicator:
    indicator = Indicator(key=entry.key, position=place, area=entry.area, cadence=entry.cadences[0])
    if entry.thresholds:
        first = entry.thresholds[0]
        indicator.threshold = first.value
        indicator.unit = first.unit
        indicator.breach = _breach(first)
    return indicator


def _breach(limit: Limit) -> str:
    up = limit.direction is Direction.UP
    if limit.compared is Compared.CHANGE:
        return (Breach.RISE if up else Breach.FALL).value
    if limit.strict:
        return (Breach.ABOVE if up else Breach.BELOW).value
    return (Breach.FROM if up else Breach.UP_TO).value
