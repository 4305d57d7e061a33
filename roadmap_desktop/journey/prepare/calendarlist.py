"""Prepare, a whole school year taken at once from a calendar that was read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import delete, select

from roadmap_desktop.journey.prepare.dates import check_span, check_year, checked_year_name
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model import calendar as kept
from roadmap_desktop.rules.calendar import Span, SpanKind
from roadmap_desktop.store.document import Document


class ReadPeriod(Protocol):
    """Days in a row with a name, both ends included."""

    @property
    def name(self) -> str:
        """What the calendar calls it."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""


class ReadDay(Protocol):
    """A day with a name."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def name(self) -> str:
        """What the calendar calls it."""


class ReadYear(Protocol):
    """A school year as far as a calendar tells it."""

    @property
    def name(self) -> str:
        """Its name, "2026-27"."""

    @property
    def first_day(self) -> date | None:
        """The first day with students; None where the calendar does not say."""

    @property
    def last_day(self) -> date | None:
        """The last day with students."""

    @property
    def terms(self) -> Sequence[ReadPeriod]:
        """Its terms."""

    @property
    def grading_periods(self) -> Sequence[ReadPeriod]:
        """Its grading periods."""

    @property
    def breaks(self) -> Sequence[ReadPeriod]:
        """Its breaks."""

    @property
    def days_off(self) -> Sequence[ReadDay]:
        """Single days without students."""

    @property
    def staff_days(self) -> Sequence[ReadDay]:
        """Days on which staff work without students."""

    @property
    def early_release(self) -> Sequence[ReadDay]:
        """Days that end early."""

    @property
    def report_cards(self) -> Sequence[ReadDay]:
        """Days on which report cards go home."""

    @property
    def board_meetings(self) -> Sequence[ReadDay]:
        """Days on which the board meets."""


def take_year(document: Document, year: ReadYear, *, group: str = "", origin: object | None = None) -> str:
    """Takes a school year in one step and gives its uuid; the year of that name in the group is replaced.

    What is the same as before keeps its uuid.

    Raises:
        Refused: first or last day is unknown, or the dates can't be.
    """
    name = checked_year_name(year.name)
    if year.first_day is None or year.last_day is None:
        raise Refused(
            message("The calendar does not say on which day students come first or last in {year}.", year=name),
            message("Give those days their meaning in the list, or type them."),
        )
    check_year(year.first_day, year.last_day)
    spans = tuple(_kept_spans(year, name, year.first_day, year.last_day))
    label = message("Took the school calendar of {year}", year=name)
    with document.change(label, origin=origin) as session:
        wanted = kept.SchoolYear.name == name, kept.SchoolYear.calendar_group == group
        found = session.scalars(select(kept.SchoolYear).where(*wanted)).first()
        if found is None:
            found = kept.SchoolYear(name=name, first_day=year.first_day, last_day=year.last_day, calendar_group=group)
            session.add(found)
        found.first_day, found.last_day = year.first_day, year.last_day
        before = session.scalars(select(kept.Span).where(kept.Span.year == found.uuid)).all()
        known = {Span(SpanKind(each.kind), each.name, each.first, each.last): each.uuid for each in before}
        gone = [uuid for span, uuid in known.items() if span not in spans]
        session.execute(delete(kept.Span).where(kept.Span.uuid.in_(gone)))
        session.add_all(_row(found.uuid, span) for span in spans if span not in known)
    return found.uuid


def _kept_spans(year: ReadYear, name: str, first_day: date, last_day: date) -> Iterator[Span]:
    """The year's spans that can be in it, each once; those it keeps apart are checked against one another."""
    taken: list[Span] = []
    for span in dict.fromkeys(_spans(year)):
        try:
            check_span(span, name, first_day, last_day, taken)
        except Refused:
            if span.kind in (SpanKind.TERM, SpanKind.GRADING_PERIOD, SpanKind.BREAK):
                raise
            continue
        taken.append(span)
        yield span


def _spans(year: ReadYear) -> Iterator[Span]:
    for kind, periods in (
        (SpanKind.TERM, year.terms),
        (SpanKind.GRADING_PERIOD, year.grading_periods),
        (SpanKind.BREAK, year.breaks),
    ):
        yield from (Span(kind, each.name, each.first, each.last) for each in periods)
    for kind, days in (
        (SpanKind.DAY_OFF, year.days_off),
        (SpanKind.STAFF_DAY, year.staff_days),
        (SpanKind.EARLY_RELEASE, year.early_release),
        (SpanKind.REPORT_CARD, year.report_cards),
        (SpanKind.BOARD_MEETING, year.board_meetings),
    ):
        yield from (Span(kind, each.name, each.day, each.day) for each in days)


def _row(year: str, span: Span) -> kept.Span:
    return kept.Span(year=year, kind=span.kind, name=span.name, first=span.first, last=span.last)
