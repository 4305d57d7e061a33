"""How monitoring stands: reviews overdue, thresholds crossed, the next review."""

from __future__ import annotations

from roadmap_desktop.journey.monitoring.picture import monitoring
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Alert where a review is overdue; done when every review was held."""
    picture = monitoring(document)
    if overdue := len(picture.due):
        return Standing(State.ALERT, plural("{n} review overdue", "{n} reviews overdue", overdue))
    coming = [each for each in picture.reviews if not each.held]
    if not picture.reviews:
        return Standing(State.UNTOUCHED, message("no review dated"))
    if not coming:
        return Standing(State.DONE, message("every review held"))
    return Standing(State.OPEN, message("next review {day:short}", day=coming[0].on))
