"""Weights that several give: what they rank beside the room, and the middle of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.acceptability import Basis, Plain, over_given, plain
from roadmap_desktop.rules.weighing import in_the_way, middle_weights, places

weights = st.lists(st.integers(0, 40), min_size=3, max_size=3).filter(any)
scores = st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=5)


@given(scores, weights, st.integers(1, 9))
def test_a_perspective_with_the_rooms_weights_ranks_as_the_room(
    means: list[list[int]], room: list[int], times: int
) -> None:
    assert places(means, [weight * times for weight in room]) == places(means, room)
    found = over_given(np.array(means, dtype=float), [room], room, 1)
    assert found.same_top == 1
    assert [shares.index(1) + 1 for shares in found.shares] == list(places(means, room))


@given(scores, st.lists(weights, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_perspectives_changes_nothing(means: list[list[int]], all_of: list[list[int]], random) -> None:  # type: ignore[no-untyped-def]
    other = random.sample(all_of, len(all_of))
    assert middle_weights(other) == middle_weights(all_of)
    values = np.array(means, dtype=float)
    one, two = (over_given(values, each, (1, 1, 1), 1) for each in (all_of, other))
    assert np.allclose(one.shares, two.shares)
    assert (one.low, one.high) == (two.low, two.high)


def test_the_middle_counts_each_weighting_once_whatever_its_sum() -> None:
    assert middle_weights([(10, 10, 0), (1, 0, 1), (60, 20, 20)]) == (56, 22, 22)
    assert middle_weights([(2, 2), (30, 10)]) == (62, 38)


@pytest.mark.parametrize("given_weights", [[], [(0, 0, 0)], [(1, 0, 0), (0, 1, 0), (0, 0, 1)]])
def test_where_nothing_is_in_the_middle_there_is_no_median(given_weights: list[tuple[int, ...]]) -> None:
    assert middle_weights(given_weights) == ()


def test_a_criterion_that_is_not_scored_is_in_the_way_only_where_it_counts() -> None:
    means = [(4.0, None, 1.0), (3.0, 2.0, None)]
    assert in_the_way(means, (1, 0, 0)) == ()
    assert in_the_way(means, (1, 1, 0)) == (1,)
    assert in_the_way(means, (0, 1, 1)) == (1, 2)


def test_without_weights_of_their_own_perspectives_say_nothing_and_one_criterion_says_something() -> None:
    assert plain((4.0, 3.0), (1, 1), 1, Basis.PERSPECTIVES, 0) is Plain.NO_OWN_WEIGHTS
    assert plain((4.0, 3.0), (1, 0), 1, Basis.PERSPECTIVES, 2) is None
