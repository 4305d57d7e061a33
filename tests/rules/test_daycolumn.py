"""The day as a column: lengths snap to five minutes, and what is dragged lands where it lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.daycolumn import STEP, landing, scale, snapped, stepped

days = st.lists(st.integers(1, 90), min_size=1, max_size=12)


@pytest.mark.parametrize(("minutes", "length"), [(0, 5), (7.4, 5), (7.5, 10), (12, 10), (13, 15), (60, 60)])
def test_a_dragged_edge_snaps_to_the_nearest_five_minutes(minutes: float, length: int) -> None:
    assert snapped(minutes) == length


@pytest.mark.parametrize(
    ("minutes", "steps", "length"),
    [(10, 1, 15), (10, -1, 5), (12, 1, 15), (12, -1, 10), (5, -1, 5), (3, -1, 3), (3, 1, 5)],
)
def test_a_key_goes_to_the_next_five_minutes(minutes: int, steps: int, length: int) -> None:
    assert stepped(minutes, steps) == length


@given(st.integers(1, 600).map(lambda n: n * STEP), st.integers(0, 20))
def test_as_many_steps_back_as_forth_give_the_same_length(minutes: int, steps: int) -> None:
    assert stepped(stepped(minutes, steps), -steps) == minutes


@given(days, st.data())
def test_an_item_that_was_not_dragged_stays_where_it_is(day: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(day) - 1))
    assert landing(day[:place] + day[place + 1 :], sum(day[:place])) == place


@given(days, st.floats(-500, 2000), st.floats(0, 500))
def test_further_down_never_lands_further_up(day: list[int], top: float, further: float) -> None:
    assert landing(day, top) <= landing(day, top + further)


def test_a_neighbour_gives_way_once_half_of_it_is_dragged_over() -> None:
    assert [landing([30, 20], top) for top in (15, 16, 40, 41)] == [0, 1, 1, 2]


def test_the_day_fills_the_room_unless_its_shortest_item_needs_more() -> None:
    assert scale([30, 60], 180, least=20, most=5) == 2
    assert scale([5, 85], 180, least=20, most=5) == 4
    assert scale([2, 88], 180, least=20, most=5) == 5
    assert scale([], 180, least=20, most=5) == 5
