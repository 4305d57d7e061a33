"""Professional learning: the sessions that prepare a pilot or a wave, and how many attended."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused, required
from roadmap_desktop.language import message
from roadmap_desktop.model.learning import Attendance, LearningSession
from roadmap_desktop.store.document import Document


def add_learning(
    document: Document, name: str, *, pilot: str = "", wave: str = "", origin: object | None = None
) -> str:
    """Adds a professional-learning session that prepares a pilot or a wave, and gives its uuid.

    Raises:
        Refused: it has no name.
    """
    typed = _named(name)
    session_row = LearningSession(name=typed, pilot=pilot or None, wave=wave or None)
    with document.change(message("Added the session {name}", name=typed), origin=origin) as session:
        session.add(session_row)
    return session_row.uuid


def edit_learning(
    document: Document,
    learning: str,
    *,
    name: str | None = None,
    audience: str | None = None,
    hours: float | None = None,
    origin: object | None = None,
) -> None:
    """Changes what is learned, for whom, and how many hours it takes; what is None stays.

    Raises:
        Refused: no name, hours of nothing, or of more than a working week.
    """
    typed = None if name is None else _named(name)
    if hours is not None and not 0 < hours <= 40:
        raise Refused(
            message("A session takes more than 0 and at most 40 hours."), message("Type its hours."), field="hours"
        )
    with document.change(message("Changed a session"), origin=origin, fold=f"learning:{learning}") as session:
        row = session.get_one(LearningSession, learning)
        row.name = row.name if typed is None else typed
        row.audience = row.audience if audience is None else audience.strip()
        row.hours = row.hours if hours is None else hours


def hold_learning(document: Document, learning: str, day: date | None, *, origin: object | None = None) -> None:
    """Sets the day of a session; None takes it away."""
    with document.change(message("Dated a session"), origin=origin) as session:
        session.get_one(LearningSession, learning).held_on = day


def count_attendance(
    document: Document, learning: str, attended: int | None, invited: int | None = None, *, origin: object | None = None
) -> None:
    """Says how many attended of those invited; None takes the count away.

    Raises:
        Refused: more attended than were invited, or fewer than none.
    """
    if attended is not None and (attended < 0 or (invited is not None and attended > invited)):
        raise Refused(message("No more can attend than were invited."), message("Type both numbers."), field="attended")
    with document.change(message("Counted who attended"), origin=origin) as session:
        session.execute(delete(Attendance).where(Attendance.session == learning))
        if attended is not None:
            session.add(Attendance(session=learning, attended=attended, invited=invited))


def remove_learning(document: Document, sessions: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes sessions; their tasks stay on the roadmap as orphaned."""
    with change_keeping_tasks(document, message("Removed a session"), origin=origin) as session:
        session.execute(delete(LearningSession).where(LearningSession.uuid.in_(sessions)))


def _named(text: str) -> str:
    return required(text, message("A session needs a name."), message("Type what is learned."), field="name")
