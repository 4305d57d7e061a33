"""How scaling stands: schools without a wave, conditions that do not hold."""

from __future__ import annotations

from roadmap_desktop.journey.scaling.picture import scaling
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every school is in a wave and every condition holds."""
    picture = scaling(document)
    waves = plural("{n} wave", "{n} waves", len(picture.waves))
    if not picture.waves:
        return Standing(State.UNTOUCHED, message("no wave yet"))
    if unplaced := len(picture.unplaced):
        return Standing(State.OPEN, plural("{n} school in no wave", "{n} schools in no wave", unplaced))
    if open_gates := sum(len(each.open_gates) for each in picture.waves):
        return Standing(State.OPEN, plural("{n} condition open", "{n} conditions open", open_gates))
    return Standing(State.DONE, waves)
