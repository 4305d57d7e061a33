"""Two similar use cases made one: votes, scores and pilots follow, and what is stricter holds."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from roadmap_desktop.catalogue.usecases import Risk
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.facts import UseCaseFact
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.guardrails import Requirement
from roadmap_desktop.model.pilots import PilotUseCase
from roadmap_desktop.model.usecases import Outcome, Score, UseCase, Vote
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_RISKS = [each.value for each in Risk]


@dataclass(frozen=True, slots=True)
class Joining:
    """What would happen: ``votes`` and ``scores`` follow; of ``both`` scores the one of the use case kept stays."""

    kept: Words
    goes: Words
    votes: int
    scores: int
    both: int
    pilots: int
    brings_outcome: bool
    loses_choice: Words

    @property
    def lines(self) -> tuple[Words, ...]:
        """The same in sentences."""
        said: list[Words] = []
        if self.votes:
            said.append(plural("{n} vote is added to it.", "{n} votes are added to it.", self.votes))
        if self.scores:
            said.append(plural("{n} score comes over.", "{n} scores come over.", self.scores))
        if self.both:
            said.append(
                plural(
                    "{n} score was given to both: the one of {kept} stays.",
                    "{n} scores were given to both: those of {kept} stay.",
                    self.both,
                    kept=self.kept,
                )
            )
        if self.brings_outcome:
            said.append(message("Its outcome comes over."))
        if self.pilots:
            said.append(
                plural("{n} pilot tests {kept} then.", "{n} pilots test {kept} then.", self.pilots, kept=self.kept)
            )
        if self.loses_choice:
            said.append(
                message("{goes} was decided on: {choice}. That goes.", goes=self.goes, choice=self.loses_choice)
            )
        said.append(message("Of risk and data class the stricter one holds."))
        return tuple(said)


def alike_first(document: Document, uuid: str) -> tuple[UseCaseFact, ...]:
    """The other use cases, those first whose names are most like this one's."""
    language = Language(workshop(document).language)
    found = facts.use_case(document, uuid)
    name = language.say(found.name).casefold()
    others = [each for each in facts.use_cases(document) if each.uuid != uuid]
    return tuple(sorted(others, key=lambda each: -_likeness(name, language.say(each.name).casefold())))


def joining(document: Document, kept: str, goes: str) -> Joining:
    """What joining would do.

    Raises:
        Refused: one of the two is gone, or they are the same.
    """
    with document.read():
        stays, left = _pair(document, kept, goes)
        votes = document.rows(select(Vote.value).where(Vote.use_case == goes))
        mine, theirs = (_scorers(document, uuid) for uuid in (kept, goes))
        pilots = document.rows(select(PilotUseCase.pilot).where(PilotUseCase.use_case == goes))
    return Joining(
        kept=stays.name,
        goes=left.name,
        votes=round(sum(row.value for row in votes)),
        scores=len(theirs - mine),
        both=len(theirs & mine),
        pilots=len(pilots),
        brings_outcome=bool(left.outcome.measure and not stays.outcome.measure),
        loses_choice=left.choice_words if left.choice else "",
    )


def join_use_cases(document: Document, kept: str, goes: str, *, origin: object | None = None) -> None:
    """Makes one use case of two in one step: ``kept`` has what both had, ``goes`` is gone.

    Raises:
        Refused: one of the two is gone, or they are the same.
    """
    stays, left = _pair(document, kept, goes)
    label = message("Joined {goes} into {kept}", goes=left.name, kept=stays.name)
    with change_keeping_tasks(document, label, origin=origin) as session:
        _carry_scores(document, session, kept, goes)
        _carry_votes(document, session, kept, goes)
        _carry_links(document, session, kept, goes)
        if left.outcome.measure and not stays.outcome.measure:
            _carry_outcome(document, session, kept, goes)
        _carry_fields(session.get_one(UseCase, kept), session.get_one(UseCase, goes))
        session.flush()
        session.execute(delete(UseCase).where(UseCase.uuid == goes))


