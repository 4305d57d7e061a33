"""Who rates: a person, a table, or the room by a show of hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from roadmap_desktop.journey.readiness.instrument import instrument, rated_statements
from roadmap_desktop.journey.voices import ROOM, Voice, Voices, Who, said_by, voice_name, voices
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute

HANDS = ROOM
"""The room rates by a show of hands."""


@dataclass(frozen=True, slots=True)
class Raters:
    """Everybody who can rate, with how many statements each has answered in the present round, and that round."""

    voices: Voices
    statements: int
    round: int


def raters(document: Document) -> Raters:
    """Everybody who can rate."""
    with document.read():
        present = present_round(document)
        answered = _answered(document, Rating.participant, present) | _answered(document, Rating.table, present)
        hands = _answered(document, Rating.way, present, *said_by(Rating, HANDS))
        room = Voice(HANDS, message("Show of hands"), "", sum(hands.values()))
        return Raters(voices(document, answered, room), len(instrument(document).statements), present)


def present_round(document: Document) -> int:
    """The round in which the room rates now, from 1."""
    return document.rows(select(Workshop.rating_round))[0][0]


def rater_name(document: Document, who: Who) -> Words:
    """The name of a person or table.

    Raises:
        Refused: there is no such person or table any more.
    """
    return voice_name(document, who, message("Show of hands"), message("Choose who rates once more."))


def _answered(
    document: Document, by: InstrumentedAttribute[Any], present: int, *where: ColumnElement[bool]
) -> dict[str, int]:
    query = select(by, func.count(Rating.statement.distinct())).where(Rating.statement.in_(rated_statements()))
    rows = document.rows(query.where(Rating.round == present, *where).group_by(by))
    return {row[0]: row[1] for row in rows if row[0] is not None}
