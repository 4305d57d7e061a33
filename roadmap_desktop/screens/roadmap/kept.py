"""What the steps of the roadmap share while a workshop is open: the task selected, whose tasks are shown, and how."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.roadmap.colouring import Colour
from roadmap_desktop.journey.roadmap.grouping import By
from roadmap_desktop.journey.roadmap.whatif import Scenario
from roadmap_desktop.screens.sitting import Sitting

_NAME = "roadmap"


@dataclass(slots=True)
class Kept:
    """``task`` is a key, ``school`` a uuid, ``owner`` a name; empty for none and for all.

    ``text`` is what the names searched for have; ``folded`` has keys of lanes; ``scenarios``
    are the what-ifs that are compared.
    """

    task: str = ""
    school: str = ""
    owner: str = ""
    text: str = ""
    group: By = By.PHASE
    colour: Colour = Colour.STAGE
    folded: frozenset[str] = frozenset()
    scenarios: tuple[Scenario, ...] = ()


def kept(sitting: Sitting) -> Kept:
    """The same for every step of a sitting."""
    found = sitting.property(_NAME)
    if not isinstance(found, Kept):
        found = Kept()
        sitting.setProperty(_NAME, found)
    return found
