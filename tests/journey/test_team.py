"""The team as a facilitator relies on it: seats, what must be covered, the RACI grid, and undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.journey.inspection import Inspection, Mark, Target
from roadmap_desktop.journey.merged import SEATS_TASK, merged
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.standing import State
from roadmap_desktop.journey.team import assigning, holding
from roadmap_desktop.journey.team.detail import seat_inspection, work_inspection
from roadmap_desktop.journey.team.responsibilities import GridRow, responsibilities
from roadmap_desktop.journey.team.seats import CoverageRow, SeatRow, SeatState, seats
from roadmap_desktop.journey.team.standing import standing
from roadmap_desktop.language import Language
from roadmap_desktop.model.pilots import Pilot
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.team import Fault, Letter, Rule
from roadmap_desktop.store.document import Document
from tests.copied import sample_copy

SAY = Language("en").say
EVERYBODY = {
    "sponsor": "Helen Marsh",
    "ai-lead": "Victor Almeida",
    "technology": "Wei Chen",
    "legal": "Gordon Ellis",
    "curriculum": "Karin Fischer",
    "special-education": "Petra Novak",
    "principal": "Ingrid Sorensen",
    "teachers": "Carmen Reyes, Tunde Adeyemi",
    "staff-association": "Dana Burke",
    "communications": "Lucia Romero",
    "operations": "Frank Dietz",
    "student": "Jordan B.",
    "family": "Rosa Ortiz",
    "board-liaison": "Ben Ito",
}


def seat(document: Document, key: str) -> SeatRow:
    return next(each for each in seats(document).rows if each.key == key)


def work(document: Document, key: str) -> GridRow:
    return next(each for each in responsibilities(document, with_open_seats=True).rows if each.key == key)


def under(document: Document, rule: Rule) -> CoverageRow:
    return next(each for each in seats(document).coverage if each.rule is rule)


def fill(document: Document, *keys: str) -> None:
    for key in keys or EVERYBODY:
        holding.fill_seat(document, seat(document, key).uuid, EVERYBODY[key])


def choose(document: Document, key: str, *, risk: str = "L", data_class: int = 0, student_facing: bool = False) -> None:
    made = UseCase(key=key, risk=risk, data_class=data_class, student_facing=student_facing, choice="pilot")
    with document.change("Chose") as session:
        session.add(made)


def lines(inspection: Inspection | None, heading: str) -> list[str]:
    assert inspection is not None
    return [SAY(line.text) for each in inspection.sections if SAY(each.heading) == heading for line in each.lines]


def test_a_new_workshop_has_fourteen_open_seats_with_their_duties(document: Document) -> None:
    picture = seats(document)
    assert len(picture.of(SeatState.OPEN)) == 14
    assert all(row.duty for row in picture.rows)
    assert len(picture.absent) == 12
    assert standing(document).state is State.UNTOUCHED
    assert SAY(standing(document).line) == "14 seats open"


def test_a_seat_is_filled_by_one_or_several_and_opened_again(document: Document) -> None:
    uuid = seat(document, "teachers").uuid
    holding.fill_seat(document, uuid, "Carmen Reyes; Tunde Adeyemi,")
    assert seat(document, "teachers").holders == ("Carmen Reyes", "Tunde Adeyemi")
    holding.fill_seat(document, uuid, "")
    assert seat(document, "teachers").state is SeatState.OPEN


def test_participants_of_the_perspective_are_suggested_until_they_hold_the_seat(document: Document) -> None:
    add_participant(document, "Rosa Ortiz", perspective="family")
    add_participant(document, "Wei Chen", perspective="technology")
    assert seat(document, "family").suggested == ("Rosa Ortiz",)
    holding.add_holder(document, seat(document, "family").uuid, "Rosa Ortiz")
    assert seat(document, "family").suggested == ()
    assert seat(document, "communications").suggested == ("Wei Chen",)


def test_a_seat_is_waived_with_a_reason_and_filled_after_all(document: Document) -> None:
    uuid = seat(document, "board-liaison").uuid
    holding.waive_seat(document, uuid, "The superintendent reports")
    assert seat(document, "board-liaison").state is SeatState.WAIVED
    holding.fill_seat(document, uuid, "Ben Ito")
    assert (seat(document, "board-liaison").state, seat(document, "board-liaison").waived) == (SeatState.FILLED, "")


def test_a_seat_that_is_held_cannot_be_waived(document: Document) -> None:
    fill(document, "family")
    with pytest.raises(Refused) as refused:
        holding.waive_seat(document, seat(document, "family").uuid, "Later")
    assert refused.value.field == "waived"


def test_the_room_adds_renames_and_removes_a_seat_of_its_own(document: Document) -> None:
    uuid = holding.add_seat(document, "Library", perspective="instruction")
    holding.rename_seat(document, uuid, "Libraries")
    holding.give_perspective(document, uuid, "teacher")
    found = seats(document).row(uuid)
    assert found is not None
    assert (found.name, found.perspective, found.own) == ("Libraries", "teacher", True)
    holding.remove_seats(document, [uuid])
    assert seats(document).row(uuid) is None


def test_a_seat_of_the_catalogue_can_be_renamed_and_not_removed(document: Document) -> None:
    uuid = seat(document, "family").uuid
    holding.rename_seat(document, uuid, "Parents")
    assert SAY(seat(document, "family").name) == "Parents"
    holding.rename_seat(document, uuid, "")
    assert SAY(seat(document, "family").name) == "Family"
    with pytest.raises(Refused):
        holding.remove_seats(document, [uuid])


def test_nothing_without_a_name_and_no_unknown_perspective_is_taken(document: Document) -> None:
    for wrong in (
        lambda: holding.add_seat(document, " "),
        lambda: holding.add_seat(document, "Library", perspective="martian"),
        lambda: assigning.add_work_item(document, " "),
        lambda: holding.fill_seat(document, "nothing", "Ana"),
        lambda: assigning.rename_work_item(document, "nothing", "Ana"),
    ):
        with pytest.raises(Refused):
            wrong()


def test_a_whole_team_covers_everything(document: Document) -> None:
    choose(document, "iep-wording", risk="H", data_class=3, student_facing=True)
    fill(document)
    assert [each.rule for each in seats(document).coverage if not each.holds] == []
    assert seats(document).absent == ()
    assert standing(document).state is State.DONE


def test_a_missing_family_voice_is_said_first(document: Document) -> None:
    choose(document, "student-tutor", student_facing=True)
    fill(document)
    holding.fill_seat(document, seat(document, "family").uuid, "")
    assert SAY(standing(document).line) == "no family voice"
    found = under(document, Rule.VOICE)
    assert SAY(found.text) == "Tutor for practice: nobody speaks for families"
    assert found.target == Target("team", "seats", seat(document, "family").uuid)
    assert [SAY(name) for name in seats(document).absent] == ["Families"]


@pytest.mark.parametrize(
    ("key", "holder", "rule", "said", "briefly"),
    [
        ("ai-lead", "Helen Marsh", Rule.SPONSOR_AND_LEAD, "Helen Marsh: sponsor and lead", "sponsor and lead are one"),
        ("ai-lead", "Wei Chen", Rule.BEYOND_TECHNOLOGY, "Only technology leads (Wei Chen)", "technology leads alone"),
        ("teachers", "Carmen Reyes", Rule.TEACHERS, "1 practicing teacher, and at least 2", "1 teacher of 2"),
        ("curriculum", "Helen Marsh", Rule.LOAD, "Helen Marsh: accountable for more", "one person carries too much"),
    ],
)
def test_each_rule_says_in_words_who_breaks_it(
    document: Document, key: str, holder: str, rule: Rule, said: str, briefly: str
) -> None:
    fill(document)
    assert under(document, rule).holds
    holding.fill_seat(document, seat(document, key).uuid, holder)
    assert SAY(under(document, rule).text).startswith(said)
    assert under(document, rule).line.mark is Mark.OPEN
    assert SAY(standing(document).line) == briefly


@pytest.mark.parametrize(
    ("key", "rule", "said"),
    [
        ("special-education", Rule.SPECIAL_EDUCATION, "special education is not at the table"),
        ("legal", Rule.LEGAL, "legal is not consulted on Vetting, Privacy agreements, and Pilot design"),
    ],
)
def test_what_a_chosen_use_case_needs_is_named_with_it(document: Document, key: str, rule: Rule, said: str) -> None:
    choose(document, "iep-wording", risk="H", data_class=3)
    fill(document)
    holding.fill_seat(document, seat(document, key).uuid, "")
    holding.waive_seat(document, seat(document, key).uuid, "Nobody has time")
    assert SAY(under(document, rule).text).endswith(said)
    assert SAY(under(document, rule).text).startswith("Help with the wording of IEPs")


def test_rules_that_nothing_asks_for_say_so_and_hold(document: Document) -> None:
    applying = [each for each in seats(document).coverage if each.rule in (Rule.VOICE, Rule.LEGAL)]
    assert all(each.holds for each in applying)
    assert [SAY(each.text) for each in applying] == [
        "Student and family voice: nothing chosen faces students",
        "Legal: nothing chosen has high risk or personal data",
    ]


def test_the_grid_has_fourteen_rows_and_a_column_for_each_filled_seat(document: Document) -> None:
    assert responsibilities(document).seats == ()
    fill(document, "sponsor", "ai-lead")
    picture = responsibilities(document)
    assert [each.holders for each in picture.seats] == [("Helen Marsh",), ("Victor Almeida",)]
    assert (len(picture.rows), picture.open_seats) == (14, 12)
    assert picture.rows[0].letters == (Letter.ACCOUNTABLE, Letter.RESPONSIBLE)
    assert len(responsibilities(document, with_open_seats=True).seats) == 14


def test_every_suggested_row_is_whole_once_the_seats_are_filled(document: Document) -> None:
    fill(document)
    assert responsibilities(document).broken == ()


def test_a_letter_with_an_open_seat_is_with_nobody(document: Document) -> None:
    fill(document, "ai-lead")
    assert work(document, "vision").faults == (Fault.ACCOUNTABLE_OPEN,)
    assert SAY(work(document, "vision").lacks) == "A is open"


def test_letters_are_given_changed_and_cleared(document: Document) -> None:
    fill(document)
    row, family = work(document, "vision"), seat(document, "family").uuid
    place = [each.uuid for each in responsibilities(document).seats].index(family)
    for letter in (Letter.INFORMED, None, Letter.CONSULTED):
        assigning.set_letter(document, row.uuid, family, letter)
        assert work(document, "vision").letters[place] is letter


def test_what_is_wrong_with_a_row_is_said_and_never_refused(document: Document) -> None:
    fill(document)
    row = work(document, "vision")
    assigning.set_letter(document, row.uuid, seat(document, "family").uuid, Letter.ACCOUNTABLE)
    assigning.set_letter(document, row.uuid, seat(document, "ai-lead").uuid, None)
    assert work(document, "vision").faults == (Fault.MANY_ACCOUNTABLE, Fault.NO_RESPONSIBLE)
    assert SAY(work(document, "vision").lacks) == "more than one A, no R"
    assert SAY(standing(document).line) == "1 row without A or R"
    assert lines(work_inspection(document, row.uuid), "What is missing") == [
        "more than one A: leave one",
        "nobody does the work: give a seat an R",
    ]


def test_a_waived_seat_carries_no_letter(document: Document) -> None:
    uuid = seat(document, "family").uuid
    holding.waive_seat(document, uuid, "Nobody yet")
    with pytest.raises(Refused):
        assigning.set_letter(document, work(document, "vision").uuid, uuid, Letter.CONSULTED)
    assert uuid not in [each.uuid for each in responsibilities(document, with_open_seats=True).seats]


def test_the_room_adds_renames_and_removes_a_row(document: Document) -> None:
    uuid = assigning.add_work_item(document, "Naming the tools")
    assigning.rename_work_item(document, uuid, "Names of tools")
    found = responsibilities(document).row(uuid)
    assert found is not None
    assert (found.name, found.own) == ("Names of tools", True)
    assert found.faults == (Fault.NO_ACCOUNTABLE, Fault.NO_RESPONSIBLE)
    assigning.remove_work_items(document, [uuid])
    assert responsibilities(document).row(uuid) is None


def test_a_row_of_the_catalogue_stays(document: Document) -> None:
    with pytest.raises(Refused):
        assigning.remove_work_items(document, [work(document, "vision").uuid])


def test_many_consulted_in_a_row_are_pointed_out(document: Document) -> None:
    fill(document)
    row = work(document, "training")
    assigning.set_letter(document, row.uuid, seat(document, "family").uuid, Letter.CONSULTED)
    assert "Many are consulted; that slows the work" in lines(work_inspection(document, row.uuid), "What is missing")


def test_the_inspector_says_what_a_seat_carries_and_who_shares_a_row(document: Document) -> None:
    fill(document, "sponsor")
    assert "Accountable: Vision" in lines(seat_inspection(document, seat(document, "sponsor").uuid), "What it carries")
    said = lines(work_inspection(document, work(document, "vision").uuid), "Who does what")
    assert said[:2] == ["Responsible: AI lead (open)", "Accountable: Executive sponsor (Helen Marsh)"]


def test_the_inspector_says_how_a_seat_stands(document: Document) -> None:
    uuid = seat(document, "family").uuid
    stands = lambda: lines(seat_inspection(document, uuid), "Who holds it")  # noqa: E731
    assert stands() == ["Nobody yet: fill it, or say why it stays empty"]
    holding.waive_seat(document, uuid, "Election in May")
    assert stands() == ["Waived: Election in May"]
    holding.fill_seat(document, uuid, "Rosa Ortiz, Sana Khan")
    assert stands() == ["Rosa Ortiz and Sana Khan"]


def test_what_is_gone_has_no_inspection(document: Document) -> None:
    assert seat_inspection(document, "nothing") is None
    assert work_inspection(document, "nothing") is None


def test_the_task_to_fill_the_seats_is_kept_as_done_when_the_last_is_filled(document: Document) -> None:
    with document.change("Planned") as session:
        session.add(Pilot(name="Planning"))
    fill(document)
    kept = [task for task in merged(document).tasks if task.key == "team:seats"]
    assert [(task.orphaned, task.progress) for task in kept] == [(False, 100)]


MOVES: dict[str, Callable[[Document], object]] = {
    "fill": lambda document: holding.fill_seat(document, seat(document, "family").uuid, "Rosa Ortiz"),
    "waive": lambda document: holding.waive_seat(document, seat(document, "family").uuid, "Later"),
    "add": lambda document: holding.add_seat(document, "Library"),
    "letter": lambda document: assigning.set_letter(
        document, work(document, "vision").uuid, seat(document, "sponsor").uuid, Letter.RESPONSIBLE
    ),
    "row": lambda document: assigning.add_work_item(document, "Naming the tools"),
}


@pytest.mark.parametrize("name", MOVES)
def test_undo_gives_the_same_team_back(document: Document, name: str) -> None:
    fill(document, "sponsor")
    before = seats(document), responsibilities(document), merged(document)
    MOVES[name](document)
    assert (seats(document), responsibilities(document)) != before[:2]
    document.undo()
    assert (seats(document), responsibilities(document), merged(document)) == before


@pytest.mark.parametrize(
    ("gone", "briefly"),
    [
        (("student",), "no student voice"),
        (("student", "family"), "no student or family voice"),
        (("special-education",), "no special education"),
        (("legal",), "legal not consulted"),
    ],
)
def test_the_rail_says_which_voice_is_missing(document: Document, gone: tuple[str, ...], briefly: str) -> None:
    choose(document, "iep-wording", risk="H", data_class=3, student_facing=True)
    fill(document)
    for key in gone:
        holding.fill_seat(document, seat(document, key).uuid, "")
        holding.waive_seat(document, seat(document, key).uuid, "Nobody has time")
    assert SAY(standing(document).line) == briefly


def test_nobody_for_students_is_said_with_the_use_case(document: Document) -> None:
    choose(document, "student-tutor", student_facing=True)
    fill(document, "family")
    assert SAY(under(document, Rule.VOICE).text) == "Tutor for practice: nobody speaks for students"


def test_an_open_seat_is_said_when_every_voice_is_heard(document: Document) -> None:
    fill(document)
    holding.fill_seat(document, seat(document, "operations").uuid, "")
    assert SAY(standing(document).line) == "1 seat open"


def test_two_of_the_room_are_removed_in_one_step_and_none_in_none(document: Document) -> None:
    holding.remove_seats(document, [holding.add_seat(document, name) for name in ("Library", "Health")])
    assert SAY(document.undo_label) == "Removed 2 seats"
    assigning.remove_work_items(document, [assigning.add_work_item(document, name) for name in ("One", "Two")])
    assert SAY(document.undo_label) == "Removed 2 rows"
    holding.remove_seats(document, [])
    assigning.remove_work_items(document, [])
    assert SAY(document.undo_label) == "Removed 2 rows"


def test_clearing_what_has_no_letter_leaves_no_step(document: Document) -> None:
    assigning.set_letter(document, work(document, "vision").uuid, seat(document, "legal").uuid, None)
    assert document.undo_label is None


def test_filling_the_last_seat_is_a_task_done_and_no_orphan(tmp_path: Path) -> None:
    sample = sample_copy(tmp_path / "sample.roadmap")
    for each in seats(sample).rows:
        if each.state is SeatState.OPEN:
            holding.fill_seat(sample, each.uuid, "Ana Ruiz")
    (task,) = [each for each in merged(sample).tasks if each.key == SEATS_TASK]
    assert (task.orphaned, task.progress) == (False, 100)
    sample.undo()
    (task,) = [each for each in merged(sample).tasks if each.key == SEATS_TASK]
    assert task.progress == 0
    sample.close()
