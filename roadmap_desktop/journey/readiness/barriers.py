"""Barriers: statements the room chose to act on, each with an action, an owner, a due date and a length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update

from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.readiness.instrument import StatementEntry, instrument
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.typed import check_length
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.model.readiness import Barrier, Dimension, Statement
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.length import parse
from roadmap_desktop.store.document import Document

KINDS = ("barrier", "statement", "dimension", "wording")
"""The kinds of facts that the list shows."""


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """A barrier with the statement it came from; the length as rules.length reads it."""

    uuid: str
    statement: str
    number: int
    text: Words
    dimension: Words
    action: str
    owner: str
    due: date | None
    length: str


@dataclass(frozen=True, slots=True)
class BarriersPicture:
    """The barriers by the number of their statement."""

    rows: tuple[BarrierRow, ...]

    @property
    def ownerless(self) -> int:
        """How many have no owner yet."""
        return sum(not row.owner for row in self.rows)


def barriers(document: Document) -> BarriersPicture:
    """The barriers the room picked."""
    with document.read():
        query = (
            select(
                *(Barrier.uuid, Barrier.statement, Barrier.action, Barrier.owner, Barrier.due, Barrier.length),
                *(Statement.number, Statement.text, Statement.key),
                *(Dimension.key.label("dimension_key"), Dimension.name.label("dimension_name")),
            )
            .join(Statement, Barrier.statement == Statement.uuid)
            .join(Dimension, Statement.dimension == Dimension.uuid)
            .order_by(Statement.number, Barrier.uuid)
        )
        rows = tuple(
            BarrierRow(
                uuid=row.uuid,
                statement=row.statement,
                number=row.number,
                text=worded(document, row.text, f"statement.{row.key}.text"),
                dimension=worded(document, row.dimension_name, f"dimension.{row.dimension_key}.name"),
                action=row.action,
                owner=row.owner,
                due=row.due,
                length=row.length,
            )
            for row in document.rows(query)
        )
        return BarriersPicture(rows)


def make_barrier(
    document: Document, statements: Sequence[str], *, action: str = "", origin: object | None = None
) -> tuple[str, ...]:
    """Makes a barrier of each statement and gives their uuids; without an action each takes its statement's words.

    Raises:
        Refused: a statement is not rated here, or is a barrier already.
    """
    with document.read():
        entries = [_entry(document, each) for each in statements]
        language = Language(document.rows(select(Workshop.language))[0][0])
        taken = {row.statement for row in document.rows(select(Barrier.statement))}
    for entry in entries:
        if entry.uuid in taken:
            raise Refused(
                message("Statement {number} is a barrier already.", number=entry.number),
                message("Its action and owner are under Barriers."),
            )
    label = message("Made statement {number} a barrier", number=entries[0].number)
    if len(entries) > 1:
        label = plural("Made {n} statement a barrier", "Made {n} statements barriers", len(entries))
    made = [
        Barrier(uuid=new_uuid(), statement=each.uuid, action=action.strip() or language.say(each.text))
        for each in entries
    ]
    with document.change(label, origin=origin) as session:
        session.add_all(made)
    return tuple(each.uuid for each in made)


def edit_barrier(
    document: Document,
    barrier: str,
    *,
    action: str | None = None,
    owner: str | None = None,
    due: date | str | None = None,
    length: str | None = None,
    origin: object | None = None,
) -> None:
    """Changes what is given of a barrier; an empty text takes owner or due date away.

    Raises:
        Refused: the action would be empty, the length can't be read, or the barrier is gone.
    """
    number = _number(document, barrier)
    given = {"action": action, "owner": owner, "due": due, "length": length}
    values: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in given.items() if value is not None
    }
    _check(values)
    if "due" in values:
        values["due"] = values["due"] or None
    if "length" in values:
        values["length"] = parse(values["length"]).written()
    label = message("Changed the barrier on statement {number}", number=number)
    with document.change(label, origin=origin, fold=f"barrier:{barrier}:{','.join(values)}") as session:
        session.execute(update(Barrier).where(Barrier.uuid == barrier).values(**values))


def remove_barrier(document: Document, barriers: Sequence[str], *, origin: object | None = None) -> None:
    """Removes barriers; the tasks that came from them stay on the roadmap, as orphaned.

    Raises:
        Refused: a barrier is gone already.
    """
    numbers = [_number(document, each) for each in barriers]
    label = message("Removed the barrier on statement {number}", number=numbers[0])
    if len(numbers) > 1:
        label = plural("Removed {n} barrier", "Removed {n} barriers", len(numbers))
    with change_keeping_tasks(document, label, origin=origin) as session:
        session.execute(delete(Barrier).where(Barrier.uuid.in_(barriers)))


def _entry(document: Document, statement: str) -> StatementEntry:
    entry = instrument(document).statement(statement)
    if entry is None:
        raise Refused(
            message("This statement is no longer rated in this workshop."), message("Choose another statement.")
        )
    return entry


def _number(document: Document, barrier: str) -> int:
    query = select(Statement.number).join(Barrier, Barrier.statement == Statement.uuid)
    rows = document.rows(query.where(Barrier.uuid == barrier))
    if not rows:
        raise Refused(message("This barrier was removed."), message("Undo brings it back."))
    return rows[0][0]


def _check(values: dict[str, Any]) -> None:
    if values.get("action") == "":
        raise Refused(message("A barrier needs an action."), message("Say what will be done."), field="action")
    if "length" in values:
        check_length(values["length"])
