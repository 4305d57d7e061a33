"""What the steps of the roadmap share while a workshop is open: the task selected, and whose tasks are shown."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.screens.sitting import Sitting

_NAME = "roadmap"


@dataclass(slots=True)
class Kept:
    """``task`` is a key, ``school`` a uuid, ``owner`` a name; empty for none and for all."""

    task: str = ""
    school: str = ""
    owner: str = ""


def kept(sitting: Sitting) -> Kept:
    """The same for every step of a sitting."""
    found = sitting.property(_NAME)
    if not isinstance(found, Kept):
        found = Kept()
        sitting.setProperty(_NAME, found)
    return found
