"""Use cases: scores, places, how sure they are, outcomes and what keeps one from a pilot."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from roadmap_desktop.rules.acceptability import (
    RESAMPLES,
    Acceptability,
    Basis,
    Plain,
    middle_half,
    over_voters,
    over_weightings,
    plain,
)
from roadmap_desktop.rules.turning import Turn, turns
from roadmap_desktop.rules.usecases import (
    Doubt,
    Hurdle,
    Outcome,
    OutcomePart,
    doubt,
    hurdles,
    lacking,
    ranks,
    ties_in_practice,
    unscored,
    weighted_score,
)

# Triantaphyllou and Sanchez (1997), A sensitivity analysis approach for some deterministic multi-criteria
# decision-making methods, Decision Sciences 28(1), 151-194: four alternatives, four criteria, weighted sum.
PUBLISHED_WEIGHTS = (0.3277, 0.3058, 0.2876, 0.0790)
PUBLISHED = (
    (0.3088, 0.2897, 0.3867, 0.1922),
    (0.2163, 0.3458, 0.1755, 0.6288),
    (0.4509, 0.2473, 0.1194, 0.0575),
    (0.0240, 0.1172, 0.3184, 0.1215),
)
COMPLETE = Outcome("Days to feedback", 9.0, 4.5, "days", "Learning system", date(2027, 3, 11))

criteria = st.integers(1, 6)
weight = st.integers(1, 100).map(float)


@st.composite
def scored(draw: st.DrawFn) -> tuple[NDArray[np.float64], list[float]]:
    """Mean scores of 2 to 6 use cases on 1 to 6 criteria, in quarters, and weights."""
    many, asked = draw(st.integers(2, 6)), draw(criteria)
    cells = draw(st.lists(st.integers(4, 20), min_size=many * asked, max_size=many * asked))
    return np.array(cells).reshape(many, asked) / 4, draw(st.lists(weight, min_size=asked, max_size=asked))


def tried(values: NDArray[np.float64], weights: list[float], basis: Basis = Basis.ALL, top: int = 1) -> Acceptability:
    return over_weightings(values, weights, top, basis, seed=7, samples=400)


# The score


def test_a_published_weighted_sum_has_its_published_order_and_values() -> None:
    found = [weighted_score(row, PUBLISHED_WEIGHTS) for row in PUBLISHED]
    assert found == [pytest.approx(value, abs=5e-4) for value in (0.316, 0.277, 0.262, 0.145)]
    assert ranks(found) == (1, 2, 3, 4)


@given(st.lists(st.floats(1, 5), min_size=1, max_size=7))
def test_with_equal_weights_the_score_is_the_plain_mean(values: list[float]) -> None:
    assert weighted_score(values, [3.0] * len(values)) == pytest.approx(sum(values) / len(values))


@given(scored())
def test_a_score_lies_between_the_lowest_and_the_highest_of_its_criteria(
    given_scores: tuple[NDArray[np.float64], list[float]],
) -> None:
    values, weights = given_scores
    for row in values.tolist():
        found = weighted_score(row, weights)
        assert found is not None
        assert min(row) - 1e-9 <= found <= max(row) + 1e-9


def test_a_missing_criterion_leaves_no_score_and_is_named() -> None:
    assert weighted_score((4.0, None, 3.0), (25, 10, 15)) is None
    assert unscored((4.0, None, 3.0), (25, 10, 15)) == (1,)


def test_a_criterion_of_weight_0_may_be_missing() -> None:
    assert weighted_score((4.0, None, 2.0), (10, 0, 10)) == 3.0
    assert unscored((4.0, None, 2.0), (10, 0, 10)) == ()


def test_without_any_weight_there_is_no_score() -> None:
    assert weighted_score((4.0, 2.0), (0, 0)) is None


def test_equals_share_a_place_and_the_next_one_is_skipped() -> None:
    assert ranks((3.0, 4.0, None, 3.0, 2.0)) == (2, 1, None, 2, 4)


def test_rounding_of_the_machine_makes_no_difference_between_places() -> None:
    assert ranks((0.1 + 0.2, 0.3)) == (1, 1)


def test_neighbours_less_than_a_tenth_apart_are_a_tie_in_practice() -> None:
    assert ties_in_practice((3.9, 4.0, None, 3.81, 3.0)) == ((0, 3),)
    assert ties_in_practice((4.0, 3.9)) == ()


# How sure: all weightings (Lahdelma and Salminen 2001)


def test_two_use_cases_that_trade_two_criteria_share_the_weightings_by_geometry() -> None:
    """The first leads where w(4 - 1) > (1 - w)(3 - 1): for w over 0.4, which is 60 percent of all weightings."""
    found = over_weightings(np.array([[4.0, 1.0], [1.0, 3.0]]), (1, 1), 1, Basis.ALL, seed=1)
    assert found.shares[0] == pytest.approx((0.6, 0.4))
    assert found.shares[1] == pytest.approx((0.4, 0.6))
    assert (found.samples, found.margin) == (0, 0)


def test_a_compromise_is_first_where_no_weight_is_over_a_half_and_never_last() -> None:
    """Three specialists and a compromise, the case for which SMAA-2 looks at all places (section 1 of the source).

    It leads where the largest of three weights is under 1/2. By Fisher (1929, Proc. R. Soc. A 125, 54-59) the largest
    of n parts of a stick exceeds x with probability n(1 - x)^(n - 1) for x >= 1/2: 3/4, so it leads in 1/4.
    """
    values = np.array([[5.0, 1, 1], [1, 5.0, 1], [1, 1, 5.0], [3, 3, 3]])
    found = over_weightings(values, (1, 1, 1), 2, Basis.ALL, seed=3)
    assert found.shares[3] == pytest.approx((0.25, 0.75, 0, 0), abs=0.02)
    assert found.in_top[3] == 1.0
    assert found.shares[0][0] == pytest.approx(0.25, abs=0.02)


def test_the_share_of_a_place_does_not_depend_on_the_weights_chosen() -> None:
    values = np.array([[5.0, 1, 2], [2, 4, 3], [3, 3, 3.5]])
    assert tried(values, [90, 5, 5]).shares == tried(values, [1, 1, 1]).shares


def test_a_criterion_of_weight_0_stays_out_of_all_weightings() -> None:
    with_it = tried(np.array([[5.0, 1, np.nan], [2, 4, 5]]), [10, 10, 0])
    assert with_it.shares == tried(np.array([[5.0, 1], [2, 4]]), [10, 10]).shares


# How sure: near weightings


def test_near_weightings_stay_within_a_fifth_of_the_chosen_ones() -> None:
    """The first leads while its criterion has over 40 percent; from 50 to 50 the least near share is 0.8 to 1.2."""
    values = np.array([[4.0, 1.0], [1.0, 3.0]])
    assert tried(values, [50, 50], Basis.NEAR).shares[0] == (1.0, 0.0)
    assert 0 < tried(values, [42, 58], Basis.NEAR).shares[0][1] < 0.5


def test_places_taken_leave_out_the_rarest_twentieth_on_either_side() -> None:
    found = over_weightings(np.array([[4.0, 1.0], [1.0, 3.0]]), (48, 52), 1, Basis.NEAR, seed=1)
    assert 0 < found.shares[0][1] < 0.05
    assert (found.low[0], found.high[0]) == (1, 1)


def test_the_first_places_are_the_same_as_often_as_all_of_them_stay() -> None:
    values = np.array([[5.0, 5], [4.0, 1], [1.0, 3.0], [1, 1]])
    found = over_weightings(values, (1, 1), 2, Basis.ALL, seed=1)
    assert found.in_top[0] == 1.0
    assert found.same_top == pytest.approx(found.in_top[1])
    assert found.in_top[1] == pytest.approx(0.6, abs=0.02)


@given(scored(), st.sampled_from([Basis.NEAR, Basis.ALL]))
@settings(max_examples=40, deadline=None)
def test_shares_of_a_use_case_sum_to_one_and_its_places_lie_within(
    given_scores: tuple[NDArray[np.float64], list[float]], basis: Basis
) -> None:
    found = tried(*given_scores, basis)
    for row, low, high in zip(found.shares, found.low, found.high, strict=True):
        assert sum(row) == pytest.approx(1)
        assert 1 <= low <= high <= len(found.shares)


@given(scored(), st.sampled_from(list(Basis)[:2]))
@settings(max_examples=40, deadline=None)
def test_who_is_better_on_every_criterion_is_never_behind(
    given_scores: tuple[NDArray[np.float64], list[float]], basis: Basis
) -> None:
    values, weights = given_scores
    better = np.vstack([values[0] + 0.25, values[0], values[1:]])
    found = tried(better, weights, basis)
    assert found.low[0] <= found.low[1]
    assert found.high[0] <= found.high[1]
    assert found.shares[1][0] == 0.0


@given(scored(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_in_which_use_cases_are_listed_changes_nothing(
    given_scores: tuple[NDArray[np.float64], list[float]], chance: st.DataObject
) -> None:
    values, weights = given_scores
    order = list(range(len(values)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    straight, turned = tried(values, weights), tried(values[order], weights)
    assert turned.shares == tuple(straight.shares[place] for place in order)


def test_equal_use_cases_have_equal_shares() -> None:
    found = tried(np.array([[4.0, 2, 3], [1, 5, 2], [4, 2, 3]]), [1, 2, 3])
    assert found.shares[0] == found.shares[2]


def test_the_same_seed_gives_the_same_figures_and_another_one_nearly() -> None:
    values = np.array([[4.0, 1.0, 2.5], [1.0, 3.0, 3.5], [2, 2, 3]])
    first, second = (over_weightings(values, (1, 1, 1), 1, Basis.ALL, seed=seed) for seed in (1, 2))
    assert first == over_weightings(values, (1, 1, 1), 1, Basis.ALL, seed=1)
    assert first != second
    assert np.allclose(first.shares, second.shares, atol=0.03)


# How sure: other voters


def test_voters_who_agree_give_one_order_in_every_room() -> None:
    found = over_voters(np.tile([[4.0], [3.0]], (6, 1, 1)), (1,), 1, seed=1)
    assert found.shares == ((1.0, 0.0), (0.0, 1.0))
    assert found.samples == RESAMPLES


def test_a_room_in_two_halves_is_as_unsure_as_the_binomial_says() -> None:
    """Two of four voters put either first. Drawn four times, either half leads in 5/16 and both are equal in 6/16."""
    votes = np.array([[[5.0], [1.0]], [[5.0], [1.0]], [[1.0], [5.0]], [[1.0], [5.0]]])
    found = over_voters(votes, (1,), 1, seed=1)
    assert found.shares[0] == pytest.approx((11 / 16, 5 / 16), abs=0.05)
    assert found.shares[1] == pytest.approx((11 / 16, 5 / 16), abs=0.05)


def test_a_voter_who_left_a_use_case_out_counts_only_where_she_scored() -> None:
    votes = np.array([[[4.0], [3.0]], [[4.0], [np.nan]], [[4.0], [3.0]], [[4.0], [np.nan]], [[np.nan], [3.0]]])
    assert over_voters(votes, (1,), 1, seed=1).shares == ((1.0, 0.0), (0.0, 1.0))


def test_gaps_and_none_are_counted_alike_where_there_are_none() -> None:
    votes = np.random.default_rng(5).integers(1, 6, (9, 4, 3)).astype(float)
    extra = np.concatenate([votes, np.full((1, 4, 3), np.nan)])
    whole, gaps = over_voters(votes, (1, 2, 3), 2, seed=1), over_voters(extra, (1, 2, 3), 2, seed=1)
    assert np.allclose(whole.shares, gaps.shares, atol=0.06)


def test_more_voters_of_the_same_mind_make_it_surer() -> None:
    few = np.random.default_rng(5).integers(1, 6, (6, 2, 2)).astype(float) + np.array([[0.4], [0]])
    many = np.tile(few, (12, 1, 1))
    shares = [max(over_voters(votes, (1, 1), 1, seed=1).shares[0]) for votes in (few, many)]
    assert shares[1] >= shares[0]


# What would change it


def test_a_single_weight_turns_two_use_cases_past_the_weight_where_they_are_equal() -> None:
    """3.5 * 10 + 3 w against 3 * 10 + 4 w: equal at 5, so that 4 turns them; the other weight would have to be 21."""
    first, second = turns(np.array([[3.5, 3.0], [3.0, 4.0]]), (10, 10), 1)
    assert first == Turn(criterion=1, weight=4, more=False, other=1)
    assert second == Turn(criterion=1, weight=4, more=False, other=0)


def test_a_published_pair_turns_at_its_critical_weight() -> None:
    """Theorem 1 of Triantaphyllou and Sanchez: the first two alternatives swap when criterion k loses (P1-P2)/(a1-a2).

    Here with 100 times the weights: criterion 1 would have to lose over 42, all of it; criterion 3 loses 18.66.
    """
    weights = [100 * each for each in PUBLISHED_WEIGHTS]
    first = turns(np.array(PUBLISHED[:2]), weights, 1)[0]
    change = (0.3162 - 0.2768) / (0.3867 - 0.1755)
    assert change == pytest.approx(0.1866, abs=1e-3)
    assert first is not None
    assert (first.criterion, first.other) == (3, 1)
    assert first.weight == np.ceil(100 * (0.0790 + (0.3162 - 0.2768) / (0.6288 - 0.1922)))


@given(scored(), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_a_turning_weight_swaps_the_two_it_names_and_the_step_before_does_not(
    given_scores: tuple[NDArray[np.float64], list[float]], top: int
) -> None:
    values, weights = given_scores
    before = first_places(values, weights, top)
    for case, turn in enumerate(turns(values, weights, top)):
        if turn is None:
            continue
        for step, swapped in ((turn.weight, True), (turn.weight - 1 if turn.more else turn.weight + 1, False)):
            changed = [float(step) if each == turn.criterion else old for each, old in enumerate(weights)]
            after = first_places(values, changed, top)
            assert ((case in after) != (case in before) and (turn.other in after) != (turn.other in before)) is swapped


def first_places(values: NDArray[np.float64], weights: list[float], top: int) -> set[int]:
    found = ranks([weighted_score(row, weights) for row in values.tolist()])
    return {case for case, place in enumerate(found) if place is not None and place <= top}


def test_who_is_better_everywhere_is_turned_by_no_weight() -> None:
    assert turns(np.array([[5.0, 5.0], [1.0, 4.0]]), (10, 10), 1) == (None, None)


# What can't be said


@pytest.mark.parametrize(
    ("scores", "weights", "top", "basis", "voters", "said"),
    [
        ((4.0, 3.0, 2.0), (0, 0), 1, Basis.NEAR, 9, Plain.NO_WEIGHT),
        ((), (1, 2), 1, Basis.NEAR, 9, Plain.NOTHING_SCORED),
        ((4.0,), (1, 2), 1, Basis.NEAR, 9, Plain.ONE_USE_CASE),
        ((3.0, 3.0, 3.0), (1, 2), 1, Basis.NEAR, 9, Plain.ALL_EQUAL),
        ((4.0, 3.0, 2.0), (1, 2), 1, Basis.VOTERS, 3, Plain.FEW_VOTERS),
        ((4.0, 3.0, 2.0), (1, 0), 1, Basis.ALL, 9, Plain.ONE_CRITERION),
        ((4.0, 3.0, 2.0), (1, 2), 3, Basis.NEAR, 9, Plain.ALL_IN_TOP),
        ((4.0, 3.0, 2.0), (1, 2), 2, Basis.NEAR, 1, None),
        ((4.0, 3.0, 2.0), (1, 0), 2, Basis.VOTERS, 4, None),
    ],
)
def test_input_that_says_nothing_is_told_plainly(
    scores: tuple[float, ...], weights: tuple[float, ...], top: int, basis: Basis, voters: int, said: Plain | None
) -> None:
    assert plain(scores, weights, top, basis, voters) is said


def test_the_middle_half_is_shown_from_four_complete_voters_on() -> None:
    votes = np.array([[[1.0, 1]], [[2.0, 2]], [[3.0, 3]], [[4.0, 4]], [[5.0, np.nan]]])
    assert middle_half(votes, (1, 1)) == (pytest.approx((1.75, 3.25)),)
    assert middle_half(votes[:3], (1, 1)) == (None,)


# Outcomes and pilots


def test_an_empty_outcome_lacks_six_parts_and_a_complete_one_none() -> None:
    assert lacking(Outcome()) == tuple(OutcomePart)[:6]
    assert lacking(COMPLETE) == ()


def test_a_baseline_of_0_is_a_baseline() -> None:
    assert lacking(Outcome("Clauses missed", 0.0, 0.0, "clauses", "Files", date(2027, 1, 1))) == ()


@pytest.mark.parametrize(
    ("baseline", "target", "minimum", "said"),
    [
        (9.0, 4.5, 6.0, None),
        (9.0, 4.5, None, None),
        (None, 4.5, 20.0, None),
        (9.0, 4.5, 4.0, Doubt.MINIMUM_BEYOND_TARGET),
        (9.0, 4.5, 10.0, Doubt.MINIMUM_BELOW_BASELINE),
        (40.0, 70.0, 80.0, Doubt.MINIMUM_BEYOND_TARGET),
        (5.0, 5.0, None, Doubt.NO_CHANGE),
    ],
)
def test_figures_that_contradict_one_another_are_doubted(
    baseline: float | None, target: float, minimum: float | None, said: Doubt | None
) -> None:
    assert doubt(Outcome(baseline=baseline, target=target, minimum=minimum)) is said


def test_a_pilot_needs_its_outcome_and_where_contested_the_districts_own_decision() -> None:
    assert hurdles(COMPLETE, contested=False, local_decision="") == ()
    assert hurdles(Outcome(), contested=True, local_decision="") == (Hurdle.OUTCOME, Hurdle.LOCAL_DECISION)
    assert hurdles(COMPLETE, contested=True, local_decision="Staff may, with names removed.") == ()
