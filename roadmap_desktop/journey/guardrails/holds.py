"""What must hold: the guardrails that the chosen use cases ask for first, then the rest, by area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from roadmap_desktop.catalogue import guardrails as catalogue
from roadmap_desktop.journey.gatefacts import guardrail_facts
from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.guardrails.saying import STATUS, asked_by
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.guardrails import Evidence
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document

KINDS = (*facts.KINDS, "evidence")
"""The kinds of facts that the list shows."""

Asks = Mapping[str, tuple[tuple[rules.AskedBy, Words], ...]]
"""By guardrail: each chosen use case that asks for it, and why."""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Where it can be seen that a guardrail holds."""

    uuid: str
    text: str
    dated: date | None


@dataclass(frozen=True, slots=True)
class HoldsRow:
    """A guardrail; ``asked_by`` says which chosen use cases ask for it and why, else before what it must be adopted."""

    uuid: str
    name: Words
    area: str
    area_name: Words
    begins_area: bool
    asked: bool
    asked_by: Words
    gate: rules.Gate
    status: rules.Status
    status_name: Words
    owner: str
    due: date | None
    adopted_on: date | None
    overdue: bool
    length: str
    own: bool
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class HoldsPicture:
    """The guardrails, those asked for first; ``areas`` are the groups to choose from."""

    rows: tuple[HoldsRow, ...]
    areas: tuple[tuple[str, Words], ...]
    chosen: int

    @property
    def asked(self) -> tuple[HoldsRow, ...]:
        """Those that a chosen use case asks for."""
        return tuple(row for row in self.rows if row.asked)

    @property
    def adopted(self) -> int:
        """How many of all are adopted."""
        return sum(row.status is rules.Status.ADOPTED for row in self.rows)

    def row(self, uuid: str) -> HoldsRow | None:
        """The guardrail with that uuid."""
        return next((row for row in self.rows if row.uuid == uuid), None)


def holds(document: Document) -> HoldsPicture:
    """What must hold for the chosen use cases, and everything else that could."""
    with document.read():
        areas = area_names(document)
        asks = asking(document)
        evidence = _evidence(document)
        order = {key: place for place, (key, _) in enumerate(areas)}
        found = facts.guardrails(document).values()
        places = sorted(found, key=lambda each: (each.uuid not in asks, order.get(each.area, len(order))))
        names = dict(areas)
        rows = tuple(_row(document, each, names, asks, evidence) for each in places)
        return HoldsPicture(_marked(rows), areas, len(facts.chosen(document)))


def asking(document: Document) -> Asks:
    """By guardrail, each chosen use case that asks for it before its pilot or before scaling."""
    found: defaultdict[str, list[tuple[rules.AskedBy, Words]]] = defaultdict(list)
    guardrails = guardrail_facts(document)
    for case in facts.chosen(document):
        for each in (*rules.asked(case.rule, guardrails), *rules.asked_for_scaling(case.rule, guardrails)):
            found[each.guardrail].append((each.by, case.name))
    return {uuid: tuple(each) for uuid, each in found.items()}


def area_names(document: Document) -> tuple[tuple[str, Words], ...]:
    """The groups of the guardrails by key, in order; the empty key is for the room's own."""
    known = tuple((each.key, worded(document, "", f"area.{each.key}.name")) for each in catalogue.areas())
    return (*known, ("", message("Added by the room")))


def gate_names(document: Document) -> tuple[tuple[str, Words], ...]:
    """Before what a guardrail can be due, by key."""
    return tuple((gate.value, worded(document, "", f"gate.{gate}.name")) for gate in rules.Gate)


def _row(
    document: Document,
    each: facts.GuardrailFact,
    areas: Mapping[str, Words],
    asks: Asks,
    evidence: Mapping[str, tuple[EvidenceRow, ...]],
) -> HoldsRow:
    return HoldsRow(
        uuid=each.uuid,
        name=each.name,
        area=each.area,
        area_name=areas.get(each.area, each.area),
        begins_area=False,
        asked=each.uuid in asks,
        asked_by=asked_by(asks.get(each.uuid, ()), len(facts.chosen(document)))
        or worded(document, "", f"gate.{each.gate}.name"),
        gate=each.gate,
        status=each.status,
        status_name=STATUS[each.status],
        owner=each.owner,
        due=each.due,
        adopted_on=each.adopted_on,
        overdue=each.is_overdue(document.today()),
        length=each.length,
        own=each.own,
        evidence=evidence.get(each.uuid, ()),
    )


def _marked(rows: tuple[HoldsRow, ...]) -> tuple[HoldsRow, ...]:
    """The rows with the first of each run of one area marked."""
    before = [None, *((row.asked, row.area) for row in rows)]
    pairs = zip(rows, before, strict=False)
    return tuple(replace(row, begins_area=(row.asked, row.area) != last) for row, last in pairs)


def _evidence(document: Document) -> Mapping[str, tuple[EvidenceRow, ...]]:
    found: defaultdict[str, tuple[EvidenceRow, ...]] = defaultdict(tuple)
    query = select(Evidence.guardrail, Evidence.uuid, Evidence.text, Evidence.dated)
    for row in document.rows(query.order_by(Evidence.dated.is_(None), Evidence.dated, Evidence.text)):
        found[row.guardrail] += (EvidenceRow(row.uuid, row.text, row.dated),)
    return found
