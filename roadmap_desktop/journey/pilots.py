"""Pilots: the plan of each, what keeps it from being ready, and the decision."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.pilots import Pilot
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Open while a pilot is not decided."""
    pilots = count(document, Pilot)
    if not pilots:
        return Standing(State.UNTOUCHED, message("no pilot yet"))
    return Standing(State.OPEN, plural("{n} pilot", "{n} pilots", pilots))
