"""What the inspector says in Prepare."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.agendaitems import add_item, use_template
from roadmap_desktop.journey.prepare.district import set_start
from roadmap_desktop.journey.prepare.inspections import inspection
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.journey.prepare.years import add_year
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.pilots import Pilot, Site
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.store.document import Document

SAY = Language("en").say


def said(found: Inspection | None) -> list[str]:
    assert found is not None
    return [SAY(found.title), SAY(found.text), *(SAY(line.text) for part in found.sections for line in part.lines)]


def test_a_school_names_its_pilots_and_leads_there(document: Document) -> None:
    school = add_school(document, "Cedar", grades="6-8", enrolment="640")
    with document.change(message("Planned")) as session:
        pilot = Pilot(name="Writing feedback")
        session.add_all([pilot, Site(pilot=pilot.uuid, school=school)])
    found = inspection(document, school)
    assert said(found)[:3] == ["Cedar", "Middle, grades 6–8, and 640 students.", "Site of Writing feedback"]
    assert found is not None
    assert found.sections[0].lines[0].target == Target("pilots", "sites", pilot.uuid)


def test_a_school_nobody_chose_says_so_and_what_is_missing(document: Document) -> None:
    lines = said(inspection(document, add_school(document, "Cedar")))
    assert "No pilot and no wave has chosen it yet." in lines
    assert "Enrolment is not known." in lines


def test_a_person_leads_to_the_school(document: Document) -> None:
    school = add_school(document, "Cedar")
    found = inspection(document, add_participant(document, "Ana", role="Principal", table="2", school="Cedar"))
    assert said(found) == ["Ana", "Principal", "Sits at 2", "From Cedar", "0 answers to the statements"]
    assert found is not None
    assert found.sections[0].lines[1].target == Target("prepare", "schools", school)


def test_an_agenda_item_tells_the_facilitator_what_happens(document: Document) -> None:
    use_template(document, "half-day")
    title, run, *_ = said(inspection(document, agenda(document).rows[0].uuid))
    assert title == "Welcome and purpose"
    assert run.startswith("Say why")


def test_a_grading_period_says_its_school_days(document: Document) -> None:
    year = add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))
    span = add_span(document, year, SpanKind.GRADING_PERIOD, "Quarter 1", date(2026, 8, 10), date(2026, 10, 9))
    assert "45 school days" in said(inspection(document, span))


def test_nothing_is_said_of_what_is_not_there(document: Document) -> None:
    assert inspection(document, "nothing") is None


def test_a_school_names_its_wave_its_people_and_its_calendar(document: Document) -> None:
    school = add_school(document, "Cedar", calendar_group="Year-round")
    add_participant(document, "Ana", school="Cedar")
    with document.change(message("Planned")) as session:
        wave = Wave(name="Wave 1")
        session.add_all([wave, WaveSchool(wave=wave.uuid, school=school)])
    lines = said(inspection(document, school))
    assert lines[2:5] == ["In Wave 1", "1 person in the room", "Follows the calendar Year-round"]


def test_an_item_says_its_time_once_the_start_is_set(document: Document) -> None:
    item = add_item(document, "Coffee", 15)
    assert said(inspection(document, item)) == ["Coffee", "", "15 minutes"]
    set_start(document, "8:30")
    assert said(inspection(document, item))[2] == "8:30\u202fAM to 8:45\u202fAM"
