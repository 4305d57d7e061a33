"""Impact against effort: the quarter by medians, left open where the scorers reach over the middle."""

from __future__ import annotations

import pytest

from roadmap_desktop.rules.matrix import Quarter, Spread, spot


@pytest.mark.parametrize(
    ("impact", "feasibility", "quarter"),
    [
        (4, 5, Quarter.QUICK_WIN),
        (4, 2, Quarter.PROJECT),
        (2, 4, Quarter.FILLER),
        (1, 1, Quarter.THANKLESS),
        (3, 3, Quarter.QUICK_WIN),
    ],
)
def test_a_use_case_lies_in_the_quarter_of_its_medians(impact: float, feasibility: float, quarter: Quarter) -> None:
    found = spot([impact], [feasibility])
    assert found is not None
    assert (found.quarter, found.is_open) == (quarter, False)
    assert found.effort == Spread(6 - feasibility, 6 - feasibility, 6 - feasibility)


def test_a_quarter_is_open_where_the_middle_half_of_the_scorers_reaches_over_the_middle() -> None:
    found = spot([2, 2, 4, 5], [5, 5, 5, 5])
    assert found is not None
    assert found.impact == Spread(3.0, 2.0, 4.25)
    assert found.is_open


def test_without_scores_there_is_no_place() -> None:
    assert spot([], [3.0]) is None


def test_a_middle_half_that_ends_on_the_middle_from_below_leaves_the_quarter_open() -> None:
    found = spot([2, 2, 3, 3, 3], [5, 5, 5])
    assert found is not None
    assert found.quarter is Quarter.QUICK_WIN
    assert found.is_open
