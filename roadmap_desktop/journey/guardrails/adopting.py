"""What can be done with a guardrail: adopted, drafted, owned, dated, and shown by evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update

from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.typed import check_length
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.guardrails import Evidence, Guardrail
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.rules.length import parse
from roadmap_desktop.store.document import Document


def set_status(
    document: Document,
    guardrails: Sequence[str],
    status: Status,
    *,
    on: date | None = None,
    origin: object | None = None,
) -> None:
    """Says how far guardrails are; adopted ones keep their day, else take ``on``, else today by the document's clock.

    Raises:
        Refused: a guardrail is gone.
    """
    entries = [guardrail(document, uuid) for uuid in guardrails]
    if not entries:
        return
    today = document.today()
    with document.change(_status_label(entries, status), origin=origin) as session:
        for entry in entries:
            row = session.get_one(Guardrail, entry.uuid)
            row.status = status.value
            row.adopted_on = (on or entry.adopted_on or today) if status is Status.ADOPTED else None


def edit_guardrail(
    document: Document,
    uuid: str,
    *,
    name: str | None = None,
    area: str | None = None,
    owner: str | None = None,
    due: date | str | None = None,
    adopted_on: date | str | None = None,
    length: str | None = None,
    origin: object | None = None,
) -> None:
    """Changes what is given; an empty text takes owner or due date away and gives the catalogue's name back.

    A day of adoption makes the guardrail adopted.

    Raises:
        Refused: it is gone, the length can't be read, its own name or the day of its adoption would be empty.
    """
    entry = guardrail(document, uuid)
    given = {"name": name, "area": area, "owner": owner, "due": due, "adopted_on": adopted_on, "length": length}
    values: dict[str, Any] = {
        field: " ".join(value.split()) if isinstance(value, str) else value
        for field, value in given.items()
        if value is not None
    }
    _check(entry, values)
    if "due" in values:
        values["due"] = values["due"] or None
    if "length" in values:
        values["length"] = parse(values["length"]).written()
    if "adopted_on" in values:
        values["status"] = Status.ADOPTED.value
    label = message("Changed {guardrail}", guardrail=entry.name)
    with document.change(label, origin=origin, fold=f"guardrail:{uuid}:{','.join(values)}") as session:
        session.execute(update(Guardrail).where(Guardrail.uuid == uuid).values(**values))


def add_evidence(
    document: Document, uuid: str, text: str, *, dated: date | None = None, origin: object | None = None
) -> str:
    """Adds a line of evidence to a guardrail and gives its uuid.

    Raises:
        Refused: the guardrail is gone, or the line is empty.
    """
    entry = guardrail(document, uuid)
    made = Evidence(uuid=new_uuid(), guardrail=uuid, text=_said(text), dated=dated)
    with document.change(message("Added evidence of {guardrail}", guardrail=entry.name), origin=origin) as session:
        session.add(made)
    return made.uuid


def edit_evidence(
    document: Document,
    uuid: str,
    *,
    text: str | None = None,
    dated: date | str | None = None,
    origin: object | None = None,
) -> None:
    """Changes what is given of a line of evidence; an empty date takes it away.

    Raises:
        Refused: the line is gone, or would be empty.
    """
    entry = guardrail(document, _guardrail_of(document, uuid))
    values: dict[str, Any] = {}
    if text is not None:
        values["text"] = _said(text)
    if dated is not None:
        values["dated"] = dated or None
    label = message("Changed evidence of {guardrail}", guardrail=entry.name)
    with document.change(label, origin=origin, fold=f"evidence:{uuid}:{','.join(values)}") as session:
        session.execute(update(Evidence).where(Evidence.uuid == uuid).values(**values))


def remove_evidence(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes lines of evidence away.

    Raises:
        Refused: a line is gone already.
    """
    for uuid in uuids:
        _guardrail_of(document, uuid)
    if not uuids:
        return
    label = plural("Removed {n} line of evidence", "Removed {n} lines of evidence", len(uuids))
    with document.change(label, origin=origin) as session:
        session.execute(delete(Evidence).where(Evidence.uuid.in_(uuids)))


def guardrail(document: Document, uuid: str) -> facts.GuardrailFact:
    """The guardrail with that uuid; Refused where it is gone."""
    entry = facts.guardrails(document).get(uuid)
    if entry is None:
        raise Refused(message("This guardrail was removed."), message("Undo brings it back."))
    return entry


def _guardrail_of(document: Document, evidence: str) -> str:
    rows = document.rows(select(Evidence.guardrail).where(Evidence.uuid == evidence))
    if not rows:
        raise Refused(message("This line of evidence was removed."), message("Undo brings it back."))
    return str(rows[0].guardrail)


def _status_label(entries: Sequence[facts.GuardrailFact], status: Status) -> Words:
    n, name = len(entries), entries[0].name
    match status:
        case Status.ADOPTED if n == 1:
            return message("Adopted {guardrail}", guardrail=name)
        case Status.ADOPTED:
            return plural("Adopted {n} guardrail", "Adopted {n} guardrails", n)
        case Status.DRAFTED if n == 1:
            return message("Marked {guardrail} as drafted", guardrail=name)
        case Status.DRAFTED:
            return plural("Marked {n} guardrail as drafted", "Marked {n} guardrails as drafted", n)
        case _ if n == 1:
            return message("Marked {guardrail} as missing", guardrail=name)
    return plural("Marked {n} guardrail as missing", "Marked {n} guardrails as missing", n)


def _check(entry: facts.GuardrailFact, values: dict[str, Any]) -> None:
    if values.get("name") == "" and entry.own:
        raise Refused(message("A guardrail needs a name."), message("Type one, or remove it."), field="name")
    if values.get("adopted_on") == "":
        raise Refused(
            message("An adopted guardrail keeps the day of its adoption."),
            message("Mark it as drafted or missing instead."),
            field="adopted_on",
        )
    if "length" in values:
        check_length(values["length"])


def _said(text: str) -> str:
    return required(text, message("Evidence needs words."), message("Say where it can be seen."), field="evidence")
