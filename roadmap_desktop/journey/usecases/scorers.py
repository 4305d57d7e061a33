"""Who scores: a person, a table, or the room as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from roadmap_desktop.journey.voices import ROOM, Voice, Voices, Who, said_by, voice_name, voices
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute


def scorers(document: Document) -> Voices:
    """Everybody who can score, with how many scores each has given."""
    with document.read():
        given = _given(document, Score.participant) | _given(document, Score.table)
        room = document.rows(select(func.count()).where(*said_by(Score, ROOM)))[0][0]
        return voices(document, given, Voice(ROOM, message("The room"), "", room))


def silent(everybody: Voices) -> tuple[Voice, ...]:
    """People, or tables, who have scored nothing while others of their kind have; none where nobody has begun."""
    kinds = (everybody.people, everybody.tables)
    return tuple(each for kind in kinds if any(one.given for one in kind) for each in kind if not each.given)


def scorer_name(document: Document, who: Who) -> Words:
    """The name of a person or table.

    Raises:
        Refused: there is no such person or table any more.
    """
    return voice_name(document, who, message("the room"), message("Choose who scores once more."))


def _given(document: Document, by: InstrumentedAttribute[Any]) -> dict[str, int]:
    query = select(by, func.count()).where(by.is_not(None)).group_by(by)
    return {row[0]: row[1] for row in document.rows(query)}
