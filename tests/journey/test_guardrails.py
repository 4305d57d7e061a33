"""Guardrails as a facilitator relies on them: who asks, what adopting does, gates, evidence, and undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.journey.guardrails import adopting, asking
from roadmap_desktop.journey.guardrails.detail import gate_inspection, guardrail_inspection
from roadmap_desktop.journey.guardrails.gates import GatePicture, gate, gates
from roadmap_desktop.journey.guardrails.holds import HoldsRow, holds
from roadmap_desktop.journey.guardrails.laws import laws
from roadmap_desktop.journey.guardrails.standing import standing
from roadmap_desktop.journey.inspection import Inspection, Mark, Target
from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.standing import State
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.model.guardrails import Law
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.guardrails import AskedBy, Gate, Status
from roadmap_desktop.store.document import Document

SAY = Language("en").say


def choose(document: Document, key: str, *, data_class: int = 0, student_facing: bool = False) -> str:
    """A use case of the catalogue, chosen for a pilot."""
    place = len(gates(document))
    made = UseCase(key=key, position=place, data_class=data_class, student_facing=student_facing, choice="pilot")
    with document.change("Chose") as session:
        session.add(made)
    return made.uuid


def row(document: Document, name: str) -> HoldsRow:
    return next(each for each in holds(document).rows if SAY(each.name) == name)


def adopt(document: Document, picture: GatePicture, *, but: int = 0) -> None:
    """Adopts what a gate asks for, all but some."""
    wanted = [line.guardrail for line in picture.open][: len(picture.open) - but]
    adopting.set_status(document, wanted, Status.ADOPTED)


def lift_floors(document: Document) -> None:
    """Rates what any pilot needs at its floor."""
    person = Who(VoiceKind.PERSON, add_participant(document, "Ana Lopez"))
    for statement in instrument(document).statements:
        if statement.number in (10, 24, 31, 32):
            rate_statement(document, statement.uuid, person, 2)


def lines(inspection: Inspection | None, heading: str) -> list[str]:
    assert inspection is not None
    return [SAY(line.text) for each in inspection.sections if SAY(each.heading) == heading for line in each.lines]


def test_a_new_workshop_has_twenty_three_guardrails_and_nobody_asks_for_any(document: Document) -> None:
    picture = holds(document)
    assert len(picture.rows) == 23
    assert picture.asked == ()
    assert SAY(row(document, "Incident plan").asked_by) == "Before any pilot"
    assert standing(document).state is State.UNTOUCHED


def test_those_that_the_chosen_ask_for_come_first_with_who_asks(document: Document) -> None:
    choose(document, "lesson-planning")
    choose(document, "student-tutor", data_class=2, student_facing=True)
    rows = holds(document).rows
    assert [each.asked for each in rows] == sorted((each.asked for each in rows), reverse=True)
    assert SAY(row(document, "Incident plan").asked_by) == "Every pilot"
    assert SAY(row(document, "Digital accessibility").asked_by) == "Students: Tutor for practice"
    assert SAY(row(document, "Copyright and credit").asked_by) == "Every use case, before scaling"


def test_each_area_is_named_once_in_each_part_of_the_list(document: Document) -> None:
    choose(document, "lesson-planning")
    begun = [(each.asked, each.area) for each in holds(document).rows if each.begins_area]
    assert len(begun) == len(set(begun))
    assert set(begun) == {(each.asked, each.area) for each in holds(document).rows}


def test_what_is_missing_is_said_for_the_chosen(document: Document) -> None:
    choose(document, "lesson-planning")
    assert SAY(standing(document).line) == "6 missing for 1 pilot"
    choose(document, "meeting-notes", data_class=1)
    assert SAY(standing(document).line) == "6 missing for 2 pilots"


def test_the_stage_is_done_when_everything_that_is_asked_is_adopted(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    adopt(document, gate(document, (use_case,)))
    assert standing(document).state is State.OPEN
    assert SAY(standing(document).line) == "6 of 23 adopted"
    waiting = [line.guardrail for line in gate(document, (use_case,)).open_for_scaling]
    adopting.set_status(document, waiting, Status.ADOPTED)
    assert standing(document).state is State.DONE


def test_what_is_overdue_raises_an_alert(document: Document) -> None:
    choose(document, "lesson-planning")
    adopting.edit_guardrail(document, row(document, "Incident plan").uuid, due=date(2026, 8, 2))
    assert standing(document).state is State.ALERT
    assert SAY(standing(document).line) == "1 of 6 missing overdue"
    assert row(document, "Incident plan").overdue


def test_the_last_guardrail_adopted_opens_the_gate(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    adopt(document, gate(document, (use_case,)), but=1)
    last = gate(document, (use_case,)).open
    assert len(last) == 1
    adopting.set_status(document, [last[0].guardrail], Status.ADOPTED)
    assert gate(document, (use_case,)).open == ()


def test_a_gate_is_held_by_readiness_floors_as_well(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    adopt(document, gate(document, (use_case,)))
    found = gate(document, (use_case,))
    assert [block.number for block in found.floors] == [10, 24, 31, 32]
    assert not found.lets_pilot
    assert SAY(gate_inspection(document, use_case).text).endswith("4 readiness floors keep it shut.")


def test_use_cases_piloted_together_share_one_gate(document: Document) -> None:
    first = choose(document, "lesson-planning")
    second = choose(document, "student-tutor", data_class=2, student_facing=True)
    together = gate(document, (first, second, first))
    assert together.use_cases == (first, second)
    assert {each.guardrail for each in together.before_pilot} == {
        each.guardrail for one in (first, second) for each in gate(document, (one,)).before_pilot
    }


def test_a_use_case_that_is_gone_asks_for_nothing(document: Document) -> None:
    assert gate(document, ("nobody",)).before_pilot == ()


def test_chosen_use_cases_come_first_among_the_gates(document: Document) -> None:
    with document.change("Collected") as session:
        session.add(UseCase(key="meeting-notes", position=0))
    chosen = choose(document, "lesson-planning")
    assert [each.chosen for each in gates(document)] == [True, False]
    assert gates(document)[0].uuid == chosen


def test_adopting_takes_the_day_of_the_clock_unless_another_is_given(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], Status.ADOPTED)
    assert row(document, "Incident plan").adopted_on == date(2026, 8, 3)
    adopting.set_status(document, [uuid], Status.ADOPTED, on=date(2026, 7, 1))
    assert row(document, "Incident plan").adopted_on == date(2026, 7, 1)
    adopting.set_status(document, [uuid], Status.ADOPTED)
    assert row(document, "Incident plan").adopted_on == date(2026, 7, 1)


def test_what_is_drafted_again_has_no_day_of_adoption(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], Status.ADOPTED)
    adopting.set_status(document, [uuid], Status.DRAFTED)
    assert row(document, "Incident plan").adopted_on is None


def test_a_day_of_adoption_makes_it_adopted_and_stays(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.edit_guardrail(document, uuid, adopted_on=date(2026, 5, 4))
    assert row(document, "Incident plan").status is Status.ADOPTED
    with pytest.raises(Refused):
        adopting.edit_guardrail(document, uuid, adopted_on="")


def test_adopting_without_evidence_is_done_and_said(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], Status.ADOPTED)
    said = lines(guardrail_inspection(document, uuid), "Where it stands")
    assert said == ["Adopted on Aug 3, 2026", "No evidence yet. Proof: The record of the exercise."]
    adopting.add_evidence(document, uuid, "Exercise of August 1", dated=date(2026, 8, 1))
    assert lines(guardrail_inspection(document, uuid), "Where it stands") == ["Adopted on Aug 3, 2026"]


def test_owner_due_and_length_are_kept_and_can_be_taken_away(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.edit_guardrail(document, uuid, owner=" Wei  Chen ", due=date(2026, 10, 1), length="3 Weeks")
    found = row(document, "Incident plan")
    assert (found.owner, found.due, found.length) == ("Wei Chen", date(2026, 10, 1), "3 weeks")
    adopting.edit_guardrail(document, uuid, owner="", due="")
    assert (row(document, "Incident plan").owner, row(document, "Incident plan").due) == ("", None)


def test_a_length_that_cannot_be_read_is_refused_beside_its_field(document: Document) -> None:
    with pytest.raises(Refused) as refused:
        adopting.edit_guardrail(document, row(document, "Incident plan").uuid, length="soon")
    assert refused.value.field == "length"


def test_evidence_can_be_changed_and_removed(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    first = adopting.add_evidence(document, uuid, "Draft")
    adopting.add_evidence(document, uuid, "Minutes", dated=date(2026, 8, 1))
    adopting.edit_evidence(document, first, text="Plan, second draft", dated=date(2026, 7, 1))
    assert [each.text for each in row(document, "Incident plan").evidence] == ["Plan, second draft", "Minutes"]
    adopting.remove_evidence(document, [first])
    assert [each.text for each in row(document, "Incident plan").evidence] == ["Minutes"]


def test_empty_evidence_is_refused(document: Document) -> None:
    with pytest.raises(Refused):
        adopting.add_evidence(document, row(document, "Incident plan").uuid, "  ")


def test_the_room_adds_a_guardrail_of_its_own_and_takes_it_out_again(document: Document) -> None:
    choose(document, "lesson-planning")
    uuid = asking.add_guardrail(document, "No AI before grade 3")
    own = row(document, "No AI before grade 3")
    assert (own.own, own.asked, SAY(own.area_name)) == (True, True, "Added by the room")
    asking.remove_guardrails(document, [uuid])
    assert holds(document).row(uuid) is None


def test_the_task_of_a_guardrail_that_was_removed_stays_as_orphaned(document: Document) -> None:
    choose(document, "lesson-planning")
    uuid = asking.add_guardrail(document, "No AI before grade 3")
    asking.remove_guardrails(document, [uuid])
    kept = [task for task in merged(document).tasks if task.key == f"adopt:{uuid}"]
    assert [task.orphaned for task in kept] == [True]


def test_a_guardrail_of_the_catalogue_stays_and_keeps_its_name_in_store(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    with pytest.raises(Refused):
        asking.remove_guardrails(document, [uuid])
    adopting.edit_guardrail(document, uuid, name="When things go wrong")
    assert row(document, "When things go wrong").uuid == uuid
    adopting.edit_guardrail(document, uuid, name="")
    assert row(document, "Incident plan").uuid == uuid


def test_a_use_case_asks_for_one_more_and_no_longer(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    uuid = row(document, "Fake images and harassment").uuid
    assert uuid in dict(asking.could_require(document, use_case))
    asking.require_guardrail(document, use_case, uuid)
    added = [line for line in gate(document, (use_case,)).before_pilot if line.guardrail == uuid]
    assert [line.asked_by for line in added] == [AskedBy.ROOM]
    assert SAY(row(document, "Fake images and harassment").asked_by) == "The room, for Lesson and unit planning"
    asking.drop_requirement(document, use_case, uuid)
    assert not row(document, "Fake images and harassment").asked


def test_what_is_asked_anyway_is_not_asked_twice_or_taken_back(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    uuid = row(document, "Incident plan").uuid
    for move in (asking.require_guardrail, asking.drop_requirement):
        with pytest.raises(Refused):
            move(document, use_case, uuid)


def test_a_gate_moved_to_scaling_no_longer_holds_the_pilot(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    uuid = row(document, "Incident plan").uuid
    asking.move_gate(document, uuid, Gate.SCALING)
    found = gate(document, (use_case,))
    assert uuid not in [line.guardrail for line in found.before_pilot]
    assert uuid in [line.guardrail for line in found.before_scaling]


def test_the_inspector_names_law_day_dates_and_counsel(document: Document) -> None:
    uuid = row(document, "Digital accessibility").uuid
    inspection = guardrail_inspection(document, uuid)
    law = lines(inspection, "Law or standard")
    assert law[0].startswith("Americans with Disabilities Act (ADA), Title II")
    assert "Apr 26, 2027: It applies where 50,000 people or more live." in law
    assert law[-1] == "Read in a source, as of Jun 30, 2026"
    assert lines(inspection, "Check with counsel")[-1] == "Laws change. Nothing here is legal advice."


def test_the_law_of_another_state_is_said_to_be_an_example(document: Document) -> None:
    found = laws(document, row(document, "Rules for responsible use").uuid)
    assert [SAY(law.only_in) for law in found] == ["Ohio"]


def test_the_last_one_missing_is_said_to_keep_the_gate_shut(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    adopt(document, gate(document, (use_case,)), but=1)
    last = gate(document, (use_case,)).open[0].guardrail
    because = "Lesson and unit planning: every pilot asks for it"
    assert lines(guardrail_inspection(document, last), "Who asks for it") == [because]
    lift_floors(document)
    assert lines(guardrail_inspection(document, last), "Who asks for it") == [
        f"{because}; the last one that keeps it shut"
    ]


def test_a_gate_without_missing_guardrails_or_floors_lets_the_pilot_start(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    adopt(document, gate(document, (use_case,)))
    lift_floors(document)
    assert gate(document, (use_case,)).lets_pilot
    assert gate(document, (use_case,)).open_for_scaling
    inspection = gate_inspection(document, use_case)
    assert inspection is not None
    assert SAY(inspection.text) == "Open: all 6 guardrails are adopted."


def test_every_open_guardrail_of_a_gate_leads_to_where_it_is_adopted(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    inspection = gate_inspection(document, use_case)
    assert inspection is not None
    first = inspection.sections[0].lines[0]
    assert first.mark is Mark.OPEN
    assert first.target == Target("guardrails", "holds", gate(document, (use_case,)).open[0].guardrail)


def test_what_is_gone_has_no_inspection(document: Document) -> None:
    assert guardrail_inspection(document, "nothing") is None
    assert gate_inspection(document, "nothing") is None


MOVES: dict[str, Callable[[Document, str, str], object]] = {
    "adopt": lambda document, _case, uuid: adopting.set_status(document, [uuid], Status.ADOPTED),
    "edit": lambda document, _case, uuid: adopting.edit_guardrail(document, uuid, owner="Wei", length="2 weeks"),
    "prove": lambda document, _case, uuid: adopting.add_evidence(document, uuid, "Minutes"),
    "add": lambda document, _case, _uuid: asking.add_guardrail(document, "Ours"),
    "move": lambda document, _case, uuid: asking.move_gate(document, uuid, Gate.ANY),
    "ask": lambda document, case, uuid: asking.require_guardrail(document, case, uuid),
}


@pytest.mark.parametrize("name", MOVES)
def test_undo_gives_the_same_list_and_gates_back(document: Document, name: str) -> None:
    use_case = choose(document, "lesson-planning")
    uuid = row(document, "Fake images and harassment").uuid
    before = holds(document), gates(document), merged(document)
    MOVES[name](document, use_case, uuid)
    assert (holds(document), gates(document)) != before[:2]
    document.undo()
    assert (holds(document), gates(document), merged(document)) == before


@pytest.mark.parametrize("status", Status)
def test_a_guardrail_that_is_gone_is_refused(document: Document, status: Status) -> None:
    with pytest.raises(Refused):
        adopting.set_status(document, ["nothing"], status)


def test_several_are_adopted_in_one_step_that_says_how_many(document: Document) -> None:
    uuids = [each.uuid for each in holds(document).rows[:3]]
    for status, said in (
        (Status.ADOPTED, "Adopted 3 guardrails"),
        (Status.DRAFTED, "Marked 3 guardrails as drafted"),
        (Status.MISSING, "Marked 3 guardrails as missing"),
    ):
        adopting.set_status(document, uuids, status)
        assert SAY(document.undo_label) == said


@pytest.mark.parametrize(
    ("status", "owner", "due", "said"),
    [
        (Status.MISSING, "", None, "Missing; no owner yet"),
        (Status.DRAFTED, "Wei", date(2026, 9, 1), "Drafted; Wei, due Sep 1, 2026"),
        (Status.DRAFTED, "Wei", date(2026, 8, 1), "Drafted; Wei, overdue since Aug 1, 2026"),
    ],
)
def test_the_inspector_says_how_far_a_guardrail_is(
    document: Document, status: Status, owner: str, due: date | None, said: str
) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.set_status(document, [uuid], status)
    adopting.edit_guardrail(document, uuid, owner=owner, due=due)
    assert lines(guardrail_inspection(document, uuid), "Where it stands")[0] == said


def test_an_adoption_that_lies_ahead_is_pointed_out(document: Document) -> None:
    uuid = row(document, "Incident plan").uuid
    adopting.edit_guardrail(document, uuid, adopted_on=date(2026, 12, 1))
    assert "Its day of adoption lies ahead." in lines(guardrail_inspection(document, uuid), "Where it stands")


def test_who_asks_is_named_for_two_and_counted_beyond(document: Document) -> None:
    for key in ("bus-routes", "substitute-scheduling"):
        choose(document, key, data_class=2)
    assert SAY(row(document, "State privacy law").asked_by).startswith("Personal data: Bus routes and ")
    choose(document, "attendance-outreach", data_class=2)
    assert SAY(row(document, "State privacy law").asked_by) == "Personal data: 3 use cases"
    choose(document, "student-tutor", data_class=2, student_facing=True)
    assert SAY(row(document, "Digital accessibility").asked_by) == "Students: Tutor for practice"


def test_the_only_use_case_is_named_before_scaling_and_the_room_before_that(document: Document) -> None:
    use_case = choose(document, "lesson-planning")
    assert SAY(row(document, "Copyright and credit").asked_by) == "Before scaling: Lesson and unit planning"
    asking.require_guardrail(document, use_case, row(document, "Copyright and credit").uuid)
    assert SAY(row(document, "Copyright and credit").asked_by) == "The room, for Lesson and unit planning"


def test_a_law_of_the_room_shows_its_note_and_its_day(document: Document) -> None:
    uuid = asking.add_guardrail(document, "Ours", area="data")
    law = Law(
        guardrail=uuid, name="City rule 12", as_of=date(2026, 7, 1), applies_from=date(2026, 9, 1), note="Ask Gil"
    )
    with document.change("Added a law") as session:
        session.add(law)
    assert lines(guardrail_inspection(document, uuid), "Law or standard") == [
        "City rule 12",
        "From Sep 1, 2026",
        "Ask Gil",
        "As of Jul 1, 2026",
    ]
    assert lines(guardrail_inspection(document, uuid), "Where it stands")[1] == "No evidence yet."


def test_what_has_no_name_or_is_gone_is_refused(document: Document) -> None:
    own = asking.add_guardrail(document, "Ours")
    for wrong in (
        lambda: asking.add_guardrail(document, "  "),
        lambda: asking.add_guardrail(document, "Ours too", area="moon"),
        lambda: adopting.edit_guardrail(document, own, name=""),
        lambda: adopting.edit_evidence(document, "nothing", text="x"),
        lambda: adopting.remove_evidence(document, ["nothing"]),
        lambda: asking.require_guardrail(document, "nothing", own),
    ):
        with pytest.raises(Refused):
            wrong()


def test_to_remove_or_adopt_nothing_leaves_no_step(document: Document) -> None:
    adopting.set_status(document, [], Status.ADOPTED)
    adopting.remove_evidence(document, [])
    asking.remove_guardrails(document, [])
    assert document.undo_label is None


def test_two_of_the_room_are_removed_in_one_step(document: Document) -> None:
    asking.remove_guardrails(document, [asking.add_guardrail(document, name) for name in ("One", "Two")])
    assert SAY(document.undo_label) == "Removed 2 guardrails"
