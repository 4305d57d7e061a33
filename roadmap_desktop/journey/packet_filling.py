"""Filling a packet in on another laptop: a small workshop of its own that holds its questions and nothing else.

It has the uuid of the workshop it came from, so that the facts have the uuids they would have there, and every step
and chart of a workshop can show them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from roadmap_desktop.journey.packet import Answer, Asked, Kind, Packet, Questions
from roadmap_desktop.journey.packet_answers import answers_to
from roadmap_desktop.journey.packet_rows import rating_row, score_row
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.readiness import Dimension, Instrument, Level, Rating, Statement
from roadmap_desktop.model.usecases import Criterion, Score, UseCase
from roadmap_desktop.model.workshop import Wording, Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now


def lay_out(packet: Packet, path: Path, clock: Callable[[], datetime] = local_now) -> Document:
    """A workshop at the path with the packet's questions and answers, opened; what was there is replaced.

    Raises:
        FileTrouble: the place can't be written.
    """
    return Document.create(path, [*_asked(packet.questions), *_answered(packet, clock())], clock)


def filled_in(document: Document, packet: Packet) -> Packet:
    """The packet with what was answered in its small workshop."""
    return packet.filled(answers_to(document, packet.questions))


def _asked(questions: Questions) -> Iterator[Fact]:
    who, workshop = questions.recipient, questions.workshop
    yield Workshop(
        uuid=workshop, district=questions.district, language=questions.language, rating_round=questions.round
    )
    for each in questions.words:
        uuid = natural_uuid(workshop, "wording", each.key, each.language)
        yield Wording(uuid=uuid, key=each.key, language=each.language, text=each.text)
    yield from _instrument(questions)
    for place, criterion in enumerate(questions.criteria):
        yield Criterion(
            uuid=criterion.uuid, key=criterion.key, name=criterion.name, weight=criterion.weight, position=place
        )
    for place, case in enumerate(questions.use_cases):
        yield UseCase(
            uuid=case.uuid,
            key=case.key,
            name=case.name,
            description=case.description,
            level=case.level,
            risk=case.risk,
            position=place,
        )
    if who.kind is not Kind.SCHOOL:
        kind = Table if who.kind is Kind.TABLE else Participant
        yield kind(uuid=who.uuid, name=who.name)


def _instrument(questions: Questions) -> Iterator[Fact]:
    instrument = Instrument(key="packet", name="")
    dimensions = [
        Dimension(instrument=instrument.uuid, key=each.key, position=place, pillar=each.pillar, name=each.name)
        for place, each in enumerate(questions.dimensions)
    ]
    yield instrument
    for level in questions.levels:
        yield Level(instrument=instrument.uuid, value=level.value, key=level.key, name=level.name)
    yield from dimensions
    for each in questions.statements:
        dimension = dimensions[each.dimension].uuid
        yield Statement(uuid=each.uuid, dimension=dimension, key=each.key, number=each.number, text=each.text)


def _answered(packet: Packet, now: datetime) -> Iterator[Fact]:
    questions, answers = packet.questions, {each.question: each.value for each in packet.answers}
    paces = {each.of: str(value) for each, value in answers.items() if each.asked is Asked.PACE}
    for school in questions.schools:
        yield School(uuid=school.uuid, name=school.name, level=school.level, pace=paces.get(school.uuid, ""))
    for question, value in answers.items():
        if question.asked is Asked.RATING:
            yield Rating(**rating_row(questions, Answer(question, value), size=_size(packet), now=now))
        elif question.asked is Asked.SCORE:
            yield Score(**score_row(questions, Answer(question, value)))


def _size(packet: Packet) -> int:
    return next((int(each.value) for each in packet.answers if each.question.asked is Asked.SIZE), 1)
