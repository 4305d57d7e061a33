"""Who can own something: those who own a task already, the participants, and the seats of the team."""

from __future__ import annotations

from sqlalchemy import select

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.team.facts import team_facts
from roadmap_desktop.language import Language
from roadmap_desktop.model.people import Participant
from roadmap_desktop.store.document import Document


def possible_owners(document: Document, language: Language) -> tuple[str, ...]:
    """Names to suggest, in the order of the alphabet."""
    with document.read():
        names = {each.task.owner for each in planned(document)}
        names |= {row.name for row in document.rows(select(Participant.name))}
        for seat in team_facts(document).seats:
            names |= {language.say(seat.name), *(each.name for each in seat.rule.holders)}
    return tuple(sorted(names - {""}, key=str.casefold))
