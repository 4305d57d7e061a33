"""What the steps of the roadmap share while a workshop is open: the task selected, whose tasks are shown, and how."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.screens.sitting import Sitting

_NAME = "roadmap"


@dataclass(slots=True)
class Kept:
    """``task`` is a key, ``school`` a uuid, ``owner`` a name; empty for none and for all. ``folded``: keys of lanes."""

    task: str = ""
    school: str = ""
    owner: str = ""
    folded: frozenset[str] = frozenset()


def kept(sitting: Sitting) -> Kept:
    """The same for every step of a sitting."""
    found = sitting.property(_NAME)
    if not isinstance(found, Kept):
        found = Kept()
        sitting.setProperty(_NAME, found)
    return found
