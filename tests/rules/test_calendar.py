"""Which dates of a school calendar can't be, and the year as weeks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.calendar import DateProblem, Fault, Span, SpanKind, span_problem, weekdays, year_problem
from roadmap_desktop.rules.yearweeks import DayKind, weeks

FIRST, LAST = date(2026, 8, 10), date(2027, 5, 28)
days = st.dates(FIRST - timedelta(days=30), LAST + timedelta(days=30))
spans = st.builds(
    lambda kind, first, length: Span(kind, "It", first, first + timedelta(days=length)),
    st.sampled_from(SpanKind),
    days,
    st.integers(0, 20),
)


def test_a_year_ends_after_it_begins_and_is_no_longer_than_any_year() -> None:
    assert year_problem(FIRST, FIRST) == DateProblem(Fault.LAST_BEFORE_FIRST)
    assert year_problem(FIRST, FIRST + timedelta(days=401)) == DateProblem(Fault.TOO_LONG)
    assert year_problem(FIRST, LAST) is None


@given(spans, st.lists(spans))
def test_spans_of_a_kind_kept_apart_never_share_a_day(span: Span, others: list[Span]) -> None:
    if span_problem(span, FIRST, LAST, others) is None and span.kind in (SpanKind.TERM, SpanKind.BREAK):
        mine = {span.first + timedelta(days=step) for step in range((span.last - span.first).days + 1)}
        same = [other for other in others if other.kind is span.kind]
        assert all(other.last < min(mine) or other.first > max(mine) for other in same)


@given(spans)
def test_what_students_feel_lies_inside_the_year(span: Span) -> None:
    around = {SpanKind.STAFF_DAY, SpanKind.REPORT_CARD, SpanKind.BOARD_MEETING}
    inside = span.first >= FIRST and span.last <= LAST
    assert (span_problem(span, FIRST, LAST, ()) is None) == (inside or span.kind in around)


@given(st.lists(spans, max_size=8))
def test_each_weekday_of_the_year_is_drawn_once(found: list[Span]) -> None:
    drawn = [day for week in weeks(FIRST, LAST, found) for day in week.days]
    assert sum(day is not DayKind.OUTSIDE for day in drawn) == len(weekdays(FIRST, LAST))
    assert all(week.monday.weekday() == 0 for week in weeks(FIRST, LAST, found))


def test_a_break_is_drawn_over_a_day_off_and_that_over_an_early_release() -> None:
    day = date(2026, 11, 26)
    every = [Span(kind, "It", day, day) for kind in (SpanKind.BREAK, SpanKind.DAY_OFF, SpanKind.EARLY_RELEASE)]
    for place, kind in enumerate((DayKind.BREAK, DayKind.OFF, DayKind.EARLY)):
        week = next(week for week in weeks(FIRST, LAST, every[place:]) if week.monday == date(2026, 11, 23))
        assert week.days[3] is kind
