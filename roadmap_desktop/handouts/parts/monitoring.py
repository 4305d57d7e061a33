"""Indicators and reviews on paper."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Item, Mark, Table
from roadmap_desktop.journey.monitoring.picture import ReviewRow, monitoring, threshold_in_words
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def indicators_table(document: Document, language: Language) -> Table:
    """What is watched: how often, and when it asks for action."""
    say = language.say
    columns = (
        Column(say(message("Indicator")), Cells.HEAD, share=5),
        Column(say(message("How often")), share=2),
        Column(say(message("Asks for action")), share=3),
        Column(say(message("Latest")), Cells.NUMBER),
    )
    rows = tuple(
        (
            say(row.name),
            say(row.cadence_name),
            say(threshold_in_words(row)),
            "–" if row.reading is None else language.number(row.reading),
        )
        for row in monitoring(document).indicators
        if row.watched
    )
    return Table("indicators", columns, rows)


def review_items(document: Document, language: Language) -> tuple[Item, ...]:
    """The reviews with their days and what they decided."""
    return tuple(
        Item(language.say(_review(review)), Mark.TICKED if review.held else Mark.BOX)
        for review in monitoring(document).reviews
    )


def _review(review: ReviewRow) -> Words:
    if review.decision:
        return message("{review}, {day}: {decision}", review=review.name, day=review.on, decision=review.decision)
    return message("{review}, {day}", review=review.name, day=review.on)
