"""Where marks stand: none hides another, and each says where its answer lies."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.charts.swarm import GAP, SIZES, size, swarm

places = st.lists(st.floats(0, 430).map(lambda x: round(x, 2)), max_size=40).map(lambda found: tuple(sorted(found)))


@given(places, st.sampled_from(SIZES), st.floats(6, 30))
def test_where_there_is_room_no_mark_hides_another(row: tuple[float, ...], diameter: float, half: float) -> None:
    spots, free = swarm(row, half, diameter)
    if free:
        assert all(hypot(a[0] - b[0], a[1] - b[1]) >= diameter for a, b in combinations(spots, 2))


@given(places, st.sampled_from(SIZES), st.floats(6, 30))
def test_every_answer_has_its_mark_inside_the_row(row: tuple[float, ...], diameter: float, half: float) -> None:
    spots, _ = swarm(row, half, diameter)
    assert len(spots) == len(row)
    assert all(abs(y) + diameter / 2 <= half for _, y in spots)


@given(st.lists(st.integers(0, 400), unique=True, max_size=40), st.sampled_from(SIZES))
def test_a_single_mark_is_moved_by_half_its_size_at_most(row: list[int], diameter: float) -> None:
    true = tuple(float(place) for place in sorted(row))
    spots, _ = swarm(true, 20, diameter)
    assert all(abs(spot[0] - place) <= (diameter + GAP) / 2 + 1e-9 for spot, place in zip(spots, true, strict=True))


def test_close_marks_stand_below_and_above_the_first() -> None:
    spots, free = swarm((100.0, 100.0, 100.0), 20, 6.5)
    assert free
    assert [y for _, y in spots] == pytest.approx([0.0, 7.1, -7.1])
    assert {x for x, _ in spots} == {100.0}


def test_many_equal_marks_make_columns_round_their_place() -> None:
    spots, free = swarm((100.0,) * 9, 12, 6.5)
    assert free
    assert sum(x for x, _ in spots) / 9 == pytest.approx(100)
    assert len({round(x, 3) for x, _ in spots}) == 3


def test_marks_get_smaller_before_one_hides_another() -> None:
    loose, crowded = (0.0, 50.0), tuple(float(place) for place in range(0, 200, 1))
    assert size([loose], 20) == SIZES[0]
    assert size([loose, crowded], 20) < SIZES[0]
    assert size([(5.0,) * 3 + (5.1,) * 3000], 4) == SIZES[-1]
