"""What a person can do with the actions that a review asks for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.monitoring.reviews import review_name
from roadmap_desktop.journey.refusal import required
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.monitoring import ReviewAction
from roadmap_desktop.store.document import Document


def add_action(document: Document, review: str, text: str, *, origin: object | None = None) -> str:
    """Adds what a review asks for and gives its uuid; Refused where it says nothing."""
    name, typed = review_name(document, review), _said(text)
    query = select(func.coalesce(func.max(ReviewAction.position), -1)).where(ReviewAction.review == review)
    action = ReviewAction(review=review, text=typed, position=int(document.rows(query)[0][0]) + 1)
    with document.change(message("Added an action of {review}", review=name), origin=origin) as session:
        session.add(action)
    return action.uuid


def edit_action(
    document: Document,
    action: str,
    *,
    text: str | None = None,
    owner: str | None = None,
    origin: object | None = None,
) -> None:
    """Changes the words or the owner of an action; what is None stays. Refused where its words are taken away."""
    typed = None if text is None else _said(text)
    with document.change(message("Changed an action"), origin=origin, fold=f"action:{action}") as session:
        row = session.get_one(ReviewAction, action)
        row.text = row.text if typed is None else typed
        row.owner = row.owner if owner is None else " ".join(owner.split())


def date_action(document: Document, action: str, due: date | None, *, origin: object | None = None) -> None:
    """Sets the day until when an action is done."""
    with document.change(message("Dated an action"), origin=origin) as session:
        session.get_one(ReviewAction, action).due = due


def remove_actions(document: Document, actions: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes actions of reviews."""
    label = plural("Removed {n} action", "Removed {n} actions", len(actions))
    with document.change(label, origin=origin) as session:
        session.execute(delete(ReviewAction).where(ReviewAction.uuid.in_(actions)))


def _said(text: str) -> str:
    return required(
        text, message("An action says what is to be done."), message("Type it in a few words."), field="text"
    )
