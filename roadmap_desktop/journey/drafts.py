"""What is typed about a choice or a decision before it is made: kept in the file, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import delete, select

from roadmap_desktop.language import message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.workshop import Draft
from roadmap_desktop.store.document import Document

KINDS = ("draft",)


class DraftField(StrEnum):
    """What can be typed before a choice is made."""

    REASON = "reason"
    DECIDED_BY = "decided_by"


def draft(document: Document, subject: str, field: DraftField) -> str | None:
    """What was typed about the use case or pilot of that uuid; None where nothing waits."""
    return _drafts(document).get((subject, field.value))


def keep_draft(
    document: Document, subject: str, field: DraftField, text: str, *, settled: str = "", origin: object | None = None
) -> None:
    """Keeps what was typed; where it is what is ``settled`` already, nothing waits."""
    waits = draft(document, subject, field)
    wanted = None if text.strip() == settled.strip() else text
    if wanted == waits:
        return
    label = message("Wrote down a reason") if field is DraftField.REASON else message("Wrote down who decides")
    with document.change(label, origin=origin, fold=f"draft.{field}:{subject}") as session:
        if wanted is None:
            session.execute(delete(Draft).where(Draft.subject == subject, Draft.field == field.value))
        else:
            uuid = natural_uuid(document.workshop_uuid, "draft", subject, field.value)
            session.merge(Draft(uuid=uuid, subject=subject, field=field.value, text=wanted))


def _drafts(document: Document) -> Mapping[tuple[str, str], str]:
    def read() -> Mapping[tuple[str, str], str]:
        rows = document.rows(select(Draft.subject, Draft.field, Draft.text))
        return {(row.subject, row.field): row.text for row in rows}

    return document.remembered("drafts", KINDS, read)
