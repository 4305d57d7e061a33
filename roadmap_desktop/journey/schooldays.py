"""The school calendars of the district as the rules count them: one per calendar group, and the district office's.

A group of schools takes the district's year wherever it has none of that name itself. The last known year is projected
five years ahead, every such day marked as assumed; without any year there is no school time at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from roadmap_desktop.model import calendar as kept
from roadmap_desktop.model.people import School
from roadmap_desktop.rules.calendar import Span, SpanKind, weekdays
from roadmap_desktop.rules.office import office_holidays
from roadmap_desktop.rules.schoolyear import Period, SchoolYear
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.schooltime import SchoolTime

DISTRICT, OFFICE = "", "office"
"""The keys of the calendar of all schools without one of their own, and of the district office's."""
KINDS = ("school_year", "span", "school")
"""The facts that calendars are made of."""
AHEAD = timedelta(weeks=5 * 52)
"""How far beyond the last known year the calendars reach."""
BEFORE = timedelta(weeks=52)
"""How long before the first known year the office's days begin: work is planned before students come."""


def school_years(document: Document) -> Mapping[str, tuple[SchoolYear, ...]]:
    """The known years in order, by calendar group; a group that has none, nor has the district, is left out."""
    return document.remembered("school_years", KINDS, lambda: _school_years(document, spans_by_year(document)))


def calendars(document: Document) -> Mapping[str, SchoolTime]:
    """School time by calendar group ("" for the district's schools) and for the "office"; empty without a calendar."""
    return document.remembered("calendars", KINDS, lambda: _calendars(document))


def calendars_with(document: Document, spans: Mapping[str, tuple[Span, ...]]) -> Mapping[str, SchoolTime]:
    """School time as it would be if the school years (by uuid) had these spans; those left out are as they are."""
    with document.read():
        found = {**spans_by_year(document), **spans}
        return _counted(_school_years(document, found), found)


def spans_by_year(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """The spans of each school year, by the year's uuid, in the order of their dates."""
    return document.remembered("spans_by_year", KINDS, lambda: _spans_by_year(document))


def year_of(name: str, first_day: date, last_day: date, spans: Sequence[Span]) -> SchoolYear:
    """A school year of the rules, from its bounds and its spans."""
    off = (span for span in spans if span.kind is SpanKind.DAY_OFF)
    return SchoolYear(
        name=name,
        first_day=first_day,
        last_day=last_day,
        terms=_periods(spans, SpanKind.TERM),
        grading_periods=_periods(spans, SpanKind.GRADING_PERIOD),
        breaks=_periods(spans, SpanKind.BREAK),
        days_off=frozenset(day for span in off for day in weekdays(span.first, span.last)),
    )


def _periods(spans: Sequence[Span], kind: SpanKind) -> tuple[Period, ...]:
    return tuple(Period(span.name, span.first, span.last) for span in spans if span.kind is kind)


def _spans_by_year(document: Document) -> dict[str, tuple[Span, ...]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    span = kept.Span
    columns = (span.year, span.kind, span.name, span.first, span.last)
    for row in document.rows(select(*columns).order_by(span.first, span.last, span.kind, span.name)):
        found[row.year].append(Span(SpanKind(row.kind), row.name, row.first, row.last))
    return {year: tuple(spans) for year, spans in found.items()}


def _school_years(document: Document, spans: Mapping[str, tuple[Span, ...]]) -> dict[str, tuple[SchoolYear, ...]]:
    year = kept.SchoolYear
    columns = (year.uuid, year.name, year.first_day, year.last_day, year.calendar_group)
    with document.read():
        rows = document.rows(select(*columns))
        named = {row.calendar_group for row in document.rows(select(School.calendar_group).distinct())}
    own: defaultdict[str, dict[str, SchoolYear]] = defaultdict(dict)
    for row in rows:
        made = year_of(row.name, row.first_day, row.last_day, spans.get(row.uuid, ()))
        own[row.calendar_group][row.name] = made
    by_group = {group: {**own[DISTRICT], **own[group]} for group in {*named, *own, DISTRICT}}
    return {group: _in_order(years) for group, years in sorted(by_group.items()) if years}


def _in_order(years: Mapping[str, SchoolYear]) -> tuple[SchoolYear, ...]:
    return tuple(sorted(years.values(), key=lambda year: year.first_day))


def _calendars(document: Document) -> dict[str, SchoolTime]:
    with document.read():
        return _counted(school_years(document), spans_by_year(document))


def _counted(
    years: Mapping[str, tuple[SchoolYear, ...]], by_year: Mapping[str, tuple[Span, ...]]
) -> dict[str, SchoolTime]:
    from roadmap_desktop.rules.schooltime import SchoolTime  # brings numpy, which the first screen does not need

    spans = [span for found in by_year.values() for span in found]
    if not years:
        return {}
    found = {
        group: SchoolTime.covering(known, known[-1].last_day + AHEAD, group or "district")
        for group, known in years.items()
    }
    leading = DISTRICT if DISTRICT in years else next(iter(years))
    return {**found, OFFICE: _office(found[leading], years[leading], spans)}


def _office(schools: SchoolTime, years: tuple[SchoolYear, ...], spans: Sequence[Span]) -> SchoolTime:
    first = schools.first - BEFORE
    closed = office_holidays(first, schools.last, spans, schools.is_school_day)
    return type(schools).office(
        first, schools.last, closed, periods=schools.periods, known_until=years[-1].last_day, name=OFFICE
    )
