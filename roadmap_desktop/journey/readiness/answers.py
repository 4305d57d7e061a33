"""The room's answers, read once into columns, and who could give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from roadmap_desktop.journey.readiness import instrument as instruments
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.readiness import FormColumn, Rating, Respondent
from roadmap_desktop.rules.readiness import DONT_KNOW, NOT_APPLICABLE, Answer, Answers, Room
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.journey.readiness.columns import Columns, Places

_OTHERS = (*instruments.KINDS, "participant", "respondent", "form_column", "room_table")
KINDS = (*_OTHERS, "rating")
"""The kinds of facts that answers are read from."""


@dataclass(frozen=True, slots=True)
class Roomful:
    """The answers in columns, the room they were given in, and the perspective key of each person of it.

    ``places`` and ``columns`` are what they were made from.
    """

    answers: Answers
    room: Room
    perspectives: tuple[str, ...]
    rounds: int
    places: Places
    columns: Columns

    def groups(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The keys of the perspectives in the room, and for each person the place of hers (-1: none)."""
        keys = tuple(sorted({key for key in self.perspectives if key}))
        places = {key: place for place, key in enumerate(keys)}
        return keys, tuple(places.get(key, -1) for key in self.perspectives)


def roomful(document: Document) -> Roomful:
    """Everything that was answered; after an answer only what it touched is read again."""
    return document.followed(
        "roomful",
        "rating",
        _OTHERS,
        lambda: _roomful(document),
        lambda known, touched: _renewed(document, known, touched),
    )


def _roomful(document: Document) -> Roomful:
    from roadmap_desktop.journey.readiness.columns import Places, columns  # brings numpy, which a start spares

    with document.read():
        rated = instruments.instrument(document)
        tables = [row.uuid for row in document.rows(select(Table.uuid).order_by(Table.position, Table.uuid))]
        query = select(Participant.uuid, Participant.perspective, Participant.table)
        people = document.rows(query.order_by(Participant.position, Participant.uuid))
        table_of = {uuid: place for place, uuid in enumerate(tables)}
        respondents = _respondents(document)
        forms = tuple(dict.fromkeys(row.form for row in respondents))
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
        places = Places(
            statements={each.uuid: place for place, each in enumerate(rated.statements)},
            people={None: -1} | {row.uuid: place for place, row in enumerate(everybody)},
            tables={None: -1} | table_of,
            levels=_levels(rated),
        )
        found = columns(document, places)
        return _made(room, tuple(row.perspective for row in everybody), places, found)


def _renewed(document: Document, known: Roomful, touched: frozenset[str]) -> Roomful | None:
    """None where respondents were touched, since who is one hangs on what was answered."""
    from roadmap_desktop.journey.readiness.columns import renewed

    with document.read():
        fresh = renewed(document, known.columns, touched, known.places, known.room.participants)
        return None if fresh is None else _made(known.room, known.perspectives, known.places, fresh)


def _made(room: Room, perspectives: tuple[str, ...], places: Places, found: Columns) -> Roomful:
    from roadmap_desktop.journey.readiness.columns import latest_round

    answers = found.answers()
    return Roomful(answers, room, perspectives, latest_round(answers), places, found)


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


def _levels(rated: instruments.Instrument) -> dict[tuple[str, int | None], int]:
    levels: dict[tuple[str, int | None], int] = {
        (Answer.LEVEL.value, value): place for place, value in enumerate(rated.values)
    }
    return levels | {(Answer.DONT_KNOW.value, None): DONT_KNOW, (Answer.NOT_APPLICABLE.value, None): NOT_APPLICABLE}
