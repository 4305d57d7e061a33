"""The guardrails and use cases as every picture of this stage reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey import gatefacts
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document

KINDS = (*gatefacts.KINDS, "wording")
"""The kinds of facts that these depend on."""


@dataclass(frozen=True, slots=True)
class GuardrailFact:
    """A guardrail with its name; the length as rules.length reads it, ``own`` where the room wrote it."""

    uuid: str
    key: str
    name: Words
    area: str
    gate: rules.Gate
    status: rules.Status
    owner: str
    due: date | None
    adopted_on: date | None
    length: str

    @property
    def own(self) -> bool:
        """Whether the room wrote it."""
        return not self.key

    def is_overdue(self, today: date) -> bool:
        """Whether it should be adopted by now and is not."""
        return self.status is not rules.Status.ADOPTED and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class UseCaseFact:
    """A use case with its name; ``chosen`` where the room wants to pilot it."""

    uuid: str
    name: Words
    chosen: bool
    choice: str
    rule: rules.UseCase


def guardrails(document: Document) -> Mapping[str, GuardrailFact]:
    """The guardrails by uuid, in their order."""
    return document.remembered("guardrail facts", ("guardrail", "wording"), lambda: _guardrails(document))


def use_cases(document: Document) -> Mapping[str, UseCaseFact]:
    """The use cases by uuid, in their order."""
    kinds = ("use_case", "requirement", "wording")
    return document.remembered("use cases of the gates", kinds, lambda: _use_cases(document))


def chosen(document: Document) -> tuple[UseCaseFact, ...]:
    """The use cases that the room wants to pilot."""
    return tuple(each for each in use_cases(document).values() if each.chosen)


def _guardrails(document: Document) -> Mapping[str, GuardrailFact]:
    query = select(*Guardrail.__table__.columns).order_by(Guardrail.position, Guardrail.uuid)
    return {
        row.uuid: GuardrailFact(
            uuid=row.uuid,
            key=row.key,
            name=worded(document, row.name, f"guardrail.{row.key}.name"),
            area=row.area,
            gate=rules.Gate(row.gate),
            status=rules.Status(row.status),
            owner=row.owner,
            due=row.due,
            adopted_on=row.adopted_on,
            length=row.length,
        )
        for row in document.rows(query)
    }


def _use_cases(document: Document) -> Mapping[str, UseCaseFact]:
    with document.read():
        found = gatefacts.use_case_facts(document)
        rows = document.rows(select(UseCase.uuid, UseCase.name, UseCase.key, UseCase.choice))
    words = {row.uuid: (worded(document, row.name, f"usecase.{row.key}.name"), row.choice) for row in rows}
    return {
        uuid: UseCaseFact(uuid, words[uuid][0], words[uuid][1] == "pilot", words[uuid][1], rule)
        for uuid, rule in found.items()
    }
