"""Guardrails as plain values: what must hold, and the gate of each use case."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap_desktop.journey.guardrails.gates import GateLine, gates
from roadmap_desktop.journey.guardrails.holds import holds
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Guardrails shows."""
    say = language.say
    return {
        "gates": [
            {
                "use_case": say(case.name),
                "open": _lines(case.gate.open, language),
                "open_for_scaling": _lines(case.gate.open_for_scaling, language),
            }
            for case in gates(document)
        ],
        "guardrails": [
            {
                "name": say(row.name),
                "area": row.area or None,
                "status": row.status,
                "owner": row.owner or None,
                "due": day(row.due),
                "adopted_on": day(row.adopted_on),
                "asked_by": say(row.asked_by),
                "evidence": [each.text for each in row.evidence],
            }
            for row in holds(document).rows
        ],
    }


def _lines(lines: Iterable[GateLine], language: Language) -> list[Plain]:
    return [{"guardrail": language.say(line.name), "asked_by": line.asked_by} for line in lines]
