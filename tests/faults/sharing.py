"""Two hands on one file: one writes, the other reads; what is put in the file's place is left alone."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from tests.faults.forked import Child, fork, in_batches
from tests.faults.killing import Expected, answer, begun_and_saved, ratings, write_moves
from tests.faults.table import Tried
from tests.faults.workshops import noon, small_workshop

ROUNDS = 15


def two_processes(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: a second process beside a writer, and after the writer was killed."""
    path = folder / "shared.roadmap"
    small_workshop(path).close()
    found: list[str] = []
    expected = Expected(ratings(path))
    for turn in range(ROUNDS):
        writer = fork(lambda say, turn=turn: write_moves(path, Random(f"{seed}.{turn}"), say))  # type: ignore[misc]
        writer.line()
        beside = [_said(fork(lambda say: say(json.dumps(_tried_to_write(path))))) for _ in range(2)]
        found += [f"round {turn}: beside a writer: {each}" for each in beside if each != "refused"]
        writer.kill()
        saved, begun = begun_and_saved(writer.rest())
        writer.ended()
        for move in saved:
            expected = expected.after(move)
        after = _said(fork(lambda say: say(json.dumps(_tried_to_write(path, undo=True)))))
        if after != "written":
            found.append(f"round {turn}: the lock of a killed writer: {after}")
        here = ratings(path)
        if begun and here == expected.after(begun).ratings:
            expected = expected.after(begun)
        elif here != expected.ratings:
            found.append(f"round {turn}: answers lost beside a reader")
            expected = Expected(here)
        which, level = next(iter(here.items()))
        expected = expected.after(("answer", which, (level + 1) % 5)).after(("undo", "", None))
    what = "a second process beside a writer, and after its end"
    return [Tried(what, ROUNDS * 3, "written by two, or locked out", tuple(found), 40)]


def replaced_under_the_window(_seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: the open file is replaced, taken away, or written by another program."""
    ways = ("replaced", "gone", "written")
    found = in_batches(ways, lambda way: _while_open(way, folder), str)
    return [Tried("the file replaced, gone, written while open", 3, "others' files written", tuple(found), 3)]


def _said(child: Child) -> str:
    said = child.rest()
    status = child.ended()
    return str(json.loads(said[-1].removeprefix("broke "))) if said else f"ended with {status}"


def _tried_to_write(path: Path, *, undo: bool = False) -> str:
    """What came of an answer; where asked and it was taken, it is taken back."""
    with closing(Document.open(path, noon)) as document:
        which = next(iter(ratings(path)))
        level = ratings(path)[which]
        try:
            answer(document, which, "", "", (level + 1) % 5)
        except FileTrouble:
            return "refused" if document.read_only else "refused, though open for writing"
        if undo:
            document.undo()
        return "written"


def _while_open(way: str, folder: Path) -> str:
    path, other = folder / f"{way}.roadmap", folder / f"other {way}.roadmap"
    small_workshop(path).close()
    shutil.copy(path, other)
    document = Document.open(path, noon)
    which, level = next(iter(ratings(path).items()))
    answer(document, which, "", "", (level + 1) % 5)
    if way == "written":
        return _written_by_another(document, path, which)
    before = other.read_bytes()
    other.replace(path) if way == "replaced" else path.unlink()
    try:
        answer(document, which, "", "", (level + 2) % 5)
    except FileTrouble:
        pass
    else:
        return "an answer was taken that went nowhere"
    if way == "replaced" and path.read_bytes() != before:
        return "the file put in its place was written"
    document.save_copy(folder / f"saved {way}.roadmap")
    kept = ratings(folder / f"saved {way}.roadmap")[which]
    document.close()
    return "" if kept == (level + 1) % 5 else "the copy saved elsewhere lacks the last answer"


def _written_by_another(document: Document, path: Path, which: str) -> str:
    with closing(sqlite3.connect(path)) as another:
        another.execute("UPDATE participant SET name = 'Somebody'")
        another.commit()
    if not document.notice_others():
        return "another program's writing was not noticed"
    level = ratings(path)[which]
    answer(document, which, "", "", (level + 1) % 5)
    document.close()
    return "" if ratings(path)[which] == (level + 1) % 5 else "the answer after it was lost"
