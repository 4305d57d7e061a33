"""Readiness rules: which answers count, how they are spread, when a room is split, which floors hold back."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.agreement import agreement, layer_agreement
from roadmap_desktop.rules.readiness import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answers,
    Floor,
    FloorWhen,
    Room,
    Spread,
    dimension_split,
    most_disputed,
    reached,
    rescaled,
    statement_split,
)
from roadmap_desktop.rules.spread import (
    dimension_groups,
    dimension_marks,
    dimension_spread,
    quartiles,
    statement_groups,
    statement_spreads,
)
from roadmap_desktop.rules.tally import tally

LEVELS = (0, 1, 2, 3, 4)
ROOM = Room(LEVELS, dimension_of=(0, 0, 1), dimensions=2, table_of=(0, 0, 0, 1, -1, -1), tables=2)
NOBODY = -1


def answers(*rows: tuple[int, ...]) -> Answers:
    """Rows of statement, round, person, table, level, count."""
    columns = zip(*rows, strict=True) if rows else ((),) * 6
    return Answers(*(tuple(column) for column in columns))


def by_person(statement: int, person: int, level: int, asked: int = 1) -> tuple[int, ...]:
    return statement, asked, person, NOBODY, level, 1


def by_table(statement: int, table: int, level: int, size: int = 1) -> tuple[int, ...]:
    return statement, 1, NOBODY, table, level, size


def by_hands(statement: int, level: int, hands: int) -> tuple[int, ...]:
    return statement, 1, NOBODY, NOBODY, level, hands


def spread_of(*rows: tuple[int, ...], statement: int = 0) -> Spread:
    return statement_spreads(tally(answers(*rows), ROOM))[statement]


rows = st.lists(
    st.one_of(
        st.builds(by_person, st.integers(0, 2), st.integers(0, 5), st.integers(-2, 4), st.integers(1, 3)),
        st.builds(by_table, st.integers(0, 2), st.integers(0, 1), st.integers(-2, 4), st.integers(1, 6)),
        st.builds(by_hands, st.integers(0, 2), st.integers(-2, 4), st.integers(0, 9)),
    ),
    max_size=40,
    unique_by=lambda row: row[:4] if row[2] >= 0 or row[3] >= 0 else row[:5],
)
counts = st.lists(st.integers(0, 30), min_size=3, max_size=7)


# Agreement


@pytest.mark.parametrize(
    ("frequencies", "published"),
    [
        # van der Eijk (2001) p. 331; its A as the R package agrmt 1.42 gives it
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333),
        ((0, 0, 12, 0, 0), 1.0),  # all on one level: perfect agreement, by its definition
        ((7, 7, 7, 7, 7), 0.0),  # a flat distribution: no agreement, by its definition
        ((9, 0, 0, 0, 9), -1.0),  # half and half at the ends: perfect disagreement, by its definition
    ],
)
def test_agreement_gives_the_published_values(frequencies: tuple[int, ...], published: float) -> None:
    assert agreement(frequencies) == pytest.approx(published, abs=1e-7)


def test_a_layer_with_a_gap_follows_equation_two() -> None:
    # 1 0 1 0 0 0 0 (p. 333): four triples for one camp, one for two; U = (5*4 - 6*1) / (5*5), A = U * (1 - 1/6)
    layer = (True, False, True, False, False, False, False)
    assert layer_agreement(layer) == pytest.approx(14 / 25 * 5 / 6)


@pytest.mark.parametrize("frequencies", [(3, 4), (0, 0, 0), (0, 0, 0, 0, 0)])
def test_agreement_is_not_defined_for_two_levels_or_no_answer(frequencies: tuple[int, ...]) -> None:
    assert agreement(frequencies) is None


@given(counts)
def test_agreement_lies_between_minus_one_and_one_and_has_no_direction(frequencies: list[int]) -> None:
    found = agreement(frequencies)
    assert found is None or -1 - 1e-12 <= found <= 1 + 1e-12
    assert agreement(frequencies[::-1]) == pytest.approx(found)


@given(counts, st.integers(2, 9))
def test_agreement_does_not_depend_on_the_size_of_the_room(frequencies: list[int], times: int) -> None:
    assert agreement([count * times for count in frequencies]) == pytest.approx(agreement(frequencies))


# Which answers count


def test_dont_know_and_not_applicable_are_counted_but_not_in_the_median() -> None:
    spread = spread_of(
        by_person(0, 0, 3), by_person(0, 1, 3), by_person(0, 2, DONT_KNOW), by_person(0, 3, NOT_APPLICABLE)
    )
    assert (spread.n, spread.dont_know, spread.not_applicable, spread.blank) == (2, 1, 1, 2)
    assert spread.median == 3
    assert spread.counts == (0, 0, 0, 2, 0)


def test_a_table_is_one_answer_unless_its_size_is_given() -> None:
    assert spread_of(by_table(0, 0, 2)).counts == (0, 0, 1, 0, 0)
    assert spread_of(by_table(0, 0, 2, size=3)).counts == (0, 0, 3, 0, 0)


def test_a_persons_own_answer_replaces_her_share_of_the_tables() -> None:
    assert spread_of(by_table(0, 0, 2, size=3), by_person(0, 1, 4)).counts == (0, 0, 2, 0, 1)
    everybody = [by_person(0, person, 4) for person in (0, 1, 2)]
    assert spread_of(by_table(0, 0, 2), *everybody[:2]).counts == (0, 0, 1, 0, 2)
    assert spread_of(by_table(0, 0, 2), *everybody).counts == (0, 0, 0, 0, 3)


def test_an_own_dont_know_also_replaces_the_share() -> None:
    spread = spread_of(by_table(0, 0, 2, size=3), by_person(0, 1, DONT_KNOW))
    assert (spread.n, spread.dont_know) == (2, 1)


def test_hands_count_by_their_number() -> None:
    spread = spread_of(by_hands(0, 0, 1), by_hands(0, 3, 4), by_hands(0, DONT_KNOW, 1))
    assert (spread.n, spread.counts, spread.dont_know) == (5, (1, 0, 0, 4, 0), 1)
    assert (spread.median, spread.blank) == (3, 0)


def test_the_latest_round_of_each_statement_counts() -> None:
    rows = (by_person(0, 0, 1), by_person(0, 1, 1), by_person(0, 0, 4, asked=2), by_person(1, 0, 2))
    first, second, _ = statement_spreads(tally(answers(*rows), ROOM))
    assert (first.n, first.median) == (1, 4)
    assert (second.n, second.median) == (1, 2)
    assert statement_spreads(tally(answers(*rows), ROOM, up_to_round=1))[0].counts == (0, 2, 0, 0, 0)


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_nothing(given_rows: list[tuple[int, ...]], random: Random) -> None:
    shuffled = list(given_rows)
    random.shuffle(shuffled)
    one, other = (tally(answers(*each), ROOM) for each in (given_rows, shuffled))
    assert statement_spreads(one) == statement_spreads(other)
    assert dimension_marks(one) == dimension_marks(other)


@given(rows)
def test_an_empty_or_one_sided_room_never_divides_by_zero(given_rows: list[tuple[int, ...]]) -> None:
    tallied = tally(answers(*given_rows), ROOM)
    spreads = statement_spreads(tallied)
    for marks, members in zip(dimension_marks(tallied), (spreads[:2], spreads[2:]), strict=True):
        dimension_split(dimension_spread(marks, members), LEVELS)
    for spread in spreads:
        statement_split(spread)
        assert spread.blank >= 0
        assert (spread.median is None) == (spread.n == 0)
        assert spread.median is None or spread.q1 <= spread.median <= spread.q3


@given(rows)
def test_quartiles_are_those_of_the_answers_written_out(given_rows: list[tuple[int, ...]]) -> None:
    for spread in statement_spreads(tally(answers(*given_rows), ROOM)):
        written_out = np.repeat(LEVELS, spread.counts)
        assert (spread.q1, spread.median, spread.q3) == pytest.approx(quartiles(written_out))


def test_quartiles_are_linear() -> None:
    # Hyndman and Fan (1996), type 7: the p-quantile of n values stands at place 1 + (n - 1) p
    assert quartiles((1, 2, 3, 4)) == (1.75, 2.5, 3.25)
    assert quartiles(()) == (None, None, None)


def test_a_room_of_nobody_has_an_empty_spread() -> None:
    nobody = Room(LEVELS, dimension_of=(0,), dimensions=1)
    (spread,) = statement_spreads(tally(answers(), nobody))
    assert spread == Spread(0, 0, 0, 0, (0, 0, 0, 0, 0), None, None, None, None)
    assert dimension_marks(tally(answers(), nobody)) == ((),)


def test_levels_carry_the_instruments_own_numbers() -> None:
    room = Room((1, 2, 3), dimension_of=(0,), dimensions=1, table_of=(-1, -1))
    (spread,) = statement_spreads(tally(answers(by_person(0, 0, 0), by_person(0, 1, 1)), room))
    assert (spread.median, spread.counts) == (1.5, (1, 1, 0))


# Dimensions and groups


def test_a_persons_mark_for_a_dimension_is_the_mean_of_her_statements() -> None:
    tallied = tally(answers(by_person(0, 0, 1), by_person(1, 0, 4), by_person(0, 1, 3), by_person(1, 1, -1)), ROOM)
    assert dimension_marks(tallied) == ((2.5, 3.0), ())


def test_a_table_is_a_mark_for_each_person_it_stands_for() -> None:
    rows = (by_table(0, 0, 1, size=3), by_table(1, 0, 2, size=3), by_person(0, 0, 4), by_person(1, 0, 4))
    assert dimension_marks(tally(answers(*rows), ROOM))[0] == (1.5, 1.5, 4.0)


def test_each_hand_is_a_mark() -> None:
    tallied = tally(answers(by_hands(2, 1, 2), by_hands(2, 4, 1), by_hands(2, DONT_KNOW, 3)), ROOM)
    assert dimension_marks(tallied)[1] == (1.0, 1.0, 4.0)


def test_a_dimension_sums_its_counts_and_averages_its_agreement() -> None:
    one = Spread(4, 1, 0, 0, (0, 4, 0), 1.0, 1.0, 1.0, 1.0)
    other = Spread(2, 0, 2, 1, (1, 0, 1), 1.0, 0.5, 1.5, -1.0)
    spread = dimension_spread((1.0, 2.0), (one, other))
    assert (spread.n, spread.dont_know, spread.not_applicable, spread.blank) == (2, 1, 2, 1)
    assert (spread.counts, spread.agreement, spread.median) == ((1, 4, 1), 0.0, 1.5)


def test_groups_under_four_are_counted_but_not_shown() -> None:
    tallied = tally(answers(*(by_person(0, person, person % 5) for person in range(6))), ROOM)
    large, small = statement_groups(tallied, (0, 0, 0, 0, 1, -1), 0)
    assert (large.n, large.median) == (4, 1.5)
    assert (small.n, small.median) == (1, None)
    assert dimension_groups(tallied, (0, 0, 0, 0, 1, -1))[0] == (large, small)
    assert statement_groups(tallied, (0,) * 6, 2) == ()


# Split rooms, floors


def spread_with(frequencies: tuple[int, ...], **values: float) -> Spread:
    made = Spread(sum(frequencies), 0, 0, 0, frequencies, 2.0, 2.0, 2.0, agreement(frequencies))
    return replace(made, **values)


@pytest.mark.parametrize(
    ("frequencies", "split"),
    [
        ((5, 7, 2, 6, 3), True),
        ((1, 4, 6, 4, 1), False),  # a room that scatters round one level
        ((6, 6, 6, 6, 0), True),  # even over four levels: A = 0.25
        ((0, 8, 8, 8, 0), False),  # even over three: A = 0.5
        ((1, 0, 0, 0, 1), False),  # two people are no room
        ((8, 4), True),  # two levels: a third or more on the smaller side
        ((9, 3), False),
    ],
)
def test_a_room_is_split_on_a_statement_by_little_agreement(frequencies: tuple[int, ...], *, split: bool) -> None:
    assert statement_split(spread_with(frequencies)) is split


def test_a_room_is_split_on_a_dimension_when_its_middle_half_spans_one_and_a_half_levels() -> None:
    together = spread_with((0, 0, 9, 0, 0))
    assert not dimension_split(replace(together, q1=1.0, q3=2.4), LEVELS)
    assert dimension_split(replace(together, q1=1.0, q3=2.5), LEVELS)
    assert dimension_split(replace(together, agreement=0.29), LEVELS)


def test_a_room_is_split_on_a_dimension_when_two_perspectives_lie_one_and_a_half_levels_apart() -> None:
    together = spread_with((0, 0, 9, 0, 0))
    assert not dimension_split(together, LEVELS, (1.0, 2.0, 2.4))
    assert dimension_split(together, LEVELS, (1.0, 2.0, 2.5))


def test_the_most_disputed_statement_has_the_least_agreement_of_those_that_enough_people_rated() -> None:
    spreads = [(11, spread_with((0, 9, 9, 0, 0))), (12, spread_with((9, 0, 0, 0, 9))), (13, spread_with((1, 0, 1)))]
    assert most_disputed(spreads) == 12
    assert most_disputed(spreads[2:]) is None
    assert most_disputed([(1, spread_with((9, 1))), (2, spread_with((5, 5)))]) == 2


@pytest.mark.parametrize(("median", "level", "held_back"), [(None, None, True), (1.5, 1, True), (2.0, 2, False)])
def test_a_half_is_not_rounded_up_to_a_floor(median: float | None, level: int | None, *, held_back: bool) -> None:
    assert reached(median, LEVELS) == level
    assert Floor(2, FloorWhen.ANY).holds_back(median) is held_back


@pytest.mark.parametrize(
    ("when", "data_class", "student_facing", "concerned"),
    [
        (FloorWhen.ANY, 0, False, True),
        (FloorWhen.DATA2, 1, True, False),
        (FloorWhen.DATA2, 2, False, True),
        (FloorWhen.STUDENTS, 3, False, False),
        (FloorWhen.STUDENTS, 0, True, True),
    ],
)
def test_a_floor_concerns_the_pilots_it_names(
    when: FloorWhen, data_class: int, *, student_facing: bool, concerned: bool
) -> None:
    assert Floor(2, when).concerns(data_class, student_facing=student_facing) is concerned


@pytest.mark.parametrize(
    ("floor", "levels", "level"),
    [
        (2, (0, 1, 2, 3, 4), 2),
        (2, (1, 2, 3, 4, 5), 3),
        (3, (1, 2, 3, 4, 5), 4),
        (2, (0, 1), 1),
        (4, (0, 1), 1),
        (2, (1, 2, 3, 4), 3),
        (2, (1, 2, 3, 4, 5, 6, 7), 4),
        (3, (1, 2, 3, 4, 5, 6, 7), 6),
        (2, (0, 10, 50), 10),
    ],
)
def test_a_floor_keeps_its_height_on_another_scale_and_is_never_lowered(
    floor: int, levels: tuple[int, ...], level: int
) -> None:
    assert rescaled(floor, LEVELS, levels) == level
