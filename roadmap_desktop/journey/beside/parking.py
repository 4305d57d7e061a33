"""The parking lot: what was put aside for later, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, literal_column, select, update

from roadmap_desktop.journey.beside.origin import Origin, origin_of
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.workshop import ActionItem, ParkedItem
from roadmap_desktop.store.document import Document

KINDS = ("parked_item",)
"""The kinds of facts that the parking lot shows."""


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """Something parked; ``at`` is when, where that was kept."""

    uuid: str
    text: str
    origin: Origin | None
    at: datetime | None


def parking_lot(document: Document) -> tuple[ParkedRow, ...]:
    """What was parked, in the order in which it was."""
    query = select(*ParkedItem.__table__.columns).order_by(literal_column("parked_item.rowid"))
    return tuple(ParkedRow(row.uuid, row.text, origin_of(row.stage, row.step), row.at) for row in document.rows(query))


def park(document: Document, text: str, came_from: Target | None = None, *, origin: object | None = None) -> str:
    """Puts something aside, with the place it came from, and gives its uuid.

    Raises:
        Refused: nothing was typed.
    """
    place = came_from or Target("")
    made = ParkedItem(text=_text(text), stage=place.stage, step=place.step, at=document.now())
    with document.change(message("Parked: {text}", text=made.text), origin=origin) as session:
        session.add(made)
    return made.uuid


def word_parked(document: Document, parked: str, text: str, *, origin: object | None = None) -> None:
    """Changes the words of something parked.

    Raises:
        Refused: nothing was typed, or it is gone.
    """
    _check(document, parked)
    words = _text(text)
    with document.change(message("Changed: {text}", text=words), origin=origin, fold=f"parked:{parked}") as session:
        session.execute(update(ParkedItem).where(ParkedItem.uuid == parked).values(text=words))


def make_action(document: Document, parked: str, *, origin: object | None = None) -> str:
    """Makes an action of something parked, which keeps where it came from; gives the action's uuid.

    Raises:
        Refused: it is gone.
    """
    row = _check(document, parked)
    made = ActionItem(text=row.text, stage=row.stage, step=row.step)
    with document.change(message("Made an action: {text}", text=row.text), origin=origin) as session:
        session.execute(delete(ParkedItem).where(ParkedItem.uuid == parked))
        session.add(made)
    return made.uuid


def unpark(document: Document, parked: Sequence[str], *, origin: object | None = None) -> None:
    """Takes things off the parking lot."""
    if parked:
        label = plural("Removed {n} parked item", "Removed {n} parked items", len(parked))
        with document.change(label, origin=origin) as session:
            session.execute(delete(ParkedItem).where(ParkedItem.uuid.in_(parked)))


class _Kept:
    """What a row of the parking lot says."""

    text: str
    stage: str
    step: str


def _check(document: Document, parked: str) -> _Kept:
    rows = document.rows(select(ParkedItem.text, ParkedItem.stage, ParkedItem.step).where(ParkedItem.uuid == parked))
    if not rows:
        raise Refused(message("This is no longer on the parking lot."), message("Undo brings it back."))
    kept = _Kept()
    kept.text, kept.stage, kept.step = rows[0]
    return kept


def _text(text: str) -> str:
    return required(text, message("There is nothing to park yet."), message("Type a few words."), field="text")
