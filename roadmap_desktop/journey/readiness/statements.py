"""The statements of the instrument in use: edited, added, left out, and the floors that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, func, select, update

from roadmap_desktop.journey.readiness.instrument import KINDS as INSTRUMENT_KINDS
from roadmap_desktop.journey.readiness.instrument import in_use, instrument
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.readiness import Dimension, Instrument, Rating, Statement
from roadmap_desktop.rules.readiness import FloorWhen
from roadmap_desktop.store.document import Document

KINDS = (*INSTRUMENT_KINDS, "rating")
"""The kinds of facts that the picture shows."""

WHEN = {
    FloorWhen.ANY: message("any pilot"),
    FloorWhen.DATA2: message("pilots with personal data"),
    FloorWhen.STUDENTS: message("pilots facing students"),
}
"""Which pilots a floor is for, in words."""
LONGEST_TEXT = 2_000


class Standing(StrEnum):
    """Whether a statement is rated; one that is not applicable here is named in reports, one left out is not."""

    RATED = "yes"
    LEFT_OUT = ""
    NOT_APPLICABLE = "not_applicable"


STANDINGS: dict[Standing, Words] = {
    Standing.RATED: message("rated"),
    Standing.LEFT_OUT: message("left out"),
    Standing.NOT_APPLICABLE: message("not applicable here"),
}
"""The standings in words."""


class StatementField(StrEnum):
    """The fields of a statement that a person can change."""

    TEXT = "text"
    DIMENSION = "dimension"
    FLOOR = "floor"
    WHEN = "floor_when"
    RATED = "rated"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement; ``floor`` is a level or None, ``answers`` those of all rounds."""

    uuid: str
    number: int
    key: str
    text: Words
    dimension: str
    dimension_name: Words
    floor: int | None
    when: FloorWhen | None
    answers: int
    standing: Standing

    @property
    def rated(self) -> bool:
        """Whether the room rates it."""
        return self.standing is Standing.RATED


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument of the workshop."""

    uuid: str
    name: str
    in_use: bool


@dataclass(frozen=True, slots=True)
class StatementsPicture:
    """Every statement of the instrument in use, by number; its dimensions by uuid and name; its levels."""

    rows: tuple[StatementRow, ...]
    dimensions: tuple[tuple[str, Words], ...]
    levels: tuple[tuple[int, Words], ...]
    instruments: tuple[InstrumentRow, ...]

    @property
    def rated(self) -> int:
        """How many are rated."""
        return sum(row.rated for row in self.rows)

    @property
    def not_applicable(self) -> tuple[StatementRow, ...]:
        """Those that are not applicable here."""
        return tuple(row for row in self.rows if row.standing is Standing.NOT_APPLICABLE)


def statements(document: Document) -> StatementsPicture:
    """The statements, those left out among them."""
    return document.remembered("statements", KINDS, lambda: _statements(document))


def change_statement(
    document: Document, uuid: str, field: StatementField, text: str, *, origin: object | None = None
) -> None:
    """Changes one field of a statement to what was typed or chosen (a dimension's uuid, a level, a key, "yes").

    Raises:
        Refused: the text can't be what the field holds.
    """
    row = _found(document, uuid)
    values = _values(document, row, field, text)
    label = message("Changed statement {number}", number=row.number)
    with document.change(label, origin=origin, fold=f"statement.{field}:{uuid}") as session:
        session.execute(update(Statement).where(Statement.uuid == uuid).values(**values))


def add_statement(document: Document, text: str, after: str = "", *, origin: object | None = None) -> str:
    """Adds a statement at the end of the instrument, in the dimension of another one (else the last); gives its uuid.

    Raises:
        Refused: no text.
    """
    picture = statements(document)
    beside = next((row for row in picture.rows if row.uuid == after), picture.rows[-1] if picture.rows else None)
    dimension = beside.dimension if beside else picture.dimensions[-1][0]
    number = max((row.number for row in picture.rows), default=0) + 1
    key = _free_key({row.key for row in picture.rows}, number)
    made = Statement(
        dimension=dimension, key=key, number=number, text=_text(text), language=workshop(document).language
    )
    uuid = made.uuid
    with document.change(message("Added statement {number}", number=number), origin=origin) as session:
        session.add(made)
    return uuid


def forget_statement(document: Document, uuid: str, *, origin: object | None = None) -> None:
    """Takes away a statement that was only begun; one that was answered is left out by ``leave_out``."""
    with document.change(message("Gave a statement up"), origin=origin) as session:
        session.execute(delete(Statement).where(Statement.uuid == uuid))


def leave_out(document: Document, uuids: Sequence[str], *, origin: object | None = None) -> None:
    """Leaves statements out: they are not rated any more; their answers are kept."""
    if uuids:
        label = plural("Left {n} statement out", "Left {n} statements out", len(uuids))
        with document.change(label, origin=origin) as session:
            session.execute(
                update(Statement).where(Statement.uuid.in_(uuids)).values(left_out=True, not_applicable=False)
            )


def _statements(document: Document) -> StatementsPicture:
    with document.read():
        query = select(*Statement.__table__.columns).join(Dimension, Statement.dimension == Dimension.uuid)
        found = document.rows(query.where(Dimension.instrument == in_use()).order_by(Statement.number, Statement.uuid))
        rated = instrument(document)
        names = {each.uuid: each.name for each in rated.dimensions}
        counted = select(Rating.statement, func.sum(Rating.count)).group_by(Rating.statement)
        answers = {row[0]: int(row[1]) for row in document.rows(counted)}
        used = document.rows(select(in_use()))[0][0]
        instruments = document.rows(select(Instrument.uuid, Instrument.name).order_by(Instrument.name))
        return StatementsPicture(
            tuple(
                StatementRow(
                    row.uuid,
                    row.number,
                    row.key,
                    worded(document, row.text, f"statement.{row.key}.text"),
                    row.dimension,
                    names[row.dimension],
                    row.floor,
                    FloorWhen(row.floor_when) if row.floor is not None else None,
                    answers.get(row.uuid, 0),
                    _standing(left_out=row.left_out, not_applicable=row.not_applicable),
                )
                for row in found
            ),
            tuple(names.items()),
            tuple((level.value, level.name) for level in rated.levels),
            tuple(InstrumentRow(row.uuid, row.name, row.uuid == used) for row in instruments),
        )


def _values(document: Document, row: StatementRow, field: StatementField, text: str) -> dict[str, object]:
    match field:
        case StatementField.TEXT:
            return {"text": _text(text), "language": workshop(document).language}
        case StatementField.DIMENSION:
            return {"dimension": text}
        case StatementField.FLOOR:
            if not text:
                return {"floor": None, "floor_when": ""}
            return {"floor": _level(document, text), "floor_when": (row.when or FloorWhen.ANY).value}
        case StatementField.WHEN:
            return {"floor_when": FloorWhen(text).value} if row.floor is not None else {}
        case StatementField.RATED:
            standing = next((each for each in Standing if each.value == text), Standing.LEFT_OUT)
            not_applicable = standing is Standing.NOT_APPLICABLE
            return {"left_out": standing is not Standing.RATED, "not_applicable": not_applicable}


def _standing(*, left_out: bool, not_applicable: bool) -> Standing:
    if not left_out:
        return Standing.RATED
    return Standing.NOT_APPLICABLE if not_applicable else Standing.LEFT_OUT


def _level(document: Document, text: str) -> int:
    values = instrument(document).values
    found = next((value for value in values if str(value) == text.strip()), None)
    if found is None:
        raise Refused(
            message("{level} is not a level of this assessment.", level=text),
            message("Answer with a level from {low} to {high}.", low=values[0], high=values[-1]),
        )
    return found


def _text(text: str) -> str:
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_TEXT:
        raise Refused(
            message("A statement needs a text of at most {n} letters.", n=LONGEST_TEXT),
            message("Write what the room can say yes or no to."),
        )
    return words


def _free_key(taken: set[str], number: int) -> str:
    key = str(number)
    while key in taken:
        key = f"{key}+"
    return key


def _found(document: Document, uuid: str) -> StatementRow:
    for row in statements(document).rows:
        if row.uuid == uuid:
            return row
    raise Refused(message("This statement is no longer in the workshop."), message("Add it again, or undo."))
