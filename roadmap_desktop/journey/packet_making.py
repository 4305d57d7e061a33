"""Giving out packets: who can be given one, and what it asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Select, select

from roadmap_desktop.journey.packet import (
    AskedCriterion,
    AskedDimension,
    AskedLevel,
    AskedSchool,
    AskedStatement,
    AskedUseCase,
    Kind,
    Packet,
    Questions,
    Recipient,
    Wording,
)
from roadmap_desktop.journey.packet_answers import answers_to
from roadmap_desktop.journey.packet_seal import seal
from roadmap_desktop.journey.readiness.instrument import rated_statements
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.readiness import Dimension, Instrument, Level, Statement
from roadmap_desktop.model.usecases import Criterion, UseCase
from roadmap_desktop.store.document import Document

KINDS = ("participant", "room_table", "school")
"""The kinds of facts that say who can be given a packet."""

PRINCIPAL = "school_leadership"
"""The perspective of those who are asked for their school as well."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody who can be given a packet, in the room's order."""

    tables: tuple[Recipient, ...]
    people: tuple[Recipient, ...]
    schools: tuple[Recipient, ...]

    def every(self) -> tuple[Recipient, ...]:
        """All of them."""
        return (*self.tables, *self.people, *self.schools)


def recipients(document: Document) -> Recipients:
    """Everybody who can be given a packet; a school whose leader is in the room has its question in hers."""
    with document.read():
        led = {row.school for row in document.rows(_principals())}
        tables = document.rows(select(Table.uuid, Table.name).order_by(Table.position, Table.uuid))
        people = document.rows(
            select(Participant.uuid, Participant.name).order_by(Participant.position, Participant.uuid)
        )
        schools = document.rows(select(School.uuid, School.name).order_by(School.position, School.name, School.uuid))
    return Recipients(
        tuple(Recipient(Kind.TABLE, *row) for row in tables),
        tuple(Recipient(Kind.PERSON, *row) for row in people),
        tuple(Recipient(Kind.SCHOOL, *row) for row in schools if row.uuid not in led),
    )


def make_packet(document: Document, recipient: Recipient) -> Packet:
    """The packet of a table, person or school: their questions, and what they answered so far.

    Raises:
        Refused: the recipient is gone, or there is nothing to ask.
    """
    with document.read():
        questions = _questions(document, recipient)
        if not questions.asked():
            raise Refused(
                message("There is nothing to ask {name} yet.", name=recipient.name),
                message("Packets ask for ratings of statements and scores of use cases."),
            )
        given = answers_to(document, questions)
        questions = replace(questions, given=given)
        return Packet(questions, seal(document, questions), questions.given)


def _questions(document: Document, recipient: Recipient) -> Questions:
    about = workshop(document)
    asks_all = recipient.kind is not Kind.SCHOOL
    levels = tuple(_levels(document)) if asks_all else ()
    dimensions, statements = _statements(document) if asks_all else ((), ())
    criteria = tuple(_criteria(document)) if asks_all else ()
    use_cases = tuple(_use_cases(document)) if asks_all and criteria else ()
    keys = {
        *(f"level.{each.key}." for each in levels),
        *(f"dimension.{each.key}." for each in dimensions),
        *(f"pillar.{each.pillar}." for each in dimensions),
        *(f"statement.{part}." for each in statements for part in (each.key, each.uuid)),
        *(f"criterion.{each.key}." for each in criteria if use_cases),
        *(f"usecase.{each.key}." for each in use_cases),
    }
    return Questions(
        packet=new_uuid(),
        workshop=document.workshop_uuid,
        made_at=document.now().replace(microsecond=0),
        district=about.district,
        language=about.language,
        recipient=_present(document, recipient),
        round=present_round(document),
        levels=levels,
        dimensions=dimensions,
        statements=statements,
        criteria=criteria if use_cases else (),
        use_cases=use_cases,
        schools=tuple(_schools(document, recipient)),
        words=tuple(_words(document, keys)),
        given=(),
    )


def name_of(document: Document, recipient: Recipient) -> str | None:
    """The name that a table, person or school has now; None where it is gone."""
    kinds: dict[Kind, type[Table | Participant | School]] = {
        Kind.TABLE: Table,
        Kind.PERSON: Participant,
        Kind.SCHOOL: School,
    }
    kind = kinds[recipient.kind]
    rows = document.rows(select(kind.name).where(kind.uuid == recipient.uuid))
    return rows[0][0] if rows else None


def _present(document: Document, recipient: Recipient) -> Recipient:
    name = name_of(document, recipient)
    if name is None:
        raise Refused(
            message("{name} is no longer in this workshop.", name=recipient.name), message("Choose somebody else.")
        )
    return replace(recipient, name=name)


def _levels(document: Document) -> Iterator[AskedLevel]:
    query = select(Level.value, Level.key, Level.name).join(Instrument, Level.instrument == Instrument.uuid)
    for row in document.rows(query.where(Instrument.in_use).order_by(Level.value)):
        yield AskedLevel(row.value, row.key, row.name)


def _statements(document: Document) -> tuple[tuple[AskedDimension, ...], tuple[AskedStatement, ...]]:
    ordered = select(*Dimension.__table__.columns).join(Instrument, Dimension.instrument == Instrument.uuid)
    kept = document.rows(ordered.where(Instrument.in_use).order_by(Dimension.position, Dimension.uuid))
    query = select(*Statement.__table__.columns).where(Statement.uuid.in_(rated_statements()))
    places = {row.uuid: place for place, row in enumerate(kept)}
    return (
        tuple(AskedDimension(row.key, row.pillar, row.name) for row in kept),
        tuple(
            AskedStatement(row.uuid, row.key, row.number, places[row.dimension], row.text)
            for row in document.rows(query.order_by(Statement.number, Statement.uuid))
        ),
    )


def _criteria(document: Document) -> Iterator[AskedCriterion]:
    columns = (Criterion.uuid, Criterion.key, Criterion.name, Criterion.weight)
    for row in document.rows(select(*columns).order_by(Criterion.position, Criterion.uuid)):
        yield AskedCriterion(row.uuid, row.key, row.name, float(row.weight))


def _use_cases(document: Document) -> Iterator[AskedUseCase]:
    columns = (UseCase.uuid, UseCase.key, UseCase.name, UseCase.description, UseCase.level, UseCase.risk)
    for row in document.rows(select(*columns).order_by(UseCase.position, UseCase.uuid)):
        yield AskedUseCase(row.uuid, row.key, row.name, row.description, row.level, row.risk)


def _schools(document: Document, recipient: Recipient) -> Iterator[AskedSchool]:
    columns = select(School.uuid, School.name, School.level)
    match recipient.kind:
        case Kind.SCHOOL:
            query = columns.where(School.uuid == recipient.uuid)
        case Kind.PERSON:
            query = columns.where(School.uuid.in_(_principals().where(Participant.uuid == recipient.uuid)))
        case Kind.TABLE:
            return
    for row in document.rows(query):
        yield AskedSchool(row.uuid, row.name, row.level)


def _principals() -> Select[str | None]:
    leads = (Participant.perspective == PRINCIPAL, Participant.school.is_not(None))
    return select(Participant.school).where(*leads)


def _words(document: Document, prefixes: set[str]) -> Iterator[Wording]:
    for key, phrase in sorted(phrases(document).items()):
        if key[: key.rfind(".") + 1] in prefixes:
            for language, text in phrase.texts:
                yield Wording(key, language, text)
