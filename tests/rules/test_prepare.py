"""School years by name, and the slots of a session."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.prepare import read_clock, school_year_name, slots


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-27", "2026-27"),
        ("2026–2027", "2026-27"),
        (" 2026/27 ", "2026-27"),
        ("1999-00", "1999-00"),
        ("2026-28", None),
        ("2026", None),
        ("26-27", None),
    ],
)
def test_a_school_year_is_two_years_that_follow_one_another(text: str, name: str | None) -> None:
    assert school_year_name(text) == name


@given(st.times(), st.lists(st.integers(1, 120), min_size=1, max_size=12))
def test_items_follow_one_another_without_a_gap(start: time, minutes: list[int]) -> None:
    found = slots(start, minutes)
    assert found[0].start == start.replace(second=0, microsecond=0)
    assert all(slot.end == after.start for slot, after in pairwise(found))


def test_past_midnight_the_clock_begins_again() -> None:
    assert slots(time(23, 30), [45])[0].end == time(0, 15)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("8:30", time(8, 30)),
        (" 8.30 am ", time(8, 30)),
        ("8", time(8, 0)),
        ("12:15 AM", time(0, 15)),
        ("12 p. m.", time(12, 0)),
        ("1 pm", time(13, 0)),
        ("1:00", time(13, 0)),
        ("01:00", time(1, 0)),
        ("13:00", time(13, 0)),
        ("25:00", None),
        ("13 pm", None),
        ("8:75", None),
        ("half past eight", None),
    ],
)
def test_a_time_of_day_is_read_as_people_type_it(text: str, clock: time | None) -> None:
    assert read_clock(text) == clock
