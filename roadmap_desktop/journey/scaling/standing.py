"""How scaling stands: schools without a wave, conditions that do not hold."""

from __future__ import annotations

from roadmap_desktop.journey.scaling.conditions import conditions
from roadmap_desktop.journey.scaling.places import school_places
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every school is in a wave and every condition holds; asks no plan, so the rail need not wait for it."""
    waves = conditions(document)
    if not waves:
        return Standing(State.UNTOUCHED, message("no wave yet"))
    if unplaced := sum(not each.wave for each in school_places(document)):
        return Standing(State.OPEN, plural("{n} school in no wave", "{n} schools in no wave", unplaced))
    if missing := sum(not each.holds for gates in waves.values() for each in gates):
        return Standing(State.OPEN, plural("{n} condition open", "{n} conditions open", missing))
    return Standing(State.DONE, plural("{n} wave", "{n} waves", len(waves)))
