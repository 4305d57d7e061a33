"""Team: the seats, and who is responsible for what."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.team import Seat
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every seat is filled or waived."""
    filled = count(document, Seat, Seat.holder != "")
    open_seats = count(document, Seat, Seat.holder == "", Seat.waived == "")
    if not open_seats:
        return Standing(State.DONE, message("every seat filled"))
    state = State.OPEN if filled else State.UNTOUCHED
    return Standing(state, plural("{n} seat open", "{n} seats open", open_seats))
