"""What the gates follow from: guardrails and use cases as the rules see them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from roadmap_desktop.model.guardrails import Guardrail, Requirement
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document

KINDS = ("guardrail", "requirement", "use_case")
"""The kinds of facts that a gate depends on."""


def guardrail_facts(document: Document) -> tuple[rules.Guardrail, ...]:
    """The guardrails in their order."""
    query = select(Guardrail.uuid, Guardrail.gate, Guardrail.gate_for_students, Guardrail.status)
    return tuple(
        rules.Guardrail(
            row.uuid,
            rules.Gate(row.gate),
            rules.Gate(row.gate_for_students) if row.gate_for_students else None,
            rules.Status(row.status),
        )
        for row in document.rows(query.order_by(Guardrail.position, Guardrail.uuid))
    )


def use_case_facts(document: Document) -> dict[str, rules.UseCase]:
    """The use cases by uuid, with what the room asks of them beyond."""
    required: defaultdict[str, set[str]] = defaultdict(set)
    for row in document.rows(select(Requirement.use_case, Requirement.guardrail)):
        required[row.use_case].add(row.guardrail)
    query = select(UseCase.uuid, UseCase.data_class, UseCase.student_facing).order_by(UseCase.position, UseCase.uuid)
    return {
        row.uuid: rules.UseCase(row.uuid, row.data_class, row.student_facing, frozenset(required[row.uuid]))
        for row in document.rows(query)
    }
