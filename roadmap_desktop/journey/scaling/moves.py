"""What a person can do with waves."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.scaling import Support, Wave, WaveGate, WaveSchool
from roadmap_desktop.rules.length import NotALength, parse
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.rules.scaling import School, proposed_waves
from roadmap_desktop.store.document import Document


class WaveField(StrEnum):
    """The fields of a wave that are typed or chosen; ``after_pilot`` takes a pilot's uuid or nothing."""

    NAME = "name"
    LENGTH = "length"
    LEAD = "lead"
    COMMUNICATION = "communication"
    AFTER_PILOT = "after_pilot"


def add_wave(document: Document, name: str, *, origin: object | None = None) -> str:
    """Adds a wave and gives its uuid; it follows the first pilot that is to scale, where there is one.

    Raises:
        Refused: it has no name.
    """
    typed = _named(name)
    wave = Wave(name=typed, position=_next(document), after_pilot=_pilot_to_scale(document))
    with document.change(message("Added {wave}", wave=typed), origin=origin) as session:
        session.add(wave)
    return wave.uuid


def propose_waves(document: Document, *, origin: object | None = None) -> int:
    """Puts every school that is in no wave into new waves, by readiness and pace; gives how many waves were made.

    Raises:
        Refused: there is no school, or each is in a wave.
    """
    unplaced = scaling(document).unplaced
    if not unplaced:
        raise Refused(
            message("There is no school without a wave."),
            message("Enter schools in Prepare, or move schools between waves."),
        )
    proposed = proposed_waves([School(each.uuid, each.pace, each.piloted) for each in unplaced])
    position, pilot = _next(document), _pilot_to_scale(document)
    language = Language(workshop(document).language)  # a name is the room's own, in the workshop's language
    with document.change(message("Proposed waves of schools"), origin=origin) as session:
        for at, schools in enumerate(proposed):
            number = position + at
            name = language.say(message("Wave {number}", number=number + 1))
            wave = Wave(name=name, position=number, after_pilot=pilot)
            session.add(wave)
            session.add_all(_place(document, wave.uuid, school) for school in schools)
    return len(proposed)


def edit_wave(document: Document, wave: str, field: WaveField, text: str, *, origin: object | None = None) -> None:
    """Changes a field of a wave.

    Raises:
        Refused: the text is not what the field holds.
    """
    row = _found(document, wave)
    typed = text.strip()
    if field is WaveField.NAME:
        typed = _named(typed)
    if field is WaveField.LENGTH:
        typed = _length(typed)
    label = message("Changed {wave}", wave=row.name)
    with document.change(label, origin=origin, fold=f"wave.{field}:{wave}") as session:
        setattr(session.get_one(Wave, wave), field, (typed or None) if field is WaveField.AFTER_PILOT else typed)


def start_no_earlier(document: Document, wave: str, day: date | None, *, origin: object | None = None) -> None:
    """Sets the first day on which a wave may start; None takes it away."""
    row = _found(document, wave)
    with document.change(message("Changed the start of {wave}", wave=row.name), origin=origin) as session:
        session.get_one(Wave, wave).not_before = day


def remove_wave(document: Document, wave: str, *, origin: object | None = None) -> None:
    """Removes a wave; its schools are in none then, and its bar stays on the roadmap as orphaned."""
    row = _found(document, wave)
    with change_keeping_tasks(document, message("Removed {wave}", wave=row.name), origin=origin) as session:
        session.execute(delete(Wave).where(Wave.uuid == wave))


def put_school(document: Document, school: str, wave: str, *, origin: object | None = None) -> None:
    """Puts a school into a wave, out of any other; into none where the wave is empty.

    Raises:
        Refused: the school or the wave is gone.
    """
    place = next((each for each in scaling(document).schools if each.uuid == school), None)
    if place is None:
        raise Refused(message("This school was removed."), message("Choose another, or undo."))
    if not wave:
        label = message("Took {school} out of its wave", school=place.name)
    else:
        label = message("Put {school} into {wave}", school=place.name, wave=_found(document, wave).name)
    with document.change(label, origin=origin) as session:
        session.execute(delete(WaveSchool).where(WaveSchool.school == school))
        if wave:
            session.add(_place(document, wave, school))


