"""Counts of facts, for what the rail says of a stage."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select

from roadmap_desktop.model.fact import Fact
from roadmap_desktop.store.document import Document


def count(document: Document, kind: type[Fact], *where: ColumnElement[Any]) -> int:
    """How many facts of a kind there are, under the conditions."""
    return int(document.rows(select(func.count()).select_from(kind).where(*where))[0][0])
