"""Prepare, what a school year is made of: terms, grading periods, breaks and single days, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete

from roadmap_desktop.journey.prepare.calendar import SpanRow, YearPicture
from roadmap_desktop.journey.prepare.dates import check_span
from roadmap_desktop.journey.prepare.years import found_year
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import message, plural
from roadmap_desktop.model import calendar as kept
from roadmap_desktop.rules.calendar import Span, SpanKind
from roadmap_desktop.store.document import Document


def add_span(
    document: Document,
    year: str,
    kind: SpanKind,
    name: str,
    first: date,
    last: date | None = None,
    *,
    origin: object | None = None,
) -> str:
    """Adds a span to the school year of that uuid and gives the span's; without a last day it is a single day.

    Raises:
        Refused: it has no name, ends before it begins, lies outside the year, or shares days with one of its kind.
    """
    made = kept.Span(year=year, kind=kind, name=_named(name), first=first, last=last or first)
    _check(found_year(document, year), made.uuid, Span(kind, made.name, made.first, made.last))
    with document.change(message("Added {name}", name=made.name), origin=origin) as session:
        session.add(made)
    return made.uuid


def add_spans(document: Document, year: str, spans: Sequence[Span], *, origin: object | None = None) -> None:
    """Adds spans to the school year of that uuid in one step; Refused as add_span is."""
    picture = found_year(document, year)
    made: list[Span] = []
    for span in spans:
        named = Span(span.kind, _named(span.name), span.first, span.last)
        _check(picture, "", named, made)
        made.append(named)
    label = plural("Added {n} entry to the calendar", "Added {n} entries to the calendar", len(made))
    with document.change(label, origin=origin) as session:
        session.add_all(
            kept.Span(year=year, kind=each.kind, name=each.name, first=each.first, last=each.last) for each in made
        )


def change_span(
    document: Document,
    year: str,
    uuid: str,
    *,
    name: str | None = None,
    first: date | None = None,
    last: date | None = None,
    kind: SpanKind | None = None,
    origin: object | None = None,
) -> None:
    """Changes name, dates or kind of a span; what is None stays. A single day moves whole when its first day changes.

    Raises:
        Refused: as add_span does.
    """
    picture = found_year(document, year)
    span = _found(picture, uuid)
    begins = first or span.first
    ends = last or (begins if span.first == span.last else span.last)
    named = span.name if name is None else _named(name)
    meant = kind or span.kind
    _check(picture, uuid, Span(meant, named, begins, ends))
    with document.change(message("Changed {name}", name=named), origin=origin, fold=_fold(uuid, name)) as session:
        changed = session.get_one(kept.Span, uuid)
        changed.kind, changed.name, changed.first, changed.last = meant, named, begins, ends


def remove_spans(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Takes spans out of the calendar."""
    if uuids:
        label = plural("Removed {n} entry of the calendar", "Removed {n} entries of the calendar", len(uuids))
        with document.change(label, origin=origin) as session:
            session.execute(delete(kept.Span).where(kept.Span.uuid.in_(uuids)))


def _check(year: YearPicture, uuid: str, span: Span, also: Sequence[Span] = ()) -> None:
    others = (Span(each.kind, each.name, each.first, each.last) for each in year.spans if each.uuid != uuid)
    check_span(span, year.name, year.first_day, year.last_day, (*others, *also))


def _found(year: YearPicture, uuid: str) -> SpanRow:
    for span in year.spans:
        if span.uuid == uuid:
            return span
    raise Refused(message("This entry is no longer in the calendar."), message("Add it again, or undo."))


def _named(text: str) -> str:
    return required(
        text,
        message("It needs a name, as the calendar calls it."),
        message("Type one, such as Fall Break or Quarter 1."),
        field="name",
    )


def _fold(uuid: str, name: str | None) -> str:
    return "" if name is None else f"span.name:{uuid}"