def add_condition(document: Document, wave: str, text: str, *, origin: object | None = None) -> str:
    """Adds a condition that must hold before a wave starts, and gives its uuid.

    Raises:
        Refused: it says nothing.
    """
    row = _found(document, wave)
    typed = _said(text)
    condition = WaveGate(wave=wave, text=typed, position=len(row.gates))
    with document.change(message("Added a condition of {wave}", wave=row.name), origin=origin) as session:
        session.add(condition)
    return condition.uuid


def settle_condition(document: Document, condition: str, holds: str, *, origin: object | None = None) -> None:
    """Says that a condition holds ("yes") or does not ("")."""
    with document.change(message("Changed a condition of a wave"), origin=origin) as session:
        session.get_one(WaveGate, condition).holds = bool(holds)


def edit_condition(document: Document, condition: str, text: str, *, origin: object | None = None) -> None:
    """Changes the words of a condition; Refused where nothing is left."""
    typed = _said(text)
    label = message("Changed a condition of a wave")
    with document.change(label, origin=origin, fold=f"condition:{condition}") as session:
        session.get_one(WaveGate, condition).text = typed


def remove_conditions(document: Document, conditions: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes conditions."""
    with document.change(message("Removed a condition of a wave"), origin=origin) as session:
        session.execute(delete(WaveGate).where(WaveGate.uuid.in_(conditions)))


def add_support(document: Document, wave: str, text: str, *, origin: object | None = None) -> str:
    """Adds what a wave's schools are given, and gives its uuid; Refused where it says nothing."""
    row = _found(document, wave)
    support = Support(wave=wave, text=_said(text))
    with document.change(message("Added a support of {wave}", wave=row.name), origin=origin) as session:
        session.add(support)
    return support.uuid


def edit_support(document: Document, support: str, text: str, *, origin: object | None = None) -> None:
    """Changes the words of a support; Refused where nothing is left."""
    typed = _said(text)
    with document.change(message("Changed a support"), origin=origin, fold=f"support:{support}") as session:
        session.get_one(Support, support).text = typed


def remove_supports(document: Document, supports: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes supports."""
    with document.change(message("Removed a support"), origin=origin) as session:
        session.execute(delete(Support).where(Support.uuid.in_(supports)))


def _found(document: Document, wave: str) -> WaveRow:
    found = scaling(document).wave(wave)
    if found is None:
        raise Refused(message("This wave was removed."), message("Choose another, or undo."))
    return found


def _place(document: Document, wave: str, school: str) -> WaveSchool:
    return WaveSchool(uuid=natural_uuid(document.workshop_uuid, "wave_school", school), wave=wave, school=school)


def _next(document: Document) -> int:
    return int(document.rows(select(func.coalesce(func.max(Wave.position), -1)))[0][0]) + 1


def _pilot_to_scale(document: Document) -> str | None:
    from roadmap_desktop.journey.pilots.picture import pilots

    found = pilots(document)
    scaled = [each.uuid for each in found if each.verdict is Verdict.SCALE]
    return next(iter((*scaled, *(each.uuid for each in found))), None)


def _named(text: str) -> str:
    typed = " ".join(text.split())
    if not typed:
        raise Refused(message("A wave needs a name."), message("Type one, such as Wave 1."), field="name")
    return typed


def _said(text: str) -> str:
    typed = text.strip()
    if not typed:
        raise Refused(message("There is nothing in it yet."), message("Type what it is."), field="text")
    return typed


def _length(typed: str) -> str:
    try:
        found = parse(typed)
    except NotALength:
        found = None
    if found is None or found.is_milestone:
        raise Refused(
            message("“{text}” is no length.", text=typed),
            message("Write it like 1 grading period, 9 weeks or 20 school days."),
            field="length",
        )
    return typed
