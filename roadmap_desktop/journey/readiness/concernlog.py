"""What can be done with the log of concerns: added, changed field by field, removed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import delete, func, select, update

from roadmap_desktop.catalogue.people import perspective_keys
from roadmap_desktop.journey.readiness.concerns import answering
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.model.readiness import Concern
from roadmap_desktop.store.document import Document


class ConcernField(StrEnum):
    """The fields of a concern that a person can fill in."""

    TEXT = "text"
    PERSPECTIVE = "perspective"
    THEME = "theme"
    ANSWER = "answer"
    MET_BY = "met_by"


def add_concern(document: Document, text: str, *, perspective: str = "", origin: object | None = None) -> str:
    """Adds a concern at the end of the log and gives its uuid; the perspective by its key.

    Raises:
        Refused: nothing was typed.
    """
    made = Concern(text=_text(text), perspective=_perspective(perspective))
    last = document.rows(select(func.max(Concern.position)))[0][0]
    made.position = 0 if last is None else last + 1
    with document.change(message("Noted a concern"), origin=origin) as session:
        session.add(made)
    return made.uuid


def edit_concern(
    document: Document,
    concern: str,
    field: ConcernField,
    text: str,
    *,
    language: Language | None = None,
    origin: object | None = None,
) -> None:
    """Changes a field to what was typed: a perspective by its key, what meets it by its key or its name.

    Raises:
        Refused: the concern would be empty, nothing of that name is in the workshop, or the concern is gone.
    """
    if not document.rows(select(Concern.uuid).where(Concern.uuid == concern)):
        raise Refused(message("This concern was removed."), message("Undo brings it back."))
    match field:
        case ConcernField.TEXT:
            value = _text(text)
        case ConcernField.PERSPECTIVE:
            value = _perspective(text)
        case ConcernField.MET_BY:
            value = _met_by(document, text, language or Language("en"))
        case _:
            value = text.strip()
    fold = f"concern.{field}:{concern}"
    with document.change(message("Changed a concern"), origin=origin, fold=fold) as session:
        session.execute(update(Concern).where(Concern.uuid == concern).values({field.value: value}))


def remove_concerns(document: Document, concerns: Sequence[str], *, origin: object | None = None) -> None:
    """Takes concerns out of the log."""
    if concerns:
        label = plural("Removed {n} concern", "Removed {n} concerns", len(concerns))
        with document.change(label, origin=origin) as session:
            session.execute(delete(Concern).where(Concern.uuid.in_(concerns)))


def _text(text: str) -> str:
    return required(text, message("A concern needs words."), message("Type what was said."), field=ConcernField.TEXT)


def _perspective(key: str) -> str:
    if key and key not in perspective_keys():
        raise Refused(
            message("{text} is not one of the perspectives.", text=key),
            message("Choose one from the list, or leave it empty."),
            field=ConcernField.PERSPECTIVE,
        )
    return key


def _met_by(document: Document, text: str, language: Language) -> str:
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return ""
    for each in answering(document):
        if text == each.key or language.say(each.name).casefold() == wanted:
            return each.key
    raise Refused(
        message("No guardrail and no task is called {text}.", text=text.strip()),
        message("Choose one from the list that opens while you type, or leave it empty."),
        field=ConcernField.MET_BY,
    )
