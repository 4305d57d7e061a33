"""Prepare, the school years: added, changed and taken away by hand."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.journey.prepare.calendar import YearPicture, calendar
from roadmap_desktop.journey.prepare.dates import check_span, check_year, checked_year_name
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.calendar import SchoolYear
from roadmap_desktop.rules.calendar import Span
from roadmap_desktop.store.document import Document


def add_year(
    document: Document, name: str, first_day: date, last_day: date, *, group: str = "", origin: object | None = None
) -> str:
    """Adds a school year from its first to its last day with students, and gives its uuid.

    Raises:
        Refused: the name is no school year, the dates can't be, or the group has that year or its days already.
    """
    named = checked_year_name(name)
    check_year(first_day, last_day)
    _check_alone(document, "", named, first_day, last_day, group)
    with document.change(message("Added the school year {year}", year=named), origin=origin) as session:
        made = SchoolYear(name=named, first_day=first_day, last_day=last_day, calendar_group=group)
        session.add(made)
    return made.uuid


def change_year(
    document: Document,
    uuid: str,
    *,
    name: str | None = None,
    first_day: date | None = None,
    last_day: date | None = None,
    origin: object | None = None,
) -> None:
    """Changes name or bounds of a school year; what is None stays.

    Raises:
        Refused: as add_year does, and where a term, grading period or break would lie outside.
    """
    year = found_year(document, uuid)
    named = year.name if name is None else checked_year_name(name)
    first, last = first_day or year.first_day, last_day or year.last_day
    check_year(first, last)
    _check_alone(document, uuid, named, first, last, year.group)
    for span in year.spans:
        check_span(Span(span.kind, span.name, span.first, span.last), named, first, last, ())
    with document.change(message("Changed the school year {year}", year=named), origin=origin) as session:
        kept = session.get_one(SchoolYear, uuid)
        kept.name, kept.first_day, kept.last_day = named, first, last


def remove_year(document: Document, uuid: str, *, origin: object | None = None) -> None:
    """Takes a school year out, with everything in it."""
    year = found_year(document, uuid)
    with document.change(message("Removed the school year {year}", year=year.name), origin=origin) as session:
        session.delete(session.get_one(SchoolYear, uuid))


def found_year(document: Document, uuid: str) -> YearPicture:
    """The year of that uuid, in whichever group; Refused where it is gone."""
    for group in calendar(document).groups:
        for year in calendar(document, group).years:
            if year.uuid == uuid:
                return year
    raise Refused(message("This school year is no longer in the calendar."), message("Add it again, or undo."))


def _check_alone(document: Document, uuid: str, name: str, first_day: date, last_day: date, group: str) -> None:
    for other in calendar(document, group).years:
        if other.uuid == uuid:
            continue
        if other.name == name:
            raise Refused(
                message("{year} is in the calendar already.", year=name),
                message("Change its dates there, or name another year."),
                field="name",
            )
        if other.first_day <= last_day and first_day <= other.last_day:
            raise Refused(
                message(
                    "These days belong to {year} already, {first} to {last}.",
                    year=other.name,
                    first=other.first_day,
                    last=other.last_day,
                ),
                message("Change the dates of one of the two years."),
                field="first_day",
            )
