"""The record: the log of every choice and decision, as it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal_column, select

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.workshop import RecordEntry
from roadmap_desktop.store.document import Document

CHOICES: dict[str, Words] = {
    "pilot": message("Pilot"),
    "later": message("Later"),
    "parked": message("Parked"),
    "no": message("No"),
}
"""What the choices of a use case are called."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record; ``name`` is what it was about, as it was called then; ``target`` leads to it."""

    uuid: str
    at: datetime
    name: str
    outcome: Words
    reason: str
    decided_by: str
    dissent: str
    target: Target


def record(document: Document) -> tuple[Entry, ...]:
    """Every entry in the order in which it was made."""
    about = (RecordEntry.uuid, RecordEntry.subject, RecordEntry.kind, RecordEntry.name)
    columns = (*about, RecordEntry.at, RecordEntry.outcome, RecordEntry.reason, RecordEntry.dissent)
    query = select(*columns, RecordEntry.decided_by).order_by(RecordEntry.at, literal_column("record_entry.rowid"))
    return tuple(
        Entry(
            uuid=row.uuid,
            at=row.at,
            name=row.name,
            outcome=_outcome(document, row.kind, row.outcome),
            reason=row.reason,
            decided_by=row.decided_by,
            dissent=row.dissent,
            target=_place(row.kind, row.subject),
        )
        for row in document.rows(query)
    )


def _place(kind: str, subject: str) -> Target:
    return Target("usecases", "decide", subject) if kind == "choice" else Target("pilots", "decision", subject)


def _outcome(document: Document, kind: str, outcome: str) -> Words:
    if kind == "choice":
        return CHOICES.get(outcome, outcome)
    return worded(document, "", f"decision.{outcome}.name")
