"""Where a person can be in the journey, and the class that shows each place."""

from __future__ import annotations

from importlib import import_module

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.stages import STAGES, Stage, StepEntry, stage
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.step import Step

PLACES: tuple[Target, ...] = tuple(Target(each.key, step.key) for each in STAGES for step in each.steps)
"""Every step of the journey in its order."""


def step_class(place: Target) -> type[Step]:
    """The class of a step; its module is loaded when it is asked for the first time.

    Start-up shows one step and so loads one: charts, previews and imports cost nothing until someone goes there.
    """
    module = import_module(f"roadmap_desktop.screens.{place.stage}.{place.step}")
    found: type[Step] = module.STEP
    return found


def settled(target: Target) -> Target:
    """The place a target means: a stage alone is its first step, an unknown one the start of the journey."""
    known = {each.key: each for each in STAGES}
    if target.stage not in known:
        return PLACES[0]
    steps = [each.key for each in known[target.stage].steps]
    step = target.step if target.step in steps else steps[0]
    return Target(target.stage, step, target.subject)


def entry(place: Target) -> tuple[Stage, StepEntry]:
    """The stage and the step of a place."""
    found = stage(place.stage)
    return found, next(each for each in found.steps if each.key == place.step)


def beside(place: Target, move: int) -> Target | None:
    """The place so many steps on (or back, below 0); None beyond the ends."""
    number = PLACES.index(Target(place.stage, place.step)) + move
    return PLACES[number] if 0 <= number < len(PLACES) else None


def name_from(place: Target, here: Target) -> Words:
    """What a place is called when seen from another: within a stage the step's name, else the stage's with it."""
    its_stage, its_step = entry(place)
    if place.stage == here.stage:
        return its_step.name
    if len(its_stage.steps) == 1:
        return its_stage.name
    return message("{stage}: {step}", stage=its_stage.name, step=its_step.name)
