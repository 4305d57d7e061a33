"""Scaling, what must hold before each wave: the guardrails its pilot's use cases ask for, and its own conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey.gatefacts import KINDS as GATES
from roadmap_desktop.journey.gatefacts import guardrail_facts, use_case_facts
from roadmap_desktop.journey.guardrails.facts import guardrails
from roadmap_desktop.language import Words
from roadmap_desktop.model.pilots import PilotUseCase
from roadmap_desktop.model.scaling import Support, Wave, WaveGate
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document

KINDS = (*GATES, "wording", "pilot_use_case", "wave", "wave_gate")
"""The kinds of facts that the conditions of waves depend on."""


@dataclass(frozen=True, slots=True)
class GateRow:
    """A condition of a wave: its own (with a uuid), or a guardrail that its use cases ask for before scaling.

    Status, owner and due are those of the guardrail.
    """

    uuid: str
    text: Words
    holds: bool
    guardrail: str = ""
    status: rules.Status | None = None
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SupportRow:
    """What a wave's schools are given."""

    uuid: str
    text: str


def conditions(document: Document) -> Mapping[str, tuple[GateRow, ...]]:
    """What must hold before each wave (uuid): guardrails first, in their order, then its own."""
    return document.remembered("wave conditions", KINDS, lambda: _conditions(document))


def supports(document: Document) -> Mapping[str, tuple[SupportRow, ...]]:
    """What the schools of each wave (uuid) are given."""
    found: defaultdict[str, list[SupportRow]] = defaultdict(list)
    query = select(Support.wave, Support.uuid, Support.text).order_by(Support.position, Support.uuid)
    for row in document.rows(query):
        found[row.wave].append(SupportRow(row.uuid, row.text))
    return {wave: tuple(rows) for wave, rows in found.items()}


def _conditions(document: Document) -> dict[str, tuple[GateRow, ...]]:
    with document.read():
        own: defaultdict[str, list[GateRow]] = defaultdict(list)
        query = select(WaveGate.wave, WaveGate.uuid, WaveGate.text, WaveGate.holds)
        for row in document.rows(query.order_by(WaveGate.position, WaveGate.uuid)):
            own[row.wave].append(GateRow(row.uuid, row.text, row.holds))
        waves = document.rows(select(Wave.uuid, Wave.after_pilot))
        asked = _asked_by_pilots(document)
    return {row.uuid: (*asked.get(row.after_pilot or "", ()), *own[row.uuid]) for row in waves}


def _asked_by_pilots(document: Document) -> dict[str, tuple[GateRow, ...]]:
    """The guardrails that the use cases of each pilot (uuid) ask for before they scale."""
    tested: defaultdict[str, list[str]] = defaultdict(list)
    for row in document.rows(select(PilotUseCase.pilot, PilotUseCase.use_case)):
        tested[row.pilot].append(row.use_case)
    facts, cases, entries = guardrail_facts(document), use_case_facts(document), guardrails(document)
    found = {}
    for pilot, use_cases in tested.items():
        asked = {each.guardrail for one in use_cases for each in rules.asked_for_scaling(cases[one], facts)}
        found[pilot] = tuple(
            GateRow("", each.name, each.status is rules.Status.ADOPTED, uuid, each.status, each.owner, each.due)
            for uuid, each in entries.items()
            if uuid in asked
        )
    return found
