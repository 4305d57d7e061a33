"""Copies that were edited apart: which answer replaces which, what stays, and what comes back."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.merging import Answer, Held, brought_back, contenders, is_deleted

VALUES = st.sampled_from([(None,), (1,), (2,), ("a",), ("b",), (2.5,)])
TIMES = st.sampled_from(["", "2026-08-12T09:00", "2026-08-12T10:00"])


def from_one(base: Answer | None):
    return lambda one, other: (base,)


def apart(one: int, other: int) -> tuple[()]:
    return ()


def test_an_answer_changed_in_one_copy_wins_over_the_unchanged_one() -> None:
    assert contenders([Held(0, (1,)), Held(1, (2,))], from_one((1,))) == (Held(1, (2,)),)
    assert contenders([Held(0, (2,)), Held(1, (1,))], from_one((1,))) == (Held(0, (2,)),)


def test_the_same_answer_given_twice_is_no_conflict() -> None:
    assert len(contenders([Held(0, (3,)), Held(1, (3,))], from_one((1,)))) == 1


def test_answers_changed_apart_stand_beside_each_other_the_later_first() -> None:
    early, late = Held(0, (2,), "2026-08-12T09:00"), Held(1, (3,), "2026-08-12T09:05")
    assert contenders([early, late], from_one((1,))) == (late, early)


def test_without_a_common_point_every_difference_is_a_conflict() -> None:
    assert len(contenders([Held(0, (1,)), Held(1, (2,))], apart)) == 2


def test_an_answer_given_to_a_fact_that_both_added_is_a_conflict() -> None:
    assert len(contenders([Held(0, (1,)), Held(1, (2,))], from_one(None))) == 2


@given(st.lists(st.tuples(VALUES, TIMES), min_size=1, max_size=4), st.one_of(st.none(), VALUES))
def test_what_is_taken_does_not_depend_on_the_order_of_the_copies(
    given: list[tuple[Answer, str]], base: Answer | None
) -> None:
    taken = {
        tuple(each.answer for each in contenders([Held(copy, *given[copy]) for copy in order], from_one(base)))
        for order in permutations(range(len(given)))
    }
    assert len(taken) == 1


@given(st.lists(VALUES, min_size=1, max_size=4), VALUES)
def test_an_answer_is_only_left_out_where_another_replaces_the_one_it_was(answers: list[Answer], base: Answer) -> None:
    kept = {each.answer for each in contenders([Held(*each) for each in enumerate(answers)], from_one(base))}
    assert set(answers) - kept <= {base}


def test_a_chain_of_copies_gives_the_last_word_to_the_last_copy() -> None:
    points = {(0, 1): (1,), (1, 2): (2,), (0, 2): (1,)}
    held = [Held(0, (1,)), Held(1, (2,)), Held(2, (3,))]
    assert contenders(held, lambda one, other: (points[min(one, other), max(one, other)],)) == (held[2],)


@pytest.mark.parametrize(
    ("base", "deleted"),
    [((("u", 1),), True), ((("u", 0),), False), ((None,), False), ((), False), ((("u", 1), None), False)],
)
def test_a_row_is_deleted_only_where_it_stood_untouched_at_every_common_point(
    base: tuple[Answer | None, ...], deleted: bool
) -> None:
    assert is_deleted(0, ("u", 1), [1], lambda one, other: base) is deleted


def test_what_is_needed_comes_back_with_its_owners_and_their_parts() -> None:
    deleted = {"pilot": (), "site": ("pilot",), "reading": ("criterion",), "criterion": ("pilot",), "wave": ()}
    assert brought_back(deleted, ["criterion"], []) == {"criterion", "pilot", "site", "reading"}


def test_a_part_stays_away_while_one_of_its_owners_does() -> None:
    deleted = {"use case": (), "person": (), "score": ("use case", "person")}
    assert brought_back(deleted, ["use case"], []) == {"use case"}
    assert brought_back(deleted, ["use case", "person"], []) == set(deleted)


def test_the_parts_of_what_was_edited_come_back_with_it() -> None:
    assert brought_back({"score": ("use case",)}, [], ["use case"]) == {"score"}
