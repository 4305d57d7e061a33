"""The gate follows from who uses the tool, which data it gets, and what the room asks beyond."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.guardrails import (
    AskedBy,
    Gate,
    Guardrail,
    Status,
    UseCase,
    asked,
    asked_for_scaling,
    before_pilot,
    before_scaling,
    is_open,
)

ANY = Guardrail("any", Gate.ANY, None, Status.MISSING)
STUDENTS = Guardrail("students", Gate.STUDENTS, None, Status.DRAFTED)
SCALING = Guardrail("scaling", Gate.SCALING, None, Status.MISSING)
SOONER = Guardrail("sooner", Gate.SCALING, Gate.STUDENTS, Status.ADOPTED)
ALL = (ANY, STUDENTS, SCALING, SOONER)
PLANNING = UseCase("planning", 0, student_facing=False)
ROUTES = UseCase("routes", 2, student_facing=False)
TUTOR = UseCase("tutor", 2, student_facing=True)

guardrails = st.lists(
    st.builds(
        Guardrail,
        st.sampled_from("abcdef"),
        st.sampled_from(Gate),
        st.none() | st.sampled_from(Gate),
        st.sampled_from(Status),
    ),
    unique_by=lambda each: each.uuid,
)
use_cases = st.builds(
    UseCase, st.uuids().map(str), st.integers(0, 3), st.booleans(), st.frozensets(st.sampled_from("abcdef"))
)


def why(use_case: UseCase) -> dict[str, AskedBy]:
    return {each.guardrail: each.by for each in asked(use_case, ALL)}


def test_public_data_and_no_students_ask_only_for_what_every_pilot_asks() -> None:
    assert why(PLANNING) == {"any": AskedBy.EVERY_PILOT}


def test_personal_data_asks_for_the_student_gate() -> None:
    assert why(ROUTES) == {"any": AskedBy.EVERY_PILOT, "students": AskedBy.PERSONAL_DATA}
    assert "students" not in why(replace(ROUTES, data_class=1))


def test_students_ask_for_it_and_bring_forward_what_would_wait_for_scaling() -> None:
    assert why(TUTOR) == {
        "any": AskedBy.EVERY_PILOT,
        "students": AskedBy.STUDENTS,
        "sooner": AskedBy.STUDENTS,
    }


def test_scaling_asks_for_the_rest() -> None:
    assert [each.guardrail for each in asked_for_scaling(PLANNING, ALL)] == ["scaling", "sooner"]
    assert [each.guardrail for each in asked_for_scaling(TUTOR, ALL)] == ["scaling"]


def test_the_room_can_ask_for_one_more() -> None:
    assert why(replace(PLANNING, required=frozenset({"scaling"})))["scaling"] is AskedBy.ROOM


def test_what_every_pilot_asks_stays_so_when_the_room_asks_as_well() -> None:
    assert why(replace(PLANNING, required=frozenset({"any"})))["any"] is AskedBy.EVERY_PILOT


def test_use_cases_together_ask_for_each_guardrail_once_with_the_reason_that_binds_most() -> None:
    together = {each.guardrail: each.by for each in before_pilot((ROUTES, TUTOR), ALL)}
    assert together == why(TUTOR)


def test_what_one_of_them_asks_before_its_pilot_does_not_wait_for_scaling() -> None:
    assert [each.guardrail for each in before_scaling((PLANNING, TUTOR), ALL)] == ["scaling"]


def test_a_gate_opens_with_its_last_guardrail() -> None:
    adopted = tuple(replace(each, status=Status.ADOPTED) for each in ALL)
    assert not is_open(before_pilot((TUTOR,), ALL))
    assert not is_open(before_pilot((TUTOR,), (*adopted[:1], STUDENTS, *adopted[2:])))
    assert is_open(before_pilot((TUTOR,), adopted))


@given(guardrails, st.lists(use_cases, max_size=4))
def test_together_is_what_each_asks_alone(found: list[Guardrail], cases: list[UseCase]) -> None:
    alone = {each.guardrail for case in cases for each in asked(case, found)}
    later = {each.guardrail for case in cases for each in asked_for_scaling(case, found)}
    assert {each.guardrail for each in before_pilot(cases, found)} == alone
    assert {each.guardrail for each in before_scaling(cases, found)} == later - alone


@given(guardrails, use_cases)
def test_more_data_never_asks_for_less(found: list[Guardrail], case: UseCase) -> None:
    more = replace(case, data_class=3)
    assert {each.guardrail for each in asked(case, found)} <= {each.guardrail for each in asked(more, found)}


@given(guardrails, use_cases)
def test_a_guardrail_is_asked_before_the_pilot_or_before_scaling_never_both(
    found: list[Guardrail], case: UseCase
) -> None:
    before = {each.guardrail for each in asked(case, found)}
    after = {each.guardrail for each in asked_for_scaling(case, found)}
    assert not before & after
