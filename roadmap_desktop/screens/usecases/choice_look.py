"""How a choice looks in a cell or a pill."""

from __future__ import annotations

from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.tone import Tone

_TONES = {Choice.PILOT: Tone.GOOD, Choice.LATER: Tone.ACCENT, Choice.PARKED: Tone.PLAIN, Choice.NO: Tone.BAD}
_SHAPES = {Choice.PILOT: Shape.TICK, Choice.NO: Shape.CROSS}


def tone_of(choice: Choice | None) -> Tone | None:
    """The tone of a choice; None where nothing is decided."""
    return None if choice is None else _TONES[choice]


def shape_of(choice: Choice | None) -> Shape | None:
    """The mark before a choice, where it has one."""
    return None if choice is None else _SHAPES.get(choice)