def _pair(document: Document, kept: str, goes: str) -> tuple[UseCaseFact, UseCaseFact]:
    if kept == goes:
        raise Refused(message("A use case can't be joined with itself."), message("Choose another one."))
    return facts.use_case(document, kept), facts.use_case(document, goes)


def _scorers(document: Document, uuid: str) -> set[tuple[str, str]]:
    query = select(Score.criterion, Score.participant, Score.table).where(Score.use_case == uuid)
    return {(row.criterion, row.participant or row.table or "") for row in document.rows(query)}


def _carry_scores(document: Document, session: Session, kept: str, goes: str) -> None:
    mine = session.scalars(select(Score).where(Score.use_case == kept)).all()
    have = {(each.criterion, each.participant or each.table) for each in mine}
    for score in session.scalars(select(Score).where(Score.use_case == goes)).all():
        who = score.participant or score.table
        if (score.criterion, who) in have:
            continue
        uuid = natural_uuid(document.workshop_uuid, "score", kept, score.criterion, who or "room")
        made = Score(uuid=uuid, use_case=kept, criterion=score.criterion, value=score.value)
        made.participant, made.table = score.participant, score.table
        session.add(made)


def _carry_votes(document: Document, session: Session, kept: str, goes: str) -> None:
    mine = session.scalars(select(Vote).where(Vote.use_case == kept)).all()
    have = {(each.way, each.round, each.participant): each for each in mine}
    for vote in session.scalars(select(Vote).where(Vote.use_case == goes)).all():
        same = have.get((vote.way, vote.round, vote.participant))
        if same is not None:
            same.value += vote.value
            continue
        whose = (vote.participant,) if vote.participant else ()
        uuid = natural_uuid(document.workshop_uuid, "vote", vote.way, vote.round, kept, *whose)
        made = Vote(uuid=uuid, use_case=kept, value=vote.value, way=vote.way, round=vote.round)
        made.participant = vote.participant
        session.add(made)


def _carry_links(document: Document, session: Session, kept: str, goes: str) -> None:
    """Pilots that test it, and guardrails that it needs."""
    space = document.workshop_uuid
    pilots = set(session.scalars(select(PilotUseCase.pilot).where(PilotUseCase.use_case == kept)))
    for pilot in session.scalars(select(PilotUseCase.pilot).where(PilotUseCase.use_case == goes)).all():
        if pilot not in pilots:
            uuid = natural_uuid(space, "pilot_use_case", pilot, kept)
            session.add(PilotUseCase(uuid=uuid, pilot=pilot, use_case=kept))
    needed = set(session.scalars(select(Requirement.guardrail).where(Requirement.use_case == kept)))
    for guardrail in session.scalars(select(Requirement.guardrail).where(Requirement.use_case == goes)).all():
        if guardrail not in needed:
            uuid = natural_uuid(space, "requirement", kept, guardrail)
            session.add(Requirement(uuid=uuid, use_case=kept, guardrail=guardrail))


def _carry_outcome(document: Document, session: Session, kept: str, goes: str) -> None:
    old = session.scalars(select(Outcome).where(Outcome.use_case == goes)).one()
    session.execute(delete(Outcome).where(Outcome.use_case == kept))
    names = ("measure", "baseline", "target", "minimum", "unit", "source", "collector", "due")
    values = {name: getattr(old, name) for name in names}
    uuid = natural_uuid(document.workshop_uuid, "outcome", kept)
    session.flush()
    session.add(Outcome(uuid=uuid, use_case=kept, **values))


def _carry_fields(stays: UseCase, left: UseCase) -> None:
    stays.risk = max(stays.risk, left.risk, key=_RISKS.index)
    stays.data_class = max(stays.data_class, left.data_class)
    stays.student_facing = stays.student_facing or left.student_facing
    stays.owner = stays.owner or left.owner
    if left.veto and not stays.veto:
        stays.veto, stays.local_decision = left.veto, stays.local_decision or left.local_decision
    if not stays.key:
        stays.description = stays.description or left.description


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
