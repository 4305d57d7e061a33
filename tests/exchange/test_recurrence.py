"""Repeating events, compared with an independent reading of the same rules."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.recurrence import Rule, occurrences, weekday

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
START = st.dates(date(2025, 1, 1), date(2027, 12, 31))
WEEKDAYS = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)


def independent(text: str, first: date, no_later: date) -> list[date]:
    """The same days by dateutil, which counts the first day only where the rule has it."""
    rule = rrulestr(text, dtstart=datetime.combine(first, time(9)))
    return [each.date() for each in rule.between(datetime(2020, 1, 1), datetime.combine(no_later, time(23)), inc=True)]


@given(START, st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), st.integers(1, 4), st.integers(1, 30))
def test_plain_rules_with_a_count_are_counted_right(first: date, frequency: str, interval: int, count: int) -> None:
    end = first + timedelta(days=1500)
    text = f"FREQ={frequency};INTERVAL={interval};COUNT={count}"
    assert occurrences(Rule(frequency, interval, count), first, end) == independent(text, first, end)


@given(START, WEEKDAYS, st.integers(1, 3), st.sampled_from([0, 6]), st.dates(date(2025, 6, 1), date(2029, 1, 1)))
def test_weekly_rules_with_days_and_an_end(first: date, names: list[str], every: int, start: int, until: date) -> None:
    text = f"FREQ=WEEKLY;INTERVAL={every};WKST={NAMES[start]};UNTIL={until:%Y%m%d}T235959"
    text += f";BYDAY={','.join(names)}" if names else ""
    rule = Rule("WEEKLY", every, until=until, weekdays=tuple(map(weekday, names)), week_start=start)
    end = first + timedelta(days=900)
    assert occurrences(rule, first, end) == independent(text, first, end)


@given(
    START,
    st.sampled_from(["MONTHLY", "YEARLY"]),
    st.sampled_from(["1MO", "2TU", "-1FR", "3WE", "-2SU", "TH"]),
    st.lists(st.integers(1, 12), max_size=3, unique=True),
)
def test_places_of_weekdays_in_the_month_or_the_year(first: date, frequency: str, day: str, months: list[int]) -> None:
    text = f"FREQ={frequency};BYDAY={day}" + (f";BYMONTH={','.join(map(str, months))}" if months else "")
    rule = Rule(frequency, weekdays=(weekday(day),), months=tuple(months))
    end = first + timedelta(days=1200)
    assert occurrences(rule, first, end) == independent(text, first, end)


@given(START, st.lists(st.sampled_from([1, 15, 29, 31, -1, -3]), min_size=1, max_size=2, unique=True))
def test_days_of_the_month_from_both_ends(first: date, days: list[int]) -> None:
    rule = Rule("MONTHLY", month_days=tuple(days))
    end = first + timedelta(days=700)
    assert occurrences(rule, first, end) == independent(
        f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}", first, end
    )


@given(START, st.sampled_from([1, 2, -1, -2]))
def test_a_place_among_the_weekdays_of_a_month(first: date, place: int) -> None:
    names = NAMES[:5]
    rule = Rule("MONTHLY", weekdays=tuple(map(weekday, names)), places=(place,))
    end = first + timedelta(days=700)
    text = f"FREQ=MONTHLY;BYDAY={','.join(names)};BYSETPOS={place}"
    assert occurrences(rule, first, end) == independent(text, first, end)


def test_a_rule_that_never_comes_true_ends() -> None:
    assert occurrences(Rule("DAILY", months=(2,), month_days=(30,)), date(2026, 1, 1), date.max) == []
