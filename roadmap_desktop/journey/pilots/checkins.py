"""Check-ins: the weeks in which someone looks at a running pilot, and what was seen."""

from __future__ import annotations

from sqlalchemy import delete

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.pilots.facts import pilot_row
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.model.pilots import CheckIn
from roadmap_desktop.store.document import Document

LONGEST = 60
"""The last week a check-in can be in; no pilot runs longer."""


def add_check_in(document: Document, pilot: str, week: int, name: str = "", *, origin: object | None = None) -> str:
    """Adds a check-in in a week of the pilot, counted from 1, and gives its uuid.

    Raises:
        Refused: there is no such week.
    """
    row = pilot_row(document, pilot)
    _check_week(week)
    check_in = CheckIn(pilot=pilot, week=week, name=name.strip())
    with document.change(message("Added a check-in of {name}", name=row.name), origin=origin) as session:
        session.add(check_in)
    return check_in.uuid


def edit_check_in(
    document: Document,
    check_in: str,
    *,
    week: int | None = None,
    name: str | None = None,
    note: str | None = None,
    origin: object | None = None,
) -> None:
    """Changes a check-in; what is None stays.

    Raises:
        Refused: there is no such week.
    """
    if week is not None:
        _check_week(week)
    values = {"week": week, "name": name, "note": note}
    named = [field for field, value in values.items() if value is not None]
    with document.change(
        message("Changed a check-in"), origin=origin, fold=f"check_in.{'.'.join(named)}:{check_in}"
    ) as session:
        row = session.get_one(CheckIn, check_in)
        for field in named:
            setattr(row, field, values[field])


def remove_check_ins(document: Document, check_ins: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes check-ins; their milestones stay on the roadmap as orphaned."""
    with change_keeping_tasks(document, message("Removed a check-in"), origin=origin) as session:
        session.execute(delete(CheckIn).where(CheckIn.uuid.in_(check_ins)))


def _check_week(week: int) -> None:
    if not 1 <= week <= LONGEST:
        raise Refused(
            message("A pilot has no week {week}.", week=week),
            message("Weeks count from 1, the first week of the pilot."),
            field="week",
        )
