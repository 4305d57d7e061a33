"""The concerns that were heard, and whether each was answered."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.readiness import Concern
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern: who has it, what it is, and its answer (empty: not answered yet)."""

    uuid: str
    who: Words
    text: str
    answer: str


def concerns(document: Document) -> tuple[ConcernRow, ...]:
    """Every concern in the order in which it was heard."""
    query = select(Concern.uuid, Concern.perspective, Concern.text, Concern.answer).order_by(Concern.position)
    return tuple(
        ConcernRow(
            uuid=row.uuid,
            who=worded(document, "", f"perspective.{row.perspective}.name") if row.perspective else message("Someone"),
            text=row.text,
            answer=row.answer,
        )
        for row in document.rows(query)
    )
