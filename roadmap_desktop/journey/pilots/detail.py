"""What the inspector says of a pilot: how it stands, what keeps it from starting, what already holds."""

from __future__ import annotations

from dataclasses import replace

from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.pilots.advising import advice_in_words
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document


def pilot_inspection(document: Document, pilot: PilotPicture) -> Inspection:
    """How a pilot stands and why, with links to where each thing is mended."""
    kicker, title, text = _standing(document, pilot)
    waits = pilot.started_on is None and pilot.verdict is None
    sections = _plan(pilot) if waits else _course(document, pilot)
    return Inspection(kicker, title, text, tuple(each for each in sections if each.lines))


def on_the_roadmap(pilot: PilotPicture) -> Line:
    """When it runs and is decided, leading to its bar; without dates, why there are none."""
    if pilot.start is None or pilot.finish is None:
        words = message("It has no dates yet: the school calendar is missing.")
        return Line(words, target=Target("prepare", "calendar"))
    words = message("{start} to {finish}", start=pilot.start, finish=pilot.finish)
    if pilot.decision_date is not None:
        words = message("{runs}, decision {day}", runs=words, day=pilot.decision_date)
    return Line(words, target=Target("roadmap", "timeline", task_key(Part.RUN, pilot.uuid, pilot.attempt)))


def state_in_words(document: Document, pilot: PilotPicture) -> Words:
    """How a pilot stands, in a word or two."""
    if pilot.verdict is not None:
        return message("decided")
    if pilot.is_overdue(document.today()):
        return message("decision overdue")
    if pilot.started_on is not None:
        return message("running")
    return message("ready") if pilot.ready else message("not ready")


def _standing(document: Document, pilot: PilotPicture) -> tuple[Words, Words, Words]:
    """Kicker, title and text."""
    decision = next((each for each in pilot.decisions if each.attempt == pilot.attempt), None)
    if decision is not None:
        return message("Decided"), decision.name, decision.reason
    if pilot.started_on is not None and pilot.decision_date is not None:
        due = message("{who} decides on {day}", who=pilot.decider, day=pilot.decision_date)
        late = pilot.is_overdue(document.today())
        return (message("Decision overdue") if late else message("Running")), due, pilot.question
    if pilot.started_on is not None:
        return message("Running"), message("Nobody said when it is decided"), pilot.question
    if pilot.ready:
        return message("Ready"), message("Nothing keeps it from starting"), ""
    things = len(pilot.missing)
    title = plural("{n} thing keeps it from starting", "{n} things keep it from starting", things)
    return message("Not ready yet"), title, ""


def _plan(pilot: PilotPicture) -> tuple[Section, ...]:
    return Section("", pilot.missing), Section("", pilot.holding)


def _course(document: Document, pilot: PilotPicture) -> tuple[Section, ...]:
    target = Target("pilots", "decision", pilot.uuid)
    says = Section(message("What its criteria say"), (Line(advice_in_words(document, pilot), target=target),))
    lost = tuple(replace(line, mark=Mark.LOOK) for line in pilot.missing) if pilot.verdict is None else ()
    return says, Section(message("What no longer holds"), lost)
