"""The one declaration of the journey: its stages, their steps, and what each feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from roadmap_desktop.journey.standing import Standing
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step of a stage: the key is its module's name in the stage's package."""

    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class Stage:
    """A guided part of the work: the key is the name of its package on every floor.

    ``kinds`` are the facts that its standing depends on; where there are none, it is asked anew each time.
    """

    key: str
    name: Words
    purpose: Words
    steps: tuple[StepEntry, ...]
    feeds: Words
    kinds: frozenset[str] = frozenset()


STAGES: tuple[Stage, ...] = (
    Stage(
        "prepare",
        message("Prepare"),
        message("Who comes, which schools, which days"),
        (
            StepEntry("district", message("District")),
            StepEntry("schools", message("Schools")),
            StepEntry("calendar", message("School calendar")),
            StepEntry("participants", message("Participants")),
            StepEntry("tables", message("Tables")),
            StepEntry("agenda", message("Agenda")),
            StepEntry("printpack", message("Print pack")),
        ),
        message("Everything after it: people rate, schools pilot, the calendar dates the roadmap."),
        frozenset({"workshop", "school", "school_year", "span", "participant", "room_table", "agenda_item"}),
    ),
    Stage(
        "readiness",
        message("Readiness"),
        message("What the room thinks, and where it disagrees"),
        (
            StepEntry("rate", message("Rate")),
            StepEntry("picture", message("Picture")),
            StepEntry("concerns", message("Concerns")),
            StepEntry("barriers", message("Barriers")),
            StepEntry("statements", message("Statements")),
        ),
        message("Barriers become tasks of the roadmap; floors open or hold back pilots."),
        frozenset({"instrument", "statement", "rating", "concern", "barrier", "participant", "workshop"}),
    ),
    Stage(
        "usecases",
        message("Use cases"),
        message("Which come first, and how sure that is"),
        (
            StepEntry("collect", message("Collect")),
            StepEntry("outcomes", message("Outcomes")),
            StepEntry("score", message("Score")),
            StepEntry("vote", message("Vote")),
            StepEntry("ranking", message("Ranking")),
            StepEntry("decide", message("Decide")),
        ),
        message("What is chosen asks for guardrails and becomes pilots."),
        frozenset({"use_case", "outcome", "wording"}),
    ),
    Stage(
        "guardrails",
        message("Guardrails"),
        message("What must hold before anything starts"),
        (
            StepEntry("holds", message("What must hold")),
            StepEntry("gates", message("Gates")),
        ),
        message("A gate that opens lets its pilot start or its wave scale."),
        frozenset({"guardrail", "evidence", "requirement", "use_case", "pilot_use_case"}),
    ),
    Stage(
        "team",
        message("Team"),
        message("Who carries it, and who is missing"),
        (
            StepEntry("seats", message("Seats")),
            StepEntry("responsibilities", message("Who does what")),
        ),
        message("Owners of the roadmap's tasks come from here."),
        frozenset({"seat", "work_item", "responsibility", "use_case", "participant"}),
    ),
    Stage(
        "pilots",
        message("Pilots"),
        message("What is tried, and when it is decided"),
        (
            StepEntry("question", message("Question")),
            StepEntry("sites", message("Sites and people")),
            StepEntry("schooltime", message("School time")),
            StepEntry("success", message("Success")),
            StepEntry("checkins", message("Check-ins and stop rules")),
            StepEntry("decision", message("Decision")),
        ),
        message("A pilot that scales starts the waves; its dates move the roadmap."),
    ),
    Stage(
        "scaling",
        message("Scaling"),
        message("Which schools follow, at whose pace"),
        (
            StepEntry("waves", message("Waves")),
            StepEntry("gates", message("Gates and supports")),
        ),
        message("Each wave is a bar of the roadmap and a line on its schools' sheets."),
    ),
    Stage(
        "monitoring",
        message("Monitoring"),
        message("What is watched, and when someone looks"),
        (
            StepEntry("indicators", message("Indicators")),
            StepEntry("reviews", message("Reviews")),
        ),
        message("Reviews are dates of the roadmap; their actions have owners."),
        frozenset({"indicator", "review", "indicator_reading", "review_action"}),
    ),
    Stage(
        "roadmap",
        message("Roadmap"),
        message("What happens when, and why"),
        (
            StepEntry("timeline", message("Timeline")),
            StepEntry("table", message("Table")),
        ),
        message("The handouts print it."),
    ),
    Stage(
        "handouts",
        message("Handouts"),
        message("What everybody takes home"),
        (StepEntry("preview", message("Preview and print")),),
        message("Paper in hand before people leave."),
    ),
)


def stage(key: str) -> Stage:
    """The stage with that key; KeyError where there is none."""
    return {each.key: each for each in STAGES}[key]


def standing(document: Document, key: str) -> Standing:
    """How a stage stands, remembered until a fact it depends on changes.

    The module ``standing`` of the stage is loaded when it is asked for the first time: to draw the rail needs none.
    """
    ask: Callable[[Document], Standing] = import_module(f"roadmap_desktop.journey.{key}.standing").standing
    kinds = tuple(sorted(stage(key).kinds))
    if not kinds:
        return ask(document)
    return document.remembered(("standing", key), kinds, lambda: ask(document))
