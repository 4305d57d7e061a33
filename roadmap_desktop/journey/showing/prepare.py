"""Prepare as plain values: schools, school calendar, people, agenda."""

from __future__ import annotations

from collections import Counter

from roadmap_desktop.catalogue.agendas import ItemKind
from roadmap_desktop.journey.prepare.agenda import agenda
from roadmap_desktop.journey.prepare.calendar import SpanRow, YearPicture, calendar
from roadmap_desktop.journey.prepare.participants import participants
from roadmap_desktop.journey.prepare.schools import schools
from roadmap_desktop.journey.prepare.tables import tables
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language
from roadmap_desktop.rules.calendar import SpanKind, weekdays
from roadmap_desktop.rules.seating import TEACHER
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Prepare shows."""
    del language
    about = workshop(document)
    people = participants(document)
    district = calendar(document)
    return {
        "schools": [
            {
                "name": row.name,
                "district": row.district,
                "level": row.level,
                "low_grade": row.low_grade or None,
                "high_grade": row.high_grade or None,
                "enrolment": row.enrolment,
            }
            for row in schools(document).rows
        ],
        "calendar": _calendar(document, about.year, district.groups),
        "participants": len(people.rows),
        "tables": len(people.tables),
        "seating": [
            {
                "table": card.name,
                "people": len(card.people),
                "perspectives": dict(sorted(Counter(each.perspective or "none" for each in card.people).items())),
                "has_teacher": any(each.perspective == TEACHER for each in card.people),
            }
            for card in tables(document).tables
        ],
        "agenda": [
            {
                "title": row.title,
                "minutes": row.minutes,
                "stage": row.stage or None,
                "session": row.session,
                "is_break": row.kind is ItemKind.BREAK,
                "start": row.start.isoformat("minutes") if row.start else None,
                "end": row.end.isoformat("minutes") if row.end else None,
            }
            for row in agenda(document).rows
        ],
        "held_on": day(about.held_on),
    }


def _calendar(document: Document, year: str, groups: tuple[str, ...]) -> Plain | None:
    """The workshop's year, else the first known one, and its year in each group of schools that differs."""

    def chosen(group: str) -> YearPicture | None:
        years = calendar(document, group).years
        return next((each for each in years if each.name == year), years[0] if years else None)

    district = chosen("")
    own = {group: made for group in groups if group and (made := chosen(group)) is not None and made.group == group}
    if district is None and not own:
        return None
    first = district if district is not None else next(iter(own.values()))
    return {**_year(first), "by_group": {group: _year(made) for group, made in own.items()}}


def _year(year: YearPicture) -> Plain:
    days_off = {each for span in year.of_kind(SpanKind.DAY_OFF) for each in weekdays(span.first, span.last)}
    return {
        "year": year.name,
        "first_day": day(year.first_day),
        "last_day": day(year.last_day),
        "school_days": year.school_days,
        "terms": _spans(year.of_kind(SpanKind.TERM)),
        "grading_periods": _spans(year.of_kind(SpanKind.GRADING_PERIOD)),
        "breaks": _spans(year.of_kind(SpanKind.BREAK)),
        "days_off": [day(each) for each in sorted(days_off)],
        "early_release": [day(span.first) for span in year.of_kind(SpanKind.EARLY_RELEASE)],
    }


def _spans(spans: tuple[SpanRow, ...]) -> list[Plain]:
    return [
        {"name": span.name, "first": day(span.first), "last": day(span.last), "school_days": span.school_days}
        for span in spans
    ]
