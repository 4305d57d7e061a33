"""Prepare, a whole school year taken at once from a calendar that was read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import delete, select

from roadmap_desktop.journey.prepare.calendar import YearPicture, year_picture
from roadmap_desktop.journey.prepare.dates import check_span, check_year, checked_year_name
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model import calendar as kept
from roadmap_desktop.rules.calendar import Span, SpanKind, weekdays
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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


def take_year(document: Document, year: ReadYear, *, group: str = "", origin: object | None = None) -> None:
    """Takes one school year of the district or a group, as take_calendar does."""
    take_calendar(document, {group: year}, origin=origin)


def take_calendar(document: Document, by_group: Mapping[str, ReadYear], *, origin: object | None = None) -> None:
    """Takes the school years of calendar groups ("" for the district's) in one step.

    A year replaces the one of its name in its group; what is the same as before keeps its uuid. Single days that lie
    outside the year are left out.

    Raises:
        Refused: a first or last day is unknown, or the dates can't be.
    """
    entries = [_entry(group, year) for group, year in by_group.items()]
    if not entries:
        raise Refused(message("There is no school year to take."), message("Choose a calendar that has one."))
    names = tuple(sorted({entry.name for entry in entries}))
    with document.change(message("Took the school calendar of {years}", years=names), origin=origin) as session:
        for entry in entries:
            _replace(session, entry)


def year_to_take(year: ReadYear) -> YearPicture | None:
    """What a year would look like once it is taken; None where it can't be taken yet."""
    try:
        entry = _entry("", year)
    except Refused:
        return None
    return year_picture(entry.name, entry.first_day, entry.last_day, [("", span) for span in entry.spans])


@dataclass(frozen=True, slots=True)
class _Entry:
    """A school year of a group as it will stand in the file."""

    group: str
    name: str
    first_day: date
    last_day: date
    spans: tuple[Span, ...]


def _entry(group: str, year: ReadYear) -> _Entry:
    name = checked_year_name(year.name)
    if year.first_day is None or year.last_day is None:
        raise Refused(
            message("The calendar does not say on which day students come first or last in {year}.", year=name),
            message("Give those days their meaning in the list, or type them."),
        )
    check_year(year.first_day, year.last_day)
    spans = tuple(_kept_spans(year, name, year.first_day, year.last_day))
    return _Entry(group, name, year.first_day, year.last_day, spans)


def _replace(session: Session, entry: _Entry) -> None:
    year, span = kept.SchoolYear, kept.Span
    found = session.scalars(select(year).where(year.name == entry.name, year.calendar_group == entry.group)).first()
    if found is None:
        found = year(name=entry.name, first_day=entry.first_day, last_day=entry.last_day, calendar_group=entry.group)
        session.add(found)
    found.first_day, found.last_day = entry.first_day, entry.last_day
    before = session.scalars(select(span).where(span.year == found.uuid)).all()
    known = {Span(SpanKind(each.kind), each.name, each.first, each.last): each.uuid for each in before}
    gone = [uuid for each, uuid in known.items() if each not in entry.spans]
    session.execute(delete(span).where(span.uuid.in_(gone)))
    session.add_all(_row(found.uuid, each) for each in entry.spans if each not in known)


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
        yield from _in_a_row(kind, days)


def _in_a_row(kind: SpanKind, days: Sequence[ReadDay]) -> list[Span]:
    """Single days as spans; school days of one name that follow one another are one span, over a weekend too."""
    found: list[Span] = []
    for each in sorted(days, key=lambda each: (each.name, each.day)):
        before = found[-1] if found else None
        if before and before.name == each.name and len(weekdays(before.last, each.day)) == 2:
            found[-1] = replace(before, last=each.day)
        else:
            found.append(Span(kind, each.name, each.day, each.day))
    return found


def _row(year: str, span: Span) -> kept.Span:
    return kept.Span(year=year, kind=span.kind, name=span.name, first=span.first, last=span.last)
