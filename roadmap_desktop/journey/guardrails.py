"""Guardrails: what must hold, who owns it, and the gate of each use case."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every guardrail is adopted."""
    every = count(document, Guardrail)
    adopted = count(document, Guardrail, Guardrail.status == "adopted")
    line = message("{adopted} of {every} adopted", adopted=adopted, every=every)
    if every and adopted == every:
        return Standing(State.DONE, line)
    return Standing(State.OPEN if adopted else State.UNTOUCHED, line)
