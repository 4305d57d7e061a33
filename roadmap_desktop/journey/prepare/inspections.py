"""Prepare, what the inspector says of a school, a person, an entry of the calendar or an item of the agenda."""

from __future__ import annotations

from sqlalchemy import select

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.prepare.agenda import AgendaRow, agenda
from roadmap_desktop.journey.prepare.calendar import SpanRow, YearPicture, calendar
from roadmap_desktop.journey.prepare.participants import PersonRow, participants
from roadmap_desktop.journey.prepare.schoolfields import shown_grades
from roadmap_desktop.journey.prepare.schools import SchoolRow, schools
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.pilots import Pilot, Site
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.workshop import AgendaItem
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.store.document import Document

_FOLLOWS: dict[SpanKind, Words] = {
    SpanKind.TERM: message("It names part of the year; it takes no school day away."),
    SpanKind.GRADING_PERIOD: message("Pilots and waves that last a grading period end with it."),
    SpanKind.BREAK: message("No school day is counted in it; what runs across it takes longer."),
    SpanKind.DAY_OFF: message("It is not counted as a school day."),
    SpanKind.STAFF_DAY: message("Staff can meet on it; students stay at home or come as usual."),
    SpanKind.EARLY_RELEASE: message("It stays a school day."),
    SpanKind.REPORT_CARD: message("It stays a school day; families hear about school on it."),
    SpanKind.BOARD_MEETING: message("What the board must adopt can be adopted on it."),
}


def inspection(document: Document, uuid: str) -> Inspection | None:
    """What is known of the school, person, calendar entry or agenda item of that uuid; None where there is none."""
    with document.read():
        for school in schools(document).rows:
            if school.uuid == uuid:
                return _school(document, school)
        for person in participants(document).rows:
            if person.uuid == uuid:
                return _person(document, person)
        for item in agenda(document).rows:
            if item.uuid == uuid:
                return _item(document, item)
        for group in calendar(document).groups:
            for year in calendar(document, group).years:
                for span in year.spans:
                    if span.uuid == uuid:
                        return _span(year, span)
    return None


def _school(document: Document, school: SchoolRow) -> Inspection:
    grades = shown_grades(school.low_grade, school.high_grade)
    known: list[Words] = [school.level_words]
    if grades:
        known.append(message("grades {grades}", grades=grades))
    if school.enrolment is not None:
        known.append(plural("{n} student", "{n} students", school.enrolment))
    missing = [
        Line(words, Mark.OPEN)
        for words, lacks in (
            (message("Enrolment is not known."), school.enrolment is None),
            (message("The principal has no name here; the school sheet leaves a line for it."), not school.principal),
        )
        if lacks
    ]
    sections = [Section(message("What follows"), _of_school(document, school))]
    if missing:
        sections.append(Section(message("Still missing"), tuple(missing)))
    return Inspection(message("School"), school.name, message("{known}.", known=tuple(known)), tuple(sections))


def _of_school(document: Document, school: SchoolRow) -> tuple[Line, ...]:
    pilots = document.rows(
        select(Pilot.uuid, Pilot.name).join(Site, Site.pilot == Pilot.uuid).where(Site.school == school.uuid)
    )
    waves = document.rows(
        select(Wave.uuid, Wave.name)
        .join(WaveSchool, WaveSchool.wave == Wave.uuid)
        .where(WaveSchool.school == school.uuid)
    )
    people = count(document, Participant, Participant.school == school.uuid)
    lines = [
        *(
            Line(message("Site of {pilot}", pilot=row.name), target=Target("pilots", "sites", row.uuid))
            for row in pilots
        ),
        *(Line(message("In {wave}", wave=row.name), target=Target("scaling", "waves", row.uuid)) for row in waves),
    ]
    if people:
        in_room = plural("{n} person in the room", "{n} people in the room", people)
        lines.append(Line(in_room, target=Target("prepare", "participants")))
    if school.calendar_group:
        own = message("Follows the calendar {group}", group=school.calendar_group)
        lines.append(Line(own, target=Target("prepare", "calendar")))
    return tuple(lines) or (Line(message("No pilot and no wave has chosen it yet.")),)


def _person(document: Document, person: PersonRow) -> Inspection:
    lines = [Line(message("Sits at {table}", table=person.table) if person.table else message("Has no table yet"))]
    if person.school:
        uuid = next((row.uuid for row in schools(document).rows if row.name == person.school), "")
        lines.append(Line(message("From {school}", school=person.school), target=Target("prepare", "schools", uuid)))
    rated = count(document, Rating, Rating.participant == person.uuid)
    answers = plural("{n} answer to the statements", "{n} answers to the statements", rated)
    lines.append(Line(answers, Mark.HOLDS if rated else Mark.NONE, Target("readiness", "rate")))
    kicker = person.perspective_words or message("No perspective yet")
    return Inspection(kicker, person.name, person.role, (Section(message("In the room"), tuple(lines)),))


def _item(document: Document, item: AgendaRow) -> Inspection:
    key = document.rows(select(AgendaItem.key).where(AgendaItem.uuid == item.uuid))[0].key
    when: Words = plural("{n} minute", "{n} minutes", item.minutes)
    if item.start is not None and item.end is not None:
        when = message("{start} to {end}", start=item.start, end=item.end)
    lines = [Line(when)]
    if item.stage:
        lines.append(Line(message("Go to the stage"), target=Target(item.stage)))
    text = phrases(document).get(f"item.{key}.run", "")
    return Inspection(message("Agenda"), item.title, text, (Section(message("When"), tuple(lines)),))


def _span(year: YearPicture, span: SpanRow) -> Inspection:
    text: Words = message("{day:long}", day=span.first)
    if span.first != span.last:
        text = message("{first} to {last}.", first=span.first, last=span.last)
    lines = [Line(_FOLLOWS[span.kind])]
    if span.kind in (SpanKind.TERM, SpanKind.GRADING_PERIOD):
        lines.insert(0, Line(plural("{n} school day", "{n} school days", span.school_days), Mark.NUMBER))
    return Inspection(year.name, span.name, text, (Section(message("What follows"), tuple(lines)),))
