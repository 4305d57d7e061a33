"""What the inspector says of a wave or a school: why it starts then, and what must hold first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey.guardrails.saying import STATUS
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.roadmap.why import length_in_words
from roadmap_desktop.journey.scaling.conditions import GateRow
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.journey.scaling.places import SchoolPlace
from roadmap_desktop.journey.scaling.waves import wave_name
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.pilots import Pilot, Site
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.store.document import Document


def wave_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a wave: when, why then, what must hold first; None where it is gone."""
    picture = scaling(document)
    found = picture.wave(uuid)
    if found is None:
        return None
    sections = (
        Section(message("Why does it start then?"), tuple(_why_then(document, found))),
        Section(message("What must hold first"), tuple(_conditions(found))),
    )
    text = _dates(found) or picture.trouble or ""
    return Inspection(message("Wave"), found.name, text, tuple(each for each in sections if each.lines))


def school_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a school: its wave with its dates, and what speaks for it; None where it is gone."""
    picture = scaling(document)
    found = picture.school(uuid)
    if found is None:
        return None
    wave = picture.wave(found.wave)
    text: Words = message("In no wave yet.")
    if wave is not None:
        text = message("{wave}: {dates}", wave=wave.name, dates=_dates(wave)) if wave.start else wave.name
    place = Line(message("The school in Prepare"), target=Target("prepare", "schools", uuid))
    sections = (
        Section(message("What speaks for its place"), tuple(_speaks(document, found))),
        Section(message("Where it comes from"), (place,)),
    )
    return Inspection(message("School"), found.name, text, tuple(each for each in sections if each.lines))


def _dates(wave: WaveRow) -> Words:
    if wave.start is None or wave.finish is None:
        return ""
    return message(
        "{first} to {last}, {length}", first=wave.start, last=wave.finish, length=length_in_words(wave.length)
    )


def _conditions(wave: WaveRow) -> Iterator[Line]:
    """Each that does not hold; how many do."""
    for gate in wave.open_gates:
        yield condition_line(gate, wave.uuid)
    if holding := len(wave.gates) - len(wave.open_gates):
        words = plural("{n} condition holds", "{n} conditions hold", holding)
        yield Line(words, Mark.HOLDS, Target("scaling", "gates", wave.uuid))


def condition_line(gate: GateRow, wave: str) -> Line:
    """A condition of a wave with its mark; a guardrail leads to where its status is set."""
    mark = Mark.HOLDS if gate.holds else Mark.OPEN
    if gate.status is None:
        return Line(gate.text, mark, Target("scaling", "gates", wave))
    words = message("{guardrail}: {status}", guardrail=gate.text, status=STATUS[gate.status])
    if not gate.holds and gate.owner and gate.due is not None:
        words = message("{guardrail} ({owner}, due {day:short})", guardrail=words, owner=gate.owner, day=gate.due)
    return Line(words, mark, Target("guardrails", "holds", gate.guardrail))


def _why_then(document: Document, wave: WaveRow) -> Iterator[Line]:
    task = planned(document).of(Part.WAVE, wave.uuid)
    bar = Target("roadmap", "timeline", task_key(Part.WAVE, wave.uuid))
    if task is not None:
        yield _driver(document, task, bar)
        asked, start = task.driver.asked, task.start
        if task.driver.moved_by_calendar:
            yield Line(message("Moved from {asked:short}: no school until {start:short}.", asked=asked, start=start))
    yield from _pilot(wave)
    if task is not None:
        yield Line(message("Its bar on the roadmap"), target=bar)


def _driver(document: Document, task: PlannedTask, bar: Target) -> Line:
    from roadmap_desktop.rules.schedule import DriverKind

    driver = task.driver
    match driver.kind:
        case DriverKind.LINK if driver.link is not None:
            return _waits_for(document, planned(document).tasks[driver.link.before])
        case DriverKind.PINNED:
            return Line(message("Someone moved it to {day:short} on the roadmap.", day=driver.asked), target=bar)
        case DriverKind.NOT_BEFORE:
            return Line(message("It may not start before {day:short}.", day=driver.asked))
    return Line(message("Nothing holds it back: it starts with the roadmap."))


def _waits_for(document: Document, before: PlannedTask) -> Line:
    task, day = before.task, before.finish
    match task.part:
        case Part.DECIDE:
            words = message("Waits for the decision on its pilot, {day:short}.", day=day)
            return Line(words, target=Target("pilots", "decision", task.source))
        case Part.ADOPT:
            words = message("Waits for a guardrail, {day:short}: {task}.", day=day, task=task.name)
            return Line(words, target=Target("guardrails", "holds", task.source))
        case Part.WAVE:
            name = wave_name(document, task.source)
            return Line(_ends(document, name, day), target=Target("scaling", "waves", task.source))
    return Line(_ends(document, task.name, day), target=Target("roadmap", "timeline", task.key))


def _ends(document: Document, task: Words, day: date) -> Words:
    if day < document.today():
        return message("Waits for {task}, which ended on {day:short}.", task=task, day=day)
    return message("Waits for {task}, which ends on {day:short}.", task=task, day=day)


def _pilot(wave: WaveRow) -> Iterator[Line]:
    if not wave.pilot:
        return
    target = Target("pilots", "decision", wave.after_pilot)
    match wave.verdict:
        case None:
            yield Line(message("{pilot} is not decided yet.", pilot=wave.pilot), Mark.OPEN, target)
        case Verdict.SCALE:
            yield Line(message("{pilot}: decided to scale.", pilot=wave.pilot), Mark.HOLDS, target)
        case Verdict.STOP:
            words = message("{pilot} was stopped: the wave has lost its reason.", pilot=wave.pilot)
            yield Line(words, Mark.LOOK, target)
        case _:
            yield Line(message("{pilot} was not decided to scale as it is.", pilot=wave.pilot), Mark.LOOK, target)


def _speaks(document: Document, school: SchoolPlace) -> Iterator[Line]:
    query = select(Pilot.uuid, Pilot.name).join(Site, Site.pilot == Pilot.uuid).where(Site.school == school.uuid)
    for row in document.rows(query.order_by(Pilot.position, Pilot.uuid)):
        target = Target("pilots", "sites", row.uuid)
        yield Line(message("It takes part in the pilot {pilot}.", pilot=row.name), target=target)
    if school.pace_words:
        yield Line(message("Its pace: {pace}.", pace=school.pace_words))
    if school.higher_need:
        yield Line(message("A school with higher need: let it not come last."))
