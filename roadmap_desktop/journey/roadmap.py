"""Roadmap: what is generated from the stages before, what a person changed, and when each task runs."""

from __future__ import annotations

from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Untouched until there is a school calendar to date it by."""
    del document
    return Standing(State.UNTOUCHED, message("no school calendar yet"))
