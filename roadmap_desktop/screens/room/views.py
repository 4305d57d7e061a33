"""Which view the room sees at which stage and step; stages without one of their own get a calm title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.room import agenda, gathering, readiness, roadmap, usecases
from roadmap_desktop.journey.room.slides import Slide
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class View:
    """The screens of a step, made from the document and the stage's key; ``kinds`` are the facts they show.

    Without kinds any change may touch them.
    """

    slides: Callable[[Document, str], tuple[Slide, ...]]
    kinds: frozenset[str]


TITLE = View(agenda.title, agenda.KINDS)

VIEWS: dict[tuple[str, str], View] = {
    ("prepare", "agenda"): View(agenda.pages, agenda.KINDS),
    ("readiness", "rate"): View(readiness.statements, readiness.KINDS),
    ("readiness", "picture"): View(readiness.picture, readiness.KINDS),
    ("readiness", "barriers"): View(readiness.disputes, readiness.KINDS),
    ("usecases", "collect"): View(gathering.ideas, gathering.IDEAS_KINDS),
    ("usecases", "vote"): View(gathering.vote, gathering.VOTE_KINDS),
    ("usecases", "ranking"): View(usecases.reveal, usecases.KINDS),
    ("usecases", "decide"): View(gathering.decided, gathering.DECIDED_KINDS),
    ("roadmap", "timeline"): View(roadmap.phases, frozenset()),
    ("roadmap", "table"): View(roadmap.phases, frozenset()),
}


def view(place: Target) -> View:
    """The view of a place in the journey."""
    return VIEWS.get((place.stage, place.step), TITLE)
