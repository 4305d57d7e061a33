"""What the inspector says of a pilot: how it stands, what keeps it from starting, what its criteria say."""

from __future__ import annotations

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.inspection import Inspection, Line, Section, Target
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.rules.pilots import Result
from roadmap_desktop.store.document import Document


def pilot_inspection(document: Document, pilot: PilotPicture) -> Inspection:
    """How a pilot stands and why, with links to where each thing is mended."""
    bar = Target("roadmap", "timeline", task_key(Part.RUN, pilot.uuid, pilot.attempt))
    sections = (
        Section(message("What keeps it from starting"), pilot.missing if pilot.started_on is None else ()),
        Section(message("School time"), (Line(dates(document, pilot), target=bar),)),
        Section(message("What its criteria say"), (Line(advice_in_words(document, pilot)),)),
    )
    return Inspection(
        _standing(document, pilot), pilot.name, _title(pilot), tuple(each for each in sections if each.lines)
    )


def dates(document: Document, pilot: PilotPicture) -> Words:
    """When it runs and is decided, in one sentence; the decision in school time too."""
    if pilot.start is None or pilot.finish is None:
        return message("It has no dates yet: the school calendar is missing.")
    runs = message("Runs from {start} to {finish}", start=pilot.start, finish=pilot.finish)
    if pilot.decision_date is None:
        return message("{runs}; no decision date yet.", runs=runs)
    calendars = schooldays.calendars(document)
    time = calendars.get(schooldays.DISTRICT) or next(iter(calendars.values()))
    week = time.week_of(pilot.decision_date)
    if week is None:
        return message("{runs}; decided on {day}.", runs=runs, day=pilot.decision_date)
    return message(
        "{runs}; decided on {day}, in week {week} of {period}.",
        runs=runs,
        day=pilot.decision_date,
        week=week.number,
        period=week.period.name,
    )


def advice_in_words(document: Document, pilot: PilotPicture) -> Words:
    """What the criteria say to decide, and from which figures that follows."""
    if pilot.advice is None:
        return message("Nothing was measured yet.")
    met = sum(each.result is Result.MET for each in pilot.criteria)
    if not is_measured(pilot):
        return message("So far {met} of {n} targets are met.", met=met, n=len(pilot.criteria))
    return message(
        "{verdict}: {met} of {n} targets met, {needed} are needed to scale.",
        verdict=verdict_name(document, pilot.advice),
        met=met,
        n=len(pilot.criteria),
        needed=pilot.targets_to_scale,
    )


def is_measured(pilot: PilotPicture) -> bool:
    """Whether the criteria can say something: the pilot has ended, or everything was measured."""
    return pilot.ended_on is not None or all(each.result is not Result.NOT_MEASURED for each in pilot.criteria)


def _standing(document: Document, pilot: PilotPicture) -> Words:
    if pilot.verdict is not None:
        return message("Decided: {verdict}", verdict=verdict_name(document, pilot.verdict))
    if pilot.started_on is not None:
        return message("Running")
    return message("Ready to start") if pilot.ready else message("Not ready yet")


def _title(pilot: PilotPicture) -> Words:
    if pilot.started_on is not None or not pilot.missing:
        return pilot.question
    things = len(pilot.missing)
    return plural("{n} thing keeps it from starting.", "{n} things keep it from starting.", things)
