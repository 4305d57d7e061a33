"""The words of this stage: why a guardrail is asked for, how far it is, what a floor still needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roadmap_desktop.journey.guardrails.facts import GuardrailFact
from roadmap_desktop.journey.guardrails.gates import UseCaseGate
from roadmap_desktop.journey.readiness.profile import Block
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.guardrails import AskedBy, Status

STATUS: Mapping[Status, Words] = {
    Status.MISSING: message("missing"),
    Status.DRAFTED: message("drafted"),
    Status.ADOPTED: message("adopted"),
}

WHY: Mapping[AskedBy, Words] = {
    AskedBy.EVERY_PILOT: message("every pilot asks for it"),
    AskedBy.STUDENTS: message("students use the tool"),
    AskedBy.PERSONAL_DATA: message("it touches personal data"),
    AskedBy.ROOM: message("the room asks for it"),
    AskedBy.SCALING: message("scaling asks for it"),
}


NAMED = 2
"""More use cases than this are counted, not named."""


def asked_by(asks: Sequence[tuple[AskedBy, Words]], chosen: int) -> Words:
    """Who asks, in a few words, from each of the chosen use cases that does and its reason; nothing where none does."""
    reason = min((each for each, _ in asks), key=_ORDER.index, default=None)
    if reason is None:
        return ""
    if reason is AskedBy.EVERY_PILOT:
        return message("Every pilot")
    names = tuple(name for each, name in asks if each is reason)
    if reason is AskedBy.SCALING and len(names) == chosen > 1:
        return message("Every use case, before scaling")
    few = names if len(names) <= NAMED else (plural("{n} use case", "{n} use cases", len(names)),)
    return _with_names(reason, few)


def progress_line(entry: GuardrailFact, *, overdue: bool) -> Words:
    """How far a guardrail is, with its owner and day."""
    if entry.status is Status.ADOPTED:
        if entry.adopted_on is None:
            return message("Adopted")
        return message("Adopted on {day}", day=entry.adopted_on)
    words: Words = message("Drafted") if entry.status is Status.DRAFTED else message("Missing")
    owner: Words = entry.owner or message("no owner yet")
    if entry.due is None:
        return message("{status}; {owner}", status=words, owner=owner)
    if overdue:
        return message("{status}; {owner}, overdue since {due}", status=words, owner=owner, due=entry.due)
    return message("{status}; {owner}, due {due}", status=words, owner=owner, due=entry.due)


def gate_basis(case: UseCaseGate) -> Words:
    """What a gate follows from: the data, and who uses the tool."""
    if case.student_facing:
        return message("{data} data, students use it", data=case.data)
    return message("{data} data, staff use it", data=case.data)


def floor_line(block: Block) -> Words:
    """A statement under the floor that a pilot of this kind needs."""
    return message(
        "Statement {number} is at {level}, needs {needs}: {text}",
        number=block.number,
        level=message("nothing rated") if block.level is None else block.level,
        needs=block.needs,
        text=block.text,
    )


def _with_names(reason: AskedBy, names: tuple[Words, ...]) -> Words:
    match reason:
        case AskedBy.STUDENTS:
            return message("Students: {use_cases}", use_cases=names)
        case AskedBy.PERSONAL_DATA:
            return message("Personal data: {use_cases}", use_cases=names)
        case AskedBy.ROOM:
            return message("The room, for {use_cases}", use_cases=names)
    return message("Before scaling: {use_cases}", use_cases=names)


_ORDER = tuple(AskedBy)
