"""Where things lie on the timeline: names, rows, links and weeks, by arithmetic alone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.charts.timeline.calendar import pauses, periods, weeks
from roadmap_desktop.charts.timeline.days import day, number
from roadmap_desktop.charts.timeline.names import GAP, Side, place_names
from roadmap_desktop.charts.timeline.routes import HEAD, entry, routes
from roadmap_desktop.charts.timeline.rows import lay_rows
from roadmap_desktop.charts.timeline.view import View, within, zoomed
from roadmap_desktop.language import Language
from tests.charts.timelines import FIRST, a_bar, a_roadmap

ROOM = 700.0
bars = st.lists(st.tuples(st.integers(0, 4), st.floats(-300, 900), st.floats(4, 400), st.floats(5, 300)), max_size=30)


def placed(found: list[tuple[int, float, float, float]]) -> list[tuple[int, float, float, float, float, int]]:
    """Row, bar's left and right, name's left and right, and its side, of bars given by row, left, width and name."""
    found = sorted(found)
    row, left, width, name = (np.array([each[at] for each in found]) for at in range(4))
    names = place_names(left, left + width, name, row, ROOM)
    return list(zip(row, left, left + width, names.x, names.x + name, names.side, strict=True))


@given(bars)
def test_no_name_lies_over_another_or_over_another_bar(found: list[tuple[int, float, float, float]]) -> None:
    laid = placed(found)
    for at, (row, _, _, x, end, side) in enumerate(laid):
        for other, (other_row, left, right, other_x, other_end, other_side) in enumerate(laid):
            if side == Side.NONE or other == at or other_row != row:
                continue
            assert right <= x or left >= end
            assert other_side == Side.NONE or other_end <= x or other_x >= end


@given(bars)
def test_no_name_is_cut_at_the_edge_of_the_view(found: list[tuple[int, float, float, float]]) -> None:
    assert all(x >= 0 and end <= ROOM for *_, x, end, side in placed(found) if side != Side.NONE)


@given(st.floats(0, 690), st.floats(4, 400), st.floats(5, 600))
def test_a_bar_alone_on_its_row_always_has_its_name(left: float, width: float, name: float) -> None:
    assert placed([(0, left, width, name)])[0][-1] != Side.NONE


@pytest.mark.parametrize(
    ("left", "width", "side", "x"),
    [
        (100, 50, Side.RIGHT, 150 + GAP),
        (600, 50, Side.LEFT, 600 - GAP - 80),
        (5, 690, Side.INSIDE, 5 + GAP),
        (-200, 880, Side.INSIDE, GAP),
        (800, 50, Side.NONE, 0),
    ],
)
def test_a_name_stands_on_whichever_side_has_room(left: float, width: float, side: Side, x: float) -> None:
    assert placed([(0, left, width, 80.0)])[0][3::2] == (x, side)


def test_a_name_too_long_for_either_side_runs_over_its_own_bar_only() -> None:
    _, _, _, x, end, side = placed([(0, 300.0, 40.0, 420.0)])[0]
    assert side == Side.OVER
    assert end == ROOM - GAP
    assert x == end - 420


def test_rows_are_25_high_in_lanes_with_room_between() -> None:
    rows = lay_rows((3, 2), (0, 0), 1.0)
    assert np.diff(rows.tops).tolist() == [25, 25, 37, 25]
    assert rows.lane_heights.tolist() == [83, 58]
    assert rows.lane_tops[1] - rows.lane_tops[0] == 87


def test_a_lane_is_as_high_as_its_name_asks_for() -> None:
    assert lay_rows((0, 1), (60, 10), 1.0).lane_heights.tolist() == [60, 33]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.integers(-20, 900), st.integers(0, 400))
def test_rows_in_view_are_found_as_if_each_were_asked(counts: list[int], top: int, height: int) -> None:
    rows = lay_rows(counts, [0.0] * len(counts), 1.0)
    first, last = rows.between(top, top + height)
    seen = [at for at, y in enumerate(rows.tops) if y + rows.pitch > top and y < top + height]
    assert list(range(first, last)) == seen


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.floats(-20, 900))
def test_the_row_at_a_height_is_the_one_that_holds_it(counts: list[int], y: float) -> None:
    rows = lay_rows(counts, [0.0] * len(counts), 1.0)
    holds = [at for at, top in enumerate(rows.tops) if top <= y < top + rows.pitch]
    assert rows.at(y) == (holds[0] if holds else -1)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.floats(0, 0.99))
def test_a_day_lasts_from_its_number_to_the_next(found: date, hour: float) -> None:
    assert day(number(found) + hour) == found


@given(st.floats(0.3, 40), st.floats(0, 700), st.floats(0.2, 5))
def test_zooming_leaves_the_day_under_the_pointer_where_it_is(per_day: float, x: float, factor: float) -> None:
    view = View(20_000.0, per_day, 700.0, 0.0, 500.0)
    around = view.day(x)
    first, last = zoomed(view.first, view.last, factor, around)
    assert View(first, 700 / (last - first), 700.0, 0.0, 500.0).x(around) == pytest.approx(x, abs=1e-6)


@given(st.floats(-500, 500), st.floats(1, 2000))
def test_the_view_never_leaves_the_roadmap(first: float, length: float) -> None:
    left, right = within(first, first + length, (0.0, 400.0))
    assert left >= 0
    assert right <= 400 + 1e-9


@given(st.floats(0, 700), st.sampled_from((-1.0, 1.0)), st.floats(0, 700), st.integers(-5, 5).filter(bool))
def test_links_have_square_corners_and_come_in_from_above(
    leaving: float, direction: float, entering: float, rows: int
) -> None:
    one = np.array([1.0])
    way = routes(leaving * one, direction * one, 200 * one, entering * one, (192.5 + 25 * rows) * one, 25.0)[0]
    for (x1, y1), (x2, y2) in pairwise(way):
        assert x1 == x2 or y1 == y2
    assert way[0].tolist() == [leaving, 200]
    assert way[-1].tolist() == [entering, 192.5 + 25 * rows]
    assert way[-1][1] - way[-2][1] == pytest.approx(HEAD)


def test_a_link_enters_near_the_start_of_a_bar_and_in_the_middle_of_a_milestone() -> None:
    left, right, yes = np.array([100.0, 100.0]), np.array([200.0, 115.0]), np.array([True, True])
    assert entry(left, right, yes, np.array([False, True])).tolist() == [104, 107.5]
    assert entry(left, right, ~yes, np.array([False, True])).tolist() == [196, 107.5]


def test_weeks_are_named_as_often_as_there_is_room_and_begin_anew_with_each_period() -> None:
    picture = a_roadmap(())
    assert [week for week, _ in weeks(picture, 2.2, 46.0)][:7] == [1, 4, 7, 10, 13, 16, 1]
    assert [week for week, _ in weeks(picture, 7.0, 46.0)][:3] == [1, 2, 3]
    assert weeks(picture, 0.1, 46.0) == ()


def test_breaks_and_the_summers_round_the_school_years_are_free_of_school() -> None:
    names = [Language("en").say(each.name) for each in pauses(a_roadmap(()))]
    assert names == ["Summer", "Winter break", "Summer"]
    assert day(pauses(a_roadmap(()))[0].last) == FIRST


def test_a_calendar_without_periods_is_headed_by_its_months() -> None:
    from dataclasses import replace

    found = periods(replace(a_roadmap((a_bar("a", 0),)), periods=()), Language("en"))
    assert [each.name for each in found][:3] == ["July", "August", "September"]
    assert found[0].last == found[1].first
