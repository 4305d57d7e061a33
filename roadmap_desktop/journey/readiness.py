"""Readiness: ratings by person, table or hands; the picture; barriers."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.readiness import Barrier, Rating
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Open while nothing is rated or a barrier has no owner."""
    if not count(document, Rating):
        return Standing(State.UNTOUCHED, message("nothing rated yet"))
    if ownerless := count(document, Barrier, Barrier.owner == ""):
        return Standing(State.OPEN, plural("{n} barrier without owner", "{n} barriers without owner", ownerless))
    return Standing(State.DONE, message("rated, barriers owned"))
