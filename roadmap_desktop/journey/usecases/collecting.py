"""What can be done with the list: picked, written, changed, removed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class UseCaseField(StrEnum):
    """The fields of a use case that a person can change; values are typed, or the key of what was chosen."""

    NAME = "name"
    DESCRIPTION = "description"
    LEVEL = "level"
    RISK = "risk"
    DATA_CLASS = "data_class"
    STUDENT_FACING = "student_facing"
    OWNER = "owner"
    VETO = "veto"
    LOCAL_DECISION = "local_decision"
    TOOL = "tool"
    DISSENT = "dissent"


_GATED = frozenset({UseCaseField.DATA_CLASS, UseCaseField.STUDENT_FACING})
"""What the guardrails follow from, so that a change may leave their tasks without a source."""


def pick_from_catalogue(document: Document, keys: Sequence[str], *, origin: object | None = None) -> tuple[str, ...]:
    """Puts use cases of the catalogue on the room's list and gives their uuids; those already there stay.

    Raises:
        Refused: the catalogue has no use case of that key.
    """
    entries = {entry.key: entry for entry in catalogue.use_cases()}
    if unknown := next((key for key in keys if key not in entries), None):
        raise Refused(
            message("The catalogue has no use case “{key}”.", key=unknown),
            message("Pick one from the list, or write it."),
        )
    have = {each.key for each in facts.use_cases(document)}
    picked = [entries[key] for key in dict.fromkeys(keys) if key not in have]
    if not picked:
        return ()
    label: Words = plural("Picked {n} use case", "Picked {n} use cases", len(picked))
    if len(picked) == 1:
        label = message("Picked {name}", name=picked[0].name)
    made = [_made(entry) for entry in picked]
    with document.change(label, origin=origin) as session:
        _append(session, made)
    return tuple(each.uuid for each in made)


def write_use_case(document: Document, name: str, *, level: str = "district", origin: object | None = None) -> str:
    """Puts a use case in the room's own words on the list and gives its uuid.

    Raises:
        Refused: it has no name, or one of that name is there already.
    """
    made = UseCase(name=_name(document, name, ""), level=catalogue.UseLevel(level).value)
    with document.change(message("Added {name}", name=made.name), origin=origin) as session:
        _append(session, [made])
    return made.uuid


def edit_use_case(
    document: Document, uuid: str, field: UseCaseField, text: str, *, origin: object | None = None
) -> None:
    """Changes a field to what was typed or chosen; an empty name gives the catalogue's back.

    Raises:
        Refused: no name is left, the level, risk or class is none, or a tool is named before the outcome is complete.
    """
    found = facts.use_case(document, uuid)
    value = _value(document, found, field, text)
    label = message("Changed {name}", name=found.name)
    fold = f"use case.{field}:{uuid}"
    change = change_keeping_tasks if field in _GATED else Document.change
    with change(document, label, origin=origin, fold=fold) as session:
        setattr(session.get_one(UseCase, uuid), field.value, value)


def remove_use_cases(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes use cases off the list with outcome and scores; tasks that came from them stay as orphans."""
    found = [each for each in facts.use_cases(document) if each.uuid in uuids]
    if not found:
        return
    label: Words = plural("Removed {n} use case", "Removed {n} use cases", len(found))
    if len(found) == 1:
        label = message("Removed {name}", name=found[0].name)
    with change_keeping_tasks(document, label, origin=origin) as session:
        session.execute(delete(UseCase).where(UseCase.uuid.in_([each.uuid for each in found])))


def _made(entry: catalogue.UseCaseEntry) -> UseCase:
    return UseCase(
        key=entry.key,
        level=entry.level.value,
        risk=entry.risk.value,
        data_class=entry.data_class,
        student_facing=entry.student_facing,
    )


def _append(session: Session, made: Sequence[UseCase]) -> None:
    last: int = session.scalars(select(func.coalesce(func.max(UseCase.position), -1))).one()
    for place, each in enumerate(made, last + 1):
        each.position = place
    session.add_all(made)


def _value(document: Document, found: UseCaseFact, field: UseCaseField, text: str) -> object:
    typed = " ".join(text.split())
    match field:
        case UseCaseField.NAME:
            return _name(document, typed, found.uuid)
        case UseCaseField.DESCRIPTION | UseCaseField.LOCAL_DECISION | UseCaseField.DISSENT:
            return text.strip()
        case UseCaseField.LEVEL:
            return catalogue.UseLevel(typed).value
        case UseCaseField.RISK:
            return catalogue.Risk(typed).value
        case UseCaseField.DATA_CLASS:
            return _data_class(typed)
        case UseCaseField.STUDENT_FACING:
            return bool(typed)
        case UseCaseField.TOOL if typed and found.lacking:
            raise Refused(
                message("The outcome comes before the tool."),
                message("Complete the outcome first; then name what you try it with."),
                field=field,
            )
    return typed


def _name(document: Document, text: str, uuid: str) -> str:
    """The name as it is kept: empty where the catalogue's own stands."""
    typed = " ".join(text.split())
    kept = phrases(document)
    found = next((each for each in facts.use_cases(document) if each.uuid == uuid), None)
    own = kept.get(f"usecase.{found.key}.name") if found is not None else None
    if own is not None and (not typed or typed in dict(own.texts).values()):
        return ""
    if not typed:
        raise Refused(
            message("A use case needs a name."), message("Say what is done, such as: draft bus notices."), field="name"
        )
    others = [each for each in facts.use_cases(document) if each.uuid != uuid]
    if any(typed.casefold() in _spellings(each) for each in others):
        raise Refused(
            message("“{name}” is on the list already.", name=typed), message("Give it another name."), field="name"
        )
    return typed


def _spellings(found: UseCaseFact) -> set[str]:
    if isinstance(found.name, str):
        return {found.name.casefold()}
    return {text.casefold() for _, text in getattr(found.name, "texts", ())}


def _data_class(typed: str) -> int:
    number = int(typed) if typed.isdecimal() else -1
    if not catalogue.LEAST_DATA_CLASS <= number <= catalogue.MOST_DATA_CLASS:
        raise Refused(
            message("“{text}” is no data class.", text=typed),
            message("Choose a class from 0, public, to 3, sensitive."),
            field=UseCaseField.DATA_CLASS,
        )
    return number
