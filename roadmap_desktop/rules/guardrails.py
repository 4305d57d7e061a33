"""What must hold for a use case: which guardrails it asks for, and whether its gate is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
    """Why a use case asks for a guardrail."""

    EVERY_PILOT = "every_pilot"
    PERSONAL_DATA = "personal_data"
    STUDENTS = "students"
    SCALING = "scaling"
    ROOM = "room"


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


def is_open(gate: Collection[Asked]) -> bool:
    """Whether everything that a gate asks for is adopted."""
    return all(each.adopted for each in gate)


def _asked_by(use_case: UseCase, guardrail: Guardrail) -> AskedBy | None:
    gate = guardrail.gate
    if use_case.student_facing and guardrail.gate_for_students is not None:
        gate = guardrail.gate_for_students
    if guardrail.uuid in use_case.required:
        return AskedBy.ROOM
    if gate is Gate.ANY:
        return AskedBy.EVERY_PILOT
    if gate is Gate.SCALING:
        return AskedBy.SCALING
    if use_case.student_facing:
        return AskedBy.STUDENTS
    return AskedBy.PERSONAL_DATA if use_case.data_class >= PERSONAL_DATA else None
