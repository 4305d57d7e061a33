"""A pilot as it runs: check-ins, learning, start, end, and the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.pilots.facts import pilot_row
from roadmap_desktop.journey.pilots.missing import missing
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.learning import Attendance, LearningSession
from roadmap_desktop.model.pilots import CheckIn, Decision, Pilot
from roadmap_desktop.model.workshop import RecordEntry
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.store.document import Document

LONGEST = 60
"""The last week a check-in can be in; no pilot runs longer."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is entered."""

    verdict: Verdict
    reason: str
    decided_by: str = ""
    on: date | None = None


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
    with document.change(message("Changed a check-in"), origin=origin, fold=f"check_in:{check_in}") as session:
        row = session.get_one(CheckIn, check_in)
        for field, value in values.items():
            if value is not None:
                setattr(row, field, value)


def remove_check_ins(document: Document, check_ins: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes check-ins; their milestones stay on the roadmap as orphaned."""
    with change_keeping_tasks(document, message("Removed a check-in"), origin=origin) as session:
        session.execute(delete(CheckIn).where(CheckIn.uuid.in_(check_ins)))


def start_pilot(document: Document, pilot: str, day: date, *, origin: object | None = None) -> None:
    """Starts a pilot on a day.

    Raises:
        Refused: something still keeps it from being ready, or it was started.
    """
    row = pilot_row(document, pilot)
    if row.started_on is not None:
        raise Refused(
            message("{name} started on {day}.", name=row.name, day=row.started_on),
            message("Undo to take the start back."),
        )
    lacks = missing(document, pilot)
    if lacks:
        raise Refused(
            plural(
                "{n} thing keeps {name} from starting.",
                "{n} things keep {name} from starting.",
                len(lacks),
                name=row.name,
            ),
            message("Settle what the inspector lists; the first is: {first}", first=lacks[0].text),
        )
    with document.change(message("Started {name}", name=row.name), origin=origin) as session:
        session.get_one(Pilot, pilot).started_on = day


def end_pilot(document: Document, pilot: str, day: date, *, origin: object | None = None) -> None:
    """Ends a pilot on a day.

    Raises:
        Refused: it was never started, or would end before it started.
    """
    row = pilot_row(document, pilot)
    if row.started_on is None or day < row.started_on:
        raise Refused(
            message("{name} can't end before it started.", name=row.name),
            message("Start it first, or choose a later day."),
            field="ended_on",
        )
    with document.change(message("Ended {name}", name=row.name), origin=origin) as session:
        session.get_one(Pilot, pilot).ended_on = day


def decide(document: Document, pilot: str, decided: Decided, *, origin: object | None = None) -> None:
    """Records a decision on the pilot's present attempt, in place of an earlier one, and keeps it in the record.

    After "adjust" the pilot is planned anew, as its second attempt.

    Raises:
        Refused: it has no reason, the pilot never started, or it was adjusted before.
    """
    row = pilot_row(document, pilot)
    _check_decision(document, row.started_on, row.attempt, decided)
    name = verdict_name(document, decided.verdict)
    label = message("Decided on {pilot}: {verdict}", pilot=row.name, verdict=name)
    by, on = decided.decided_by.strip() or row.decider, decided.on or document.today()
    with change_keeping_tasks(document, label, origin=origin) as session:
        same = (Decision.pilot == pilot) & (Decision.attempt == row.attempt)
        session.execute(delete(Decision).where(same))
        values = {"reason": decided.reason.strip(), "decided_by": by}
        session.add(
            Decision(pilot=pilot, verdict=decided.verdict, on=on, at=document.now(), attempt=row.attempt, **values)
        )
        session.add(
            RecordEntry(
                at=document.now(), kind="decision", subject=pilot, name=row.name, outcome=decided.verdict, **values
            )
        )
        if decided.verdict is Verdict.ADJUST:
            again = session.get_one(Pilot, pilot)
            again.attempt, again.started_on, again.ended_on = 2, None, None
            again.not_before = on


def add_learning(
    document: Document, name: str, *, pilot: str = "", wave: str = "", origin: object | None = None
) -> str:
    """Adds a professional-learning session that prepares a pilot or a wave, and gives its uuid.

    Raises:
        Refused: it has no name.
    """
    typed = name.strip()
    if not typed:
        raise Refused(message("A session needs a name."), message("Type what is learned."), field="name")
    session_row = LearningSession(name=typed, pilot=pilot or None, wave=wave or None)
    with document.change(message("Added the session {name}", name=typed), origin=origin) as session:
        session.add(session_row)
    return session_row.uuid


def edit_learning(
    document: Document,
    learning: str,
    *,
    audience: str | None = None,
    hours: float | None = None,
    origin: object | None = None,
) -> None:
    """Changes for whom a session is and how many hours it takes; what is None stays.

    Raises:
        Refused: hours of nothing, or of more than a working week.
    """
    if hours is not None and not 0 < hours <= 40:
        raise Refused(
            message("A session takes more than 0 and at most 40 hours."), message("Type its hours."), field="hours"
        )
    with document.change(message("Changed a session"), origin=origin, fold=f"learning:{learning}") as session:
        row = session.get_one(LearningSession, learning)
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


def _check_week(week: int) -> None:
    if not 1 <= week <= LONGEST:
        raise Refused(
            message("A pilot has no week {week}.", week=week),
            message("Weeks count from 1, the first week of the pilot."),
            field="week",
        )


def _check_decision(document: Document, started_on: date | None, attempt: int, decided: Decided) -> None:
    if not decided.reason.strip():
        raise Refused(message("A decision needs its reason."), message("Type why, in one sentence."), field="reason")
    if started_on is None and decided.verdict is not Verdict.STOP:
        raise Refused(
            message("The pilot has not started yet."),
            message("Start it first; only a stop can come before."),
            field="verdict",
        )
    adjusted = document.rows(
        select(Decision.uuid).where(Decision.verdict == Verdict.ADJUST, Decision.attempt < attempt)
    )
    if decided.verdict is Verdict.ADJUST and attempt > 1 and adjusted:
        raise Refused(
            message("A pilot is adjusted and repeated once only."),
            message("Decide to scale, to narrow or to stop."),
            field="verdict",
        )
