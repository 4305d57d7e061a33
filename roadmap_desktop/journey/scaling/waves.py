"""What a person can do with waves: add, propose, change, order and remove them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.scaling.order import close_gap, follow, waits_for, waves_before
from roadmap_desktop.journey.scaling.places import school_places
from roadmap_desktop.journey.typed import lasting
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.pilots import Decision, Pilot
from roadmap_desktop.model.scaling import Wave, WaveSchool
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


def add_wave(document: Document, name: str = "", *, origin: object | None = None) -> str:
    """Adds a wave and gives its uuid; without a name it is numbered.

    It follows the last wave, and the first pilot that is to scale, where there are such.
    """
    position = _next(document)
    typed = " ".join(name.split()) or _numbered(document, position)
    wave = Wave(name=typed, position=position, after_pilot=_pilot_to_scale(document))
    with document.change(message("Added {wave}", wave=typed), origin=origin) as session:
        last = session.scalars(select(Wave.uuid).order_by(Wave.position.desc(), Wave.uuid.desc())).first()
        session.add(wave)
        session.flush()
        follow(session, document.workshop_uuid, wave.uuid, last or "")
    return wave.uuid


def propose_waves(document: Document, *, origin: object | None = None) -> int:
    """Puts every school that is in no wave into new waves, by readiness and pace; gives how many waves were made.

    Each follows the one before it.

    Raises:
        Refused: there is no school, or each is in a wave.
    """
    unplaced = [each for each in school_places(document) if not each.wave]
    if not unplaced:
        raise Refused(
            message("There is no school without a wave."),
            message("Enter schools in Prepare, or move schools between waves."),
        )
    proposed = proposed_waves([School(each.uuid, each.pace, each.piloted) for each in unplaced])
    position, pilot, own = _next(document), _pilot_to_scale(document), document.workshop_uuid
    with document.change(message("Proposed waves of schools"), origin=origin) as session:
        last = session.scalars(select(Wave.uuid).order_by(Wave.position.desc(), Wave.uuid.desc())).first() or ""
        for number, schools in enumerate(proposed, position):
            wave = Wave(name=_numbered(document, number), position=number, after_pilot=pilot)
            session.add(wave)
            session.flush()
            places = (natural_uuid(own, "wave_school", school) for school in schools)
            rows = zip(places, schools, strict=True)
            session.add_all(WaveSchool(uuid=uuid, wave=wave.uuid, school=school) for uuid, school in rows)
            follow(session, own, wave.uuid, last)
            last = wave.uuid
    return len(proposed)


def edit_wave(document: Document, wave: str, field: WaveField, text: str, *, origin: object | None = None) -> None:
    """Changes a field of a wave.

    Raises:
        Refused: the text is not what the field holds.
    """
    name = wave_name(document, wave)
    typed = text.strip()
    if field is WaveField.NAME:
        typed = _named(typed)
    if field is WaveField.LENGTH:
        typed = lasting(typed)
    label = message("Changed {wave}", wave=name)
    with document.change(label, origin=origin, fold=f"wave.{field}:{wave}") as session:
        setattr(session.get_one(Wave, wave), field, (typed or None) if field is WaveField.AFTER_PILOT else typed)


def start_no_earlier(document: Document, wave: str, day: date | None, *, origin: object | None = None) -> None:
    """Sets the first day on which a wave may start; None takes it away."""
    label = message("Changed the start of {wave}", wave=wave_name(document, wave))
    with document.change(label, origin=origin) as session:
        session.get_one(Wave, wave).not_before = day


def follow_wave(document: Document, wave: str, before: str, *, origin: object | None = None) -> None:
    """Makes a wave wait for another one (uuid), or for none.

    Raises:
        Refused: they would wait for one another.
    """
    name = wave_name(document, wave)
    if not before:
        label = message("{wave} waits for no other wave", wave=name)
    else:
        other = wave_name(document, before)
        if wave in (before, *waits_for(waves_before(document), before)):
            raise Refused(
                message("{first} already waits for {then}.", first=other, then=name),
                message("Choose a wave that comes earlier."),
                field="after_wave",
            )
        label = message("{wave} follows {other}", wave=name, other=other)
    with document.change(label, origin=origin) as session:
        follow(session, document.workshop_uuid, wave, before)


def remove_wave(document: Document, wave: str, *, origin: object | None = None) -> None:
    """Removes a wave; its schools are in none then, and its bar stays on the roadmap as orphaned.

    The wave that followed it follows the one before it.
    """
    label = message("Removed {wave}", wave=wave_name(document, wave))
    before = waves_before(document)
    with change_keeping_tasks(document, label, origin=origin) as session:
        close_gap(session, document.workshop_uuid, wave, before)
        session.execute(delete(Wave).where(Wave.uuid == wave))


def wave_name(document: Document, wave: str) -> str:
    """The name of a wave; Refused where it is gone."""
    found = document.rows(select(Wave.name).where(Wave.uuid == wave))
    if not found:
        raise Refused(message("This wave was removed."), message("Choose another, or undo."))
    return str(found[0].name)


def _next(document: Document) -> int:
    return int(document.rows(select(func.coalesce(func.max(Wave.position), -1)))[0][0]) + 1


def _numbered(document: Document, place: int) -> str:
    """A name in the workshop's language: it is the room's own from now on."""
    return Language(workshop(document).language).say(message("Wave {number}", number=place + 1))


def _pilot_to_scale(document: Document) -> str | None:
    """The first pilot that was decided to scale, else the first pilot."""
    pilots = [row.uuid for row in document.rows(select(Pilot.uuid).order_by(Pilot.position, Pilot.uuid))]
    rows = document.rows(select(Decision.pilot).where(Decision.verdict == Verdict.SCALE.value))
    scaled = {row.pilot for row in rows}
    return next(iter(sorted(pilots, key=lambda each: each not in scaled)), None)


def _named(text: str) -> str:
    return required(text, message("A wave needs a name."), message("Type one, such as Wave 1."), field="name")
