"""Pilots as plain values: plan, dates, what is missing, how each came out."""

from __future__ import annotations

from roadmap_desktop.journey.pilots.picture import PilotPicture, pilots
from roadmap_desktop.journey.showing.plain import Plain, day, lines
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> list[Plain]:
    """What Pilots shows."""
    return [_pilot(each, language) for each in pilots(document)]


def _pilot(pilot: PilotPicture, language: Language) -> Plain:
    return {
        "name": pilot.name,
        "ready": pilot.ready,
        "missing": lines(pilot.missing, language),
        "start": day(pilot.start),
        "finish": day(pilot.finish),
        "decision_date": day(pilot.decision_date),
        "verdict": pilot.verdict,
        "advice": pilot.advice,
        "attempt": pilot.attempt,
        "question": pilot.question,
        "use_cases": [language.say(name) for _, name in pilot.use_cases],
        "schools": [site.name for site in pilot.sites],
        "criteria": [
            {
                "name": each.name,
                "baseline": each.baseline,
                "target": each.target,
                "minimum": each.minimum,
                "unit": each.unit,
                "direction": each.direction,
                "must_pass": each.must_pass,
                "reading": each.reading,
                "result": each.result,
            }
            for each in pilot.criteria
        ],
    }
