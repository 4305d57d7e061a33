"""Scaling: schools in waves, why each starts then, and what must hold first."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.prepare.schools import add_school
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.edits import move_task
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.journey.scaling.requirements import (
    add_condition,
    add_support,
    edit_condition,
    edit_support,
    remove_conditions,
    remove_supports,
    settle_condition,
    take_conditions,
)
from roadmap_desktop.journey.scaling.schools import put_schools, set_pace
from roadmap_desktop.journey.scaling.standing import standing
from roadmap_desktop.journey.scaling.waves import (
    WaveField,
    add_wave,
    edit_wave,
    follow_wave,
    propose_waves,
    remove_wave,
    start_no_earlier,
)
from roadmap_desktop.journey.scaling.why import school_inspection, wave_inspection
from roadmap_desktop.journey.showing.scaling import shown
from roadmap_desktop.journey.standing import State
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.calendar import SchoolYear, Span
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.pilots import Decision, Pilot, PilotUseCase, Site
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")
QUARTERS = (
    ("Quarter 1", date(2026, 8, 10), date(2026, 10, 9)),
    ("Quarter 2", date(2026, 10, 13), date(2026, 12, 18)),
    ("Quarter 3", date(2027, 1, 5), date(2027, 3, 11)),
    ("Quarter 4", date(2027, 3, 22), date(2027, 5, 28)),
)


@pytest.fixture
def schools(document: Document) -> list[str]:
    """Three schools in a year of four quarters."""
    year = SchoolYear(name="2026-27", first_day=QUARTERS[0][1], last_day=QUARTERS[-1][2])
    spans = [Span(year=year.uuid, kind="grading_period", name=n, first=a, last=b) for n, a, b in QUARTERS]
    spring = Span(year=year.uuid, kind="break", name="Spring break", first=date(2027, 3, 12), last=date(2027, 3, 19))
    with document.change(message("Entered the calendar")) as session:
        session.add_all([year, *spans, spring])
        session.scalars(select(Workshop)).one().held_on = date(2026, 8, 12)
    return [add_school(document, name) for name in ("Cedar", "Birch", "Elm")]


@pytest.fixture
def pilot(document: Document, schools: list[str]) -> str:
    """A pilot at Cedar, of one chosen use case; every guardrail is adopted but one that scaling asks for."""
    case = UseCase(key="lesson-planning", choice="pilot")
    pilot = Pilot(name="Lesson planning", decides_after="5", preparation="4 weeks", length="1 grading period")
    with document.change(message("Added a pilot")) as session:
        later = session.scalars(select(Guardrail).where(Guardrail.gate == "scaling")).first()
        for guardrail in session.scalars(select(Guardrail)):
            if guardrail is not later:
                guardrail.status, guardrail.adopted_on = "adopted", date(2026, 8, 3)
        session.add_all([case, pilot, PilotUseCase(pilot=pilot.uuid, use_case=case.uuid)])
        session.add(Site(pilot=pilot.uuid, school=schools[0]))
    return pilot.uuid


def wave(document: Document, uuid: str) -> WaveRow:
    found = scaling(document).wave(uuid)
    assert found is not None
    return found


def bar(document: Document, uuid: str) -> PlannedTask:
    found = planned(document).of(Part.WAVE, uuid)
    assert found is not None
    return found


def said(inspection: Inspection | None) -> str:
    """Everything that the inspector says."""
    assert inspection is not None
    lines = [line.text for section in inspection.sections for line in section.lines]
    return "\n".join(ENGLISH.say(words) for words in (inspection.title, inspection.text, *lines))


def names(document: Document) -> list[list[str]]:
    return [[school.name for school in each.schools] for each in scaling(document).waves]


def decide(document: Document, pilot: str, verdict: str) -> None:
    decision = Decision(pilot=pilot, verdict=verdict, reason="It helps.", on=date(2027, 1, 15), attempt=1)
    with document.change(message("Decided")) as session:
        session.add(decision)


def test_waves_are_proposed_by_pilot_and_pace_and_follow_one_another(
    document: Document, schools: list[str], pilot: str
) -> None:
    set_pace(document, schools[2], "later")
    assert propose_waves(document) == 3
    assert names(document) == [["Cedar"], ["Birch"], ["Elm"]]
    first, second, third = scaling(document).waves
    assert (second.after_wave, third.after_wave) == (first.uuid, second.uuid)
    assert first.finish is not None
    assert second.start is not None
    assert first.finish < second.start
    assert [each.after_pilot for each in (first, second, third)] == [pilot] * 3


def test_proposing_again_places_only_the_schools_that_are_left(document: Document, schools: list[str]) -> None:
    propose_waves(document)
    add_school(document, "Oak")
    assert propose_waves(document) == 1
    assert names(document) == [["Cedar", "Birch", "Elm"], ["Oak"]]
    with pytest.raises(Refused):
        propose_waves(document)


def test_a_school_that_moves_changes_both_bars_and_undo_gives_back_the_same_picture(
    document: Document, schools: list[str]
) -> None:
    first, second = add_wave(document, "North"), add_wave(document)
    put_schools(document, schools, first)
    before = scaling(document)
    assert ENGLISH.say(bar(document, first).task.name) == "North: Cedar, Birch, and Elm"
    put_schools(document, (schools[1],), second)
    assert ENGLISH.say(bar(document, first).task.name) == "North: Cedar and Elm"
    assert ENGLISH.say(bar(document, second).task.name) == "Wave 2: Birch"
    document.undo()
    assert scaling(document) == before
    assert ENGLISH.say(bar(document, first).task.name) == "North: Cedar, Birch, and Elm"


def test_several_schools_move_in_one_step_and_out_again(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document)
    put_schools(document, schools[:2], uuid)
    assert ENGLISH.say(document.undo_label) == "Put 2 schools into Wave 1"
    put_schools(document, schools[:2], "")
    assert ENGLISH.say(document.undo_label) == "Took 2 schools out of their waves"
    assert [school.name for school in scaling(document).unplaced] == ["Cedar", "Birch", "Elm"]
    put_schools(document, schools[:1], "")  # is in none: nothing to do, nothing to undo
    assert ENGLISH.say(document.undo_label) == "Took 2 schools out of their waves"


def test_a_wave_that_is_removed_stays_on_the_roadmap_as_orphaned_and_its_follower_moves_up(
    document: Document, schools: list[str]
) -> None:
    first, second, third = (add_wave(document) for _ in range(3))
    put_schools(document, schools[1:2], second)
    before = scaling(document)
    remove_wave(document, second)
    assert bar(document, second).task.orphaned
    assert wave(document, third).after_wave == first
    assert wave(document, third).start == before.waves[1].start
    assert schools[1] in {school.uuid for school in scaling(document).unplaced}
    document.undo()
    assert scaling(document) == before


def test_a_wave_waits_for_the_decision_on_its_pilot_and_says_so(document: Document, pilot: str) -> None:
    with document.change(message("Adopted the rest")) as session:
        for guardrail in session.scalars(select(Guardrail)):
            guardrail.status, guardrail.adopted_on = "adopted", date(2026, 8, 3)
    uuid = add_wave(document)
    decision = planned(document).of(Part.DECIDE, pilot)
    assert decision is not None
    assert bar(document, uuid).start >= decision.finish
    words = said(wave_inspection(document, uuid))
    assert f"Waits for the decision on its pilot, {ENGLISH.date(decision.finish, 'short')}." in words
    assert "Lesson planning is not decided yet." in words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("scale", "Lesson planning: decided to scale."),
        ("stop", "Lesson planning was stopped: the wave has lost its reason."),
        ("narrow", "Lesson planning was not decided to scale as it is."),
    ],
)
def test_what_was_decided_on_the_pilot_is_said_of_its_waves(
    document: Document, pilot: str, verdict: str, words: str
) -> None:
    uuid = add_wave(document)
    decide(document, pilot, verdict)
    assert words in said(wave_inspection(document, uuid))


def test_a_guardrail_that_is_adopted_holds_for_the_wave(document: Document, pilot: str) -> None:
    uuid = add_wave(document)
    (missing,) = wave(document, uuid).open_gates
    inspection = wave_inspection(document, uuid)
    assert inspection is not None
    targets = [line.target for section in inspection.sections for line in section.lines]
    assert Target("guardrails", "holds", missing.guardrail) in targets
    with document.change(message("Adopted it")) as session:
        row = session.get_one(Guardrail, missing.guardrail)
        row.status, row.adopted_on = "adopted", date(2026, 9, 1)
    assert wave(document, uuid).open_gates == ()
    assert all(gate.guardrail for gate in wave(document, uuid).gates)


def test_a_wave_follows_no_pilot_where_that_is_chosen(document: Document, pilot: str) -> None:
    uuid = add_wave(document)
    edit_wave(document, uuid, WaveField.AFTER_PILOT, "")
    assert wave(document, uuid).gates == ()
    assert "Nothing holds it back: it starts with the roadmap." in said(wave_inspection(document, uuid))


def test_a_wave_starts_no_earlier_than_its_day_and_says_so(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document)
    start_no_earlier(document, uuid, date(2027, 3, 12))
    assert bar(document, uuid).start == date(2027, 3, 22)
    words = said(wave_inspection(document, uuid))
    assert "It may not start before Mar 12." in words
    assert "Moved from Mar 12: no school until Mar 22." in words
    start_no_earlier(document, uuid, None)
    assert bar(document, uuid).start == date(2026, 8, 12)


def test_a_bar_that_someone_moved_says_so(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document)
    move_task(document, bar(document, uuid).task.key, date(2027, 1, 11))
    assert "Someone moved it to Jan 11 on the roadmap." in said(wave_inspection(document, uuid))


def test_a_wave_that_follows_another_says_which(document: Document, schools: list[str]) -> None:
    first, second = add_wave(document, "North"), add_wave(document)
    put_schools(document, schools, first)
    assert "Waits for North, which ends on Oct 9." in said(wave_inspection(document, second))
    follow_wave(document, second, "")
    assert wave(document, second).start == wave(document, first).start


def test_what_is_over_has_ended(document: Document, schools: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = add_wave(document, "North"), add_wave(document)
    put_schools(document, schools, first)
    monkeypatch.setattr(document, "today", lambda: date(2026, 10, 10))
    assert "Waits for North, which ended on Oct 9." in said(wave_inspection(document, second))


@pytest.mark.parametrize("before", ["first", "third"])
def test_waves_never_wait_for_one_another(document: Document, schools: list[str], before: str) -> None:
    uuids = dict(zip(("first", "second", "third"), (add_wave(document) for _ in range(3)), strict=True))
    picture = scaling(document)
    with pytest.raises(Refused) as refused:
        follow_wave(document, uuids["first"], uuids[before])
    assert refused.value.field == "after_wave"
    assert scaling(document) == picture


@pytest.mark.parametrize(
    ("field", "text"),
    [(WaveField.NAME, "  "), (WaveField.LENGTH, "soon"), (WaveField.LENGTH, "0"), (WaveField.LENGTH, "")],
)
def test_what_a_wave_can_not_be_is_refused_beside_its_field(document: Document, field: WaveField, text: str) -> None:
    uuid = add_wave(document)
    before = scaling(document)
    with pytest.raises(Refused) as refused:
        edit_wave(document, uuid, field, text)
    assert refused.value.field == field
    assert scaling(document) == before


def test_the_fields_of_a_wave_are_kept(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document)
    for field, text in (
        (WaveField.NAME, "  Early   birds "),
        (WaveField.LENGTH, "20 school days"),
        (WaveField.LEAD, "Ana Ruiz"),
        (WaveField.COMMUNICATION, "Letter home"),
    ):
        edit_wave(document, uuid, field, text)
    found = wave(document, uuid)
    assert (found.name, found.lead, found.communication) == ("Early birds", "Ana Ruiz", "Letter home")
    assert (found.start, found.finish) == (date(2026, 8, 12), date(2026, 9, 8))
    assert bar(document, uuid).task.owner == "Ana Ruiz"


def test_what_is_gone_is_said_to_be_gone(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document)
    remove_wave(document, uuid)
    for move in (
        lambda: edit_wave(document, uuid, WaveField.NAME, "North"),
        lambda: put_schools(document, schools, uuid),
        lambda: put_schools(document, ("gone",), ""),
        lambda: add_condition(document, uuid, "A coach"),
    ):
        with pytest.raises(Refused, match="removed"):
            move()
    assert wave_inspection(document, uuid) is None
    assert school_inspection(document, "gone") is None


def test_conditions_are_added_settled_reworded_and_removed(document: Document) -> None:
    uuid = add_wave(document)
    coach, notice = add_condition(document, uuid, " A named   coach "), add_condition(document, uuid, "Notice sent")
    settle_condition(document, coach, "yes")
    edit_condition(document, notice, "Family notice sent")
    own = wave(document, uuid).own_gates
    assert [(gate.text, gate.holds) for gate in own] == [("A named coach", True), ("Family notice sent", False)]
    assert "Family notice sent" in said(wave_inspection(document, uuid))
    settle_condition(document, coach, "")
    remove_conditions(document, (notice,))
    assert [(gate.text, gate.holds) for gate in wave(document, uuid).own_gates] == [("A named coach", False)]
    with pytest.raises(Refused):
        add_condition(document, uuid, " ")


def test_a_wave_asks_for_what_the_one_before_asks_for_without_doubling(document: Document) -> None:
    first, second = add_wave(document), add_wave(document)
    for text in ("A coach", "Notice sent"):
        settle_condition(document, add_condition(document, first, text), "yes")
    add_condition(document, second, "Notice sent")
    take_conditions(document, second, first)
    gates = wave(document, second).own_gates
    assert [(gate.text, gate.holds) for gate in gates] == [("Notice sent", False), ("A coach", False)]


def test_supports_keep_the_order_in_which_they_were_added(document: Document) -> None:
    uuid = add_wave(document)
    first, _, third = (add_support(document, uuid, text) for text in ("Coach", "Help line", "Guide"))
    edit_support(document, first, "A coach each week")
    assert [each.text for each in wave(document, uuid).supports] == ["A coach each week", "Help line", "Guide"]
    remove_supports(document, (first, third))
    assert [each.text for each in wave(document, uuid).supports] == ["Help line"]


def test_a_school_says_what_speaks_for_its_place(document: Document, schools: list[str], pilot: str) -> None:
    set_pace(document, schools[0], "ready")
    words = said(school_inspection(document, schools[0]))
    assert "In no wave yet." in words
    assert "It takes part in the pilot Lesson planning." in words
    assert "Its pace: ready to go first." in words
    uuid = add_wave(document, "North")
    put_schools(document, schools[:1], uuid)
    assert "North: " in said(school_inspection(document, schools[0]))


def test_the_rail_says_what_is_missing_until_nothing_is(document: Document, schools: list[str]) -> None:
    assert standing(document).state is State.UNTOUCHED
    uuid = add_wave(document)
    assert ENGLISH.say(standing(document).line) == "3 schools in no wave"
    put_schools(document, schools, uuid)
    condition = add_condition(document, uuid, "A coach")
    assert ENGLISH.say(standing(document).line) == "1 condition open"
    settle_condition(document, condition, "yes")
    assert standing(document).state is State.DONE


def test_without_a_calendar_waves_have_no_dates_and_say_why(document: Document) -> None:
    uuid = add_wave(document)
    assert wave(document, uuid).start is None
    assert "the school calendar is missing" in said(wave_inspection(document, uuid))


def test_json_holds_what_the_screen_shows(document: Document, schools: list[str]) -> None:
    uuid = add_wave(document, "North")
    put_schools(document, schools[:2], uuid)
    add_condition(document, uuid, "A coach")
    add_support(document, uuid, "Help line")
    made = shown(document, ENGLISH)
    (found,) = made["waves"]
    assert (found["name"], found["schools"]) == ("North", ["Cedar", "Birch"])
    assert (found["start"], found["finish"]) == ("2026-08-12", "2026-10-09")
    assert found["gates"] == [{"text": "A coach", "holds": False, "guardrail": False, "status": None}]
    assert (found["supports"], made["unplaced"], made["trouble"]) == (["Help line"], ["Elm"], None)
