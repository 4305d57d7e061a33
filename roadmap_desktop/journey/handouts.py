"""Handouts: what can be printed from the workshop as it stands."""

from __future__ import annotations

from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Handouts can be printed at any time, so nothing is ever missing here."""
    del document
    return Standing(State.UNTOUCHED)
