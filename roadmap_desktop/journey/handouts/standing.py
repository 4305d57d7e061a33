"""How the stage Handouts stands."""

from __future__ import annotations

from roadmap_desktop.journey.handouts.picture import handouts
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Handouts can be printed at any time, so nothing is ever missing here."""
    sheets = len(handouts(document).schools)
    return Standing(State.UNTOUCHED, plural("{n} school sheet", "{n} school sheets", sheets) if sheets else "")
