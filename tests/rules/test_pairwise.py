"""Weights from comparisons in pairs: a published case, consistent ones exactly, and what is left out."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.pairwise import weigh

# Saaty (1977), the choice of a school: learning, friends, school life, vocational training, college preparation, music.
SCHOOL = ("4 3 1 3 4", "7 3 1/5 1", "1/5 1/5 1/6", "1 1/3", "3")


def factor(text: str) -> float:
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


def test_a_published_case_has_its_published_weights_and_is_as_inconsistent_as_its_author_says() -> None:
    """Saaty gives a ratio of 0.24, far over 0.10, from a largest eigenvalue found by hand; the exact one gives 0.23."""
    rows = [[factor(text) for text in texts.split()] for texts in SCHOOL]
    factors = {(row, row + 1 + place): each for row, found in enumerate(rows) for place, each in enumerate(found)}
    found = weigh(6, factors)
    assert found is not None
    assert found.weights == pytest.approx((0.32, 0.14, 0.03, 0.13, 0.24, 0.14), abs=0.006)
    assert found.ratio == pytest.approx(0.24, abs=0.015)
    assert not found.is_consistent


def test_three_criteria_have_the_ratio_that_their_largest_eigenvalue_says() -> None:
    """For three, that is 1 + c + 1/c, where c is the cube root of how far a13 is from a12 times a23."""
    found = weigh(3, {(0, 1): 3.0, (0, 2): 5.0, (1, 2): 3.0})
    assert found is not None
    apart = (5 / 9) ** (1 / 3)
    assert found.weights == pytest.approx((0.637, 0.258, 0.105), abs=5e-4)
    assert found.ratio == pytest.approx((1 + apart + 1 / apart - 3) / 2 / 0.58)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=8))
def test_comparisons_that_fit_one_another_give_back_their_weights(parts: list[int]) -> None:
    factors = {(a, b): parts[a] / parts[b] for a, b in combinations(range(len(parts)), 2)}
    found = weigh(len(parts), factors)
    assert found is not None
    assert found.weights == pytest.approx([part / sum(parts) for part in parts])
    assert (found.ratio or 0.0) == pytest.approx(0, abs=1e-6)
    assert found.is_consistent


def test_pairs_that_are_left_out_follow_from_the_others() -> None:
    found = weigh(3, {(0, 1): 2.0, (1, 2): 3.0})
    assert found is not None
    assert found.weights == pytest.approx((0.6, 0.3, 0.1))
    assert found.ratio is None


def test_what_is_compared_with_nothing_has_no_weight() -> None:
    assert weigh(3, {(0, 1): 2.0}) is None
    assert weigh(2, {}) is None


def test_the_pair_that_fits_least_is_named_with_what_would_fit() -> None:
    found = weigh(4, {(0, 1): 2.0, (0, 2): 2.0, (0, 3): 2.0, (1, 2): 1.0, (1, 3): 1.0, (2, 3): 9.0})
    assert found is not None
    assert found.odd is not None
    assert found.odd[0] == (2, 3)
    assert 1 < found.odd[1] < 9
