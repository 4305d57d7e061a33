"""Disks that are full and folders that may only be read: a move is refused in words, and nothing saved is lost."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.show import SHOWN, envelope
from roadmap_desktop.language import message
from roadmap_desktop.model.workshop import ParkedItem
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble
from tests.faults.forked import in_batches
from tests.faults.reading import ENGLISH
from tests.faults.table import Tried
from tests.faults.workshops import noon, sample, small_workshop

NOBODY = 65534
ROUNDS = 12


def full_disk(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: a disk of one megabyte, or where that may not be made, a limit on the file's size."""
    with _small_disk(folder) as (place, limit):
        note = "a file system of 1 MB" if limit is None else "a limit on the size of the file"
        cases = [f"{seed}.{at}" for at in range(ROUNDS)]
        found = in_batches(cases, lambda case: _filled(place / f"{case}.roadmap", limit), str, size=1)
    return [Tried("a disk that fills up", ROUNDS, "notes lost or not refused", tuple(found), 10, note)]


def read_only_place(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table: a folder and a file that may not be written."""
    what, fault = "a file in a place that may only be read", "not read, or written"
    if os.name != "posix":
        return [Tried(what, 0, fault, skipped="rights of this kind are POSIX's")]
    folder.chmod(0o755)
    for parent in folder.parents[:1]:
        parent.chmod(0o755)
    document = sample(folder / "a.roadmap")
    envelope(document, SHOWN, ENGLISH)  # loads all that nobody may not read any more
    document.close()
    (folder / "a.roadmap").chmod(0o444)
    folder.chmod(0o555)
    try:
        found = in_batches(["folder", "file"], lambda _: _as_nobody(folder / "a.roadmap"), str, size=1)
    finally:
        folder.chmod(0o755)
    return [Tried(what, 2, fault, tuple(found), 2)]


@contextmanager
def _small_disk(folder: Path) -> Iterator[tuple[Path, int | None]]:
    """A folder on a disk of its own and None; where none can be made, any folder and the bytes a file may have."""
    place = folder / "disk"
    place.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(call, capture_output=True).returncode:
        yield place, 900 * 1024
        return
    try:
        yield place, None
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _filled(path: Path, limit: int | None) -> str:
    """What is wrong with how a file grew until the disk was full; empty where nothing is."""
    document = small_workshop(path)
    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    kept: list[str] = []
    trouble = _parked_until_refused(document, kept)
    if not isinstance(trouble, FileTrouble):
        return f"refused with {trouble!r} after {len(kept)}"
    if not isinstance(_refused(lambda: _park(document, "x" * 200_000)), FileTrouble):
        return "the next move was not refused"
    here = _notes(document)
    document.undo_label  # noqa: B018  the history can be read
    document.close()
    again = Document.open(path, noon, read_only=True)
    again.check()
    there = _notes(again)
    again.close()
    path.unlink()
    return "" if kept and here == there == sorted(kept) else f"{len(kept)} kept, {len(here)} here, {len(there)} there"


def _parked_until_refused(document: Document, kept: list[str]) -> Exception | None:
    for number in range(400):
        text = f"{number} " + "x" * 3_000
        trouble = _refused(lambda text=text: _park(document, text))  # type: ignore[misc]
        if trouble is not None:
            return trouble
        kept.append(text)
    return None


def _park(document: Document, text: str) -> None:
    with document.change(message("Parked")) as session:
        session.add(ParkedItem(text=text))


def _refused(move: Callable[[], None]) -> Exception | None:
    try:
        move()
    except Exception as error:
        return error
    return None


def _notes(document: Document) -> list[str]:
    return sorted(row.text for row in document.rows(select(ParkedItem.text)))


def _as_nobody(path: Path) -> str:
    """What is wrong with how somebody without rights reads the file; empty where nothing is."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    document = Document.open(path, noon)
    envelope(document, SHOWN, ENGLISH)
    trouble = _refused(lambda: _park(document, "x"))
    document.close()
    if not isinstance(trouble, FileTrouble):
        return f"a move was answered with {trouble!r}"
    return "" if (path.read_bytes(), path.stat().st_mtime_ns) == before else "it was written"
