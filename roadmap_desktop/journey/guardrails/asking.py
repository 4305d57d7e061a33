"""Who asks for what: the room's own guardrails, before what each must be adopted, and what a use case asks beyond."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select

from roadmap_desktop.catalogue import guardrails as catalogue
from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.guardrails.adopting import guardrail
from roadmap_desktop.journey.guardrails.gates import gate as gate_of
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid, new_uuid
from roadmap_desktop.model.guardrails import Guardrail, Requirement
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document


def add_guardrail(
    document: Document, name: str, *, area: str = "", gate: rules.Gate = rules.Gate.ANY, origin: object | None = None
) -> str:
    """Adds a guardrail of the room's own and gives its uuid; ``area`` is a key of the catalogue's, or empty.

    Raises:
        Refused: it has no name, or there is no such area.
    """
    words = required(name, message("A guardrail needs a name."), message("Type what must hold."), field="name")
    if area and area not in {each.key for each in catalogue.areas()}:
        raise Refused(message("There is no such area."), message("Choose one from the list."), field="area")
    made = Guardrail(uuid=new_uuid(), name=words, area=area, gate=gate.value)
    with document.change(message("Added {guardrail}", guardrail=words), origin=origin) as session:
        made.position = int(session.scalar(select(func.coalesce(func.max(Guardrail.position), -1))) or 0) + 1
        session.add(made)
    return made.uuid


def remove_guardrails(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Removes guardrails of the room's own, with their evidence; their tasks stay on the roadmap, as orphaned.

    Raises:
        Refused: one is gone, or comes from the catalogue.
    """
    entries = [guardrail(document, uuid) for uuid in uuids]
    for entry in entries:
        if not entry.own:
            raise Refused(
                message("{guardrail} comes with the program and stays in the list.", guardrail=entry.name),
                message("Change before what it must be adopted, or leave it missing."),
            )
    if not entries:
        return
    label: Words = message("Removed {guardrail}", guardrail=entries[0].name)
    if len(entries) > 1:
        label = plural("Removed {n} guardrail", "Removed {n} guardrails", len(entries))
    with change_keeping_tasks(document, label, origin=origin) as session:
        session.execute(delete(Guardrail).where(Guardrail.uuid.in_(uuids)))


def move_gate(document: Document, uuid: str, gate: rules.Gate, *, origin: object | None = None) -> None:
    """Says before what a guardrail must be adopted, whoever uses the tool; tasks nobody asks for stay as orphaned.

    Raises:
        Refused: it is gone.
    """
    entry = guardrail(document, uuid)
    label = message("Changed the gate of {guardrail}", guardrail=entry.name)
    with change_keeping_tasks(document, label, origin=origin) as session:
        row = session.get_one(Guardrail, uuid)
        row.gate, row.gate_for_students = gate.value, ""


def require_guardrail(document: Document, use_case: str, uuid: str, *, origin: object | None = None) -> None:
    """Has a use case ask for one more guardrail before its pilot.

    Raises:
        Refused: one of them is gone, or the use case asks for it anyway.
    """
    entry, case = guardrail(document, uuid), _use_case(document, use_case)
    if asks_before_pilot(document, use_case, uuid):
        raise Refused(
            message("{use_case} asks for {guardrail} already.", use_case=case.name, guardrail=entry.name),
            message("It stands in its gate."),
            field="require",
        )
    label = message("Added {guardrail} to the gate of {use_case}", use_case=case.name, guardrail=entry.name)
    natural = natural_uuid(document.workshop_uuid, "requirement", use_case, uuid)
    with document.change(label, origin=origin) as session:
        session.add(Requirement(uuid=natural, use_case=use_case, guardrail=uuid))


def drop_requirement(document: Document, use_case: str, uuid: str, *, origin: object | None = None) -> None:
    """Takes back what the room asked of a use case beyond its gate.

    Raises:
        Refused: one of them is gone, or the use case does not ask for it because of the room.
    """
    entry, case = guardrail(document, uuid), _use_case(document, use_case)
    if uuid not in case.rule.required:
        raise Refused(
            message("The room did not add {guardrail} to this gate.", guardrail=entry.name),
            message("What the use case is asks for it: its data, and who uses it."),
        )
    label = message("Took {guardrail} out of the gate of {use_case}", use_case=case.name, guardrail=entry.name)
    with change_keeping_tasks(document, label, origin=origin) as session:
        same = (Requirement.use_case == use_case, Requirement.guardrail == uuid)
        session.execute(delete(Requirement).where(*same))


def could_require(document: Document, use_case: str) -> tuple[tuple[str, Words], ...]:
    """The guardrails, by uuid and name, that the use case does not ask for before its pilot yet."""
    with document.read():
        asked = {line.guardrail for line in gate_of(document, (use_case,)).before_pilot}
        found = facts.guardrails(document).values()
        return tuple((each.uuid, each.name) for each in found if each.uuid not in asked)


def asks_before_pilot(document: Document, use_case: str, uuid: str) -> bool:
    """Whether the use case asks for the guardrail before its pilot."""
    return any(line.guardrail == uuid for line in gate_of(document, (use_case,)).before_pilot)


def _use_case(document: Document, uuid: str) -> facts.UseCaseFact:
    case = facts.use_cases(document).get(uuid)
    if case is None:
        raise Refused(message("This use case was removed."), message("Undo brings it back."))
    return case
