"""Weights from comparisons in pairs: a published case, consistent ones exactly, and what is left out."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.pairwise import weigh

# How much is drunk in the United States: coffee, wine, tea, beer, soda, milk, water. T. L. Saaty (2008), Decision
# making with the analytic hierarchy process, International Journal of Services Sciences 1(1), 83-98; the comparisons,
# weights and ratio as AHPy cites them from there (github.com/PhilipGriffith/AHPy, README.md and tests/test_ahp.py).
DRINKS = ("9 5 2 1 1 1/2", "1/3 1/9 1/9 1/9 1/9", "1/3 1/4 1/3 1/9", "1/2 1 1/3", "2 1/2", "1/3")
DRUNK, DRINKS_RATIO = (0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327), 0.022
# What makes a leader: experience, education, charisma, age; README.md of AHPy, with the random index of Saaty (2005).
LEADER = ("4 3 7", "1/3 3", "5")
LEADS, LEADER_RATIO = (0.548, 0.127, 0.270, 0.056), 0.044


def factor(text: str) -> float:
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


@pytest.mark.parametrize(
    ("comparisons", "weights", "ratio"), [(DRINKS, DRUNK, DRINKS_RATIO), (LEADER, LEADS, LEADER_RATIO)]
)
def test_published_comparisons_have_their_published_weights_and_ratio(
    comparisons: tuple[str, ...], weights: tuple[float, ...], ratio: float
) -> None:
    rows = [[factor(text) for text in texts.split()] for texts in comparisons]
    factors = {(row, row + 1 + place): each for row, found in enumerate(rows) for place, each in enumerate(found)}
    found = weigh(len(weights), factors)
    assert found is not None
    assert found.weights == pytest.approx(weights, abs=6e-4)
    assert found.ratio == pytest.approx(ratio, abs=6e-4)
    assert found.is_consistent


def test_three_criteria_have_the_ratio_that_their_largest_eigenvalue_says() -> None:
    """For three, that is 1 + c + 1/c, where c is the cube root of how far a13 is from a12 times a23."""
    found = weigh(3, {(0, 1): 3.0, (0, 2): 5.0, (1, 2): 3.0})
    assert found is not None
    apart = (5 / 9) ** (1 / 3)
    assert found.weights == pytest.approx((0.637, 0.258, 0.105), abs=5e-4)
    assert found.ratio == pytest.approx((1 + apart + 1 / apart - 3) / 2 / 0.52)


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
    assert not found.is_consistent
    assert 1 < found.odd[1] < 9
