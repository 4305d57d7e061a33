"""Writes what a merge has settled: into the open workshop as one step, or into a new file beside the copies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmap_desktop.language import Words, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.workshop import Ancestor
from roadmap_desktop.store.apart import Copy, Key, Row, columns_of
from roadmap_desktop.store.common import undo_in
from roadmap_desktop.store.copying import copy, name_durably
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Comparison, Settled
from roadmap_desktop.store.prepared import Prepared, prepared, write
from roadmap_desktop.store.trouble import FileTrouble

MOST_ANCESTORS = 5_000
"""The newest steps of another copy that are remembered as merged."""


def merging(workshop: str, comparison: Comparison, settled: Settled) -> Prepared:
    """The move that makes the first of the copies, which is an open workshop, what was settled.

    It also remembers which steps of the others are merged now, so that the same copy brings nothing twice and a
    conflict that was decided stays decided.
    """
    own, *others = comparison.copies
    rows: dict[Key, Row | None] = {}
    for (kind, uuid), row in settled.rows.items():
        for each in comparison.same_fact.get((kind, uuid), (uuid,)):
            if own.row((kind, each)) is not None and (row is None or each != uuid):
                rows[kind, each] = None
        if row is not None and own.row((kind, uuid)) != row:
            rows[kind, uuid] = row
    rows.update(_remembered(workshop, own, others))
    return prepared(own.trail[-1] if own.trail else "", rows.items())


def take_in(document: Document, comparison: Comparison, settled: Settled, label: Words) -> None:
    """Makes the open workshop, the first of the copies, what was settled: one step, which undo takes back.

    Raises:
        Overtaken: it was changed since the copies were compared.
        FileTrouble: the file could not be written; it is as it was.
    """
    write(document, merging(document.workshop_uuid, comparison, settled), label)


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


def _remembered(workshop: str, own: Copy, others: list[Copy]) -> Iterator[tuple[Key, Row]]:
    new: dict[str, int] = {}
    for other in others:
        steps = [*other.taken_in.items(), *((uuid, place) for place, uuid in enumerate(other.trail, 1))]
        new.update((uuid, place) for uuid, place in steps[-MOST_ANCESTORS:] if uuid not in own.places)
        if undo := undo_in(other, own):
            new[undo] = len(other.trail)
    kind = Ancestor.__tablename__
    for content, step in new.items():
        key = kind, natural_uuid(workshop, kind, content)
        if own.row(key) is None:
            values = {"uuid": key[1], "content": content, "step": step, "workshop": workshop}
            yield key, tuple(values[name] for name in columns_of(kind))
