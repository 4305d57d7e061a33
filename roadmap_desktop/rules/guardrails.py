"""What must hold for a use case: which guardrails it asks for, and whether its gate is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

PERSONAL_DATA = 2
"""The data class from which on data are personal: 0 public, 1 internal, 2 personal, 3 sensitive."""


class Gate(StrEnum):
    """Before what a guardrail must be adopted: any pilot; one with students or personal data; scaling."""

    ANY = "any"
    STUDENTS = "students"
    SCALING = "scaling"


class Status(StrEnum):
    """How far a guardrail is."""

    MISSING = "missing"
    DRAFTED = "drafted"
    ADOPTED = "adopted"


class AskedBy(StrEnum):
    """Why a use case asks for a guardrail, the reason that binds most first."""

    EVERY_PILOT = "every_pilot"
    STUDENTS = "students"
    PERSONAL_DATA = "personal_data"
    ROOM = "room"
    SCALING = "scaling"


@dataclass(frozen=True, slots=True)
class Guardrail:
    """An expectation; ``gate_for_students`` replaces ``gate`` where students use the tool."""

    uuid: str
    gate: Gate
    gate_for_students: Gate | None
    status: Status


@dataclass(frozen=True, slots=True)
class UseCase:
    """What the gate of a use case follows from; ``required`` are guardrails that the room asks beyond."""

    uuid: str
    data_class: int
    student_facing: bool
    required: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A guardrail that a use case asks for, and why."""

    guardrail: str
    by: AskedBy
    adopted: bool


def asked(use_case: UseCase, guardrails: Iterable[Guardrail]) -> tuple[Asked, ...]:
    """What must be adopted before a pilot of the use case starts, in the order of the guardrails."""
    return tuple(
        Asked(each.uuid, by, each.status is Status.ADOPTED)
        for each in guardrails
        if (by := _asked_by(use_case, each)) not in (None, AskedBy.SCALING)
    )


def asked_for_scaling(use_case: UseCase, guardrails: Iterable[Guardrail]) -> tuple[Asked, ...]:
    """What must be adopted before the use case scales beyond what its pilot asked for."""
    return tuple(
        Asked(each.uuid, AskedBy.SCALING, each.status is Status.ADOPTED)
        for each in guardrails
        if _asked_by(use_case, each) is AskedBy.SCALING
    )


def before_pilot(use_cases: Iterable[UseCase], guardrails: Sequence[Guardrail]) -> tuple[Asked, ...]:
    """What must be adopted before a pilot of all these use cases starts: each guardrail once, in their order.

    Where several use cases ask for one, it stands with the reason that binds most.
    """
    return _together((each for one in use_cases for each in asked(one, guardrails)), guardrails)


def before_scaling(use_cases: Iterable[UseCase], guardrails: Sequence[Guardrail]) -> tuple[Asked, ...]:
    """What must be adopted before they scale, beyond what a pilot of any of them asks for."""
    cases = tuple(use_cases)
    sooner = {each.guardrail for each in before_pilot(cases, guardrails)}
    later = (each for one in cases for each in asked_for_scaling(one, guardrails) if each.guardrail not in sooner)
    return _together(later, guardrails)


def is_open(gate: Collection[Asked]) -> bool:
    """Whether everything that a gate asks for is adopted."""
    return all(each.adopted for each in gate)


def _together(found: Iterable[Asked], guardrails: Sequence[Guardrail]) -> tuple[Asked, ...]:
    strongest: dict[str, Asked] = {}
    for each in found:
        kept = strongest.get(each.guardrail)
        if kept is None or _STRENGTH[each.by] < _STRENGTH[kept.by]:
            strongest[each.guardrail] = each
    return tuple(strongest[each.uuid] for each in guardrails if each.uuid in strongest)


def _asked_by(use_case: UseCase, guardrail: Guardrail) -> AskedBy | None:
    """Why it is asked for; what the room asks beyond counts only where nothing else asks before the pilot."""
    gate = guardrail.gate
    if use_case.student_facing and guardrail.gate_for_students is not None:
        gate = guardrail.gate_for_students
    if gate is Gate.ANY:
        return AskedBy.EVERY_PILOT
    if gate is Gate.STUDENTS and use_case.student_facing:
        return AskedBy.STUDENTS
    if gate is Gate.STUDENTS and use_case.data_class >= PERSONAL_DATA:
        return AskedBy.PERSONAL_DATA
    if guardrail.uuid in use_case.required:
        return AskedBy.ROOM
    return AskedBy.SCALING if gate is Gate.SCALING else None


_STRENGTH = {by: place for place, by in enumerate(AskedBy)}
