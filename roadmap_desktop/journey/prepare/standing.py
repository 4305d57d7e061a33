"""How the stage Prepare stands."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.workshop import AgendaItem
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when there are schools, a calendar, participants and an agenda."""
    with document.read():
        schools, people = count(document, School), count(document, Participant)
        for number, missing in (
            (schools, message("no schools yet")),
            (count(document, SchoolYear), message("no school calendar yet")),
            (people, message("no participants yet")),
            (count(document, AgendaItem), message("no agenda yet")),
        ):
            if not number:
                return Standing(State.OPEN, missing)
    there = message(
        "{schools}, {people}",
        schools=plural("{n} school", "{n} schools", schools),
        people=plural("{n} person", "{n} people", people),
    )
    return Standing(State.DONE, there)
