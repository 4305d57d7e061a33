"""A large move worked out beforehand, beside the open workshop, so that writing it takes one short transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from roadmap_desktop.language import Words
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.store.apart import Key, Row, columns_of
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.ending import has_other_key


class Overtaken(Exception):
    """The workshop was changed since the move was worked out."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows that go and rows that come, by kind; ``stand`` is that of the document which it was worked out for."""

    stand: str
    gone: Mapping[str, list[str]] = field(default_factory=dict)
    put: Mapping[str, list[Row]] = field(default_factory=dict)


def prepared(stand: str, rows: Iterable[tuple[Key, Row | None]]) -> Prepared:
    """The move that makes these rows what they are to be; None where one goes.

    They are put in the order of their uuids, since that is written quickest.
    """
    gone: dict[str, list[str]] = {}
    put: dict[str, list[Row]] = {}
    for (kind, uuid), row in rows:
        if row is None:
            gone.setdefault(kind, []).append(uuid)
        else:
            put.setdefault(kind, []).append(row)
    for coming in put.values():
        coming.sort(key=_uuid)
    return Prepared(stand, gone, put)


def write(
    document: Document, move: Prepared, label: Words, *, origin: object | None = None, follows: bool = True
) -> None:
    """Writes it as one step, durable when it returns. Where it names all that goes, it need not follow references.

    Raises:
        Overtaken: the document stands elsewhere by now; nothing was written.
        FileTrouble: the file could not be written; it is as it was.
    """
    if document.stand != move.stand:
        raise Overtaken
    with document.change(label, origin=origin, follows=follows) as session:
        _put(session.connection(), move)


def _put(connection: Connection, move: Prepared) -> None:
    for table in reversed(fact_tables()):
        going = [(uuid,) for uuid in move.gone.get(table.name, ())]
        if has_other_key(table):  # a key that moves from one row to another is free before it is given anew
            going += [(row[0],) for row in move.put.get(table.name, ())]
        if going:
            connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE uuid = ?', going)
    for table in fact_tables():
        if rows := move.put.get(table.name):
            connection.exec_driver_sql(_putting(table.name), rows)


def _putting(kind: str) -> str:
    names = [f'"{name}"' for name in columns_of(kind)]
    renewed = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return (
        f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))}) '
        f"ON CONFLICT (uuid) DO UPDATE SET {renewed}"
    )


def _uuid(row: Row) -> str:
    uuid: str = row[0]
    return uuid
