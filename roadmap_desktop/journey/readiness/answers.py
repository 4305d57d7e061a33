"""The room's answers, read once into columns, and who could give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from roadmap_desktop.journey.readiness import instrument as instruments
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import FormColumn, Rating, Respondent
from roadmap_desktop.rules.readiness import DONT_KNOW, NOT_APPLICABLE, Answer, Answers, Room
from roadmap_desktop.store.document import Document

KINDS = (*instruments.KINDS, "rating", "participant", "respondent", "form_column", "room_table")
"""The kinds of facts that answers are read from."""


@dataclass(frozen=True, slots=True)
class Roomful:
    """The answers in columns, the room they were given in, and the perspective key of each person of it."""

    answers: Answers
    room: Room
    perspectives: tuple[str, ...]
    rounds: int

    def groups(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The keys of the perspectives in the room, and for each person the place of hers (-1: none)."""
        keys = tuple(sorted({key for key in self.perspectives if key}))
        places = {key: place for place, key in enumerate(keys)}
        return keys, tuple(places.get(key, -1) for key in self.perspectives)


def roomful(document: Document) -> Roomful:
    """Everything that was answered."""
    return document.remembered("roomful", KINDS, lambda: _roomful(document))


def _roomful(document: Document) -> Roomful:
    with document.read():
        rated = instruments.instrument(document)
        tables = [row.uuid for row in document.rows(select(Table.uuid).order_by(Table.position, Table.uuid))]
        query = select(Participant.uuid, Participant.perspective, Participant.table)
        people = document.rows(query.order_by(Participant.position, Participant.uuid))
        table_of = {uuid: place for place, uuid in enumerate(tables)}
        person_of = {row.uuid: place for place, row in enumerate(people)}
        respondents = _respondents(document)
        forms = tuple(dict.fromkeys(row.form for row in respondents))
        person_of |= {row.uuid: len(people) + place for place, row in enumerate(respondents)}
        everybody = (*people, *respondents)
        room = Room(
            levels=rated.values,
            dimension_of=tuple(each.dimension for each in rated.statements),
            dimensions=len(rated.dimensions),
            table_of=tuple(table_of.get(row.table, -1) for row in everybody),
            tables=len(tables),
            form_of=tuple(forms.index(row.form) for row in respondents),
            asked=_asked(document, rated, forms),
        )
        answers = _answers(document, rated, person_of, table_of)
    return Roomful(answers, room, tuple(row.perspective for row in everybody), max(answers.round, default=1))


def _respondents(document: Document) -> list[Any]:
    """Those who answered a form about the instrument in use and are not known by name."""
    answered = select(Rating.respondent).where(Rating.statement.in_(instruments.rated_statements()))
    query = select(Respondent.uuid, Respondent.form, Respondent.perspective, Respondent.table)
    return list(document.rows(query.where(Respondent.uuid.in_(answered)).order_by(Respondent.form, Respondent.uuid)))


def _asked(document: Document, rated: instruments.Instrument, forms: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """The places of the statements that each form asks."""
    places = {each.uuid: place for place, each in enumerate(rated.statements)}
    asked: dict[str, set[int]] = {form: set() for form in forms}
    for row in document.rows(select(FormColumn.form, FormColumn.statement).where(FormColumn.statement.is_not(None))):
        if row.form in asked and row.statement in places:
            asked[row.form].add(places[row.statement])
    return tuple(frozenset(statements) for statements in asked.values())


def _answers(
    document: Document, rated: instruments.Instrument, person_of: dict[str, int], table_of: dict[str, int]
) -> Answers:
    statement_of = {each.uuid: place for place, each in enumerate(rated.statements)}
    level_of: dict[tuple[str, int | None], int] = {
        (Answer.LEVEL.value, value): place for place, value in enumerate(rated.values)
    }
    level_of |= {(Answer.DONT_KNOW.value, None): DONT_KNOW, (Answer.NOT_APPLICABLE.value, None): NOT_APPLICABLE}
    who = func.coalesce(Rating.participant, Rating.respondent)
    columns = (Rating.statement, Rating.answer, Rating.level, Rating.round, who, Rating.table)
    kept = [
        (
            statement_of[statement],
            number,
            -1 if person is None else person_of[person],
            -1 if table is None else table_of[table],
            level_of[answer, level],
            count,
        )
        for statement, answer, level, number, person, table, count in document.rows(select(*columns, Rating.count))
        if statement in statement_of and (answer, level) in level_of
    ]
    return Answers(*zip(*kept, strict=True)) if kept else Answers((), (), (), (), (), ())
