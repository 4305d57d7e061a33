"""The school sheet: what one school does, when, and what must be in place first; for its principal."""

from __future__ import annotations

from dataclasses import replace

from roadmap_desktop.handouts.parts import pilots as pilot_parts
from roadmap_desktop.handouts.parts import scaling as wave_parts
from roadmap_desktop.handouts.parts.timeline import lanes_whole, task_table
from roadmap_desktop.handouts.pieces import Handout, Heading, Item, ListOf, Mark, Piece, Role, Text
from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.pilots.picture import PilotPicture, pilots
from roadmap_desktop.journey.prepare.schools import SchoolRow, schools
from roadmap_desktop.journey.roadmap.timeline import Bar, Timeline, timeline
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.journey.workshop import WorkshopPicture, workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def school_sheets(document: Document, language: Language) -> tuple[tuple[str, Handout], ...]:
    """A sheet for each school, with the school's name."""
    with document.read():
        about = workshop(document)
        return tuple((row.name, _sheet(document, about, row, language)) for row in schools(document).rows)


def school_sheet(document: Document, school: str, language: Language) -> Handout:
    """The sheet of one school (uuid); KeyError where there is no such school."""
    with document.read():
        rows = {row.uuid: row for row in schools(document).rows}
        return _sheet(document, workshop(document), rows[school], language)


def _sheet(document: Document, about: WorkshopPicture, school: SchoolRow, language: Language) -> Handout:
    say = language.say
    taking_part = tuple(each for each in pilots(document) if any(site.school == school.uuid for site in each.sites))
    wave = next((each for each in scaling(document).waves if school.uuid in {s.uuid for s in each.schools}), None)
    picture = timeline(document, school=school.uuid)
    own = tuple(bar for lane in picture.lanes for bar in lane.bars if school.uuid in bar.schools)
    pieces: list[Piece] = [
        Heading("name", school.name, role=Role.TITLE),
        Text("about", say(_about(school, about)), role=Role.SUBTITLE),
        Text("lead", say(_lead(taking_part, wave)), role=Role.LEAD),
        *_when(picture, own, language),
        *_first(document, taking_part, wave, language),
        *_part(document, taking_part, wave, language),
        *_learning(taking_part, language),
    ]
    return Handout(
        code=f"H-03-{school.code or school.uuid[:4]}",
        kicker=say(message("AI roadmap {year} · school sheet", year=about.year)),
        title=say(message("School sheet: {school}", school=school.name)),
        district=about.district,
        made=document.today(),
        pieces=tuple(pieces),
        language=language.code,
        sample=about.is_sample,
    )


def _about(school: SchoolRow, about: WorkshopPicture) -> Words:
    if school.principal:
        return message("For {principal}, {district}", principal=school.principal, district=about.district)
    return message("For the principal, {district}", district=about.district)


def _lead(taking_part: tuple[PilotPicture, ...], wave: WaveRow | None) -> Words:
    names = tuple(each.name for each in taking_part)
    if names and wave:
        return message("Your school takes part in {pilots} and joins with {wave}.", pilots=names, wave=wave.name)
    if names:
        return message("Your school takes part in {pilots}.", pilots=names)
    if wave:
        return message("Your school joins with {wave}.", wave=wave.name)
    return message("Your school is in no pilot and no wave yet. When it wants to join, tell the AI lead.")


def _when(picture: Timeline, own: tuple[Bar, ...], language: Language) -> tuple[Piece, ...]:
    if picture.trouble is not None:
        return (Text("no dates", language.say(picture.trouble)),)
    if not own:
        return ()
    heading = Heading("when", language.say(message("What your school does, and when")))
    return (heading, *lanes_whole(_only(picture, own), language), task_table("own tasks", own, language))


def _only(picture: Timeline, own: tuple[Bar, ...]) -> Timeline:
    keys = {bar.key for bar in own}
    lanes = tuple(replace(lane, bars=tuple(bar for bar in lane.bars if bar.key in keys)) for lane in picture.lanes)
    return replace(picture, lanes=lanes)


def _first(
    document: Document, taking_part: tuple[PilotPicture, ...], wave: WaveRow | None, language: Language
) -> tuple[Piece, ...]:
    coming = [each for each in taking_part if each.started_on is None]
    pieces: list[Piece] = []
    for each in coming:
        open_lines = gate(document, [uuid for uuid, _ in each.use_cases]).open
        items = tuple(Item(language.say(line.name), Mark.BOX) for line in open_lines)
        if items:
            words = message("Before {pilot} starts", pilot=each.name)
            pieces += [
                Heading(f"before {each.uuid}", language.say(words), role=Role.SUBHEADING),
                ListOf(f"gate {each.uuid}", items),
            ]
    if wave and wave.gates:
        words = message("Before {wave} starts", wave=wave.name)
        pieces += [
            Heading("before wave", language.say(words), role=Role.SUBHEADING),
            ListOf("wave gates", wave_parts.conditions(wave, language)),
        ]
    if not pieces:
        return ()
    return (Heading("first", language.say(message("What must be in place first"))), *pieces)


def _part(
    document: Document, taking_part: tuple[PilotPicture, ...], wave: WaveRow | None, language: Language
) -> tuple[Piece, ...]:
    say = language.say
    facts: list[Words] = []
    for each in taking_part:
        facts.append(pilot_parts.decision_in_words(document, each))
        if each.owner:
            facts.append(message("Ask about {pilot}: {owner}", pilot=each.name, owner=each.owner))
        if each.stopper:
            facts.append(
                message("{who} can stop {pilot}. {rule}", who=each.stopper, pilot=each.name, rule=each.stop_rule)
            )
    if wave:
        facts += [message("You are given: {support}", support=support.text) for support in wave.supports]
        if wave.lead:
            facts.append(message("{wave} is led by {lead}", wave=wave.name, lead=wave.lead))
        if wave.communication:
            facts.append(message("How people hear of it: {communication}", communication=wave.communication))
    if not facts:
        return ()
    items = tuple(Item(say(each), Mark.BULLET) for each in facts)
    return (Heading("who", say(message("Who decides, who helps"))), ListOf("who list", items))


def _learning(taking_part: tuple[PilotPicture, ...], language: Language) -> tuple[Piece, ...]:
    sessions = [session for each in taking_part for session in each.learning]
    if not sessions:
        return ()
    items = []
    for session in sessions:
        words: Words = message("{name}, {hours} hours", name=session.name, hours=session.hours)
        if session.held_on:
            words = message("{session}, {day}", session=words, day=session.held_on)
        items.append(Item(language.say(words), Mark.BULLET))
    heading = Heading("learning", language.say(message("What your staff learn")))
    return (heading, ListOf("learning list", tuple(items)))
