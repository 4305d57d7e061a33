"""How the stage stands: which outcome is missing, who is undecided."""

from __future__ import annotations

from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.language import message, plural
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every use case has a choice, and every one that is or may become a pilot has its outcome."""
    found = use_cases(document)
    if not found:
        return Standing(State.UNTOUCHED, message("no use case yet"))
    missing = sum(bool(each.lacking) for each in found if each.choice in (None, Choice.PILOT))
    if missing:
        return Standing(State.OPEN, plural("{n} outcome missing", "{n} outcomes missing", missing))
    if undecided := sum(each.choice is None for each in found):
        return Standing(State.OPEN, plural("{n} use case undecided", "{n} use cases undecided", undecided))
    return Standing(State.DONE, message("all decided"))
