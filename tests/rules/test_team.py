"""What a team must cover, and what makes a row of the RACI grid whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.team import (
    LEGAL_ITEMS,
    Coverage,
    Fault,
    Holder,
    Letter,
    Row,
    Rule,
    Seat,
    UseCase,
    coverage,
    faults,
    is_slow,
    names,
    people,
)

TUTOR = UseCase("tutor", "student-tutor", "H", 2, student_facing=True)
PLANNING = UseCase("planning", "lesson-planning", "L", 0, student_facing=False)


def seat(key: str, *holders: str, perspective: str = "", waived: bool = False) -> Seat:
    return Seat(key, key, perspective, tuple(Holder(name) for name in holders), waived)


def under(
    rule: Rule, seats: tuple[Seat, ...], use_cases: tuple[UseCase, ...] = (), rows: tuple[Row, ...] = ()
) -> Coverage:
    return next(each for each in coverage(seats, use_cases, rows) if each.rule is rule)


def test_every_rule_is_answered_once_and_in_order() -> None:
    assert [each.rule for each in coverage((), (), ())] == list(Rule)


def test_a_seat_is_covered_when_it_is_filled_or_waived() -> None:
    seats = (seat("student"), seat("family", "Rosa"), seat("board-liaison", waived=True))
    assert under(Rule.SEATS, seats).seats == ("student",)
    assert under(Rule.SEATS, seats[1:]).holds


def test_sponsor_and_lead_are_two_people_however_the_name_is_written() -> None:
    one = (seat("sponsor", "Helen Marsh"), seat("ai-lead", "helen marsh"))
    assert under(Rule.SPONSOR_AND_LEAD, one).people == ("helen marsh",)
    two = (seat("sponsor", "Helen Marsh"), seat("ai-lead", "Victor Almeida"))
    assert under(Rule.SPONSOR_AND_LEAD, two).holds


def test_sponsor_and_lead_are_not_judged_before_both_are_there() -> None:
    found = under(Rule.SPONSOR_AND_LEAD, (seat("sponsor", "Helen Marsh"), seat("ai-lead")))
    assert found.holds
    assert not found.applies


@pytest.mark.parametrize(("holders", "holds"), [((), False), (("Carmen",), False), (("Carmen", "Tunde"), True)])
def test_two_practicing_teachers_belong_on_the_team(holders: tuple[str, ...], holds: bool) -> None:
    assert under(Rule.TEACHERS, (seat("teachers", *holders, perspective="teacher"),)).holds is holds


def test_a_teacher_on_another_seat_counts_and_the_same_one_only_once() -> None:
    other = Seat("staff-association", holders=(Holder("Dana", "teacher"), Holder("Carmen", "teacher")))
    found = under(Rule.TEACHERS, (seat("teachers", "Carmen", perspective="teacher"), other))
    assert found.people == ("Carmen", "Dana")


def test_technology_does_not_lead_alone() -> None:
    technology = seat("technology", "Wei", perspective="technology")
    assert not under(Rule.BEYOND_TECHNOLOGY, (technology, seat("ai-lead", "Wei"))).holds
    assert under(Rule.BEYOND_TECHNOLOGY, (technology, seat("ai-lead", "Wei", "Karin"))).holds
    assert not under(Rule.BEYOND_TECHNOLOGY, (technology, seat("ai-lead"))).applies


def test_students_and_families_have_a_voice_once_anything_faces_students() -> None:
    seats = (seat("student", "Jordan", perspective="student"), seat("family", perspective="family"))
    assert under(Rule.VOICE, seats, (TUTOR,)).perspectives == ("family",)
    assert under(Rule.VOICE, seats, (PLANNING,)).holds


def test_a_waived_seat_is_no_voice() -> None:
    seats = (seat("student", "Jordan", perspective="student"), seat("family", perspective="family", waived=True))
    assert not under(Rule.VOICE, seats, (TUTOR,)).holds


@pytest.mark.parametrize("key", ["multilingual-scaffolds", "accessible-materials", "iep-wording", "early-warning"])
def test_special_education_is_at_the_table_for_the_use_cases_that_need_it(key: str) -> None:
    needing = (replace(PLANNING, key=key),)
    empty, filled = (seat("x", *who, perspective="special_education") for who in ((), ("Petra",)))
    assert not under(Rule.SPECIAL_EDUCATION, (empty,), needing).holds
    assert under(Rule.SPECIAL_EDUCATION, (filled,), needing).holds
    assert not under(Rule.SPECIAL_EDUCATION, (empty,), (PLANNING,)).applies


def test_legal_is_asked_about_high_risk_and_about_personal_data() -> None:
    legal = (seat("legal", "Gordon", perspective="legal"),)
    for case in (replace(PLANNING, risk="H"), replace(PLANNING, data_class=2)):
        assert under(Rule.LEGAL, legal, (case,)).work_items == LEGAL_ITEMS
    assert not under(Rule.LEGAL, legal, (replace(PLANNING, risk="M", data_class=1),)).applies


def test_to_be_told_afterwards_is_not_to_be_consulted() -> None:
    legal = (seat("legal", "Gordon", perspective="legal"),)
    letters = (Letter.CONSULTED, Letter.ACCOUNTABLE, Letter.INFORMED)
    rows = tuple(Row(key, key, (("legal", each),)) for key, each in zip(LEGAL_ITEMS, letters, strict=True))
    assert under(Rule.LEGAL, legal, (TUTOR,), rows).work_items == ("pilot-design",)


def test_an_empty_legal_seat_consults_nobody() -> None:
    rows = tuple(Row(key, key, (("legal", Letter.CONSULTED),)) for key in LEGAL_ITEMS)
    assert not under(Rule.LEGAL, (seat("legal", perspective="legal"),), (TUTOR,), rows).holds


def test_nobody_answers_for_more_than_four_rows_over_all_seats() -> None:
    seats = (seat("sponsor", "Helen"), seat("curriculum", "helen"))
    rows = tuple(Row(str(n), "", ((("sponsor", "curriculum")[n % 2], Letter.ACCOUNTABLE),)) for n in range(5))
    assert under(Rule.LOAD, seats, rows=rows[:4]).holds
    assert len(under(Rule.LOAD, seats, rows=rows).people) == 1


def test_names_are_divided_by_commas_and_semicolons_and_counted_once() -> None:
    assert names(" Carmen Reyes,Tunde  Adeyemi; carmen reyes ,") == ("Carmen Reyes", "Tunde Adeyemi")
    assert names("") == ()


def test_people_of_a_perspective_are_found_by_seat_or_by_person() -> None:
    seats = (seat("family", "Rosa", perspective="family"), Seat("x", holders=(Holder("Sana", "family"),)))
    assert people(seats, "family") == ("Rosa", "Sana")


TEAM = (seat("a", "Ana"), seat("b", "Ben"), seat("open"), seat("gone", waived=True))


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ({"a": "A", "b": "R"}, ()),
        ({"b": "R"}, (Fault.NO_ACCOUNTABLE,)),
        ({"a": "A"}, (Fault.NO_RESPONSIBLE,)),
        ({"a": "A", "b": "A", "open": "R"}, (Fault.MANY_ACCOUNTABLE, Fault.RESPONSIBLE_OPEN)),
        ({"open": "A", "b": "R"}, (Fault.ACCOUNTABLE_OPEN,)),
        ({"gone": "A", "b": "R"}, (Fault.NO_ACCOUNTABLE,)),
        ({"a": "A", "gone": "R"}, (Fault.NO_RESPONSIBLE,)),
        ({"a": "A", "b": "R", "open": "R"}, ()),
    ],
)
def test_a_row_has_one_accountable_and_someone_who_does_it(letters: dict[str, str], found: tuple[Fault, ...]) -> None:
    row = Row("row", "", tuple((key, Letter(letter)) for key, letter in letters.items()))
    assert faults(row, TEAM) == found


def test_many_consulted_slow_the_work() -> None:
    seats = tuple(seat(str(n), "x") for n in range(5))
    row = Row("row", "", tuple((each.uuid, Letter.CONSULTED) for each in seats))
    assert is_slow(row, seats)
    assert not is_slow(row, seats[:4])


@given(st.dictionaries(st.sampled_from(["a", "b", "open", "gone"]), st.sampled_from(Letter)))
def test_a_row_without_fault_has_exactly_one_a_and_at_least_one_r(letters: dict[str, Letter]) -> None:
    if not faults(Row("row", "", tuple(letters.items())), TEAM):
        counted = [letter for key, letter in letters.items() if key != "gone"]
        assert counted.count(Letter.ACCOUNTABLE) == 1
        assert Letter.RESPONSIBLE in counted
