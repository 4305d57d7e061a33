"""Who can own a task: those who own one already, and the participants."""

from __future__ import annotations

from sqlalchemy import select

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.model.people import Participant
from roadmap_desktop.store.document import Document


def possible_owners(document: Document) -> tuple[str, ...]:
    """Names to suggest, in the order of the alphabet."""
    with document.read():
        names = {each.task.owner for each in planned(document)}
        names |= {row.name for row in document.rows(select(Participant.name))}
    return tuple(sorted(names - {""}, key=str.casefold))
