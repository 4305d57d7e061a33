"""A process killed while it brings an old file up, keeps an earlier copy, or merges: what was there stays whole."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from sqlalchemy import select

from roadmap_desktop.journey.merging.moves import merge_files
from roadmap_desktop.language import message
from roadmap_desktop.model.people import School
from roadmap_desktop.store import snapshots
from roadmap_desktop.store.document import Document
from tests.faults.forked import fork
from tests.faults.table import Tried
from tests.faults.workshops import noon, sample, small_workshop

KILLS = 40
OLD = Path(__file__).parents[1] / "files" / "versions" / "v1.roadmap"
Say = Callable[[str], None]


def migration_killed(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table for opening a file of version 1."""
    path = folder / "old.roadmap"
    whole = folder / "whole.roadmap"
    shutil.copy(OLD, whole)
    facts = _all(whole)

    def open_it(_: Say) -> None:
        Document.open(path, noon).close()

    def judge(_: list[str]) -> str:
        return "" if _all(path) == facts else "not all of the file is there"

    def prepare() -> None:
        shutil.copy(OLD, path)

    return [_killed("brought up from version 1", "files not whole", seed, prepare, open_it, judge)]


def copying_killed(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table for keeping an earlier copy."""
    path = folder / "sample.roadmap"
    document = sample(path)
    workshop = document.workshop_uuid
    document.close()

    def keep(say: Say) -> None:
        for _ in range(50):
            kept = snapshots.keep_file(path, snapshots.Reason.MIGRATING, noon())
            say(str(kept.path))

    def judge(said: list[str]) -> str:
        kept = snapshots.snapshots(workshop)
        damaged = [each.path.name for each in kept if not snapshots.sound(each)]
        lost = [each for each in said if not Path(each).exists()]
        return "; ".join(filter(None, (damaged and f"damaged: {damaged}", lost and f"lost: {lost}")))

    return [_killed("an earlier copy kept", "copies lost or damaged", seed, lambda: None, keep, judge)]


def merging_killed(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table for a merge into a new file."""
    one, other, to = (folder / f"{name}.roadmap" for name in ("one", "other", "merged"))
    small_workshop(one).close()
    shutil.copy(one, other)
    for path, name in ((one, "Here"), (other, "There")):
        with closing(Document.open(path, noon)) as document, document.change(message("Added")) as session:
            session.add(School(name=name))
    before = (one.read_bytes(), other.read_bytes())

    def merge(_: Say) -> None:
        merge_files(one, [other], to)

    def judge(_: list[str]) -> str:
        if (one.read_bytes(), other.read_bytes()) != before:
            return "a copy was written"
        if not to.exists() or not to.stat().st_size:
            merge_files(one, [other], to)  # what the killed one left is not in the way
        names = {name for kind, rows in _all(to).items() if kind == "school" for name in rows}
        return "" if {"Here", "There"} <= names else "the merged file lacks answers"

    return [_killed("a merge into a new file", "files lost", seed, lambda: to.unlink(missing_ok=True), merge, judge)]


def _killed(
    what: str,
    fault: str,
    seed: int,
    prepare: Callable[[], None],
    work: Callable[[Say], None],
    judge: Callable[[list[str]], str],
) -> Tried:
    """Runs the work in a child that is killed at a random moment of it, and judges what is there."""
    chance = Random(seed)
    prepare()
    begun = time.monotonic()
    child = fork(work)
    child.rest()
    child.ended()
    long = min(time.monotonic() - begun, 1.0)
    found, cut = [], 0
    for kill in range(KILLS):
        prepare()
        child = fork(work)
        time.sleep(chance.random() * long)
        child.kill()
        said = child.rest()
        cut += child.ended() < 0
        try:
            text = judge(said)
        except Exception as error:
            text = repr(error)
        found += [f"kill {kill}, seed {seed}: {text}"] if text else []
    return Tried(f"killed (-9): {what}", KILLS, fault, tuple(found), KILLS, f"{cut} in the middle of it")


def _all(path: Path) -> dict[str, list[str]]:
    """The names and ids of the file as the program reads it, once every page of it was."""
    with closing(Document.open(path, noon)) as document:
        document.check()
        rows = document.rows(select(School.name, School.uuid).order_by(School.uuid))
        label = document.undo_label
        return {"school": [name for name, _ in rows], "uuid": [uuid for _, uuid in rows], "undo": [str(label)]}
