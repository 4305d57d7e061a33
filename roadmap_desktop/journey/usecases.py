"""Use cases: collect, outcome, score, rank, choose."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every use case has a choice."""
    if not count(document, UseCase):
        return Standing(State.UNTOUCHED, message("no use case yet"))
    if undecided := count(document, UseCase, UseCase.choice == ""):
        return Standing(State.OPEN, plural("{n} use case undecided", "{n} use cases undecided", undecided))
    return Standing(State.DONE, message("all decided"))
