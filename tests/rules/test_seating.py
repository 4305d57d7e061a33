"""Who sits at which table: laws that hold for any room, and rooms whose best seating is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.seating import TEACHER, Guest, balanced, proposed_tables

TABLES = ("1", "2", "3", "4", "5", "6", "7", "8")
tables = st.integers(1, 8).map(lambda number: TABLES[:number])
VOICES = (TEACHER, "family", "board", "student", "")


def rooms(pinned: bool = False) -> st.SearchStrategy[list[Guest]]:
    guest = st.builds(
        Guest,
        key=st.just(""),
        perspective=st.sampled_from(VOICES),
        school=st.sampled_from(("", "Oak", "Elm")),
        table=st.sampled_from(("", *TABLES[:3])),
        pinned=st.booleans() if pinned else st.just(False),
    )
    return st.lists(guest, max_size=24).map(lambda row: [replace(each, key=f"p{n}") for n, each in enumerate(row)])


def spread(found: Mapping[str, str], among: Iterable[str], of: Iterable[str]) -> int:
    """The largest count at a table less the smallest, of those people."""
    counts = Counter(found[key] for key in of)
    return max(counts[table] for table in among) - min(counts[table] for table in among)


@given(rooms(pinned=True), tables)
def test_everybody_has_one_table_and_it_is_one_of_the_room(guests: list[Guest], among: tuple[str, ...]) -> None:
    found = balanced(guests, among)
    assert sorted(found) == sorted(guest.key for guest in guests)
    assert set(found.values()) <= set(among)


@given(rooms(), tables)
def test_tables_differ_by_one_person_at_most_in_all_and_of_each_perspective(
    guests: list[Guest], among: tuple[str, ...]
) -> None:
    found = balanced(guests, among)
    assert spread(found, among, found) <= 1
    for voice in VOICES:
        assert spread(found, among, [each.key for each in guests if each.perspective == voice]) <= 1


@given(rooms(), tables)
def test_no_table_is_without_a_teacher_where_there_are_enough(guests: list[Guest], among: tuple[str, ...]) -> None:
    found = balanced(guests, among)
    teachers = [found[each.key] for each in guests if each.perspective == TEACHER]
    assert len(set(teachers)) == min(len(teachers), len(among))


@given(rooms(pinned=True), tables, st.booleans())
def test_who_is_pinned_stays(guests: list[Guest], among: tuple[str, ...], anew: bool) -> None:
    found = balanced(guests, among, anew=anew)
    assert all(found[each.key] == each.table for each in guests if each.pinned and each.table in among)


@given(rooms(pinned=True), tables, st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_people_makes_no_difference(guests: list[Guest], among: tuple[str, ...], chance, seed) -> None:
    again = list(guests)
    chance.shuffle(again)
    assert balanced(guests, among, seed=seed) == balanced(again, among, seed=seed)


@given(rooms(pinned=True), tables)
def test_a_balanced_room_stays_as_it_is(guests: list[Guest], among: tuple[str, ...]) -> None:
    found = balanced(guests, among)
    seated = [replace(each, table=found[each.key], pinned=each.pinned and each.table in among) for each in guests]
    assert balanced(seated, among) == found


def test_people_of_one_school_sit_apart() -> None:
    guests = [Guest(f"{school}{n}", TEACHER, school) for school in ("Oak", "Elm", "Ash") for n in range(3)]
    found = balanced(guests, TABLES[:3])
    assert all(spread(found, TABLES[:3], [key for key in found if key.startswith(school)]) == 0 for school in "OEA")


def test_one_more_teacher_is_found_by_moving_two_people_only() -> None:
    guests = [Guest(f"t{n}", TEACHER, table="1") for n in range(2)] + [Guest(f"b{n}", "board", "", "2") for n in (0, 1)]
    found = balanced(guests, ("1", "2"))
    assert sum(found[each.key] != each.table for each in guests) == 2
    assert spread(found, ("1", "2"), ("t0", "t1")) == 0


def test_pinned_people_may_make_a_table_larger_and_the_others_are_even_around_it() -> None:
    guests = [Guest(f"p{n}", "board", "", "1", pinned=True) for n in range(5)] + [Guest(f"q{n}") for n in range(4)]
    found = balanced(guests, ("1", "2", "3"))
    assert Counter(found.values()) == {"1": 5, "2": 2, "3": 2}


def test_another_seed_gives_another_room_as_even_as_the_first() -> None:
    guests = [Guest(f"p{n}", TEACHER, table=TABLES[n % 4], school="") for n in range(24)]
    one, other = (balanced(guests, TABLES[:4], seed=seed, anew=True) for seed in (1, 2))
    assert one != other
    assert spread(one, TABLES[:4], one) == spread(other, TABLES[:4], other) == 0


@pytest.mark.parametrize(("people", "number"), [(0, 1), (5, 1), (24, 4), (30, 5), (48, 8)])
def test_tables_are_proposed_for_about_six_people(people: int, number: int) -> None:
    assert proposed_tables(people) == number


@pytest.mark.parametrize("among", [(), ("1", "1")])
def test_a_room_needs_tables_that_can_be_told_apart(among: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="each table once"):
        balanced([], among)
