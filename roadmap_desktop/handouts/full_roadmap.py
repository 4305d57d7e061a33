"""The full roadmap: everything the workshop decided, stage by stage, with every task and why it is there."""

from __future__ import annotations

from collections.abc import Callable

from roadmap_desktop.handouts.parts import beside as beside_parts
from roadmap_desktop.handouts.parts import guardrails as guardrail_parts
from roadmap_desktop.handouts.parts import monitoring as monitoring_parts
from roadmap_desktop.handouts.parts import pilots as pilot_parts
from roadmap_desktop.handouts.parts import readiness as readiness_parts
from roadmap_desktop.handouts.parts import record as record_parts
from roadmap_desktop.handouts.parts import scaling as scaling_parts
from roadmap_desktop.handouts.parts import team as team_parts
from roadmap_desktop.handouts.parts import usecases as usecase_parts
from roadmap_desktop.handouts.parts.timeline import lanes_whole, task_table, when
from roadmap_desktop.handouts.pieces import Handout, Heading, ListOf, PageBreak, Piece, Role, Text
from roadmap_desktop.journey.pilots.picture import pilots
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.journey.workshop import WorkshopPicture, workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def full_roadmap(document: Document, language: Language) -> Handout:
    """The full roadmap as it stands."""
    say = language.say
    with document.read():
        about = workshop(document)
        pieces = (
            Heading("name", about.district, role=Role.TITLE),
            Text("about", say(_about(about)), role=Role.SUBTITLE),
            *when(document, language, lanes_whole),
            PageBreak("after when"),
            *_readiness(document, language),
            *_section(
                "use cases",
                message("What comes first, and how sure we are"),
                usecase_parts.ranking(document, language),
                say,
            ),
            *_section("guardrails", message("What must hold"), (guardrail_parts.checklist(document, language),), say),
            *_section("team", message("Who carries it"), team_parts.seats(document, language), say),
            *_pilots(document, language),
            *_section("scaling", message("Which schools follow"), scaling_parts.waves_table(document, language), say),
            *_monitoring(document, language),
            *_tasks(document, language),
            *_section("actions", message("Who does what next"), beside_parts.actions_by_owner(document, language), say),
            *_section("parked", message("Put aside for later"), beside_parts.parked(document, language), say),
            *_section("record", message("What was decided"), record_parts.record(document, language), say),
        )
    return Handout(
        code="H-02",
        kicker=say(message("AI roadmap {year} · full roadmap", year=about.year)),
        title=say(message("Full roadmap")),
        district=about.district,
        made=document.today(),
        pieces=pieces,
        language=language.code,
        sample=about.is_sample,
    )


def _about(about: WorkshopPicture) -> Words:
    if about.held_on:
        return message(
            "The full roadmap of the workshop of {day}: what we saw, decided and will do.", day=about.held_on
        )
    return message("The full roadmap: what we saw, decided and will do.")


def _section(origin: str, heading: Words, pieces: tuple[Piece, ...], say: Callable[[Words], str]) -> tuple[Piece, ...]:
    return (Heading(f"{origin} heading", say(heading)), *pieces) if pieces else ()


def _readiness(document: Document, language: Language) -> tuple[Piece, ...]:
    say = language.say
    heard = readiness_parts.concern_items(document, language)
    return (
        Heading("stand", say(message("Where we stand"))),
        *readiness_parts.profile_figure(document, language),
        *readiness_parts.what_was_seen(document, language),
        *readiness_parts.blocks_list(document, language),
        *readiness_parts.not_applicable(document, language),
        *_section("heard", message("What we heard"), (ListOf("concerns", heard),) if heard else (), say),
    )


def _pilots(document: Document, language: Language) -> tuple[Piece, ...]:
    found = pilots(document)
    plans = tuple(piece for each in found for piece in pilot_parts.pilot_plan(document, each, language))
    return _section("pilots", message("What is tried"), plans, language.say)


def _monitoring(document: Document, language: Language) -> tuple[Piece, ...]:
    reviews = monitoring_parts.review_items(document, language)
    pieces: tuple[Piece, ...] = (monitoring_parts.indicators_table(document, language),)
    if reviews:
        pieces = (
            *pieces,
            Heading("reviews", language.say(message("Reviews")), role=Role.SUBHEADING),
            ListOf("review list", reviews),
        )
    return _section("monitoring", message("What is watched"), pieces, language.say)


def _tasks(document: Document, language: Language) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for lane in timeline(document).lanes:
        if lane.bars:
            pieces.append(Heading(f"lane {lane.key}", language.say(lane.name), role=Role.SUBHEADING))
            pieces.append(task_table(f"tasks {lane.key}", lane.bars, language))
    return _section("tasks", message("Every task"), tuple(pieces), language.say)
