"""Earlier copies of the workshop: when and why each was taken, what differs from now, and the way back to one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmap_desktop.journey.differing import StageDifference, by_stage
from roadmap_desktop.language import Words, message
from roadmap_desktop.store.copying import looked_at
from roadmap_desktop.store.difference import differences
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.prepared import Prepared
from roadmap_desktop.store.returning import take_way_back, way_back
from roadmap_desktop.store.snapshots import Reason, Snapshot, snapshots

_WHY: dict[Reason, Words] = {
    Reason.OPENING: message("when the workshop was opened"),
    Reason.WORKING: message("while you worked"),
    Reason.MIGRATING: message("before a newer version of the program changed the file"),
    Reason.MERGING: message("before another copy was merged"),
    Reason.IMPORTING: message("before something was imported"),
}


@dataclass(frozen=True, slots=True)
class EarlierCopy:
    """A copy in words; its uuid is its file's name."""

    uuid: str
    snapshot: Snapshot
    when: Words
    why: Words
    size: Words

    @property
    def path(self) -> Path:
        """The file of the copy."""
        return self.snapshot.path

    @property
    def name(self) -> Words:
        """What the copy is called in a sentence."""
        return message("the copy of {when}", when=self.when)


def earlier_copies(document: Document) -> tuple[EarlierCopy, ...]:
    """The copies of the open workshop, the newest first."""
    return tuple(in_words(each, document.now()) for each in snapshots(document.workshop_uuid))


def in_words(snapshot: Snapshot, now: datetime) -> EarlierCopy:
    """The copy as it is told at that time."""
    return EarlierCopy(
        snapshot.path.name,
        snapshot,
        _when(snapshot.taken_at, now),
        _WHY[snapshot.reason],
        message("{size:.1} MB", size=max(snapshot.size / 1e6, 0.1)),
    )


def differing_from_now(
    path: Path, copy: EarlierCopy, reached: Callable[[int, int], None]
) -> tuple[StageDifference, ...]:
    """What differs between the workshop's file as it is now and the copy, by stage; for a worker's thread.

    The present is copied into memory first, so that nobody waits while the two are compared.

    Raises:
        FileTrouble: the copy can't be read.
    """
    reached(0, 3)
    with closing(sqlite3.connect(":memory:")) as present:
        with closing(looked_at(path)) as source:
            source.backup(present, pages=256, sleep=0.005)
        reached(1, 3)
        then = Document.open(copy.path, read_only=True)
        try:
            with then.read() as reading:
                driver = reading.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                reached(2, 3)
                return by_stage(differences(present, driver))
        finally:
            then.close()


def go_back_to(document: Document, copy: EarlierCopy, way: Prepared | None = None) -> None:
    """Makes all facts those of the copy, in one move that undo takes back.

    The way may have been worked out before (see ``store.returning.way_back``); where the workshop was changed since, it
    is worked out again.

    Raises:
        FileTrouble: the copy can't be read, or the workshop can't be changed.
    """
    label = message("Went back to the copy of {when}", when=copy.when)
    if way is None or way.stand != document.stand:
        way = way_back(document, copy.path)
    take_way_back(document, way, label)


def _when(at: datetime, now: datetime) -> Words:
    if at.date() == now.date():
        return message("{time}", time=at)
    if at.year == now.year:
        return message("{day:short}, {time}", day=at.date(), time=at)
    return message("{day}, {time}", day=at.date(), time=at)
