"""Prepare: district, schools, school calendar, participants and tables, agenda."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.workshop import AgendaItem
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when there are schools, a calendar, participants and an agenda."""
    for kind, missing in (
        (School, message("no schools yet")),
        (SchoolYear, message("no school calendar yet")),
        (Participant, message("no participants yet")),
        (AgendaItem, message("no agenda yet")),
    ):
        if not count(document, kind):
            return Standing(State.OPEN, missing)
    return Standing(State.DONE, message("all set"))
