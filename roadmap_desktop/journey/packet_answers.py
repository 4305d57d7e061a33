"""The answers that a workshop holds to the questions of a packet; its recipient's alone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from roadmap_desktop.journey.packet import Answer, Asked, Kind, Question, Questions, Recipient, in_order
from roadmap_desktop.model.people import School
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.rules import readiness
from roadmap_desktop.store.document import Document


def answers_to(document: Document, questions: Questions) -> tuple[Answer, ...]:
    """What the recipient has answered so far, in the round of the packet."""
    asked = {*questions.asked(), Question(Asked.SIZE, questions.recipient.uuid)}
    found = answers_of(document, questions.recipient, questions.round)
    return in_order(tuple(each for each in found if each.question in asked))


def answers_of(document: Document, who: Recipient, number: int) -> tuple[Answer, ...]:
    """Everything that somebody has answered in a round, and the paces of the schools."""
    with document.read():
        paces = document.rows(select(School.uuid, School.pace).where(School.pace != ""))
        return (
            *(Answer(Question(Asked.PACE, row.uuid), row.pace) for row in paces),
            *_ratings(document, who, number),
            *_scores(document, who),
        )


def _ratings(document: Document, who: Recipient, number: int) -> Iterator[Answer]:
    if who.kind is Kind.SCHOOL:
        return
    by = Rating.participant if who.kind is Kind.PERSON else Rating.table
    query = select(Rating.statement, Rating.answer, Rating.level, Rating.count.label("size"))
    rows = document.rows(query.where(by == who.uuid, Rating.round == number))
    for row in rows:
        value = row.level if row.answer == readiness.Answer.LEVEL.value else row.answer
        yield Answer(Question(Asked.RATING, row.statement), value)
    size = max((row.size for row in rows), default=1)
    if who.kind is Kind.TABLE and size > 1:
        yield Answer(Question(Asked.SIZE, who.uuid), size)


def _scores(document: Document, who: Recipient) -> Iterator[Answer]:
    if who.kind is Kind.SCHOOL:
        return
    by = Score.participant if who.kind is Kind.PERSON else Score.table
    for row in document.rows(select(Score.use_case, Score.criterion, Score.value).where(by == who.uuid)):
        yield Answer(Question(Asked.SCORE, row.use_case, row.criterion), float(row.value))
