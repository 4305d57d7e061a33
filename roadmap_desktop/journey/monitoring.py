"""Monitoring: indicators, thresholds, reviews."""

from __future__ import annotations

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.monitoring import Review
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Untouched until a review is dated; alert when one is overdue."""
    if overdue := count(document, Review, Review.held.is_(False), Review.on < document.today()):
        return Standing(State.ALERT, plural("{n} review overdue", "{n} reviews overdue", overdue))
    reviews = count(document, Review)
    if not reviews:
        return Standing(State.UNTOUCHED, message("no review dated"))
    return Standing(State.OPEN, plural("{n} review dated", "{n} reviews dated", reviews))
