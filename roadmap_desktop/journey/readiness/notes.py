"""What was said beside the answers: of a statement, and of no one statement; without a name."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from roadmap_desktop.model.readiness import Rating, Respondent
from roadmap_desktop.store.document import Document

KINDS = ("rating", "respondent")
"""The kinds of facts that notes come from."""


def notes(document: Document) -> Mapping[str, tuple[str, ...]]:
    """What was said of each statement (its uuid), each text once, in alphabetical order so that nobody is told."""

    def read() -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for row in document.rows(select(Rating.statement, Rating.note).where(Rating.note != "")):
            found.setdefault(row.statement, set()).add(row.note)
        return {statement: tuple(sorted(texts, key=str.casefold)) for statement, texts in found.items()}

    return document.remembered("notes", KINDS, read)


def comments(document: Document) -> tuple[str, ...]:
    """What came with a form and is about no one statement, each text once, in alphabetical order."""
    rows = document.rows(select(Respondent.note).where(Respondent.note != "").distinct())
    return tuple(sorted((row.note for row in rows), key=str.casefold))
