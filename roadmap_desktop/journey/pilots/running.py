"""A pilot as it runs: its start, its end, its stop rule, and the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.pilots.facts import pilot_row
from roadmap_desktop.journey.pilots.missing import missing
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.pilots import Decision, Pilot
from roadmap_desktop.model.workshop import Draft, RecordEntry
from roadmap_desktop.rules.pilots import Verdict
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is entered."""

    verdict: Verdict
    reason: str
    decided_by: str = ""
    on: date | None = None


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
            message("The first is: {first}", first=lacks[0].text),
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


def hit_stop_rule(document: Document, pilot: str, was_hit: str, *, origin: object | None = None) -> None:
    """Says that the stop rule was hit ("yes"), which then speaks for stopping whatever the figures say, or not ("")."""
    row = pilot_row(document, pilot)
    label = message("Said whether the stop rule of {name} was hit", name=row.name)
    with document.change(label, origin=origin) as session:
        session.get_one(Pilot, pilot).stop_rule_hit = bool(was_hit)


def decide(document: Document, pilot: str, decided: Decided, *, origin: object | None = None) -> None:
    """Records a decision on the pilot's present attempt, in place of an earlier one, and keeps it in the record.

    After "adjust" the pilot is planned anew, as its second attempt.

    Raises:
        Refused: it has no reason, comes before the start, or the pilot was adjusted before.
    """
    row = pilot_row(document, pilot)
    _check_decision(row.started_on, row.attempt, decided)
    name = verdict_name(document, decided.verdict)
    label = message("Decided on {pilot}: {verdict}", pilot=row.name, verdict=name)
    by, on = decided.decided_by.strip() or row.decider, decided.on or document.today()
    with change_keeping_tasks(document, label, origin=origin) as session:
        same = (Decision.pilot == pilot) & (Decision.attempt == row.attempt)
        session.execute(delete(Decision).where(same))
        session.execute(delete(Draft).where(Draft.subject == pilot))
        why, now = decided.reason.strip(), document.now()
        made = Decision(pilot=pilot, verdict=decided.verdict, reason=why, decided_by=by, on=on)
        made.at, made.attempt = now, row.attempt
        entry = RecordEntry(at=now, kind="decision", subject=pilot, name=row.name, outcome=decided.verdict)
        entry.reason, entry.decided_by = why, by
        session.add_all((made, entry))
        if decided.verdict is Verdict.ADJUST:
            again = session.get_one(Pilot, pilot)
            again.attempt, again.started_on, again.ended_on = 2, None, None
            again.not_before, again.stop_rule_hit = on, False


def _check_decision(started_on: date | None, attempt: int, decided: Decided) -> None:
    if not decided.reason.strip():
        raise Refused(message("A decision needs its reason."), message("Type why, in one sentence."), field="reason")
    if started_on is None and decided.verdict is not Verdict.STOP:
        raise Refused(
            message("The pilot has not started yet."),
            message("Start it first; only a stop can come before."),
            field="verdict",
        )
    if started_on is not None and decided.on is not None and decided.on < started_on:
        raise Refused(
            message("The pilot started on {day}; nothing can be decided before.", day=started_on),
            message("Type a later day."),
            field="on",
        )
    if decided.verdict is Verdict.ADJUST and attempt > 1:
        raise Refused(
            message("A pilot is adjusted and repeated once only."),
            message("Decide to scale, to narrow or to stop."),
            field="verdict",
        )
