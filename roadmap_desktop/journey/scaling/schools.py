"""What a person can do with the schools of waves: put them into one, and say at what pace they want to go."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.scaling.places import SchoolPlace, school_places
from roadmap_desktop.journey.scaling.waves import wave_name
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import School
from roadmap_desktop.model.scaling import WaveSchool
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.store.document import Document


def put_schools(document: Document, schools: Sequence[str], wave: str, *, origin: object | None = None) -> None:
    """Puts schools into a wave, out of any other; into none where the wave is empty. Those that are there stay.

    Raises:
        Refused: a school or the wave is gone.
    """
    found = _found(document, schools)
    moving = [each for each in found if each.wave != wave]
    if not moving:
        return
    label = _label(moving, wave_name(document, wave) if wave else "")
    with document.change(label, origin=origin) as session:
        uuids = [each.uuid for each in moving]
        session.execute(delete(WaveSchool).where(WaveSchool.school.in_(uuids)))
        if wave:
            places = ((natural_uuid(document.workshop_uuid, "wave_school", uuid), uuid) for uuid in uuids)
            session.add_all(WaveSchool(uuid=place, wave=wave, school=uuid) for place, uuid in places)


def set_pace(document: Document, school: str, pace: str, *, origin: object | None = None) -> None:
    """Says at what pace (a ``Pace``, or nothing) a school wants to go; Refused where it is gone."""
    (place,) = _found(document, (school,))
    value = Pace(pace).value if pace else ""
    with document.change(message("Changed the pace of {school}", school=place.name), origin=origin) as session:
        session.get_one(School, school).pace = value


def _found(document: Document, schools: Sequence[str]) -> list[SchoolPlace]:
    known = {each.uuid: each for each in school_places(document)}
    if not all(each in known for each in schools):
        raise Refused(message("This school was removed."), message("Choose another, or undo."))
    return [known[each] for each in schools]


def _label(schools: Sequence[SchoolPlace], wave: str) -> Words:
    if len(schools) > 1 and wave:
        return plural("Put {n} school into {wave}", "Put {n} schools into {wave}", len(schools), wave=wave)
    if len(schools) > 1:
        return plural("Took {n} school out of its wave", "Took {n} schools out of their waves", len(schools))
    if wave:
        return message("Put {school} into {wave}", school=schools[0].name, wave=wave)
    return message("Took {school} out of its wave", school=schools[0].name)
