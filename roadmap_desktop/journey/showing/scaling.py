"""Scaling as plain values: the waves with dates, schools, what must hold, and the schools that are in none."""

from __future__ import annotations

from roadmap_desktop.journey.guardrails.saying import STATUS
from roadmap_desktop.journey.scaling.conditions import GateRow
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.journey.scaling.places import SchoolPlace
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Scaling shows; ``trouble`` says why there are no dates."""
    picture = scaling(document)
    return {
        "waves": [_wave(each, language) for each in picture.waves],
        "unplaced": [each.name for each in picture.unplaced],
        "schools": [_school(each, {wave.uuid: wave.name for wave in picture.waves}) for each in picture.schools],
        "trouble": language.say(picture.trouble) if picture.trouble is not None else None,
    }


def _wave(wave: WaveRow, language: Language) -> Plain:
    return {
        "name": wave.name,
        "schools": [each.name for each in wave.schools],
        "start": day(wave.start),
        "finish": day(wave.finish),
        "length": wave.length,
        "not_before": day(wave.not_before),
        "after_pilot": wave.pilot or None,
        "verdict": wave.verdict,
        "lead": wave.lead or None,
        "communication": wave.communication or None,
        "gates": [_gate(each, language) for each in wave.gates],
        "supports": [each.text for each in wave.supports],
    }


def _gate(gate: GateRow, language: Language) -> Plain:
    status = language.say(STATUS[gate.status]) if gate.status is not None else None
    return {"text": language.say(gate.text), "holds": gate.holds, "guardrail": bool(gate.guardrail), "status": status}


def _school(school: SchoolPlace, waves: dict[str, str]) -> Plain:
    return {
        "name": school.name,
        "wave": waves.get(school.wave),
        "pace": school.pace,
        "higher_need": school.higher_need,
        "piloted": school.piloted,
    }
