"""The verb ``import``: what comes from outside, taken as far as it is understood."""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap_desktop.commands.importing_people import people
from roadmap_desktop.commands.importing_readiness import answers, instrument
from roadmap_desktop.commands.importing_tasks import dates, tasks
from roadmap_desktop.commands.importing_usecases import scores, use_cases, weights
from roadmap_desktop.commands.telling import DONE, tell, warn
from roadmap_desktop.exchange.calendar import read_calendar
from roadmap_desktop.exchange.calendar_facts import Meaning
from roadmap_desktop.exchange.school_lines import Verdict
from roadmap_desktop.exchange.schools import SchoolsPreview, read_schools
from roadmap_desktop.journey.prepare.calendarlist import take_year
from roadmap_desktop.journey.prepare.schoollist import take_schools
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, keep

_UNREMARKABLE = frozenset({Verdict.school, Verdict.empty})


def take(arguments: argparse.Namespace, language: Language) -> int:
    """Takes what is understood of a file and lists the rest on standard error."""
    document = Document.open(arguments.file)
    try:
        if document.restriction is not None:  # said before anything is read
            raise document.restriction.trouble()
        keep(document, Reason.IMPORTING)
        if arguments.schools is not None:
            _schools(document, arguments, language)
        if arguments.calendar is not None:
            _calendar(document, arguments, language)
        if arguments.participants is not None:
            people(document, content(arguments.participants), arguments.participants.name, language)
        if arguments.instrument is not None:
            instrument(document, content(arguments.instrument), arguments.instrument.name, language)
        if arguments.answers is not None:
            answers(document, content(arguments.answers), arguments.round, language)
        if arguments.usecases is not None:
            use_cases(document, content(arguments.usecases), language)
        if arguments.weights is not None:
            weights(document, content(arguments.weights), language)
        if arguments.scores is not None:
            scores(document, content(arguments.scores), arguments.add_people, language)
        if arguments.tasks is not None:
            tasks(document, content(arguments.tasks), arguments.tasks.name, language)
        if arguments.dates is not None:
            dates(document, content(arguments.dates), arguments.dates.name, language)
    finally:
        document.close()
    return DONE


def _schools(document: Document, arguments: argparse.Namespace, language: Language) -> None:
    preview = read_schools(content(arguments.schools))
    for line in preview.lines:
        if line.verdict not in _UNREMARKABLE:
            text = message("Line {n}: {reason} {raw}", n=line.number, reason=line.reason, raw=line.raw.strip())
            warn(language, text)
    for note in preview.notes:
        warn(language, note)
    _check_districts(preview, arguments.only_district)
    taken = take_schools(document, preview.schools(arguments.only_district), source=arguments.schools.name)
    text = message(
        "{added} new, {updated} changed, {unchanged} as they were.",
        added=plural("{n} school", "{n} schools", taken.added),
        updated=taken.updated,
        unchanged=taken.unchanged,
    )
    tell(language, text)


def _check_districts(preview: SchoolsPreview, only: str | None) -> None:
    names = tuple(
        message("{name} ({count})", name=each.name, count=plural("{n} school", "{n} schools", each.schools))
        for each in preview.districts
    )
    if only is None and len(names) > 1:
        raise Refused(
            message("The list holds schools of more than one district: {names}.", names=names),
            message("Say which with --only-district."),
        )
    if only is not None and not preview.schools(only):
        raise Refused(
            message("The list holds no school of {district}.", district=only),
            message("It holds {names}.", names=names),
        )


def _calendar(document: Document, arguments: argparse.Namespace, language: Language) -> None:
    preview = read_calendar(content(arguments.calendar), arguments.year, today=document.today())
    for line in preview.lines:
        if Meaning.not_understood in line.meanings:
            warn(language, message("Line {n}: {reason} {title}", n=line.number, reason=line.reason, title=line.title))
    for note in preview.notes:
        warn(language, note)
    if preview.school_year.first_day is not None or not preview.by_group:
        take_year(document, preview.school_year)
    for each in preview.by_group:
        take_year(document, each.school_year, group=each.group)
    year, days = preview.school_year.name, preview.school_year.school_days
    tell(language, plural("{year}: {n} school day.", "{year}: {n} school days.", days, year=year))


def content(path: Path) -> bytes:
    """The bytes of a file; raises Refused where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            message("{name} can't be read.", name=path.name),
            message("See whether the file is there and may be read."),
        ) from error
