"""Dates are read as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.language import Language
from roadmap_desktop.widgets.typed_day import NO_SUCH_DAY, UNREADABLE, NotADay, read_day

ENGLISH = Language("en")
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-10-12",
        "10/12/2026",
        "10/12/26",
        "Oct 12 2026",
        "oct. 12, 2026",
        "October 12, 2026",
        "12 October 2026",
        "Monday, October 12, 2026",
        "  2026-10-12 ",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_day(typed, ENGLISH) == date(2026, 10, 12)


def test_sept_is_september() -> None:
    assert read_day("Sept 3 2026", ENGLISH) == date(2026, 9, 3)


def test_the_day_comes_first_where_only_that_gives_a_date() -> None:
    assert read_day("13/2/2026", ENGLISH) == date(2026, 2, 13)


def test_months_are_read_in_the_window_s_language_too() -> None:
    assert read_day("12 de octubre de 2026", Language("es")) == date(2026, 10, 12)


def test_an_empty_text_is_no_day() -> None:
    assert read_day("  ", ENGLISH) is None


@pytest.mark.parametrize("typed", ["soon", "2026", "Oct 2026", "12", "Oct 12", "Ma 3 2026", "1/2/3/4", "Oct Nov 3 26"])
def test_what_is_no_date_is_said_to_be_unreadable(typed: str) -> None:
    with pytest.raises(NotADay) as caught:
        read_day(typed, ENGLISH)
    assert caught.value.reason == UNREADABLE


@pytest.mark.parametrize("typed", ["Feb 30 2026", "2026-13-01", "0/1/2026", "2/29/2027"])
def test_a_day_that_does_not_exist_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotADay) as caught:
        read_day(typed, ENGLISH)
    assert caught.value.reason == NO_SUCH_DAY


@given(DAYS, st.sampled_from(["medium", "long"]), st.sampled_from(["en", "es"]))
def test_a_day_as_the_program_writes_it_is_read_back(day: date, style: str, code: str) -> None:
    language = Language(code)
    assert read_day(language.date(day, style), language) == day


@given(DAYS)
def test_a_day_in_figures_is_read_back(day: date) -> None:
    assert read_day(day.isoformat(), ENGLISH) == day
    assert read_day(f"{day.month}/{day.day}/{day.year}", ENGLISH) == day


@given(st.text(max_size=40))
def test_no_text_is_read_as_anything_but_a_day_or_a_refusal(text: str) -> None:
    with suppress(NotADay):
        assert read_day(text, ENGLISH) is None or read_day(text, ENGLISH) != date.min
