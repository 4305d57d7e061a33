"""The day as it runs: time left, how far over, and a rest that fits."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.agenda import SHORTEST, Item, clock, kept, planned_end, shortened

NINE = datetime.fromisoformat("2026-11-02T09:00")


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def a_day(*minutes: int, breaks: tuple[int, ...] = (), started: tuple[float, ...] = (0,)) -> list[Item]:
    begun = [at(each) for each in started] + [None] * (len(minutes) - len(started))
    return [Item(str(n), each, n in breaks, begun[n]) for n, each in enumerate(minutes)]


def test_before_the_first_item_is_begun_there_is_no_clock() -> None:
    assert clock(a_day(20, 30, started=()), NINE, at(5)) is None


def test_an_item_has_the_time_left_that_it_has_not_used() -> None:
    found = clock(a_day(20, 30), NINE, at(8))
    assert found is not None
    assert (found.place, found.left, found.share) == (0, timedelta(minutes=12), 0.4)


def test_an_item_that_takes_longer_makes_the_day_over_by_as_much() -> None:
    found = clock(a_day(20, 30), NINE, at(25))
    assert found is not None
    assert (found.left, found.over) == (timedelta(minutes=-5), timedelta(minutes=5))
    assert found.is_late


def test_a_day_begun_late_is_over_from_the_beginning() -> None:
    found = clock(a_day(20, 30, started=(10,)), NINE, at(12))
    assert found is not None
    assert found.over == timedelta(minutes=10)


def test_an_item_ended_early_leaves_time_to_spare() -> None:
    found = clock(a_day(20, 30, started=(0, 15)), NINE, at(16))
    assert found is not None
    assert found.over == timedelta(minutes=-5)


def test_what_follows_is_shortened_in_proportion_and_the_break_is_kept() -> None:
    found = shortened(a_day(20, 40, 10, 20, breaks=(2,)), NINE, at(35))
    assert [item.minutes for item in found.items] == [35, 30, 10, 15]
    assert found.fits


def test_an_item_is_never_shortened_to_less_than_half_of_it_and_what_is_missing_is_said() -> None:
    found = shortened(a_day(20, 40, 20), NINE, at(60))
    assert [item.minutes for item in found.items] == [60, 20, 10]
    assert found.over == 10


def test_dropping_an_item_leaves_its_time_to_the_others() -> None:
    found = shortened(a_day(20, 40, 20), NINE, at(40), without=("2",))
    assert [item.minutes for item in found.items] == [40, 40]
    assert (found.dropped, found.over) == (("2",), 0)


def test_keeping_everything_as_planned_says_how_much_later_the_day_ends() -> None:
    assert kept(a_day(20, 40, 20), NINE, at(32)).over == 12


def test_what_is_past_holds_the_minutes_it_took() -> None:
    found = shortened(a_day(20, 30, 30, started=(0, 28)), NINE, at(30))
    assert [item.minutes for item in found.items] == [28, 30, 22]


def test_without_an_item_that_runs_nothing_can_be_made_to_fit() -> None:
    with pytest.raises(ValueError, match="no item runs"):
        shortened(a_day(20, started=()), NINE, NINE)


def test_a_day_begun_late_ends_on_time_after_a_reflow_and_the_clock_says_so() -> None:
    items = a_day(20, 40, 40, started=(10,))
    found = shortened(items, NINE, at(15))
    assert planned_end(found.items, NINE) == planned_end(items, NINE)
    before, after = clock(items, NINE, at(15)), clock(found.items, NINE, at(15))
    assert before is not None
    assert after is not None
    assert (after.left, after.over) == (before.left, timedelta())


days = st.lists(st.tuples(st.integers(1, 120), st.booleans()), min_size=1, max_size=12)


@given(days, st.integers(0, 400))
def test_a_rest_that_fits_ends_on_time_and_keeps_order_breaks_and_the_least_lengths(
    plan: list[tuple[int, bool]], now: int
) -> None:
    items = [Item(str(n), minutes, is_break, NINE if n == 0 else None) for n, (minutes, is_break) in enumerate(plan)]
    found = shortened(items, NINE, at(now))
    assert [each.key for each in found.items] == [each.key for each in items]
    for before, after in zip(items[1:], found.items[1:], strict=True):
        assert after.minutes <= before.minutes
        assert after.minutes == before.minutes if before.is_break else after.minutes >= min(before.minutes, SHORTEST)
        assert 2 * after.minutes >= before.minutes
    if found.fits:
        assert planned_end(found.items, NINE) <= planned_end(items, NINE)
    else:
        assert planned_end(found.items, NINE) - planned_end(items, NINE) == timedelta(minutes=found.over)


@given(days, st.integers(0, 400))
def test_time_is_not_thrown_away(plan: list[tuple[int, bool]], now: int) -> None:
    """Shortening takes no more than is needed."""
    items = [Item(str(n), minutes, is_break, NINE if n == 0 else None) for n, (minutes, is_break) in enumerate(plan)]
    found, longer = shortened(items, NINE, at(now)), kept(items, NINE, at(now))
    if longer.over > 0 and found.fits:
        assert planned_end(found.items, NINE) == planned_end(items, NINE)
