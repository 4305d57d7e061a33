"""Pilots from an empty workshop: planned, ready, started, measured, decided, and all of it taken back."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from roadmap_desktop.journey.pilots import measures, planning, running
from roadmap_desktop.journey.pilots.detail import advice_in_words, pilot_inspection
from roadmap_desktop.journey.pilots.measures import CriterionField
from roadmap_desktop.journey.pilots.picture import pilot, pilots
from roadmap_desktop.journey.pilots.planning import PilotField
from roadmap_desktop.journey.pilots.running import Decided
from roadmap_desktop.journey.pilots.standing import standing
from roadmap_desktop.journey.record import record
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.journey.standing import State
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import Pilot
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.rules.pilots import Result, Verdict
from roadmap_desktop.store.document import Document
from tests.journey.test_arrows import add_calendar, choose_planning

SAY = Language("en").say


@pytest.fixture
def planned_pilot(document: Document) -> str:
    """A pilot whose plan is whole; ratings and guardrails hold."""
    add_calendar(document)
    case = choose_planning(document)
    made = planning.add_pilot(document, "Planning", case)
    with document.change(message("Made everything hold")) as session:
        for guardrail in session.query(Guardrail):
            guardrail.status = "adopted"
        for statement in session.query(Statement):
            session.add(Rating(statement=statement.uuid, round=1, way="hands", level=4, count=5))
        school = School(name="Oak Ridge")
        session.add(school)
    planning.schools_to_take_part(document, made, {school.uuid})
    for field in (PilotField.QUESTION, PilotField.OWNER, PilotField.STOPPER, PilotField.DECIDER):
        planning.edit_pilot(document, made, field, "Ana")
    planning.edit_pilot(document, made, PilotField.DECIDES_AFTER, "5")
    measures.take_outcomes(document, made)
    return made


def test_a_new_pilot_says_everything_it_lacks(document: Document) -> None:
    made = planning.add_pilot(document, "Planning")
    words = [SAY(line.text) for line in pilot(document, made).missing]
    assert "It tests no use case yet." in words
    assert "No success criterion is set." in words
    assert "It has no decision date." in words
    assert standing(document).state is State.OPEN


def test_a_whole_plan_is_ready_and_starts(document: Document, planned_pilot: str) -> None:
    assert pilot(document, planned_pilot).ready
    running.start_pilot(document, planned_pilot, date(2026, 8, 17))
    assert pilot(document, planned_pilot).start == date(2026, 8, 17)
    assert SAY(standing(document).line) == "1 running"


def test_a_pilot_that_is_not_ready_does_not_start(document: Document, planned_pilot: str) -> None:
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "")
    with pytest.raises(Refused, match="keeps Planning from starting") as refused:
        running.start_pilot(document, planned_pilot, date(2026, 8, 17))
    assert "no decision date" in SAY(refused.value.remedy)


def test_readings_say_what_to_decide(document: Document, planned_pilot: str) -> None:
    running.start_pilot(document, planned_pilot, date(2026, 8, 17))
    (criterion,) = pilot(document, planned_pilot).criteria
    measures.record_reading(document, criterion.uuid, "6.2")
    picture = pilot(document, planned_pilot)
    assert picture.criteria[0].result is Result.MET
    assert picture.advice is Verdict.SCALE
    assert SAY(advice_in_words(document, picture)).startswith("Scale: 1 of 1 targets met")
    measures.record_reading(document, criterion.uuid, "")
    assert pilot(document, planned_pilot).criteria[0].reading is None


def test_a_decision_goes_to_the_record_with_its_reason(document: Document, planned_pilot: str) -> None:
    running.start_pilot(document, planned_pilot, date(2026, 8, 17))
    running.decide(document, planned_pilot, Decided(Verdict.SCALE, "It saves an hour."))
    assert pilot(document, planned_pilot).verdict is Verdict.SCALE
    assert [(entry.reason, entry.decided_by) for entry in record(document)][-1] == ("It saves an hour.", "Ana")
    assert standing(document).state is State.DONE


def test_a_pilot_is_adjusted_and_repeated_once_only(document: Document, planned_pilot: str) -> None:
    running.start_pilot(document, planned_pilot, date(2026, 8, 17))
    running.decide(document, planned_pilot, Decided(Verdict.ADJUST, "Targets are short."))
    again = pilot(document, planned_pilot)
    assert (again.attempt, again.started_on, again.verdict) == (2, None, None)
    running.start_pilot(document, planned_pilot, date(2026, 11, 2))
    with pytest.raises(Refused, match="once only"):
        running.decide(document, planned_pilot, Decided(Verdict.ADJUST, "Again."))


def test_an_overdue_decision_is_an_alert(tmp_path: Path) -> None:
    later = datetime.fromisoformat("2027-02-01T10:00")
    sample = sample_workshop(tmp_path / "sample.roadmap", clock=lambda: later)
    assert standing(sample).state is State.ALERT
    assert SAY(standing(sample).line) == "1 decision overdue"
    sample.close()


def test_every_move_can_be_taken_back(document: Document, planned_pilot: str) -> None:
    before = pilots(document)
    session = running.add_learning(document, "How to plan", pilot=planned_pilot)
    running.edit_learning(document, session, audience="Teachers", hours=2.0)
    running.hold_learning(document, session, date(2026, 8, 14))
    running.count_attendance(document, session, 9, 10)
    check_in = running.add_check_in(document, planned_pilot, 3)
    running.edit_check_in(document, check_in, note="All can log in.")
    planning.start_no_earlier(document, planned_pilot, date(2026, 9, 1))
    planning.scale_at(document, planned_pilot, 1)
    planning.doubt_site(document, pilot(document, planned_pilot).sites[0].uuid, "yes")
    running.remove_check_ins(document, (check_in,))
    running.remove_learning(document, (session,))
    planning.remove_pilot(document, planned_pilot)
    assert pilots(document) == ()
    while pilots(document) != before:
        assert document.undo() is not None


def test_the_inspector_leads_to_what_is_missing(document: Document) -> None:
    made = planning.add_pilot(document, "Planning")
    found = pilot_inspection(document, pilot(document, made))
    assert SAY(found.kicker) == "Not ready yet"
    assert all(line.target is not None for line in found.sections[0].lines)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda d, p: planning.edit_pilot(d, p, PilotField.NAME, " "), "needs a name"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.LENGTH, "soon"), "no length"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.PREPARATION, "0"), "no length"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.DECIDES_AFTER, "-3"), "no time after"),
        (lambda d, p: planning.scale_at(d, p, 0), "At least one target"),
        (lambda d, p: planning.use_cases_to_test(d, p, {"gone"}), "was removed"),
        (lambda d, p: planning.schools_to_take_part(d, p, {"gone"}), "was removed"),
        (lambda d, p: measures.add_criterion(d, p, ""), "needs a name"),
        (lambda d, p: measures.take_outcomes(d, p), "no further outcome"),
        (
            lambda d, p: measures.edit_criterion(d, pilot(d, p).criteria[0].uuid, CriterionField.TARGET, "a"),
            "no number",
        ),
        (lambda d, p: running.add_check_in(d, p, 0), "no week 0"),
        (lambda d, p: running.add_learning(d, "", pilot=p), "needs a name"),
        (lambda d, p: running.end_pilot(d, p, date(2026, 9, 1)), "before it started"),
        (lambda d, p: running.decide(d, p, Decided(Verdict.SCALE, "")), "needs its reason"),
        (lambda d, p: running.decide(d, p, Decided(Verdict.SCALE, "Yes.")), "not started"),
        (lambda d, p: pilot(d, "gone"), "was removed"),
    ],
)
def test_what_can_not_be_is_refused_in_words(
    document: Document, planned_pilot: str, act: Callable[[Document, str], object], words: str
) -> None:
    label = document.undo_label
    with pytest.raises(Refused, match=words):
        act(document, planned_pilot)
    assert document.undo_label == label


def test_a_criterion_is_edited_and_removed(document: Document, planned_pilot: str) -> None:
    made = measures.add_criterion(document, planned_pilot, "Used weekly")
    for field, text in (
        (CriterionField.TARGET, "70"),
        (CriterionField.DIRECTION, "down"),
        (CriterionField.EVIDENCE, "usage"),
        (CriterionField.MUST_PASS, "yes"),
    ):
        measures.edit_criterion(document, made, field, text)
    row = next(each for each in pilot(document, planned_pilot).criteria if each.uuid == made)
    assert (row.target, row.direction, row.evidence, row.must_pass) == (70.0, "down", "usage", True)
    measures.remove_criteria(document, (made,))
    assert len(pilot(document, planned_pilot).criteria) == 1
    assert document.rows(Pilot.__table__.select())
