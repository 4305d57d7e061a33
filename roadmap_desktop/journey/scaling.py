"""Scaling: waves of schools, their gates and supports."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Untouched until there is a wave."""
    waves = count(document, Wave)
    if not waves:
        return Standing(State.UNTOUCHED, message("no wave yet"))
    return Standing(State.OPEN, plural("{n} wave", "{n} waves", waves))
