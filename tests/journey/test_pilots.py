"""Pilots from an empty workshop: planned, ready, started, measured, decided, and all of it taken back."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.inspection import Mark, Target
from roadmap_desktop.journey.pilots import checkins, learning, measures, planning, running
from roadmap_desktop.journey.pilots.advising import advice_in_words, options
from roadmap_desktop.journey.pilots.detail import on_the_roadmap, pilot_inspection, state_in_words
from roadmap_desktop.journey.pilots.facts import pilot_facts
from roadmap_desktop.journey.pilots.measures import CriterionField
from roadmap_desktop.journey.pilots.picture import CriterionRow, PilotPicture, pilot, pilots
from roadmap_desktop.journey.pilots.planning import PilotField
from roadmap_desktop.journey.pilots.running import Decided
from roadmap_desktop.journey.pilots.standing import standing
from roadmap_desktop.journey.pilots.values import as_typed, bound, in_unit
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.journey.record import record
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.scaling.waves import add_wave
from roadmap_desktop.journey.standing import State
from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.people import School
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.pilots import Result, Verdict
from roadmap_desktop.store.document import Document
from tests.copied import new_copy, sample_copy
from tests.journey.test_arrows import add_calendar, choose_planning

SAY = Language("en").say
MONDAY = date(2026, 8, 17)


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
        school = School(name="Oak Ridge", higher_need=True)
        session.add_all((school, School(name="Mesa")))
    planning.schools_to_take_part(document, made, {school.uuid})
    for field in (PilotField.QUESTION, PilotField.OWNER, PilotField.STOPPER, PilotField.DECIDER):
        planning.edit_pilot(document, made, field, "Ana")
    planning.edit_pilot(document, made, PilotField.DECIDES_AFTER, "5")
    measures.take_outcomes(document, made)
    return made


@pytest.fixture
def running_pilot(document: Document, planned_pilot: str) -> str:
    running.start_pilot(document, planned_pilot, MONDAY)
    return planned_pilot


def school(document: Document, name: str) -> str:
    return document.rows(select(School.uuid).where(School.name == name))[0].uuid


def add_criteria(document: Document, made: str, *names: str) -> None:
    """Further criteria with a target of 70 from 0."""
    for name in names:
        uuid = measures.add_criterion(document, made, name)
        for field, text in ((CriterionField.BASELINE, "0"), (CriterionField.TARGET, "70")):
            measures.edit_criterion(document, uuid, field, text)
        measures.edit_criterion(document, uuid, CriterionField.COLLECTOR, "Ana")


def measure(document: Document, made: str, *texts: str) -> PilotPicture:
    for row, text in zip(pilot(document, made).criteria, texts, strict=True):
        measures.record_reading(document, row.uuid, text)
    return pilot(document, made)


def advised(document: Document, made: str) -> str:
    return SAY(advice_in_words(document, pilot(document, made)))


def sentence(document: Document, made: str) -> str:
    found = pilot(document, made).school_time
    assert found is not None
    return SAY(found.sentence)


def criterion(document: Document, made: str, uuid: str) -> CriterionRow:
    return next(each for each in pilot(document, made).criteria if each.uuid == uuid)


def held(document: Document, made: str) -> list[str]:
    lines = pilot(document, made).holding
    assert all(line.mark is Mark.HOLDS for line in lines)
    return [SAY(line.text) for line in lines]


# The plan


def test_a_new_pilot_says_everything_it_lacks(document: Document) -> None:
    made = planning.add_pilot(document, "Planning")
    words = [SAY(line.text) for line in pilot(document, made).missing]
    assert "It tests no use case yet." in words
    assert "There are no dates yet: the school calendar is missing." in words
    assert "No success criterion is set." in words
    assert "It has no decision date." in words
    assert held(document, made) == []


def test_a_pilot_is_begun_for_each_chosen_use_case_in_one_step(document: Document) -> None:
    case = choose_planning(document)
    assert planning.choices_without_pilot(document) == (case,)
    (made,) = planning.begin_pilots(document, {case: "Planning"})
    assert [uuid for uuid, _ in pilot(document, made).use_cases] == [case]
    assert planning.choices_without_pilot(document) == ()
    document.undo()
    assert pilots(document) == ()


def test_a_pilot_added_after_one_was_removed_comes_last(document: Document) -> None:
    first, _second = planning.add_pilot(document, "One"), planning.add_pilot(document, "Two")
    planning.remove_pilot(document, first)
    planning.add_pilot(document, "Three")
    assert [each.name for each in pilots(document)] == ["Two", "Three"]


def test_a_school_that_doubts_takes_part(document: Document, planned_pilot: str) -> None:
    mesa = school(document, "Mesa")
    planning.doubt_site(document, planned_pilot, mesa, "yes")
    assert {site.name: site.doubtful for site in pilot(document, planned_pilot).sites} == {
        "Mesa": True,
        "Oak Ridge": False,
    }
    planning.doubt_site(document, planned_pilot, mesa, "")
    assert not any(site.doubtful for site in pilot(document, planned_pilot).sites)


def test_no_mark_is_made_of_a_doubt_that_was_never_there(document: Document, planned_pilot: str) -> None:
    planning.doubt_site(document, planned_pilot, school(document, "Mesa"), "")
    assert [site.name for site in pilot(document, planned_pilot).sites] == ["Oak Ridge"]


def test_there_is_no_decision_date_until_someone_says_how_long_after_its_end(
    document: Document, planned_pilot: str
) -> None:
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "")
    found = pilot(document, planned_pilot)
    assert found.decision_date is None
    assert "It has no decision date." in [SAY(line.text) for line in found.missing]


def test_every_table_is_read_once_however_many_pilots_there_are(document: Document) -> None:
    asked: list[str] = []
    event.listen(Engine, "before_cursor_execute", lambda _c, _k, statement, *_: asked.append(statement))
    counts = []
    for number in range(8):
        planning.add_pilot(document, f"Pilot {number}")
        asked.clear()
        pilot_facts(document)
        counts.append(sum(statement.startswith("SELECT") for statement in asked))
    assert len(set(counts)) == 1


def test_what_other_stages_still_owe_leads_there(document: Document, planned_pilot: str) -> None:
    (other,) = pick_from_catalogue(document, ["meeting-notes"])
    tested = {uuid for uuid, _ in pilot(document, planned_pilot).use_cases}
    planning.use_cases_to_test(document, planned_pilot, tested | {other})
    with document.change(message("Withdrew")) as session:
        withdrawn = session.query(Guardrail).filter_by(gate="any").order_by(Guardrail.position).first()
        assert withdrawn is not None
        withdrawn.status, withdrawn.owner, withdrawn.due = "drafted", "Ben", date(2026, 10, 12)
        guardrail = withdrawn.uuid
        session.query(Rating).delete()
    lines = pilot(document, planned_pilot).missing
    assert [line.target for line in lines[:2]] == [
        Target("usecases", "decide", other),
        Target("usecases", "outcomes", other),
    ]
    gate_line = next(line for line in lines if line.target == Target("guardrails", "holds", guardrail))
    assert SAY(gate_line.text).endswith("drafted, not adopted (Ben, Oct 12)")
    assert SAY(lines[-1].text).startswith("Statement 32 is not rated, needs 2: ")


def test_a_use_case_is_no_longer_tested_once_its_tick_is_taken_away(document: Document, planned_pilot: str) -> None:
    planning.use_cases_to_test(document, planned_pilot, set())
    assert pilot(document, planned_pilot).use_cases == ()
    assert "It tests no use case yet." in [SAY(line.text) for line in pilot(document, planned_pilot).missing]


# What holds


def test_what_holds_is_told_with_its_fact(document: Document, planned_pilot: str) -> None:
    planning.doubt_site(document, planned_pilot, school(document, "Mesa"), "yes")
    asked = len(gate(document, [uuid for uuid, _ in pilot(document, planned_pilot).use_cases]).before_pilot)
    assert held(document, planned_pilot) == [
        "Decision date Dec 28, Ana decides",
        "Sites include one doubtful and one higher-need school",
        "The criterion has its number from before and its target",
        "Ana can stop it",
        f"{asked} of {asked} guardrails are adopted",
        "Readiness reaches every floor that it asks for",
    ]


@pytest.mark.parametrize(
    ("take_part", "doubtful", "line"),
    [
        (("Oak Ridge",), "", "Sites include a higher-need school"),
        (("Mesa",), "Mesa", "Sites include a doubtful school"),
        (("Mesa",), "", None),
    ],
)
def test_what_the_sites_include_is_told(
    document: Document, planned_pilot: str, take_part: tuple[str, ...], doubtful: str, line: str | None
) -> None:
    planning.schools_to_take_part(document, planned_pilot, {school(document, name) for name in take_part})
    if doubtful:
        planning.doubt_site(document, planned_pilot, school(document, doubtful), "yes")
    assert [each for each in held(document, planned_pilot) if "Sites" in each] == ([line] if line else [])


def test_a_pilot_that_runs_says_what_no_longer_holds(document: Document, running_pilot: str) -> None:
    with document.change(message("Withdrew")) as session:
        guardrail = session.query(Guardrail).filter_by(key="named-owner").one_or_none()
        guardrail = guardrail or session.query(Guardrail).filter_by(gate="any").first()
        assert guardrail is not None
        guardrail.status = "drafted"
        withdrawn = guardrail.uuid
    found = pilot_inspection(document, pilot(document, running_pilot)).sections[-1]
    assert SAY(found.heading) == "What no longer holds"
    assert [(line.mark, line.target) for line in found.lines] == [(Mark.LOOK, Target("guardrails", "holds", withdrawn))]


# School time


def test_a_pilot_is_told_in_school_time(document: Document, planned_pilot: str) -> None:
    year = document.rows(select(SchoolYear.uuid))[0].uuid
    add_span(document, year, SpanKind.BREAK, "Fall break", date(2026, 10, 5), date(2026, 10, 9))
    planning.edit_pilot(document, planned_pilot, PilotField.LENGTH, "9 weeks")
    planning.start_no_earlier(document, planned_pilot, date(2026, 9, 14))
    told = "4 weeks to prepare, 9 weeks to run, over Fall break, decide in week 8 of Quarter 2."
    assert sentence(document, planned_pilot) == told
    planning.edit_pilot(document, planned_pilot, PilotField.LENGTH, "3 school days")
    assert "3 school days to run, decide in week 2 of Quarter 1." not in sentence(document, planned_pilot)
    assert "3 school days to run, decide" in sentence(document, planned_pilot)


def test_a_decision_between_two_periods_is_told_by_its_day(document: Document, planned_pilot: str) -> None:
    planning.start_no_earlier(document, planned_pilot, date(2026, 12, 14))
    planning.edit_pilot(document, planned_pilot, PilotField.LENGTH, "10 school days")
    assert sentence(document, planned_pilot).endswith("decide on Jan 4, 2027.")
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "")
    assert sentence(document, planned_pilot).endswith("no decision date yet.")


def test_school_time_is_shown_among_whole_grading_periods(document: Document, planned_pilot: str) -> None:
    planning.edit_pilot(document, planned_pilot, PilotField.LENGTH, "4 weeks")
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "7")
    found = pilot(document, planned_pilot).school_time
    assert found is not None
    assert [period.name for period in found.periods] == ["Quarter 1", "Quarter 2"]
    assert found.prepare < found.start < found.finish
    assert (found.first, found.last) == (date(2026, 8, 10), date(2026, 12, 18))


def test_a_decision_that_was_made_is_told_as_made(document: Document, running_pilot: str) -> None:
    running.decide(document, running_pilot, Decided(Verdict.SCALE, "Yes.", on=date(2026, 10, 20)))
    assert sentence(document, running_pilot).endswith("decided in week 2 of Quarter 2.")


def test_the_dates_lead_to_the_bar_or_to_the_calendar_that_is_missing(document: Document, planned_pilot: str) -> None:
    line = on_the_roadmap(pilot(document, planned_pilot))
    assert line.target == Target("roadmap", "timeline", f"run:{planned_pilot}")
    without = on_the_roadmap(_without_calendar(pilot(document, planned_pilot)))
    assert without.target == Target("prepare", "calendar")
    assert "calendar is missing" in SAY(without.text)


def _without_calendar(found: PilotPicture) -> PilotPicture:
    from dataclasses import replace

    return replace(found, start=None, finish=None, decision_date=None, school_time=None)


def test_a_check_in_after_the_end_is_marked(document: Document, planned_pilot: str) -> None:
    for week in (3, 40):
        checkins.add_check_in(document, planned_pilot, week)
    assert [(row.week, row.late) for row in pilot(document, planned_pilot).check_ins] == [(3, False), (40, True)]


# The course


def test_a_whole_plan_is_ready_and_starts(document: Document, planned_pilot: str) -> None:
    assert pilot(document, planned_pilot).ready
    running.start_pilot(document, planned_pilot, MONDAY)
    assert pilot(document, planned_pilot).start == MONDAY
    assert SAY(standing(document).line) == "1 running"


def test_a_pilot_that_is_not_ready_does_not_start(document: Document, planned_pilot: str) -> None:
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "")
    with pytest.raises(Refused, match="keeps Planning from starting") as refused:
        running.start_pilot(document, planned_pilot, MONDAY)
    assert SAY(refused.value.remedy) == "The first is: It has no decision date."


def test_readings_say_what_to_decide(document: Document, running_pilot: str) -> None:
    found = measure(document, running_pilot, "6.2")
    assert found.criteria[0].result is Result.MET
    assert found.advice is Verdict.SCALE
    assert measure(document, running_pilot, "").criteria[0].reading is None


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        (("", "", ""), "Nothing was measured yet."),
        (("6", "", ""), "So far 1 of 3 targets met, 2 not measured yet."),
        (("6", "80", "10"), "Scale: what must pass does, and 2 of 3 targets met, 2 are needed to scale."),
        (("6", "10", "10"), "Adjust and repeat: what must pass does, but 1 of 3 targets met, 2 are needed to scale."),
        (
            ("9", "80", "10"),
            "Narrow: Hours of planning must pass and does not, and 1 of 3 targets met, 2 are needed to scale.",
        ),
        (
            ("9", "10", "10"),
            "Stop: Hours of planning must pass and does not, and 0 of 3 targets met, 2 are needed to scale.",
        ),
    ],
)
def test_why_the_criteria_say_so_is_told_in_one_sentence(
    document: Document, running_pilot: str, readings: tuple[str, ...], told: str
) -> None:
    add_criteria(document, running_pilot, "Used weekly", "Want to go on")
    measure(document, running_pilot, *readings)
    assert advised(document, running_pilot) == told


def test_a_stop_rule_that_was_hit_speaks_for_stopping_whatever_the_figures_say(
    document: Document, running_pilot: str
) -> None:
    measure(document, running_pilot, "6")
    running.hit_stop_rule(document, running_pilot, "yes")
    assert advised(document, running_pilot) == "Stop: its stop rule was hit."
    running.hit_stop_rule(document, running_pilot, "")
    assert advised(document, running_pilot).startswith("Scale")


def test_once_it_ended_what_was_not_measured_counts_as_not_met(document: Document, running_pilot: str) -> None:
    add_criteria(document, running_pilot, "Used weekly")
    measure(document, running_pilot, "", "80")
    assert advised(document, running_pilot).startswith("So far 1 of 2")
    running.end_pilot(document, running_pilot, date(2026, 10, 9))
    assert advised(document, running_pilot).startswith("Narrow: Hours of planning must pass and does not")


def test_each_decision_says_what_it_leads_to(document: Document, running_pilot: str) -> None:
    measure(document, running_pilot, "6")
    found = {each.verdict: each for each in options(document, pilot(document, running_pilot))}
    assert [verdict for verdict, each in found.items() if each.advised] == [Verdict.SCALE]
    assert SAY(found[Verdict.SCALE].leads_to) == "More schools follow, in waves."
    waves = [add_wave(document, name) for name in ("First", "Second")]
    with document.change(message("Waits")) as session:
        for uuid in waves:
            session.get_one(Wave, uuid).after_pilot = running_pilot
    found = {each.verdict: each for each in options(document, pilot(document, running_pilot))}
    assert SAY(found[Verdict.SCALE].leads_to) == "The 2 waves that wait for it may start."
    assert SAY(found[Verdict.STOP].leads_to) == "It ends; its 2 waves are marked on the roadmap."


def test_a_decision_goes_to_the_record_with_its_reason(document: Document, running_pilot: str) -> None:
    running.decide(document, running_pilot, Decided(Verdict.SCALE, "It saves an hour."))
    assert pilot(document, running_pilot).verdict is Verdict.SCALE
    assert [(entry.reason, entry.decided_by) for entry in record(document)][-1] == ("It saves an hour.", "Ana")
    assert standing(document).state is State.DONE


def test_a_pilot_is_adjusted_and_repeated_once_only(document: Document, running_pilot: str) -> None:
    running.decide(document, running_pilot, Decided(Verdict.ADJUST, "Targets are short."))
    again = pilot(document, running_pilot)
    assert (again.attempt, again.started_on, again.verdict) == (2, None, None)
    running.start_pilot(document, running_pilot, date(2026, 11, 2))
    with pytest.raises(Refused, match="once only"):
        running.decide(document, running_pilot, Decided(Verdict.ADJUST, "Again."))


def test_a_second_attempt_is_measured_anew(document: Document, running_pilot: str) -> None:
    measure(document, running_pilot, "7.2")
    running.hit_stop_rule(document, running_pilot, "yes")
    running.decide(document, running_pilot, Decided(Verdict.ADJUST, "Short."))
    assert advised(document, running_pilot) == "Nothing was measured yet."
    measure(document, running_pilot, "7.0")
    again = pilot(document, running_pilot)
    told = "Stop: 0 of 1 targets met, 1 is needed to scale, and it was adjusted once already."
    assert again.advice is Verdict.STOP
    assert again.failing == ("Hours of planning",)
    assert advised(document, running_pilot) != told
    document.undo()
    document.undo()
    assert pilot(document, running_pilot).criteria[0].reading == 7.2


def test_that_it_was_adjusted_once_is_why_it_is_not_adjusted_again(document: Document, running_pilot: str) -> None:
    (row,) = pilot(document, running_pilot).criteria
    measures.edit_criterion(document, row.uuid, CriterionField.MINIMUM, "7.2")
    running.decide(document, running_pilot, Decided(Verdict.ADJUST, "Short."))
    measure(document, running_pilot, "7.0")
    told = "Stop: 0 of 1 targets met, 1 is needed to scale, and it was adjusted once already."
    assert advised(document, running_pilot) == told
    repeat = {each.verdict: each for each in options(document, pilot(document, running_pilot))}[Verdict.ADJUST]
    assert "once only" in SAY(repeat.leads_to)


# Standing and inspector


def test_the_rail_says_what_waits(document: Document, planned_pilot: str) -> None:
    assert SAY(standing(document).line) == "1 ready"
    planning.add_pilot(document, "Another")
    assert SAY(standing(document).line) == "1 not ready, 1 ready"
    running.start_pilot(document, planned_pilot, MONDAY)
    assert SAY(standing(document).line) == "1 running, 1 not ready"
    assert standing(document).state is State.OPEN


def test_without_a_pilot_the_stage_is_untouched(document: Document) -> None:
    assert standing(document).state is State.UNTOUCHED
    assert SAY(standing(document).line) == "no pilot yet"


def test_an_overdue_decision_is_an_alert(tmp_path: Path) -> None:
    later = datetime.fromisoformat("2027-02-01T10:00")
    sample = sample_copy(tmp_path / "sample.roadmap", clock=lambda: later)
    assert standing(sample).state is State.ALERT
    assert SAY(standing(sample).line) == "1 decision overdue"
    late = next(each for each in pilots(sample) if each.is_overdue(later.date()))
    assert SAY(pilot_inspection(sample, late).kicker) == "Decision overdue"
    assert SAY(state_in_words(sample, late)) == "decision overdue"
    sample.close()


def test_the_inspector_counts_and_leads_to_what_is_missing(document: Document) -> None:
    made = planning.add_pilot(document, "Planning")
    found = pilot_inspection(document, pilot(document, made))
    missing = found.sections[0].lines
    assert (SAY(found.kicker), SAY(found.title)) == ("Not ready yet", f"{len(missing)} things keep it from starting")
    assert all(line.target is not None for line in missing)


def test_what_a_criterion_lacks_leads_to_the_criterion(document: Document, planned_pilot: str) -> None:
    made = measures.add_criterion(document, planned_pilot, "Used weekly")
    lines = {SAY(line.text): line.target for line in pilot(document, planned_pilot).missing}
    target = Target("pilots", "success", made)
    assert lines == {
        "Used weekly has no value from before.": target,
        "Used weekly has no target.": target,
        "Nobody collects Used weekly.": target,
    }


def test_the_inspector_says_how_the_pilot_stands(document: Document, planned_pilot: str) -> None:
    def words() -> tuple[str, str, str]:
        found = pilot(document, planned_pilot)
        about = pilot_inspection(document, found)
        return SAY(about.kicker), SAY(about.title), SAY(state_in_words(document, found))

    assert words() == ("Ready", "Nothing keeps it from starting", "ready")
    running.start_pilot(document, planned_pilot, MONDAY)
    assert words() == ("Running", "Ana decides on Dec 28, 2026", "running")
    planning.edit_pilot(document, planned_pilot, PilotField.DECIDES_AFTER, "")
    assert words() == ("Running", "Nobody said when it is decided", "running")
    running.decide(document, planned_pilot, Decided(Verdict.NARROW, "Only for grade 4."))
    assert words() == ("Decided", "Narrow", "decided")


# Criteria


def test_a_criterion_is_edited_and_removed(document: Document, planned_pilot: str) -> None:
    made = measures.add_criterion(document, planned_pilot, "Used weekly")
    for field, text in (
        (CriterionField.TARGET, "70"),
        (CriterionField.DIRECTION, "down"),
        (CriterionField.EVIDENCE, "usage"),
        (CriterionField.MUST_PASS, "yes"),
    ):
        measures.edit_criterion(document, made, field, text)
    row = criterion(document, planned_pilot, made)
    assert (row.target, row.direction, row.evidence, row.must_pass) == (70.0, "down", "usage", True)
    measures.remove_criteria(document, (made,))
    assert len(pilot(document, planned_pilot).criteria) == 1


def test_which_way_is_better_follows_from_the_numbers_until_the_room_says_it(
    document: Document, planned_pilot: str
) -> None:
    made = measures.add_criterion(document, planned_pilot, "Days to feedback")
    measures.edit_criterion(document, made, CriterionField.TARGET, "4.5")
    assert criterion(document, planned_pilot, made).direction == "up"
    measures.edit_criterion(document, made, CriterionField.BASELINE, "9")
    assert criterion(document, planned_pilot, made).direction == "down"
    measures.edit_criterion(document, made, CriterionField.DIRECTION, "up")
    measures.edit_criterion(document, made, CriterionField.TARGET, "4")
    assert criterion(document, planned_pilot, made).direction == "up"


def test_the_room_says_which_criteria_must_pass(document: Document, planned_pilot: str) -> None:
    made = measures.add_criterion(document, planned_pilot, "Used weekly")
    measures.let_pass(document, planned_pilot, {made})
    assert [(row.name, row.must_pass) for row in pilot(document, planned_pilot).criteria] == [
        ("Hours of planning", False),
        ("Used weekly", True),
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (in_unit(7.5, "hours"), "7.5 hours"),
        (in_unit(85.0, "percent"), "85 %"),
        (in_unit(0.0, ""), "0"),
        (in_unit(None, "hours"), ""),
        (bound(4.5, "days", "down"), "≤ 4.5 days"),
        (bound(70.0, "%", "up"), "70 %"),
        (bound(None, "days", "down"), ""),
    ],
)
def test_a_value_is_told_with_its_unit(words: Words, text: str) -> None:
    assert SAY(words) == text


@pytest.mark.parametrize(("value", "text"), [(None, ""), (4.0, "4"), (4.5, "4.5"), (1200.0, "1200"), (-3.0, "-3")])
def test_a_value_is_typed_again_in_plain_digits(value: float | None, text: str) -> None:
    assert as_typed(value) == text


# Learning


def test_a_session_is_renamed_dated_and_counted(document: Document, planned_pilot: str) -> None:
    made = learning.add_learning(document, "How to plan", pilot=planned_pilot)
    learning.edit_learning(document, made, name=" How  to plan well ", audience="Teachers", hours=2.0)
    learning.hold_learning(document, made, date(2026, 8, 14))
    learning.count_attendance(document, made, 18, 20)
    (row,) = pilot(document, planned_pilot).learning
    assert (row.name, row.audience, row.hours) == ("How to plan well", "Teachers", 2.0)
    assert (row.held_on, row.attended, row.invited) == (date(2026, 8, 14), 18, 20)
    learning.count_attendance(document, made, None)
    assert pilot(document, planned_pilot).learning[0].attended is None


# Back again, and what can't be


def test_every_move_can_be_taken_back(document: Document, planned_pilot: str) -> None:
    before = pilots(document)
    session = learning.add_learning(document, "How to plan", pilot=planned_pilot)
    learning.edit_learning(document, session, audience="Teachers", hours=2.0)
    learning.hold_learning(document, session, date(2026, 8, 14))
    learning.count_attendance(document, session, 9, 10)
    check_in = checkins.add_check_in(document, planned_pilot, 3)
    checkins.edit_check_in(document, check_in, week=4, name="Half way", note="All can log in.")
    planning.start_no_earlier(document, planned_pilot, date(2026, 9, 1))
    planning.scale_at(document, planned_pilot, 1)
    planning.doubt_site(document, planned_pilot, school(document, "Mesa"), "yes")
    measures.let_pass(document, planned_pilot, set())
    checkins.remove_check_ins(document, (check_in,))
    learning.remove_learning(document, (session,))
    planning.remove_pilot(document, planned_pilot)
    assert pilots(document) == ()
    while pilots(document) != before:
        assert document.undo() is not None


def test_a_decision_and_the_second_attempt_can_be_taken_back(document: Document, running_pilot: str) -> None:
    before = pilots(document), record(document)
    running.hit_stop_rule(document, running_pilot, "yes")
    measure(document, running_pilot, "7")
    running.end_pilot(document, running_pilot, date(2026, 10, 9))
    running.decide(document, running_pilot, Decided(Verdict.ADJUST, "Short."))
    for _ in range(4):
        document.undo()
    assert (pilots(document), record(document)) == before


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda d, p: planning.edit_pilot(d, p, PilotField.NAME, " "), "needs a name"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.LENGTH, "soon"), "no length"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.PREPARATION, "0"), "no length"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.DECIDES_AFTER, "-3"), "no time after"),
        (lambda d, p: planning.edit_pilot(d, p, PilotField.DECIDES_AFTER, "later"), "no time after"),
        (lambda d, p: planning.scale_at(d, p, 0), "At least one target"),
        (lambda d, p: planning.use_cases_to_test(d, p, {"gone"}), "was removed"),
        (lambda d, p: planning.schools_to_take_part(d, p, {"gone"}), "was removed"),
        (lambda d, p: planning.begin_pilots(d, {"case": " "}), "needs a name"),
        (lambda d, p: planning.doubt_site(d, "gone", "school", "yes"), "was removed"),
        (lambda d, p: measures.add_criterion(d, p, ""), "needs a name"),
        (lambda d, p: measures.take_outcomes(d, p), "no further outcome"),
        (
            lambda d, p: measures.edit_criterion(d, pilot(d, p).criteria[0].uuid, CriterionField.TARGET, "a"),
            "no number",
        ),
        (lambda d, p: checkins.add_check_in(d, p, 0), "no week 0"),
        (lambda d, p: checkins.edit_check_in(d, "any", week=61), "no week 61"),
        (lambda d, p: learning.add_learning(d, "", pilot=p), "needs a name"),
        (lambda d, p: learning.edit_learning(d, "any", name=" "), "needs a name"),
        (lambda d, p: learning.edit_learning(d, "any", hours=41), "at most 40 hours"),
        (lambda d, p: learning.count_attendance(d, "any", 21, 20), "No more can attend"),
        (lambda d, p: running.end_pilot(d, p, date(2026, 9, 1)), "before it started"),
        (lambda d, p: running.decide(d, p, Decided(Verdict.SCALE, "")), "needs its reason"),
        (lambda d, p: running.decide(d, p, Decided(Verdict.SCALE, "Yes.")), "not started"),
        (lambda d, p: running.hit_stop_rule(d, "gone", "yes"), "was removed"),
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


def test_a_pilot_neither_starts_twice_nor_is_decided_before_it_started(document: Document, running_pilot: str) -> None:
    with pytest.raises(Refused, match="started on Aug 17, 2026"):
        running.start_pilot(document, running_pilot, MONDAY)
    with pytest.raises(Refused, match="nothing can be decided before") as refused:
        running.decide(document, running_pilot, Decided(Verdict.SCALE, "Yes.", on=date(2026, 8, 1)))
    assert refused.value.field == "on"
    with pytest.raises(Refused, match="before it started"):
        running.end_pilot(document, running_pilot, date(2026, 8, 1))


def test_a_pilot_can_be_stopped_before_it_starts(document: Document, planned_pilot: str) -> None:
    running.decide(document, planned_pilot, Decided(Verdict.STOP, "Nobody has time."))
    assert pilot(document, planned_pilot).verdict is Verdict.STOP


def test_without_a_calendar_there_is_no_school_time(tmp_path: Path) -> None:
    empty = new_copy(tmp_path / "oak.roadmap", district="Oak", state="FL")
    found = pilot(empty, planning.add_pilot(empty, "Planning"))
    assert (found.school_time, found.start, found.decision_date) == (None, None, None)
    empty.close()
