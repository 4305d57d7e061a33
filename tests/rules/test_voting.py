"""Voting: dots by the third of the options, ties of a couple of dots, split votes, and when a room agrees."""

from __future__ import annotations

import pytest

from roadmap_desktop.rules.voting import Agreed, Limits, Way, agreed, close_pairs, dots_each, limits, split_pairs


@pytest.mark.parametrize(("options", "dots"), [(1, 1), (4, 1), (5, 2), (9, 3), (10, 3), (11, 4), (30, 10)])
def test_each_person_has_a_third_of_the_options_rounded(options: int, dots: int) -> None:
    assert dots_each(options) == dots


def test_no_option_gets_more_than_two_dots_of_one_person_nor_a_slip_more_than_its_picks() -> None:
    assert limits(Way.DOTS, 12) == Limits(each=4, one=2)
    assert limits(Way.DOTS, 3) == Limits(each=1, one=1)
    assert limits(Way.SLIPS, 12) == Limits(each=15, one=5)
    assert limits(Way.SLIPS, 3) == Limits(each=12, one=5)


def test_options_a_couple_of_dots_apart_are_as_good_as_equal_and_none_without_votes() -> None:
    assert close_pairs((9, 4, 11, 0, 1)) == ((2, 0),)
    assert close_pairs((0, 0)) == ()


def test_options_alike_by_name_that_would_lead_together_have_split_their_votes() -> None:
    names = ("Messages to families", "Lesson planning", "Translated messages for families")
    assert split_pairs(names, (5, 8, 4)) == ((0, 2),)
    assert split_pairs(names, (5, 12, 4)) == ()
    assert split_pairs(("Bus routes", "Lesson planning", "Notes"), (5, 8, 4)) == ()


def test_a_fist_to_five_passes_when_nobody_is_under_two_and_the_mean_is_three() -> None:
    assert agreed(Way.FIST, (0, 0, 2, 4, 2, 0)) == Agreed(True, 3.0, 0, 8)
    assert agreed(Way.FIST, (0, 1, 0, 4, 9, 0)) == Agreed(False, 3.5, 1, 14)
    assert agreed(Way.FIST, (0, 0, 3, 2, 0, 0)) == Agreed(False, 2.4, 0, 5)


def test_gradients_pass_when_nobody_vetoes_and_three_of_four_agree() -> None:
    assert agreed(Way.GRADIENTS, (0, 1, 0, 0, 1, 0, 1, 1)) == Agreed(True, 4.5, 0, 4)
    assert agreed(Way.GRADIENTS, (1, 0, 0, 0, 0, 0, 0, 9)) == Agreed(False, 6.3, 1, 10)
    assert agreed(Way.GRADIENTS, (0, 0, 0, 2, 2, 0, 0, 0)) == Agreed(False, 3.5, 0, 4)


def test_nobody_is_no_agreement() -> None:
    assert agreed(Way.FIST, (0,) * 6) is None
