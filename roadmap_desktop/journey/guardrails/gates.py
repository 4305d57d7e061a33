"""The gate of each use case: what must be adopted before its pilot and before scaling, why, and which floors hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.gatefacts import guardrail_facts
from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.readiness.profile import KINDS as READINESS
from roadmap_desktop.journey.readiness.profile import Block, blocks
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document

KINDS = tuple(dict.fromkeys((*facts.KINDS, *READINESS)))
"""The kinds of facts that a gate depends on."""


@dataclass(frozen=True, slots=True)
class GateLine:
    """A guardrail that a gate asks for, how far it is, and why it is asked for."""

    guardrail: str
    name: Words
    asked_by: rules.AskedBy
    status: rules.Status
    owner: str
    due: date | None
    adopted_on: date | None

    @property
    def uuid(self) -> str:
        """The guardrail's uuid: it stands once in a gate."""
        return self.guardrail

    @property
    def adopted(self) -> bool:
        """Whether it is adopted."""
        return self.status is rules.Status.ADOPTED


@dataclass(frozen=True, slots=True)
class GatePicture:
    """The gate of use cases that are piloted together; ``floors`` are the readiness floors under which the room is."""

    use_cases: tuple[str, ...]
    before_pilot: tuple[GateLine, ...]
    before_scaling: tuple[GateLine, ...]
    floors: tuple[Block, ...]

    @property
    def open(self) -> tuple[GateLine, ...]:
        """What must still be adopted before the pilot."""
        return tuple(line for line in self.before_pilot if not line.adopted)

    @property
    def open_for_scaling(self) -> tuple[GateLine, ...]:
        """What must still be adopted before scaling, beyond the gate before the pilot."""
        return tuple(line for line in self.before_scaling if not line.adopted)

    @property
    def lets_pilot(self) -> bool:
        """Whether nothing of the gate or the floors keeps the pilot from starting."""
        return not self.open and not self.floors


@dataclass(frozen=True, slots=True)
class UseCaseGate:
    """A use case with what its gate follows from (data class 0 public to 3 sensitive), and its gate."""

    uuid: str
    name: Words
    chosen: bool
    choice: str
    data_class: int
    data: Words
    student_facing: bool
    gate: GatePicture


def gate(document: Document, use_cases: Sequence[str]) -> GatePicture:
    """The gate of these use cases together: each guardrail once, with the reason that binds most.

    A use case that is gone asks for nothing.
    """
    wanted = tuple(dict.fromkeys(use_cases))
    return document.remembered(("gate", wanted), KINDS, lambda: _gate(document, wanted))


def gates(document: Document) -> tuple[UseCaseGate, ...]:
    """Every use case with its own gate, those chosen for a pilot first."""
    with document.read():
        found = [
            UseCaseGate(
                uuid=each.uuid,
                name=each.name,
                chosen=each.chosen,
                choice=each.choice,
                data_class=each.rule.data_class,
                data=worded(document, "", f"data_class.{each.rule.data_class}.name"),
                student_facing=each.rule.student_facing,
                gate=gate(document, (each.uuid,)),
            )
            for each in facts.use_cases(document).values()
        ]
    return tuple(sorted(found, key=lambda each: not each.chosen))


def _gate(document: Document, use_cases: tuple[str, ...]) -> GatePicture:
    with document.read():
        known = facts.use_cases(document)
        cases = [known[each].rule for each in use_cases if each in known]
        guardrails = guardrail_facts(document)
        floors = {
            block.number: block
            for case in cases
            for block in blocks(document, data_class=case.data_class, student_facing=case.student_facing)
        }
        return GatePicture(
            use_cases=use_cases,
            before_pilot=_lines(document, rules.before_pilot(cases, guardrails)),
            before_scaling=_lines(document, rules.before_scaling(cases, guardrails)),
            floors=tuple(floors[number] for number in sorted(floors)),
        )


def _lines(document: Document, asked: Sequence[rules.Asked]) -> tuple[GateLine, ...]:
    entries = facts.guardrails(document)
    return tuple(
        GateLine(
            guardrail=each.guardrail,
            name=entries[each.guardrail].name,
            asked_by=each.by,
            status=entries[each.guardrail].status,
            owner=entries[each.guardrail].owner,
            due=entries[each.guardrail].due,
            adopted_on=entries[each.guardrail].adopted_on,
        )
        for each in asked
    )
