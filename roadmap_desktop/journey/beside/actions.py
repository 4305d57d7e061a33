"""The action items: what somebody will do by a date, whether it is done, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import delete, literal_column, select, update

from roadmap_desktop.journey.beside.origin import Origin, origin_of
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.workshop import ActionItem
from roadmap_desktop.store.document import Document

KINDS = ("action_item",)
"""The kinds of facts that the list of actions shows."""


class ActionField(StrEnum):
    """The fields of an action that a person can fill in."""

    TEXT = "text"
    OWNER = "owner"
    DUE = "due"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action; ``late`` where its day has passed and it is not done."""

    uuid: str
    text: str
    owner: str
    due: date | None
    done: bool
    late: bool
    origin: Origin | None


def actions(document: Document) -> tuple[ActionRow, ...]:
    """Every action: those to be done first, by their day; then the ones that are done."""
    query = select(*ActionItem.__table__.columns).order_by(
        ActionItem.done, ActionItem.due.is_(None), ActionItem.due, literal_column("action_item.rowid")
    )
    today = document.today()
    return tuple(
        ActionRow(
            uuid=row.uuid,
            text=row.text,
            owner=row.owner,
            due=row.due,
            done=row.done,
            late=not row.done and row.due is not None and row.due < today,
            origin=origin_of(row.stage, row.step),
        )
        for row in document.rows(query)
    )


def add_action(
    document: Document, text: str, came_from: Target | None = None, *, owner: str = "", origin: object | None = None
) -> str:
    """Notes an action, with the place it came from, and gives its uuid.

    Raises:
        Refused: nothing was typed.
    """
    place = came_from or Target("")
    made = ActionItem(text=_text(text), owner=" ".join(owner.split()), stage=place.stage, step=place.step)
    with document.change(message("Noted an action: {text}", text=made.text), origin=origin) as session:
        session.add(made)
    return made.uuid


def edit_action(
    document: Document, action: str, field: ActionField, text: str, *, origin: object | None = None
) -> None:
    """Changes a field to what was typed: a day as 2026-10-12 or empty, done as "yes" or empty.

    Raises:
        Refused: the action would have no words, or it is gone.
    """
    if not document.rows(select(ActionItem.uuid).where(ActionItem.uuid == action)):
        raise Refused(message("This action was removed."), message("Undo brings it back."))
    value: str | bool | date | None = " ".join(text.split())
    match field:
        case ActionField.TEXT:
            value = _text(text)
        case ActionField.DUE:
            value = date.fromisoformat(text) if text else None
        case ActionField.DONE:
            value = bool(text)
    fold = f"action.{field}:{action}"
    with document.change(message("Changed an action"), origin=origin, fold=fold) as session:
        session.execute(update(ActionItem).where(ActionItem.uuid == action).values({field.value: value}))


def remove_actions(document: Document, actions: Sequence[str], *, origin: object | None = None) -> None:
    """Removes actions."""
    if actions:
        label = plural("Removed {n} action", "Removed {n} actions", len(actions))
        with document.change(label, origin=origin) as session:
            session.execute(delete(ActionItem).where(ActionItem.uuid.in_(actions)))


def _text(text: str) -> str:
    return required(text, message("An action needs words."), message("Type what will be done."), field=ActionField.TEXT)
