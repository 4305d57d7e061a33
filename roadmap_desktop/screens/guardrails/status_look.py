"""How the status of a guardrail looks: its mark and its tone, always with its word."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.tone import Tone

SHAPES: Mapping[Status, Shape] = {
    Status.ADOPTED: Shape.TICK,
    Status.DRAFTED: Shape.DOT,
    Status.MISSING: Shape.CROSS,
}


def tone_of(status: Status, *, asked: bool = True) -> Tone:
    """Missing is bad only where something asks for it."""
    if status is Status.ADOPTED:
        return Tone.GOOD
    if status is Status.DRAFTED:
        return Tone.WARN
    return Tone.BAD if asked else Tone.PLAIN
