"""Why dates of a school calendar can't be, in words, and beside which field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import checked_year
from roadmap_desktop.language import message
from roadmap_desktop.rules.calendar import DateProblem, Fault, Span, span_problem, year_problem


def checked_year_name(text: str) -> str:
    """The name of a school year as "2026-27"; Refused where it is none, or empty."""
    name = checked_year(text)
    if not name:
        raise Refused(
            message("A school year needs its name."),
            message("Write it with the year it begins and the year after, as in 2026-27."),
            field="name",
        )
    return name


def check_year(first_day: date, last_day: date) -> None:
    """Refused where a school year can't run from the first to the last day."""
    problem = year_problem(first_day, last_day)
    if problem is None:
        return
    if problem.fault is Fault.TOO_LONG:
        raise Refused(
            message("A year from {first} to {last} is longer than any school year.", first=first_day, last=last_day),
            message("Look at the years of both dates."),
            field="last_day",
        )
    raise Refused(
        message("The last day, {last}, is not after the first, {first}.", first=first_day, last=last_day),
        message("Change one of the two dates."),
        field="last_day",
    )


def check_span(span: Span, year: str, first_day: date, last_day: date, others: Iterable[Span]) -> None:
    """Refused where a span can't be in the year of that name and bounds, beside its others."""
    problem = span_problem(span, first_day, last_day, others)
    if problem is not None:
        raise _refused(span, problem, year, first_day, last_day)


def _refused(span: Span, problem: DateProblem, year: str, first_day: date, last_day: date) -> Refused:
    match problem.fault:
        case Fault.LAST_BEFORE_FIRST:
            return Refused(
                message("{name} ends on {last}, before it begins.", name=span.name, last=span.last),
                message("Change one of the two dates."),
                field="last",
            )
        case Fault.OVERLAPS:
            return Refused(
                message("{name} and {other} share days.", name=span.name, other=problem.other),
                message("Change one of the two, so that one ends before the other begins."),
                field="first",
            )
    outside = "first" if span.first < first_day or span.first > last_day else "last"
    return Refused(
        message(
            "{name} lies outside {year}, which runs from {first} to {last}.",
            name=span.name,
            year=year,
            first=first_day,
            last=last_day,
        ),
        message("Change its dates, or the first or last day of the year."),
        field=outside,
    )
