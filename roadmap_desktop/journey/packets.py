"""Taking packets in: once, as one move, never over what was answered here meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.packet import (
    Answer,
    Asked,
    Kind,
    Packet,
    Question,
    Questions,
    Value,
    by_question,
)
from roadmap_desktop.journey.packet_answers import answers_to
from roadmap_desktop.journey.packet_making import name_of
from roadmap_desktop.journey.packet_rows import rating_row, rating_uuid, score_row, score_uuid
from roadmap_desktop.journey.packet_seal import is_sealed
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.packets import TakenPacket
from roadmap_desktop.model.people import School
from roadmap_desktop.model.readiness import Rating, Statement
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.rules.packets import taking
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOTHING_TAKEN = message("Nothing was taken in; the workshop is as it was.")


class Outcome(StrEnum):
    """What became of a packet."""

    TAKEN = "taken"
    ALREADY = "already"  # this very filling was taken in before
    OLDER = "older"  # a filling made from this one was taken in before
    EMPTY = "empty"  # nothing was answered in it


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that was answered here and in the packet, differently; what is here stays. None: taken back."""

    question: Question
    here: Value | None
    there: Value | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A packet that was looked at: how many answers it changed, where it differs, and how many nobody asks any more.

    ``before`` is when a filling of it was taken in last, None for the first.
    """

    packet: Packet
    outcome: Outcome
    answers: int = 0
    differences: tuple[Difference, ...] = ()
    no_longer_asked: int = 0
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """What was taken of a packet last."""

    filling: str
    earlier: frozenset[str]
    answers: Mapping[Question, Value]
    at: datetime


def take_packet(document: Document, packet: Packet, *, origin: object | None = None) -> Taken:
    """Takes the answers of a packet in, in one move that can be undone.

    Each answer is compared with the one that the packet began with, or that was taken from it last: where nobody
    changed it here meanwhile, it is as in the packet; where both changed, what is here stays and is listed.

    Raises:
        FileTrouble: the packet is not of this workshop, its questions were changed, its recipient is gone, or the
            workshop's file can't be written.
    """
    with document.read():
        _check(document, packet)
        before = _before(document, packet)
        last = before.at if before is not None else None
        if (outcome := _known(packet, before)) is not None:
            return Taken(packet, outcome, before=last)
        begun = before.answers if before and before.filling in packet.fillings else by_question(packet.questions.given)
        here = by_question(answers_to(document, packet.questions))
        there = by_question(packet.answers)
        gone = _no_longer_asked(document, there)
        found = taking(*(_without(gone, each) for each in (begun, here, there)))
    label = message("Took in the packet of {who}", who=packet.questions.recipient.name)
    with document.change(label, origin=origin) as session:
        _write(session, document, packet.questions, found.changes, here)
        _remember(session, document, packet)
    differences = tuple(Difference(each, here.get(each), there.get(each)) for each in found.differences)
    return Taken(packet, Outcome.TAKEN, len(found.changes), differences, len(gone), last)


def _check(document: Document, packet: Packet) -> None:
    questions = packet.questions
    if questions.workshop != document.workshop_uuid:
        raise FileTrouble(
            message(
                "This packet belongs to another workshop: {who}, {district}.",
                who=questions.recipient.name,
                district=questions.district,
            ),
            NOTHING_TAKEN,
            message("Open that workshop and take the packet in there."),
        )
    if not is_sealed(document, packet):
        raise FileTrouble(
            message("The questions in this packet are not the ones that this workshop gave out."),
            NOTHING_TAKEN,
            message("Give {who} a new packet, or type the answers in.", who=questions.recipient.name),
        )
    if name_of(document, questions.recipient) is None:
        raise FileTrouble(
            message("{who} is no longer in this workshop.", who=questions.recipient.name),
            NOTHING_TAKEN,
            message("Undo what removed {who}, then take the packet in.", who=questions.recipient.name),
        )


def _known(packet: Packet, before: _Before | None) -> Outcome | None:
    if before is None:
        return Outcome.EMPTY if packet.answers == packet.questions.given else None
    if packet.filling == before.filling:
        return Outcome.ALREADY
    return Outcome.OLDER if packet.filling in before.earlier else None


def answers_kept(text: str) -> Mapping[Question, Value]:
    """The answers that a taken packet had, as they are kept."""
    return {Question(Asked(asked), of, on): value for asked, of, on, value in json.loads(text)}


def _before(document: Document, packet: Packet) -> _Before | None:
    rows = document.rows(
        select(TakenPacket.filling, TakenPacket.earlier, TakenPacket.answers, TakenPacket.taken_at).where(
            TakenPacket.packet == packet.questions.packet
        )
    )
    if not rows:
        return None
    return _Before(rows[0].filling, frozenset(rows[0].earlier.split()), answers_kept(rows[0].answers), rows[0].taken_at)


def _without(gone: Set[Question], answers: Mapping[Question, Value]) -> Mapping[Question, Value]:
    return {question: value for question, value in answers.items() if question not in gone}


def _no_longer_asked(document: Document, answers: Mapping[Question, Value]) -> Set[Question]:
    """The questions answered whose statement, use case, criterion or school is gone or left out."""
    uuids = {
        *(row.uuid for row in document.rows(select(Statement.uuid).where(Statement.left_out.is_(False)))),
        *(each.uuid for each in facts.use_cases(document)),
        *(each.uuid for each in facts.criteria(document)),
        *(row.uuid for row in document.rows(select(School.uuid))),
    }
    return {
        question
        for question in answers
        if question.asked is not Asked.SIZE and not uuids.issuperset(filter(None, (question.of, question.on)))
    }


def _write(
    session: Session,
    document: Document,
    questions: Questions,
    changes: Mapping[Question, Value | None],
    here: Mapping[Question, Value],
) -> None:
    who = questions.recipient
    of_table = Question(Asked.SIZE, who.uuid)
    size = int(changes.get(of_table, here.get(of_table, 1)) or 1)
    for question, value in changes.items():
        if question.asked is Asked.PACE:
            session.execute(update(School).where(School.uuid == question.of).values(pace=value or ""))
        elif value is None:
            _take_back(session, questions, question)
        elif question.asked is Asked.RATING:
            row = rating_row(questions, Answer(question, value), size=size, now=document.now())
            _put(session, Rating, row, ("way", "answer", "level", "count", "at"))
        elif question.asked is Asked.SCORE:
            _put(session, Score, score_row(questions, Answer(question, value)), ("value",))
    if of_table in changes:
        mine = (Rating.table == who.uuid, Rating.round == questions.round)
        session.execute(update(Rating).where(*mine).values(count=size))


def _remember(session: Session, document: Document, packet: Packet) -> None:
    who = packet.questions.recipient
    column = {Kind.TABLE: "table", Kind.PERSON: "participant", Kind.SCHOOL: "school"}[who.kind]
    answers = [[each.question.asked, each.question.of, each.question.on, each.value] for each in packet.answers]
    row = {
        "uuid": natural_uuid(document.workshop_uuid, "taken_packet", packet.questions.packet),
        "packet": packet.questions.packet,
        "round": packet.questions.round,
        "filling": packet.filling,
        "earlier": " ".join(packet.fillings),
        "answers": json.dumps(answers),
        "taken_at": document.now(),
        column: who.uuid,
    }
    _put(session, TakenPacket, row, ("filling", "earlier", "answers", "taken_at"))


def _take_back(session: Session, questions: Questions, question: Question) -> None:
    if question.asked is Asked.RATING:
        session.execute(delete(Rating).where(Rating.uuid == rating_uuid(questions, question.of)))
    elif question.asked is Asked.SCORE:
        session.execute(delete(Score).where(Score.uuid == score_uuid(questions, question.of, question.on)))


def _put(session: Session, kind: type[Fact], row: dict[str, Any], renewed: tuple[str, ...]) -> None:
    """Writes a row whether it is new or there already; only the columns named are renewed."""
    made = insert(kind).values(row)
    values = {name: made.excluded[name] for name in renewed}
    session.execute(made.on_conflict_do_update(index_elements=["uuid"], set_=values))
