"""Where something noted beside the stages came from, in words and as a link back."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Words, message


@dataclass(frozen=True, slots=True)
class Origin:
    """A stage and perhaps a step of it; ``target`` leads there."""

    words: Words
    target: Target


def origin_of(stage: str, step: str) -> Origin | None:
    """The place with these keys; None where nothing was kept or the place is not known here."""
    found = next((each for each in STAGES if each.key == stage), None)
    if found is None:
        return None
    its_step = next((each for each in found.steps if each.key == step), None)
    if its_step is None:
        return Origin(found.name, Target(stage))
    return Origin(message("{stage}: {step}", stage=found.name, step=its_step.name), Target(stage, step))
