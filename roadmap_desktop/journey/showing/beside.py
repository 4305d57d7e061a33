"""What stands beside the stages as plain values: parking lot, action items, record."""

from __future__ import annotations

from roadmap_desktop.journey.beside.actions import actions
from roadmap_desktop.journey.beside.origin import Origin
from roadmap_desktop.journey.beside.parking import parking_lot
from roadmap_desktop.journey.record import record
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What was parked, what somebody will do, what was decided, each with where it came from."""
    say = language.say
    return {
        "parking_lot": [
            {"text": row.text, "at": row.at.isoformat() if row.at is not None else None, **_place(row.origin)}
            for row in parking_lot(document)
        ],
        "actions": [
            {
                "text": row.text,
                "owner": row.owner or None,
                "due": day(row.due),
                "done": row.done,
                "late": row.late,
                **_place(row.origin),
            }
            for row in actions(document)
        ],
        "record": [
            {
                "at": row.at.isoformat(),
                "about": row.name,
                "outcome": say(row.outcome),
                "reason": row.reason or None,
                "decided_by": row.decided_by or None,
                "stage": row.target.stage,
                "step": row.target.step,
            }
            for row in record(document)
        ],
    }


def _place(origin: Origin | None) -> Plain:
    if origin is None:
        return {"stage": None, "step": None}
    return {"stage": origin.target.stage, "step": origin.target.step or None}
