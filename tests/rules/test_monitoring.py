"""When a reading asks for action, and when reviews fall."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.monitoring import MOVES, Breach, Threshold, breached, review_days

FIGURES = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@pytest.mark.parametrize(
    ("breach", "reading", "asks"),
    [
        (Breach.ABOVE, 20, False),  # a gap of more than 20 points between schools
        (Breach.ABOVE, 20.5, True),
        (Breach.FROM, 20, True),  # three sightings, or one incident, already count
        (Breach.FROM, 19.9, False),
        (Breach.BELOW, 20, False),  # training completion under 80 percent
        (Breach.BELOW, 19, True),
        (Breach.UP_TO, 20, True),  # an agreement that ends in 90 days or less
        (Breach.UP_TO, 20.1, False),
    ],
)
def test_a_reading_is_beyond_a_threshold_or_on_it(breach: Breach, reading: float, asks: bool) -> None:
    assert breached(reading, Threshold(20, breach)) is asks


@pytest.mark.parametrize(
    ("threshold", "before", "reading", "asks"),
    [
        (Threshold(10, Breach.FALL), 58, 48, True),  # trust falls by 10 points
        (Threshold(10, Breach.FALL), 58, 49, False),
        (Threshold(10, Breach.FALL), 58, 70, False),  # it rose
        (Threshold(0.5, Breach.FALL), 2.8, 2.3, True),  # half a point of the rubric, whatever binary fractions say
        (Threshold(50, Breach.RISE, relative=True), 12, 18, True),  # integrity cases rise by half
        (Threshold(50, Breach.RISE, relative=True), 12, 17, False),
        (Threshold(50, Breach.RISE, relative=True), 0, 1, True),  # from nothing, any rise is more than any share
        (Threshold(50, Breach.RISE), 12, 18, False),
    ],
)
def test_a_rise_or_fall_is_counted_from_the_figure_before(
    threshold: Threshold, before: float, reading: float, asks: bool
) -> None:
    assert breached(reading, threshold, before) is asks


@pytest.mark.parametrize("breach", sorted(MOVES))
def test_without_a_figure_before_nothing_rises_or_falls(breach: Breach) -> None:
    assert not breached(5, Threshold(0, breach))


@pytest.mark.parametrize("breach", list(Breach))
def test_nothing_read_and_no_threshold_ask_for_nothing(breach: Breach) -> None:
    assert not breached(None, Threshold(1, breach), 5)
    assert not breached(1, None, 5)


@given(FIGURES, FIGURES)
def test_a_reading_is_on_one_side_of_every_figure(reading: float, figure: float) -> None:
    sides = {breach: breached(reading, Threshold(figure, breach)) for breach in Breach if breach not in MOVES}
    assert sides[Breach.ABOVE] is not sides[Breach.UP_TO]
    assert sides[Breach.BELOW] is not sides[Breach.FROM]


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(1, 500))
def test_a_rise_one_way_is_a_fall_the_other_way(before: int, reading: int, figure: int) -> None:
    rise = breached(reading, Threshold(figure, Breach.RISE), before)
    assert rise is breached(before, Threshold(figure, Breach.FALL), reading)


def test_reviews_fall_on_the_ends_still_to_come_each_once() -> None:
    ends = [date(2027, 3, 11), date(2026, 10, 9), date(2026, 12, 18), date(2027, 3, 11)]
    assert review_days(ends, date(2026, 12, 18)) == (date(2026, 12, 18), date(2027, 3, 11))
