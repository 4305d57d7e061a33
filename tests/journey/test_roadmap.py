"""The roadmap: generated from the stages, dated in school time, edited beside what is generated, and explained."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from sqlalchemy import delete, select

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.baseline import days_later, set_baseline
from roadmap_desktop.journey.roadmap.standing import standing
from roadmap_desktop.journey.roadmap.timeline import timeline
from roadmap_desktop.journey.roadmap.why import task_inspection
from roadmap_desktop.journey.standing import State
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.calendar import SchoolYear, Span
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.monitoring import Review
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Pilot, PilotUseCase, Site
from roadmap_desktop.model.readiness import Barrier, Statement
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document

QUARTERS = (
    ("Quarter 1", date(2026, 8, 10), date(2026, 10, 9)),
    ("Quarter 2", date(2026, 10, 13), date(2026, 12, 18)),
    ("Quarter 3", date(2027, 1, 5), date(2027, 3, 11)),
    ("Quarter 4", date(2027, 3, 22), date(2027, 5, 28)),
)


def add_calendar(document: Document) -> None:
    year = SchoolYear(name="2026-27", first_day=QUARTERS[0][1], last_day=QUARTERS[-1][2])
    spans = [Span(year=year.uuid, kind="grading_period", name=n, first=a, last=b) for n, a, b in QUARTERS]
    winter = Span(year=year.uuid, kind="break", name="Winter break", first=date(2026, 12, 21), last=date(2027, 1, 4))
    with document.change(message("Entered the calendar")) as session:
        session.add_all([year, *spans, winter])
        session.scalars(select(Workshop)).one().held_on = date(2026, 8, 12)


def add_pilot(document: Document, guardrails: int = 0) -> str:
    """A pilot of one chosen use case at one school; all guardrails but so many are adopted. Gives its uuid."""
    case = UseCase(key="lesson-planning", choice="pilot", choice_reason="Saves time.", chosen_at=datetime(2026, 8, 12))
    pilot = Pilot(name="Lesson planning", decides_after="5", preparation="4 weeks", length="1 grading period")
    school = School(name="Oak Ridge")
    with document.change(message("Added a pilot")) as session:
        open_ones = 0
        for guardrail in session.scalars(select(Guardrail).order_by(Guardrail.position)):
            if guardrail.gate == "any" and open_ones < guardrails:
                open_ones += 1
                continue
            guardrail.status, guardrail.adopted_on = "adopted", date(2026, 8, 3)
        session.add_all([case, pilot, school, PilotUseCase(pilot=pilot.uuid, use_case=case.uuid)])
        session.add_all([Site(pilot=pilot.uuid, school=school.uuid), CheckIn(pilot=pilot.uuid, week=3)])
    return pilot.uuid


@pytest.fixture
def pilot(document: Document) -> str:
    add_calendar(document)
    return add_pilot(document)


def task(document: Document, part: Part, source: str) -> PlannedTask:
    found = planned(document).of(part, source)
    assert found is not None
    return found


def said(document: Document, key: str) -> str:
    """Everything that the inspector says of a task."""
    inspection = task_inspection(document, key)
    assert inspection is not None
    say = Language("en").say
    lines = [line.text for section in inspection.sections for line in section.lines]
    return "\n".join(say(words) for words in (inspection.kicker, inspection.title, inspection.text, *lines))


def test_without_a_school_calendar_there_are_no_dates_and_it_says_so(document: Document) -> None:
    add_pilot(document)
    assert planned(document).tasks == {}
    assert planned(document).trouble == message("There are no dates yet: the school calendar is missing.")
    assert standing(document).state is State.UNTOUCHED


def test_a_pilot_is_prepared_then_runs_to_the_end_of_a_grading_period_then_is_decided(
    document: Document, pilot: str
) -> None:
    prepare, run, decide = (task(document, part, pilot) for part in (Part.PREPARE, Part.RUN, Part.DECIDE))
    assert (prepare.start, prepare.finish) == (date(2026, 8, 12), date(2026, 9, 8))
    assert run.start == date(2026, 9, 9)
    assert run.finish == date(2026, 12, 18)  # begun later than its first week, so to the end of the next quarter
    assert decide.start == date(2027, 1, 12)  # five school days after it
    assert decide.is_milestone


def test_a_pilot_of_next_term_is_prepared_shortly_before_it(document: Document, pilot: str) -> None:
    with document.change(message("Put it off")) as session:
        session.get_one(Pilot, pilot).not_before = date(2027, 1, 5)
    prepare, run = task(document, Part.PREPARE, pilot), task(document, Part.RUN, pilot)
    assert prepare.start >= date(2026, 11, 30)
    assert run.start == date(2027, 1, 5)


def test_a_guardrail_that_is_missing_holds_the_pilot_back(document: Document) -> None:
    add_calendar(document)
    pilot = add_pilot(document, guardrails=1)
    run = task(document, Part.RUN, pilot)
    waits = [link.before for link in planned(document).links if link.after == run.task.key]
    assert any(key.startswith("adopt:") and planned(document).tasks[key].finish < run.start for key in waits)


def test_a_break_that_is_put_into_the_calendar_moves_the_pilot_and_its_decision(document: Document, pilot: str) -> None:
    edits.edit_task(document, task_key(Part.RUN, pilot), "length", "80 school days")
    before = task(document, Part.RUN, pilot).finish, task(document, Part.DECIDE, pilot).start
    with document.change(message("Entered a break")) as session:
        year = session.scalars(select(SchoolYear)).one().uuid
        session.add(Span(year=year, kind="break", name="Storm", first=date(2026, 11, 2), last=date(2026, 11, 6)))
    after = task(document, Part.RUN, pilot).finish, task(document, Part.DECIDE, pilot).start
    assert after[0] > before[0]
    assert after[1] > before[1]
    document.undo()
    assert (task(document, Part.RUN, pilot).finish, task(document, Part.DECIDE, pilot).start) == before


def test_an_edit_is_kept_beside_the_generated_value_and_can_be_taken_back(document: Document, pilot: str) -> None:
    key = task_key(Part.PREPARE, pilot)
    generated = planned(document).tasks[key]
    edits.edit_task(document, key, "length", "2 weeks")
    edits.edit_task(document, key, "owner", "Ana Ruiz")
    with document.change(message("Renamed the pilot")) as session:
        session.get_one(Pilot, pilot).name = "Planning"
    changed = planned(document).tasks[key]
    assert (changed.task.length, changed.task.owner) == ("2 weeks", "Ana Ruiz")
    assert changed.finish < generated.finish
    edits.back_to_generated(document, key)
    assert planned(document).tasks[key].finish == generated.finish
    assert planned(document).tasks[key].task.edited == frozenset()


@pytest.mark.parametrize("choice", ["parked", "no"])
def test_a_use_case_that_is_parked_leaves_its_tasks_orphaned(document: Document, pilot: str, choice: str) -> None:
    keys = set(planned(document).tasks)
    with change_keeping_tasks(document, message("Parked it")) as session:
        session.scalars(select(UseCase)).one().choice = choice
    left = planned(document).tasks
    assert set(left) == keys
    assert left[task_key(Part.RUN, pilot)].task.orphaned
    assert "chosen for a pilot any more" in said(document, task_key(Part.RUN, pilot))


def test_a_task_whose_source_is_removed_stays_as_orphaned_on_its_dates(document: Document) -> None:
    add_calendar(document)
    with document.change(message("Chose a barrier")) as session:
        statement = session.scalars(select(Statement).where(Statement.number == 12)).one()
        barrier = Barrier(statement=statement.uuid, action="Agree on a process", owner="Union")
        session.add(barrier)
    key = task_key(Part.BARRIER, barrier.uuid)
    before = planned(document).tasks[key]
    with change_keeping_tasks(document, message("Removed the barrier")) as session:
        session.execute(delete(Barrier))
    kept = planned(document).tasks[key]
    assert kept.task.orphaned
    assert (kept.task.name, kept.start, kept.finish) == (before.task.name, before.start, before.finish)
    assert "was removed" in said(document, key)
    document.undo()
    assert planned(document).tasks[key] == before


def test_a_barrier_says_which_statement_it_came_from(document: Document) -> None:
    add_calendar(document)
    with document.change(message("Chose a barrier")) as session:
        statement = session.scalars(select(Statement).where(Statement.number == 12)).one()
        barrier = Barrier(statement=statement.uuid, action="Agree on a process")
        session.add(barrier)
    assert "Statement 12: We talk with" in said(document, task_key(Part.BARRIER, barrier.uuid))


def test_a_bar_says_what_it_waits_for_and_what_follows(document: Document, pilot: str) -> None:
    words = said(document, task_key(Part.RUN, pilot))
    assert "Waits for Prepare: Lesson planning, which ends on Sep 8." in words
    assert "Decide: Lesson planning" in words
    assert "chosen on Aug 12. Saves time." in words


def test_a_wave_follows_the_decision_and_a_stopped_pilot_orphans_it(document: Document, pilot: str) -> None:
    from roadmap_desktop.model.pilots import Decision

    with document.change(message("Added a wave")) as session:
        wave = Wave(name="Wave 1", after_pilot=pilot)
        session.add_all([wave, WaveSchool(wave=wave.uuid, school=session.scalars(select(School)).one().uuid)])
    planned_wave = task(document, Part.WAVE, wave.uuid)
    assert planned_wave.start >= task(document, Part.DECIDE, pilot).start
    assert Language("en").say(planned_wave.task.name) == "Wave 1: Oak Ridge"
    with document.change(message("Stopped it")) as session:
        session.add(Decision(pilot=pilot, verdict="stop", reason="Review takes longer.", on=date(2027, 1, 12)))
    assert task(document, Part.WAVE, wave.uuid).task.orphaned
    assert task(document, Part.DECIDE, pilot).start == date(2027, 1, 12)


def test_the_baseline_shows_how_much_later_a_task_became(document: Document, pilot: str) -> None:
    set_baseline(document)
    key = task_key(Part.PREPARE, pilot)
    assert days_later(document, key) == 0
    edits.edit_task(document, key, "length", "5 weeks")
    assert days_later(document, key) == 5
    assert "5 school days later than the baseline" in said(document, key)


def test_tasks_that_would_wait_in_a_circle_are_refused(document: Document, pilot: str) -> None:
    with pytest.raises(Refused):
        edits.link_tasks(document, task_key(Part.DECIDE, pilot), task_key(Part.PREPARE, pilot))


def test_a_generated_link_that_is_taken_away_stays_away(document: Document, pilot: str) -> None:
    before, after = task_key(Part.PREPARE, pilot), task_key(Part.RUN, pilot)
    edits.unlink_tasks(document, before, after)
    assert task(document, Part.RUN, pilot).start == date(2026, 8, 12)
    edits.link_tasks(document, before, after)
    assert task(document, Part.RUN, pilot).start == date(2026, 9, 9)


def test_an_own_task_is_added_linked_and_removed_with_its_links(document: Document, pilot: str) -> None:
    key = edits.add_task(document, "Print the posters", "prepare", length="1 week")
    edits.link_tasks(document, key, task_key(Part.RUN, pilot))
    assert "by hand" in said(document, key)
    edits.remove_task(document, key)
    assert key not in planned(document).tasks
    assert all(key not in (link.before, link.after) for link in planned(document).links)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda d, k: edits.edit_task(d, k, "length", "a while"), "no length"),
        (lambda d, k: edits.edit_task(d, k, "progress", 140), "0 to 100"),
        (lambda d, k: edits.add_task(d, "  ", "pilot"), "needs a name"),
        (lambda d, k: edits.add_task(d, "X", "nowhere"), "no such phase"),
        (lambda d, k: edits.remove_task(d, k), "another stage"),
        (lambda d, k: edits.back_to_generated(d, k), "no generated values"),
        (lambda d, k: edits.edit_task(d, "run:gone", "owner", "A"), "not on the roadmap"),
    ],
)
def test_what_can_not_be_is_refused_in_words(
    document: Document, pilot: str, act: Callable[[Document, str], object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        act(document, task_key(Part.PREPARE, pilot))


def test_the_timeline_of_a_school_shows_its_own_bars_and_the_districts(document: Document, pilot: str) -> None:
    with document.change(message("Added")) as session:
        other = School(name="Mesa", position=2)
        session.add_all([other, Review(name="Review 1", on=date(2027, 2, 26))])
    keys = {bar.key for lane in timeline(document, school=other.uuid).lanes for bar in lane.bars}
    assert task_key(Part.RUN, pilot) not in keys
    assert any(key.startswith("review:") for key in keys)


def test_the_timeline_has_lanes_bands_and_a_sentence(document: Document, pilot: str) -> None:
    picture = timeline(document)
    say = Language("en").say
    assert [say(lane.name) for lane in picture.lanes][:2] == ["Prepare and assess", "Set guardrails and team"]
    assert [band.name for band in picture.periods][:4] == [name for name, _, _ in QUARTERS]
    assert picture.breaks[0].name == "Winter break"
    assert "milestone" in say(picture.sentence)
    assert picture.bar(task_key(Part.RUN, pilot)) is not None
