"""The school calendar: years, and the spans and days inside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact, part_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class SchoolYear(Fact):
    """A school year from its first to its last day with students."""

    __tablename__ = "school_year"
    name: Mapped[str]  # "2026-27"
    first_day: Mapped[date]
    last_day: Mapped[date]
    calendar_group: Mapped[str] = column(default="")  # empty: all schools without a calendar of their own


class Span(Fact):
    """A term, grading period, break, day off, staff day, early release, board meeting or report card; inclusive."""

    __tablename__ = "span"
    year: Mapped[str] = column(part_of("school_year"))
    kind: Mapped[str]  # rules.calendar.SpanKind
    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
