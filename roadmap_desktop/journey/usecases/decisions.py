"""Decide: what the room has chosen of each use case, what keeps it from a pilot, and the choosing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.record import CHOICES
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts, ranking, saying
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.model.workshop import Draft, RecordEntry
from roadmap_desktop.rules.usecases import Choice, Hurdle
from roadmap_desktop.store.document import Document

KINDS = ranking.KINDS
"""The kinds of facts that the decisions show."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A use case to decide on, with its place and score as they are now; None where it has none.

    ``moved`` says that the scores or weights have moved it since it was chosen.
    """

    uuid: str
    place: int | None
    score: float | None
    use_case: UseCaseFact

    @property
    def moved(self) -> bool:
        """Whether its place is another one than when it was chosen."""
        return self.use_case.choice is not None and self.use_case.chosen_place not in (None, self.place)


@dataclass(frozen=True, slots=True)
class DecisionsPicture:
    """The use cases in the order of their places, and the vetoes that can be laid, by key."""

    rows: tuple[DecisionRow, ...]
    vetoes: Mapping[str, Words]

    @property
    def undecided(self) -> int:
        """How many have no choice yet."""
        return sum(row.use_case.choice is None for row in self.rows)


def decisions(document: Document) -> DecisionsPicture:
    """What is decided, in the order of the ranking."""
    with document.read():
        found = {each.uuid: each for each in facts.use_cases(document)}
        kept = phrases(document)
        red = {each.key: kept.get(each.name.key, each.name) for each in catalogue.red_list()}
        rows = ranking.ranking(document).rows
    return DecisionsPicture(
        rows=tuple(DecisionRow(row.uuid, row.place, row.score, found[row.uuid]) for row in rows),
        vetoes={saying.EQUITY: saying.EQUITY_WORDS, **red},
    )


def choose(document: Document, uuid: str, choice: Choice, reason: str, *, origin: object | None = None) -> None:
    """Decides on a use case and writes it into the record; tasks that no longer follow from it stay as orphans.

    Raises:
        Refused: there is no reason; or a pilot is asked for while its outcome or the district's decision is missing.
    """
    found = facts.use_case(document, uuid)
    why = reason.strip()
    if not why:
        raise Refused(
            message("A choice needs its reason."),
            message("Say in one sentence why; people will ask in six weeks."),
            field="reason",
        )
    if choice is Choice.PILOT:
        _check_pilot(found)
    if (found.choice, found.reason) == (choice, why):
        return
    label = message("{name}: {choice}", name=found.name, choice=CHOICES[choice.value])
    now = document.now()
    name = Language(workshop(document).language).say(found.name)
    stands = next((row for row in ranking.ranking(document).rows if row.uuid == uuid), None)
    place, score = (stands.place, stands.score) if stands else (None, None)
    with change_keeping_tasks(document, label, origin=origin) as session:
        row = session.get_one(UseCase, uuid)
        row.choice, row.choice_reason, row.chosen_at = choice.value, why, now
        row.chosen_place, row.chosen_score = place, score
        session.execute(delete(Draft).where(Draft.subject == uuid))
        entry = RecordEntry(at=now, kind="choice", subject=uuid, name=name, outcome=choice.value, reason=why)
        entry.place, entry.dissent = place, found.dissent
        session.add(entry)


def _check_pilot(found: UseCaseFact) -> None:
    if Hurdle.OUTCOME in found.hurdles:
        raise Refused(
            message("No pilot without an outcome. Missing: {parts}.", parts=saying.parts(found.lacking)),
            message("Complete the outcome, or choose later."),
            field="choice",
        )
    if Hurdle.LOCAL_DECISION in found.hurdles:
        reason = message("References disagree on it.")
        if found.veto:
            reason = message("Vetoed: {veto}.", veto=found.veto_words)
        raise Refused(
            reason, message("Record what the district decides on this itself, and why, or choose no."), field="choice"
        )
