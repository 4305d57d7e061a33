"""The one-page summary: what comes first, where the district stands, when, what must hold, who decides."""

from __future__ import annotations

from roadmap_desktop.handouts.parts import guardrails as guardrail_parts
from roadmap_desktop.handouts.parts import pilots as pilot_parts
from roadmap_desktop.handouts.parts import readiness as readiness_parts
from roadmap_desktop.handouts.parts import usecases as usecase_parts
from roadmap_desktop.handouts.parts.timeline import lanes_in_brief, when
from roadmap_desktop.handouts.pieces import (
    Artifact,
    Columns,
    Handout,
    Heading,
    Item,
    Keep,
    ListOf,
    Piece,
    Role,
    Shape,
    Text,
)
from roadmap_desktop.journey.pilots.picture import PilotPicture, pilots
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.workshop import WorkshopPicture, workshop
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document

MOST_LISTED = 3
"""A column at the foot lists this many lines, so that the summary keeps to its page."""


def one_page(document: Document, language: Language) -> Handout:
    """The summary of the workshop as it stands."""
    say = language.say
    with document.read():
        about = workshop(document)
        found = pilots(document)
        pieces = (
            Heading("name", about.district, role=Role.TITLE),
            Text("about", say(_about(document, about)), role=Role.SUBTITLE),
            Text("lead", say(_lead(found)), role=Role.LEAD),
            Heading("first", say(message("What comes first, and how sure we are"))),
            *usecase_parts.first_places(document, language),
            _stand_and_saw(document, language),
            *when(document, language, lanes_in_brief),
            _foot(document, found, language),
        )
    return Handout(
        code="H-01",
        kicker=say(message("AI roadmap {year} · one page", year=about.year)),
        title=say(message("AI roadmap")),
        district=about.district,
        made=document.today(),
        pieces=pieces,
        language=language.code,
        sample=about.is_sample,
    )


def _about(document: Document, about: WorkshopPicture) -> Words:
    people = len(participants(document).rows)
    if people and about.held_on:
        return plural(
            "What {n} of us decided on {day}, and what happens next.",
            "What {n} of us decided on {day}, and what happens next.",
            people,
            day=about.held_on,
        )
    return message("What we decided, and what happens next.")


def _lead(found: tuple[PilotPicture, ...]) -> Words:
    undecided = sum(each.verdict is None for each in found)
    if not found:
        return message("We have not planned a pilot yet. What we saw and what must hold first stands below.")
    if not undecided:
        return message(
            "Every pilot is decided. Schools join when they are ready, and nothing starts without its rules."
        )
    return plural(
        "One pilot, with its measures, its rules and a fixed day to decide.",
        "{n} pilots, each with its measures, its rules and a fixed day to decide.",
        undecided,
    )


def _stand_and_saw(document: Document, language: Language) -> Piece:
    say = language.say
    stand = (Heading("stand", say(message("Where we stand"))), *readiness_parts.profile_figure(document, language))
    saw = readiness_parts.what_was_seen(document, language)
    if not saw:
        return Keep("stand kept", stand)
    return Columns(
        "stand and saw", (stand, (Heading("saw", say(message("What we saw"))), *saw)), shares=(440, 236), gap=22
    )


def _foot(document: Document, found: tuple[PilotPicture, ...], language: Language) -> Piece:
    say = language.say
    decisions = tuple(Item(say(pilot_parts.decision_in_words(document, each))) for each in found[:MOST_LISTED])
    columns = (
        ("hold", message("Must hold first"), guardrail_parts.first_to_hold(document, language, MOST_LISTED)),
        ("who", message("Who decides"), decisions),
        ("heard", message("We heard"), readiness_parts.concerns_in_short(document, language, MOST_LISTED)),
    )
    return Columns(
        "foot",
        tuple(
            (
                Artifact(f"{origin} crown", shape=Shape.CROWN),
                Heading(origin, say(heading)),
                _listed(origin, items, language),
            )
            for origin, heading, items in columns
        ),
    )


def _listed(origin: str, items: tuple[Item, ...], language: Language) -> Piece:
    if items:
        return ListOf(f"{origin} list", items)
    return Text(f"{origin} empty", language.say(message("Nothing yet.")))
