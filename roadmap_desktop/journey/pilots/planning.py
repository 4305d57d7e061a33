"""What a person plans of a pilot: its question, people, schools, use cases and school time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.pilots.facts import pilot_row
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.journey.roadmap.evidence import use_case_names
from roadmap_desktop.journey.typed import lasting
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import Pilot, PilotUseCase, Site
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.length import NotALag, parse_lag
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.store.document import Document


class PilotField(StrEnum):
    """The fields of a pilot that are typed."""

    NAME = "name"
    QUESTION = "question"
    OWNER = "owner"
    STOPPER = "stopper"
    STOP_RULE = "stop_rule"
    GRADES = "grades"
    ROLES = "roles"
    PREPARATION = "preparation"
    LENGTH = "length"
    DECIDES_AFTER = "decides_after"
    DECIDER = "decider"


def add_pilot(document: Document, name: str, use_case: str = "", *, origin: object | None = None) -> str:
    """Adds a pilot, of a use case where one is named, and gives its uuid.

    Raises:
        Refused: it has no name.
    """
    typed = _named(name)
    pilot = Pilot(name=typed, position=_next_position(document))
    with document.change(message("Added the pilot {name}", name=typed), origin=origin) as session:
        session.add(pilot)
        if use_case:
            session.add(_tested(document, pilot.uuid, use_case))
    return pilot.uuid


def begin_pilots(document: Document, names: Mapping[str, str], *, origin: object | None = None) -> tuple[str, ...]:
    """Adds a pilot for each use case (uuid to the pilot's name), in one step, and gives their uuids.

    Raises:
        Refused: one has no name.
    """
    first = _next_position(document)
    made = [Pilot(name=_named(name), position=first + at) for at, name in enumerate(names.values())]
    label = plural("Added {n} pilot", "Added {n} pilots", len(made))
    with document.change(label, origin=origin) as session:
        for pilot, use_case in zip(made, names, strict=True):
            session.add_all((pilot, _tested(document, pilot.uuid, use_case)))
    return tuple(pilot.uuid for pilot in made)


def edit_pilot(document: Document, pilot: str, field: PilotField, text: str, *, origin: object | None = None) -> None:
    """Changes a typed field of a pilot.

    Raises:
        Refused: the text is not what the field holds.
    """
    row = pilot_row(document, pilot)
    typed = _checked(field, text)
    label = message("Changed the pilot {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"pilot.{field}:{pilot}") as session:
        setattr(session.get_one(Pilot, pilot), field, typed)


def with_unit(typed: str) -> str:
    """How long something takes, with its unit: a number alone counts school days."""
    if not typed.isdecimal():
        return typed
    return f"{typed} school day" if int(typed) == 1 else f"{typed} school days"


def start_no_earlier(document: Document, pilot: str, day: date | None, *, origin: object | None = None) -> None:
    """Sets the first day on which the pilot may start; None takes it away."""
    row = pilot_row(document, pilot)
    label = message("Changed the start of {name}", name=row.name)
    with document.change(label, origin=origin, fold=f"pilot.not_before:{pilot}") as session:
        session.get_one(Pilot, pilot).not_before = day


def scale_at(document: Document, pilot: str, targets: int | None, *, origin: object | None = None) -> None:
    """Sets how many targets must be met to scale; None gives the rule of two thirds back.

    Raises:
        Refused: less than one.
    """
    row = pilot_row(document, pilot)
    if targets is not None and targets < 1:
        raise Refused(
            message("At least one target must be met to scale."),
            message("Type a number from 1, or leave it empty."),
            field="scale_when",
        )
    label = message("Changed when {name} scales", name=row.name)
    with document.change(label, origin=origin, fold=f"pilot.scale_when:{pilot}") as session:
        session.get_one(Pilot, pilot).scale_when = targets


def remove_pilot(document: Document, pilot: str, *, origin: object | None = None) -> None:
    """Removes a pilot; its tasks stay on the roadmap as orphaned."""
    row = pilot_row(document, pilot)
    with change_keeping_tasks(document, message("Removed the pilot {name}", name=row.name), origin=origin) as session:
        session.execute(delete(Pilot).where(Pilot.uuid == pilot))


def use_cases_to_test(document: Document, pilot: str, use_cases: set[str], *, origin: object | None = None) -> None:
    """Says which use cases a pilot tests.

    Raises:
        Refused: one of them is gone.
    """
    row = pilot_row(document, pilot)
    unknown = use_cases - set(use_case_names(document))
    if unknown:
        raise Refused(message("This use case was removed."), message("Choose another, or undo."))
    label = message("Changed what {name} tests", name=row.name)
    with change_keeping_tasks(document, label, origin=origin) as session:
        kept = {each.use_case: each for each in session.scalars(select(PilotUseCase)) if each.pilot == pilot}
        for gone in kept.keys() - use_cases:
            session.delete(kept[gone])
        session.add_all(_tested(document, pilot, new) for new in sorted(use_cases - kept.keys()))


def schools_to_take_part(document: Document, pilot: str, schools: set[str], *, origin: object | None = None) -> None:
    """Says in which schools a pilot runs; what is known of a school that stays is kept."""
    row = pilot_row(document, pilot)
    known = {each.uuid for each in document.rows(select(School.uuid))}
    if schools - known:
        raise Refused(message("This school was removed."), message("Choose another, or undo."))
    label = message("Changed the schools of {name}", name=row.name)
    with document.change(label, origin=origin) as session:
        kept = {each.school: each for each in session.scalars(select(Site)) if each.pilot == pilot}
        for gone in kept.keys() - schools:
            session.delete(kept[gone])
        session.add_all(_site(document, pilot, new) for new in sorted(schools - kept.keys()))


def doubt_site(document: Document, pilot: str, school: str, doubtful: str, *, origin: object | None = None) -> None:
    """Marks a school whose staff doubt the idea ("yes"), which then takes part, or takes the mark away ("")."""
    pilot_row(document, pilot)
    with document.change(message("Marked a school of a pilot"), origin=origin) as session:
        site = session.scalar(select(Site).where(Site.pilot == pilot, Site.school == school))
        if site is None and doubtful:
            site = _site(document, pilot, school)
            session.add(site)
        if site is not None:
            site.doubtful = bool(doubtful)


def choices_without_pilot(document: Document) -> tuple[str, ...]:
    """The use cases (uuids) that are chosen for a pilot and that no pilot tests yet."""
    tested = select(PilotUseCase.use_case)
    query = select(UseCase.uuid).where(UseCase.choice == Choice.PILOT, UseCase.uuid.not_in(tested))
    return tuple(row.uuid for row in document.rows(query.order_by(UseCase.position)))


def _next_position(document: Document) -> int:
    return int(document.rows(select(func.coalesce(func.max(Pilot.position), -1)))[0][0]) + 1


def _site(document: Document, pilot: str, school: str) -> Site:
    return Site(uuid=natural_uuid(document.workshop_uuid, "site", pilot, school), pilot=pilot, school=school)


def _tested(document: Document, pilot: str, use_case: str) -> PilotUseCase:
    uuid = natural_uuid(document.workshop_uuid, "pilot_use_case", pilot, use_case)
    return PilotUseCase(uuid=uuid, pilot=pilot, use_case=use_case)


def _named(text: str) -> str:
    return required(text, message("A pilot needs a name."), message("Name what is tried."), field="name")


def _checked(field: PilotField, text: str) -> str:
    typed = text.strip()
    if field is PilotField.NAME:
        return _named(typed)
    if field in (PilotField.PREPARATION, PilotField.LENGTH):
        return lasting(typed, field=field)
    if field is PilotField.DECIDES_AFTER and typed:
        return _lag(typed)
    return typed


def _lag(typed: str) -> str:
    try:
        found = parse_lag(typed)
    except NotALag:
        found = None
    if found is None or found.amount < 0:
        raise Refused(
            message("“{text}” is no time after the end.", text=typed),
            message("Write it like 5 school days, 2 weeks or 10 days by the calendar."),
            field=PilotField.DECIDES_AFTER,
        )
    return typed
