"""One test per arrow between stages, from a new workshop: what is done in one is felt in the next.

After each, the roadmap's "why" names the fact that changed, an edited task has kept its edit, and undo gives back the
same JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.guardrails.adopting import set_status
from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.pilots import measures, planning
from roadmap_desktop.journey.pilots.missing import missing
from roadmap_desktop.journey.pilots.picture import pilot as pilot_picture
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.prepare.spans import add_span
from roadmap_desktop.journey.prepare.years import add_year
from roadmap_desktop.journey.readiness.barriers import make_barrier
from roadmap_desktop.journey.readiness.profile import blocks
from roadmap_desktop.journey.readiness.rating import count_hands
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.why import task_inspection
from roadmap_desktop.journey.scaling.schools import put_schools
from roadmap_desktop.journey.scaling.waves import add_wave
from roadmap_desktop.journey.show import SHOWN, envelope
from roadmap_desktop.journey.usecases.collecting import pick_from_catalogue
from roadmap_desktop.journey.usecases.decisions import choose
from roadmap_desktop.journey.usecases.measuring import edit_outcome
from roadmap_desktop.language import Language
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.model.readiness import Statement
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.rules.calendar import SpanKind
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.rules.usecases import Choice, OutcomePart
from roadmap_desktop.store.document import Document

SAY = Language("en").say
FLOORS = (10, 24, 31, 32)
QUARTERS = ((date(2026, 8, 10), date(2026, 10, 9)), (date(2026, 10, 13), date(2026, 12, 18)))


def statement(document: Document, number: int) -> str:
    return document.rows(select(Statement.uuid).where(Statement.number == number))[0].uuid


def everything(document: Document) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(json.dumps(envelope(document, SHOWN, Language("en"))))
    return shown


def why(document: Document, key: str) -> str:
    found = task_inspection(document, key)
    assert found is not None
    return "\n".join(SAY(line.text) for section in found.sections for line in section.lines)


def task(document: Document, part: Part, source: str) -> PlannedTask:
    found = planned(document).of(part, source)
    assert found is not None
    return found


@contextmanager
def keeping_edits(document: Document, key: str) -> Iterator[None]:
    """Edits the owner of a task, and afterwards finds the edit, and undo giving back the same JSON."""
    edits.edit_task(document, key, "owner", "Somebody else")
    before = everything(document)
    label = document.undo_label
    yield
    assert planned(document).tasks[key].task.owner == "Somebody else"
    while document.undo_label != label:
        document.undo()
    assert everything(document) == before


def add_calendar(document: Document) -> None:
    year = add_year(document, "2026-27", date(2026, 8, 10), date(2027, 5, 28))
    for number, (first, last) in enumerate(QUARTERS, 1):
        add_span(document, year, SpanKind.GRADING_PERIOD, f"Quarter {number}", first, last)


def choose_planning(document: Document) -> str:
    """Picks lesson planning, which touches no data, measures it and chooses it for a pilot."""
    (case,) = pick_from_catalogue(document, ["lesson-planning"])
    for part, value in (
        (OutcomePart.MEASURE, "Hours of planning"),
        (OutcomePart.BASELINE, "7.5"),
        (OutcomePart.TARGET, "6.5"),
        (OutcomePart.UNIT, "hours"),
        (OutcomePart.SOURCE, "Teacher log"),
        (OutcomePart.COLLECTOR, "Ana"),
        (OutcomePart.DUE, date(2026, 12, 18)),
    ):
        edit_outcome(document, case, part, value)
    choose(document, case, Choice.PILOT, "It saves time.")
    return case


@pytest.fixture
def case(document: Document) -> str:
    add_calendar(document)
    return choose_planning(document)


@pytest.fixture
def pilot(document: Document, case: str) -> str:
    """A pilot that lacks nothing but ratings and guardrails."""
    made = planning.add_pilot(document, "Planning", case)
    school = add_school(document, "Oak Ridge")
    planning.schools_to_take_part(document, made, {school})
    for field, text in (
        (planning.PilotField.QUESTION, "Does it save time?"),
        (planning.PilotField.OWNER, "Ana"),
        (planning.PilotField.STOPPER, "Ben"),
        (planning.PilotField.LENGTH, "30 school days"),
        (planning.PilotField.DECIDES_AFTER, "5"),
        (planning.PilotField.DECIDER, "Cabinet"),
    ):
        planning.edit_pilot(document, made, field, text)
    measures.take_outcomes(document, made)
    return made


def raise_floors(document: Document, *numbers: int) -> None:
    for number in numbers:
        count_hands(document, statement(document, number), {3: 5})


def adopt(document: Document, case: str, leave: int = 0) -> list[str]:
    """Adopts what the gate of the use case asks for, but for so many, and gives those."""
    open_lines = [line.guardrail for line in gate(document, [case]).open]
    set_status(document, open_lines[leave:], Status.ADOPTED)
    return open_lines[:leave]


def test_a_barrier_that_is_picked_makes_its_task(document: Document, case: str, pilot: str) -> None:
    with keeping_edits(document, task_key(Part.RUN, pilot)):
        (barrier,) = make_barrier(document, [statement(document, 12)], action="Agree how staff are heard")
        found = task(document, Part.BARRIER, barrier)
        assert found.task.name == "Agree how staff are heard"
        assert "Statement 12" in why(document, found.task.key)


def test_a_blocking_statement_that_is_raised_from_1_to_3_lifts_the_block(
    document: Document, case: str, pilot: str
) -> None:
    raise_floors(document, *FLOORS[1:])
    count_hands(document, statement(document, FLOORS[0]), {1: 5})

    def blocked() -> list[int]:
        return [block.number for block in blocks(document, data_class=0, student_facing=False)]

    with keeping_edits(document, task_key(Part.RUN, pilot)):
        assert blocked() == [FLOORS[0]]
        assert any(f"Statement {FLOORS[0]}" in SAY(line.text) for line in missing(document, pilot))
        count_hands(document, statement(document, FLOORS[0]), {3: 5})
        assert blocked() == []
        assert not any(f"Statement {FLOORS[0]}" in SAY(line.text) for line in missing(document, pilot))


def test_the_last_guardrail_that_is_adopted_opens_the_gate_and_the_pilot_is_ready(
    document: Document, case: str, pilot: str
) -> None:
    raise_floors(document, *FLOORS)
    (last,) = adopt(document, case, leave=1)
    run = task_key(Part.RUN, pilot)
    with keeping_edits(document, run):
        held_back = planned(document).tasks[run].start
        assert not pilot_picture(document, pilot).ready
        assert "missing" in why(document, run)
        set_status(document, [last], Status.ADOPTED)
        assert pilot_picture(document, pilot).missing == ()
        assert planned(document).tasks[run].start < held_back
        assert "guardrails adopted" in why(document, run)


def test_a_break_that_is_put_into_the_calendar_moves_the_pilot_and_its_decision(
    document: Document, case: str, pilot: str
) -> None:
    adopt(document, case)
    with keeping_edits(document, task_key(Part.PREPARE, pilot)):
        before = pilot_picture(document, pilot)
        year = document.rows(select(SchoolYear.uuid))[0].uuid
        assert before.finish is not None
        add_span(document, year, SpanKind.BREAK, "Storm", before.finish, before.finish)
        after = pilot_picture(document, pilot)
        assert after.finish is not None
        assert after.finish > before.finish
        assert after.decision_date is not None
        assert before.decision_date is not None
        assert after.decision_date > before.decision_date


def test_a_school_that_is_moved_to_another_wave_changes_both_bars(document: Document, case: str, pilot: str) -> None:
    first, second = add_wave(document, "Wave 1"), add_wave(document, "Wave 2")
    school = add_school(document, "Mesa")
    put_schools(document, [school], first)
    with keeping_edits(document, task_key(Part.WAVE, first)):
        assert SAY(task(document, Part.WAVE, first).task.name) == "Wave 1: Mesa"
        put_schools(document, [school], second)
        assert SAY(task(document, Part.WAVE, first).task.name) == "Wave 1"
        assert SAY(task(document, Part.WAVE, second).task.name) == "Wave 2: Mesa"
        assert len(document.rows(select(Wave.uuid))) == 2


@pytest.mark.parametrize("choice", [Choice.PARKED, Choice.LATER, Choice.NO])
def test_a_use_case_that_is_put_aside_leaves_its_tasks_orphaned(
    document: Document, case: str, pilot: str, choice: Choice
) -> None:
    run = task_key(Part.RUN, pilot)
    with keeping_edits(document, run):
        keys = set(planned(document).tasks)
        choose(document, case, choice, "Not now.")
        assert set(planned(document).tasks) == keys
        assert planned(document).tasks[run].task.orphaned
        assert "not chosen for a pilot" in why(document, run)


def test_a_decision_to_stop_orphans_the_wave_that_waited_for_it(document: Document, case: str, pilot: str) -> None:
    from roadmap_desktop.journey.pilots.running import Decided, decide
    from roadmap_desktop.rules.pilots import Verdict

    wave = add_wave(document, "Wave 1")
    key = task_key(Part.WAVE, wave)
    with keeping_edits(document, key):
        assert not planned(document).tasks[key].task.orphaned
        decide(document, pilot, Decided(Verdict.STOP, "Checking takes too long."))
        assert planned(document).tasks[key].task.orphaned
        assert "stopped" in why(document, key)


@pytest.mark.parametrize("act", [choose_planning, add_calendar])
def test_each_step_of_the_way_can_be_taken_back(document: Document, act: Callable[[Document], object]) -> None:
    before = everything(document)
    act(document)
    assert everything(document) != before
    while document.undo():
        pass
    assert everything(document) == before
