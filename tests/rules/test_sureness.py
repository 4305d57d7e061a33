"""How sure a ranking is: exact where it can be, the same for every order of the input, and what would change it."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from roadmap_desktop.rules.acceptability import Basis, medians, middle_half, over_voters, over_weightings, places
from roadmap_desktop.rules.turning import Move, smallest_moves

Real = NDArray[np.float64]
# Triantaphyllou and Sanchez (1997), Decision Sciences 28(1), 151-194: four alternatives, four criteria.
PUBLISHED_WEIGHTS = (0.3277, 0.3058, 0.2876, 0.0790)
PUBLISHED = np.array(
    [
        (0.3088, 0.2897, 0.3867, 0.1922),
        (0.2163, 0.3458, 0.1755, 0.6288),
        (0.4509, 0.2473, 0.1194, 0.0575),
        (0.0240, 0.1172, 0.3184, 0.1215),
    ]
)


@st.composite
def scored(draw: st.DrawFn, least: int = 1, most: int = 5) -> tuple[Real, list[float]]:
    """Mean scores of 2 to 6 use cases, in quarters, and weights above 0."""
    many, asked = draw(st.integers(2, 6)), draw(st.integers(least, most))
    cells = draw(st.lists(st.integers(4, 20), min_size=many * asked, max_size=many * asked))
    weights = draw(st.lists(st.integers(1, 100).map(float), min_size=asked, max_size=asked))
    return np.array(cells).reshape(many, asked) / 4, weights


# Exact, and drawn beside it


@given(scored(2, 2), st.sampled_from([Basis.ALL, Basis.NEAR]))
@settings(max_examples=15, deadline=None)
def test_with_two_criteria_shares_are_exact_and_drawing_comes_near_them(
    given_scores: tuple[Real, list[float]], basis: Basis
) -> None:
    values, weights = given_scores
    exact = over_weightings(values, weights, 1, basis, seed=1)
    drawn = np.random.default_rng(3).uniform(0.8, 1.2, (20_000, 2)) * weights
    if basis is Basis.ALL:
        drawn = np.random.default_rng(3).dirichlet((1, 1), 20_000)
    shares = [np.bincount(column, minlength=len(values)) / 20_000 for column in places(drawn @ values.T).T]
    assert exact.samples == 0
    assert np.allclose(exact.shares, shares, atol=0.02)


def test_a_near_weighting_of_two_equal_weights_favours_neither() -> None:
    found = over_weightings(np.array([[4.0, 2.0], [2.0, 4.0]]), (30, 30), 1, Basis.NEAR, seed=1)
    assert found.shares == (pytest.approx((0.5, 0.5)), pytest.approx((0.5, 0.5)))


def test_near_shares_of_two_criteria_are_the_area_of_the_square_of_factors() -> None:
    """The first leads where 3 f1 b1 > 2 f2 b2; with b 42 and 58 that is f1 > 0.9206 f2, from 0.8 to 1.2 each.

    Under the line lies the area where f1 < r f2: f2 from 0.8/r on, a triangle of legs 1.2 - 0.8/r and 1.2 r - 0.8.
    """
    ratio = 2 * 58 / (3 * 42)
    lost = (1.2 - 0.8 / ratio) * (1.2 * ratio - 0.8) / 2 / 0.4**2
    found = over_weightings(np.array([[4.0, 1.0], [1.0, 3.0]]), (42, 58), 1, Basis.NEAR, seed=1)
    assert found.shares[0] == pytest.approx((1 - lost, lost))


def test_a_criterion_said_twice_counts_as_the_beta_distribution_says() -> None:
    """Of three even weights one exceeds x with probability (1 - x)^2 (Beta(1, 2)): here x = 0.4, so 0.36."""
    found = over_weightings(np.array([[4.0, 1, 1], [1.0, 3, 3]]), (1, 1, 1), 1, Basis.ALL, seed=5)
    assert found.shares[0][0] == pytest.approx(0.36, abs=found.margin)


def test_the_published_first_alternative_leads_in_most_weightings_near_the_published_ones() -> None:
    found = over_weightings(PUBLISHED, PUBLISHED_WEIGHTS, 1, Basis.NEAR, seed=1)
    assert found.shares[0][0] > 0.95
    assert found.shares[3] == (0.0, 0.0, 0.0, 1.0)
    assert (found.low, found.high) == ((1, 2, 2, 4), (1, 3, 3, 4))


# Properties


@given(scored(3, 5), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_what_criteria_are_called_and_their_order_change_nothing_over_voters(
    given_scores: tuple[Real, list[float]], chance: object
) -> None:
    values, weights = given_scores
    votes = np.stack([values, values[::-1], values, values])
    order = list(range(len(weights)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    first = over_voters(votes, weights, 1, seed=1, samples=200)
    second = over_voters(votes[:, :, order], [weights[place] for place in order], 1, seed=1, samples=200)
    assert np.allclose(first.shares, second.shares, atol=0.02)


def test_more_samples_narrow_the_margin_and_the_spread_between_seeds() -> None:
    values = np.array([[4.0, 1, 2.5], [1, 3, 3.5], [2, 2, 3]])
    spread = []
    for samples in (200, 20_000):
        found = [over_weightings(values, (1, 1, 1), 1, Basis.ALL, seed=seed, samples=samples) for seed in range(8)]
        spread.append(np.std([each.shares[0][0] for each in found]))
    assert spread[1] < spread[0] / 3
    few, many = (over_weightings(values, (1, 1, 1), 1, Basis.ALL, seed=1, samples=n).margin for n in (100, 10_000))
    assert many == pytest.approx(few / 10)


@given(scored(3, 4))
@settings(max_examples=25, deadline=None)
def test_shared_places_are_counted_as_when_one_compares_all_with_all(given_scores: tuple[Real, list[float]]) -> None:
    values, weights = given_scores
    twins = np.vstack([values, values[:1], values[:1]])
    found = over_weightings(twins, weights, 2, Basis.ALL, seed=7, samples=300)
    drawn = np.random.default_rng(7).standard_exponential((300, len(weights)))
    scores = drawn / drawn.sum(axis=1, keepdims=True) @ twins.T
    better = (scores[:, None, :] > scores[:, :, None] + 1e-9).sum(axis=2)
    shares = [np.bincount(column, minlength=len(twins)) / 300 for column in better.T]
    assert np.allclose(found.shares, shares)
    assert found.in_top == pytest.approx((better < 2).mean(axis=0))


# The smallest change of weights


def test_the_smallest_change_moves_weight_from_what_speaks_against_to_what_speaks_for() -> None:
    """Behind by 0.5, and each point moved from the first criterion to the second gains 3: a sixth of all weight."""
    first, second = smallest_moves(np.array([[5.0, 3.0], [3.0, 4.0]]), (50, 50), 1)
    sixth = pytest.approx(1 / 6)
    assert first == second == Move(goes=0, comes=1, share=sixth, sources=((0, sixth),), target=1)


@given(scored(), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_a_smallest_change_makes_the_two_equal_and_no_smaller_one_found_by_chance_does(
    given_scores: tuple[Real, list[float]], top: int
) -> None:
    values, weights = given_scores
    share = np.array(weights) / sum(weights)
    moves = [move for move in smallest_moves(values, weights, top) if move is not None]
    for move in moves:
        moved = share.copy()
        for source, part in move.sources:
            moved[source] -= part
            moved[move.target] += part
        assert (moved >= -1e-9).all()
        assert values[move.comes] @ moved == pytest.approx(values[move.goes] @ moved)
    tried = np.random.default_rng(1).dirichlet(np.ones(len(share)), 300)
    inside = places(values @ share) < top
    changed = ((places(tried @ values.T) < top) != inside).any(axis=1)
    if inside.sum() <= top:
        least = min((move.share for move in moves), default=1.0)
        assert (np.abs(tried[changed] - share).sum(axis=1) / 2 >= least - 1e-6).all()


def test_who_is_worse_on_everything_comes_in_by_no_weighting() -> None:
    assert smallest_moves(np.array([[5.0, 5.0], [1.0, 4.0]]), (10, 10), 1) == (None, None)


# Input that says little


@pytest.mark.parametrize("voters", [1, 2, 5])
@pytest.mark.parametrize("criteria", [1, 2, 3])
@pytest.mark.parametrize("level", [None, 3.0])
def test_degenerate_input_gives_figures_without_a_warning(voters: int, criteria: int, level: float | None) -> None:
    votes = np.random.default_rng(1).integers(1, 6, (voters, 3, criteria)).astype(float)
    if level is not None:
        votes[:] = level
    votes[0, 0] = np.nan if voters > 1 else votes[0, 0]
    weights = [1.0] * criteria
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        means = np.nanmean(votes, axis=0)
        found = [over_voters(votes, weights, 1, seed=1, samples=50)]
        found += [over_weightings(means, weights, 1, basis, seed=1, samples=50) for basis in (Basis.ALL, Basis.NEAR)]
        smallest_moves(means, weights, 1), middle_half(votes, weights)
    assert all(sum(row) == pytest.approx(1) for each in found for row in each.shares)


def test_the_median_is_that_of_those_who_scored_all_that_counts() -> None:
    votes = np.array([[[1.0, 1]], [[5.0, 5]], [[4.0, np.nan]]])
    assert medians(votes, (1, 1)) == (3.0,)
    assert medians(votes[2:], (1, 1)) == (None,)
    assert medians(votes, (1, 0)) == (4.0,)
