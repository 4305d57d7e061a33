"""What a person can write for a length or a lag, and where work of that length ends."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.length import (
    MILESTONE,
    MOST,
    NO_LAG,
    Lag,
    LagUnit,
    Length,
    NotALag,
    NotALength,
    Unit,
    finish,
    parse,
    parse_lag,
)
from tests.rules.district_year import OFFICE, SCHOOLS

lengths = st.builds(Length, st.integers(1, MOST), st.sampled_from(Unit)) | st.just(MILESTONE)
lags = st.builds(Lag, st.integers(-MOST, MOST).filter(bool), st.sampled_from(LagUnit)) | st.just(NO_LAG)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("5 school days", Length(5)),
        ("1 school day", Length(1)),
        ("5", Length(5)),
        ("3 weeks", Length(3, Unit.WEEKS)),
        ("1w", Length(1, Unit.WEEKS)),
        ("1 grading period", Length(1, Unit.GRADING_PERIODS)),
        ("2 Grading  Periods ", Length(2, Unit.GRADING_PERIODS)),
        ("10 days", Length(10, Unit.CALENDAR_DAYS)),
        ("10 d", Length(10, Unit.CALENDAR_DAYS)),
        ("10 calendar days", Length(10, Unit.CALENDAR_DAYS)),
        ("0", MILESTONE),
        ("0 weeks", MILESTONE),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, length: Length) -> None:
    assert parse(text) == length


@pytest.mark.parametrize("text", ["", "soon", "-3 days", "5 fortnights", "1.5 weeks", "weeks", "10000", "٣ days"])
def test_what_is_no_length_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(NotALength) as refused:
        parse(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "lag"),
    [
        ("+3", Lag(3)),
        ("-1", Lag(-1)),
        ("\N{MINUS SIGN}1", Lag(-1)),
        ("5d", Lag(5, LagUnit.CALENDAR_DAYS)),
        ("+ 2 w", Lag(2, LagUnit.WEEKS)),
        ("-2 weeks", Lag(-2, LagUnit.WEEKS)),
        ("0", NO_LAG),
        ("-0d", NO_LAG),
    ],
)
def test_a_lag_is_read_as_people_write_it(text: str, lag: Lag) -> None:
    assert parse_lag(text) == lag


@pytest.mark.parametrize("text", ["", "+", "later", "1 grading period", "+-1", "+10000", "1.5"])
def test_what_is_no_lag_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(NotALag) as refused:
        parse_lag(text)
    assert refused.value.text == text


@given(lengths, lags)
def test_what_is_written_is_read_back(length: Length, lag: Lag) -> None:
    assert parse(length.written()) == length
    assert parse_lag(lag.written()) == lag


def test_one_is_written_without_a_plural() -> None:
    assert [Length(1, unit).written() for unit in Unit] == ["1 school day", "1 week", "1 grading period", "1 day"]
    assert Length(2).written() == "2 school days"
    assert [Lag(1).written(), Lag(-2, LagUnit.WEEKS).written(), NO_LAG.written()] == ["+1", "-2w", "+0"]


def test_amounts_no_calendar_can_hold_are_refused() -> None:
    for amount in (-1, MOST + 1):
        with pytest.raises(NotALength):
            Length(amount)
    with pytest.raises(NotALag):
        Lag(-MOST - 1)


def test_a_week_is_five_school_days_and_calendar_days_are_none() -> None:
    assert (Length(3, Unit.WEEKS).school_days, Length(3, Unit.CALENDAR_DAYS).school_days) == (15, None)
    assert (Lag(-2, LagUnit.WEEKS).school_days, Lag(-2, LagUnit.WEEKS).calendar_days) == (-10, 0)
    assert (Lag(4, LagUnit.CALENDAR_DAYS).school_days, Lag(4, LagUnit.CALENDAR_DAYS).calendar_days) == (0, 4)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("0", "2026-11-16"),
        ("1", "2026-11-16"),
        ("5", "2026-11-20"),
        ("2 weeks", "2026-12-04"),  # Thanksgiving week does not count
        ("1 grading period", "2027-03-11"),  # begun after the first week of quarter 2
        ("14 days", "2026-11-29"),  # a Sunday
    ],
)
def test_work_that_starts_on_a_saturday_begins_on_monday_and_ends_by_its_length(text: str, end: str) -> None:
    assert finish(date(2026, 11, 14), parse(text), SCHOOLS) == date.fromisoformat(end)


def test_the_office_works_through_the_schools_break() -> None:
    assert finish(date(2026, 11, 16), parse("2 weeks"), OFFICE) == date(2026, 11, 30)


@given(lengths.filter(lambda length: length.amount < 5), st.lists(st.dates(date(2026, 8, 1), date(2028, 1, 1))))
def test_an_array_of_starts_is_answered_as_its_dates_are(length: Length, starts: list[date]) -> None:
    several = finish(np.array(starts, dtype="datetime64[D]"), length, SCHOOLS)
    assert several.tolist() == [finish(day, length, SCHOOLS) for day in starts]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2 wks.", Length(2, Unit.WEEKS)),
        ("3 instructional weeks", Length(3, Unit.WEEKS)),
        ("1 gp", Length(1, Unit.GRADING_PERIODS)),
        ("2 marking periods", Length(2, Unit.GRADING_PERIODS)),
        ("5 sd", Length(5)),
        ("5 instructional days", Length(5)),
        ("3 ed", Length(3, Unit.CALENDAR_DAYS)),
        ("4 days?", Length(4, Unit.CALENDAR_DAYS)),
        ("2.0 weeks", Length(2, Unit.WEEKS)),
        ("5 días lectivos", Length(5)),
        ("1 período de calificación", Length(1, Unit.GRADING_PERIODS)),
    ],
)
def test_short_forms_and_the_words_of_both_languages_are_read(text: str, length: Length) -> None:
    assert parse(text) == length
