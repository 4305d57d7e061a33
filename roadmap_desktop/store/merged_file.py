"""Writes what a merge has settled: into the open workshop as one step, or into a new file beside the copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.workshop import Ancestor
from roadmap_desktop.store.apart import Copy, Row, columns_of, tables
from roadmap_desktop.store.copying import copy, name_durably
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Comparison, Settled
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.store.twins import once_only

MOST_ANCESTORS = 5_000
"""The newest steps of another copy that are remembered as merged."""


def take_in(
    document: Document, comparison: Comparison, settled: Settled, label: Words, *, origin: object | None = None
) -> None:
    """Makes the open workshop, the first of the copies, what was settled: one step, which undo takes back.

    It also remembers which steps of the others are merged now, so that the same copy brings nothing twice and a
    conflict that was decided stays decided.

    Raises:
        FileTrouble: the file could not be written; it is as it was.
    """
    own, *others = comparison.copies
    with document.change(label, origin=origin) as session:
        connection = session.connection()
        _write(connection, own, comparison, settled)
        _remember(connection, document.workshop_uuid, own, others)


@contextmanager
def new_file(file: Path, to: Path) -> Iterator[Document]:
    """A copy of the file to merge into, open beside its place; it gets the name when the block ends without an error.

    It has the history of the file it is a copy of, and the merge as its newest step. The facts in it do not depend on
    which of the copies that is.

    Raises:
        FileTrouble: there is a file of that name already, it can't be written there, or a file can't be read. Nothing
            is left behind.
    """
    with _claimed(to):
        beside = to.with_name(f".{to.name}.new")
        try:
            copy(file, beside)
            document = Document.open(beside)
            try:
                yield document
                document.check()
            finally:
                document.close()
            name_durably(beside, to)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def _claimed(to: Path) -> Iterator[None]:
    """Takes the name by an empty file, so that no other program's file is ever replaced; gives it back on an error.

    An empty file is what a merge leaves that was killed: nothing is lost where it is used again.
    """
    try:
        to.touch(exist_ok=to.exists() and not to.stat().st_size)
    except FileExistsError as error:
        raise FileTrouble(
            message("There is already a file named {name}.", name=to.name),
            message("Nothing was changed."),
            message("Choose another name for the merged workshop."),
        ) from error
    except OSError as error:
        raise FileTrouble(
            message("{name} can't be written in this folder.", name=to.name),
            message("Nothing was changed."),
            message("Choose a folder of your own."),
        ) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            to.unlink()
        raise


def _write(connection: Connection, own: Copy, comparison: Comparison, settled: Settled) -> None:
    put: defaultdict[str, list[Row]] = defaultdict(list)
    gone: defaultdict[str, list[tuple[str]]] = defaultdict(list)
    for (kind, uuid), row in settled.rows.items():
        for each in comparison.same_fact.get((kind, uuid), (uuid,)):
            if own.row((kind, each)) is not None and (row is None or each != uuid):
                gone[kind].append((each,))
        if row is not None and own.row((kind, uuid)) != row:
            put[kind].append(row)
            if once_only(kind):  # a key that moves from one row to another is free before it is given anew
                gone[kind].append((uuid,))
    for kind in reversed(tuple(tables())):
        if gone[kind]:
            connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE uuid = ?', gone[kind])
    for kind in tables():
        if put[kind]:
            connection.exec_driver_sql(_put(kind), put[kind])


def _put(kind: str) -> str:
    names = [f'"{name}"' for name in columns_of(kind)]
    renewed = ", ".join(f"{name} = excluded.{name}" for name in names)
    return (
        f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))}) '
        f"ON CONFLICT (uuid) DO UPDATE SET {renewed}"
    )


def _remember(connection: Connection, workshop: str, own: Copy, others: list[Copy]) -> None:
    new: dict[str, int] = {}
    for other in others:
        steps = [*other.taken_in.items(), *((uuid, place) for place, uuid in enumerate(other.trail, 1))]
        new.update((uuid, place) for uuid, place in steps[-MOST_ANCESTORS:] if uuid not in own.places)
    kind = Ancestor.__tablename__
    rows: list[dict[str, Any]] = [
        {"uuid": natural_uuid(workshop, kind, uuid), "content": uuid, "step": place, "workshop": workshop}
        for uuid, place in new.items()
    ]
    if rows:
        sql = f"INSERT INTO {kind} (uuid, content, step, workshop) VALUES (:uuid, :content, :step, :workshop)"
        connection.exec_driver_sql(f"{sql} ON CONFLICT (uuid) DO NOTHING", rows)
