"""The team as plain values: seats, the rules that must be covered, who does what."""

from __future__ import annotations

from roadmap_desktop.journey.showing.plain import Plain
from roadmap_desktop.journey.team.seats import seats
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Team shows."""
    say = language.say
    picture = seats(document)
    return {
        "seats": [
            {
                "name": say(row.name),
                "perspective": row.perspective or None,
                "holders": list(row.holders),
                "state": row.state,
                "waived": row.waived or None,
            }
            for row in picture.rows
        ],
        "coverage": [{"rule": rule.rule, "holds": rule.holds, "text": say(rule.text)} for rule in picture.coverage],
    }
