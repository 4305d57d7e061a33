"""Rating: an answer is given, changed or taken back; hands are counted; a new round begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.readiness.instrument import StatementEntry, instrument
from roadmap_desktop.journey.readiness.raters import present_round, rater_name
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.readiness import Answer, Way
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_HANDS = 9_999
"""More hands than this on one level are a slip of the keyboard."""
LONGEST_NOTE = 2_000

Given = int | Answer
"""What can be answered: the number of a level, or an answer that is no level."""


def rate_statement(
    document: Document, statement: str, who: Who, answer: Given | None, *, size: int = 1, origin: object | None = None
) -> None:
    """Gives a person's or a table's answer to a statement in the present round, or takes it back (None).

    ``size`` is for how many people a table speaks; 1 lets it count as one answer.

    Raises:
        Refused: there is no such statement, level, person or table.
    """
    assert who.kind is not VoiceKind.ROOM, "hands are counted, see count_hands"
    with document.read():
        entry = _entry(document, statement)
        _check_answer(document, answer)
        _check_size(size)
        name, present = rater_name(document, who), present_round(document)
    uuid = natural_uuid(document.workshop_uuid, "rating", statement, present, who.uuid)
    label = message("Rated statement {number}, {who}", number=entry.number, who=name)
    if answer is None:
        label = message("Took back the rating of statement {number}, {who}", number=entry.number, who=name)
    with document.change(label, origin=origin) as session:
        if answer is None:
            session.execute(delete(Rating).where(Rating.uuid == uuid))
        else:
            person = who.kind is VoiceKind.PERSON
            row = _row(document, entry, present, Way.PAPER if person else Way.TABLE, answer)
            row |= {"participant": who.uuid} if person else {"table": who.uuid, "count": size}
            _put(session, {"uuid": uuid, **row})


def note_on(document: Document, statement: str, who: Who, text: str, *, origin: object | None = None) -> None:
    """Keeps what a person or a table says of its answer in the present round; an empty text takes it away.

    Raises:
        Refused: the statement is not answered yet.
    """
    with document.read():
        entry, name, present = _entry(document, statement), rater_name(document, who), present_round(document)
    uuid = natural_uuid(document.workshop_uuid, "rating", statement, present, who.uuid)
    found = document.rows(select(Rating.note).where(Rating.uuid == uuid))
    typed = " ".join(text.split())[:LONGEST_NOTE]
    if not found and typed:
        raise Refused(
            message("Statement {number} has no answer yet.", number=entry.number),
            message("Answer it first; the note is kept with the answer."),
        )
    if not found or found[0].note == typed:
        return
    label = message("Noted on statement {number}, {who}", number=entry.number, who=name)
    with document.change(label, origin=origin, fold=f"note:{uuid}") as session:
        session.execute(update(Rating).where(Rating.uuid == uuid).values(note=typed))


def count_hands(
    document: Document, statement: str, counts: Mapping[Given, int], *, origin: object | None = None
) -> None:
    """Keeps how many hands went up for each level (and for don't know); it replaces the count before.

    Raises:
        Refused: a count is below zero or beyond belief, or a level is none of the instrument's.
    """
    with document.read():
        entry = _entry(document, statement)
        for answer, hands in counts.items():
            _check_answer(document, answer)
            _check_hands(hands)
        present = present_round(document)
    key = (document.workshop_uuid, "rating", statement, present, Way.HANDS.value)
    with document.change(message("Counted hands on statement {number}", number=entry.number), origin=origin) as session:
        kept = []
        for answer, hands in counts.items():
            if hands:
                kept.append(natural_uuid(*key, answer))
                row = _row(document, entry, present, Way.HANDS, answer)
                _put(session, {"uuid": kept[-1], **row, "count": hands})
        before = (Rating.statement == statement, Rating.round == present, Rating.way == Way.HANDS.value)
        session.execute(delete(Rating).where(*before, Rating.uuid.not_in(kept)))


def count_hands_for(document: Document, statement: str, answer: Given, hands: int) -> None:
    """Keeps how many hands went up for one level (or for don't know); those counted for the others stay.

    Raises:
        Refused: as ``count_hands`` does.
    """
    query = select(Rating.answer, Rating.level, Rating.__table__.c["count"].label("hands"))
    counted = document.rows(
        query.where(
            Rating.statement == statement, Rating.round == present_round(document), Rating.way == Way.HANDS.value
        )
    )
    before: dict[Given, int] = {
        Answer(row.answer) if row.level is None else int(row.level): row.hands for row in counted
    }
    count_hands(document, statement, {**before, answer: hands})


def size_table(document: Document, table: str, size: int, *, origin: object | None = None) -> None:
    """Says for how many people a table speaks, in all it has answered in this round; 1: it counts as one answer."""
    _check_size(size)
    name, present = rater_name(document, Who(VoiceKind.TABLE, table)), present_round(document)
    label = plural("{table} counts as {n} answer", "{table} counts as {n} answers", size, table=name)
    with document.change(label, origin=origin, fold=f"table size:{table}") as session:
        session.execute(update(Rating).where(Rating.table == table, Rating.round == present).values(count=size))


def may_begin_round(document: Document) -> bool:
    """Whether something is rated in the present round, so that the next one can begin."""
    return count(document, Rating, Rating.round == present_round(document)) > 0


def begin_round(document: Document) -> int:
    """Begins the next round, after discussion; what was rated before is kept beside it. Gives its number.

    Raises:
        Refused: in the present round nothing is rated yet.
    """
    present = present_round(document)
    if not may_begin_round(document):
        raise Refused(
            message("Round {round} has no answer yet.", round=present),
            message("Rate at least one statement before the next round begins."),
        )
    with document.change(message("Began round {round}", round=present + 1)) as session:
        session.execute(update(Workshop).values(rating_round=present + 1))
    return present + 1


def _row(document: Document, entry: StatementEntry, present: int, way: Way, answer: Given) -> dict[str, Any]:
    kind = answer if isinstance(answer, Answer) else Answer.LEVEL
    level = None if isinstance(answer, Answer) else answer
    return {
        "statement": entry.uuid,
        "round": present,
        "way": way.value,
        "answer": kind.value,
        "level": level,
        "count": 1,
        "note": "",
        "at": document.now(),
    }


def _put(session: Session, row: dict[str, Any]) -> None:
    """Writes a rating whether it is new or there already; its note stays."""
    made = insert(Rating).values(row)
    renewed = {name: made.excluded[name] for name in ("way", "answer", "level", "count", "at")}
    session.execute(made.on_conflict_do_update(index_elements=["uuid"], set_=renewed))


def _entry(document: Document, statement: str) -> StatementEntry:
    entry = instrument(document).statement(statement)
    if entry is None:
        raise Refused(
            message("This statement is no longer rated in this workshop."), message("Choose another statement.")
        )
    return entry


def _check_answer(document: Document, answer: Given | None) -> None:
    values = instrument(document).values
    if isinstance(answer, Answer) or answer is None or answer in values:
        return
    raise Refused(
        message("{level} is not a level of this assessment.", level=answer),
        _levels_remedy(values),
    )


def _levels_remedy(values: tuple[int, ...]) -> Words:
    return message("Answer with a level from {low} to {high}.", low=values[0], high=values[-1])


def _check_size(size: int) -> None:
    if not 1 <= size <= MOST_HANDS:
        raise Refused(
            message("A table speaks for at least one person."), message("Give the number of people."), field="size"
        )


def _check_hands(hands: int) -> None:
    if not 0 <= hands <= MOST_HANDS:
        raise Refused(
            message("{hands} hands can't be right.", hands=hands), message("Count them once more."), field="hands"
        )
