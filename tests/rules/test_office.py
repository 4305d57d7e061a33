"""The days on which the district office is closed."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_desktop.rules.calendar import Span, SpanKind
from roadmap_desktop.rules.office import federal_holidays, office_holidays


def test_federal_holidays_are_those_that_the_office_of_personnel_management_lists_for_2026() -> None:
    # OPM, "2026 Federal Holidays": Independence Day is a Saturday and observed on Friday, July 3.
    listed = ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"]
    assert federal_holidays(2026) == {date.fromisoformat(f"2026-{day}") for day in listed}


def test_a_federal_holiday_on_a_sunday_is_observed_on_monday() -> None:
    assert date(2027, 7, 5) in federal_holidays(2027)


@pytest.mark.parametrize(
    ("name", "closed"),
    [
        ("Labor Day", True),
        ("Student / Teacher Holiday", True),
        ("Good Friday", True),
        ("Student Holiday", False),
        ("Conference Day", False),
    ],
)
def test_a_day_off_closes_the_office_where_it_is_a_holiday(name: str, closed: bool) -> None:
    day = date(2027, 3, 26)
    found = office_holidays(day, day, [Span(SpanKind.DAY_OFF, name, day, day)], lambda _: False)
    assert (day in found) is closed


def test_a_holiday_on_which_staff_work_closes_no_office() -> None:
    day = date(2027, 3, 26)
    spans = [Span(kind, "Spring holiday", day, day) for kind in (SpanKind.DAY_OFF, SpanKind.STAFF_DAY)]
    assert office_holidays(day, day, spans, lambda _: False) == frozenset()


def test_a_federal_holiday_with_school_closes_no_office() -> None:
    columbus = date(2026, 10, 12)
    assert office_holidays(columbus, columbus, [], lambda _: True) == frozenset()
    assert office_holidays(columbus, columbus, [], lambda _: False) == {columbus}
