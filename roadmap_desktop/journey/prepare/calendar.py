"""Prepare, the school calendar: what is known of each year, its days counted and drawn week by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from roadmap_desktop.journey.schooldays import KINDS, year_of
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model import calendar as kept
from roadmap_desktop.model.people import School
from roadmap_desktop.rules.calendar import Span, SpanKind
from roadmap_desktop.rules.yearweeks import Week, weeks
from roadmap_desktop.store.document import Document

SPAN_KINDS: Mapping[SpanKind, Words] = {
    SpanKind.TERM: message("Terms"),
    SpanKind.GRADING_PERIOD: message("Grading periods"),
    SpanKind.BREAK: message("Breaks"),
    SpanKind.DAY_OFF: message("Days off"),
    SpanKind.STAFF_DAY: message("Staff days"),
    SpanKind.EARLY_RELEASE: message("Early release"),
    SpanKind.REPORT_CARD: message("Report cards"),
    SpanKind.BOARD_MEETING: message("Board meetings"),
}


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A span of a year, both ends included, and how many school days it has (0 for a break or a day off)."""

    uuid: str
    kind: SpanKind
    name: str
    first: date
    last: date
    school_days: int


@dataclass(frozen=True, slots=True)
class YearPicture:
    """A school year: its bounds, its spans by kind in the order of dates, its school days, its weeks."""

    uuid: str
    name: str
    group: str
    first_day: date
    last_day: date
    school_days: int
    spans: tuple[SpanRow, ...]
    weeks: tuple[Week, ...]

    def of_kind(self, kind: SpanKind) -> tuple[SpanRow, ...]:
        """The spans of one kind."""
        return tuple(span for span in self.spans if span.kind is kind)

    @property
    def sentence(self) -> Words:
        """The year in one sentence, as good as seeing its drawing."""
        days = plural("{n} school day", "{n} school days", self.school_days)
        bounds = message(
            "{year}: {days} from {first} to {last}",
            year=self.name,
            days=days,
            first=self.first_day,
            last=self.last_day,
        )
        parts = tuple(
            message("{name} {days}", name=period.name, days=period.school_days)
            for period in self.of_kind(SpanKind.GRADING_PERIOD)
        )
        breaks = self.of_kind(SpanKind.BREAK)
        if not parts and not breaks:
            return message("{bounds}.", bounds=bounds)
        named = parts or (message("no grading periods"),)
        away = plural("{n} break", "{n} breaks", len(breaks))
        return message("{bounds}; {periods}; {breaks}.", bounds=bounds, periods=named, breaks=away)


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """The years of one calendar group in order, and every group there is ("" is the district's own calendar)."""

    group: str
    years: tuple[YearPicture, ...]
    groups: tuple[str, ...]
    schools_in_group: int

    @property
    def missing(self) -> tuple[Words, ...]:
        """What the roadmap still lacks to count in school time."""
        if not self.years:
            return (message("No school calendar: nothing can be dated in school time."),)
        lacking = tuple(year.name for year in self.years if not year.of_kind(SpanKind.GRADING_PERIOD))
        if lacking:
            return (message("No grading periods in {years}: terms take their place.", years=lacking),)
        return ()


def calendar(document: Document, group: str = "") -> CalendarPicture:
    """The calendar of the district, or of a group of schools that has one of its own."""
    return document.remembered(("calendar", group), KINDS, lambda: _calendar(document, group))


def year_picture(
    name: str, first_day: date, last_day: date, spans: Sequence[tuple[str, Span]], *, uuid: str = "", group: str = ""
) -> YearPicture:
    """The picture of a year that has these spans, each with its uuid."""
    from roadmap_desktop.rules.schooltime import SchoolTime  # brings numpy, which the first screen does not need

    facts = tuple(span for _, span in spans)
    time = SchoolTime.of((year_of(name, first_day, last_day, facts),))

    def days(first: date, last: date) -> int:
        begins, ends = max(first, first_day), min(last, last_day)
        return time.school_days_between(begins, ends) if begins <= ends else 0

    return YearPicture(
        uuid=uuid,
        name=name,
        group=group,
        first_day=first_day,
        last_day=last_day,
        school_days=days(first_day, last_day),
        spans=tuple(
            SpanRow(key, span.kind, span.name, span.first, span.last, days(span.first, span.last))
            for key, span in spans
        ),
        weeks=weeks(first_day, last_day, facts),
    )


def _calendar(document: Document, group: str) -> CalendarPicture:
    year, span = kept.SchoolYear, kept.Span
    with document.read():
        years = document.rows(select(year.uuid, year.name, year.first_day, year.last_day, year.calendar_group))
        named = [row.calendar_group for row in document.rows(select(School.calendar_group))]
        columns = (span.uuid, span.year, span.kind, span.name, span.first, span.last)
        rows = document.rows(select(*columns).order_by(span.first, span.last, span.kind, span.name))
    spans: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for row in rows:
        spans[row.year].append((row.uuid, Span(SpanKind(row.kind), row.name, row.first, row.last)))
    in_order = sorted((row for row in years if row.calendar_group == group), key=lambda row: row.first_day)
    pictures = tuple(
        year_picture(row.name, row.first_day, row.last_day, spans[row.uuid], uuid=row.uuid, group=group)
        for row in in_order
    )
    groups = tuple(sorted({"", group, *named, *(row.calendar_group for row in years)}))
    return CalendarPicture(group, pictures, groups, named.count(group))
