"""Losing power: what was written but not yet safe on the disk may be gone; what was acknowledged may not.

The writer is recorded with strace. Then the power fails after each of its calls in turn: of what was not synced,
nothing, everything or any part is on the disk, and the file that would be found there is opened.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import which
from tempfile import TemporaryDirectory

from tests.faults.forked import in_batches
from tests.faults.killing import Expected, begun_and_saved, ratings, write_moves
from tests.faults.table import Tried
from tests.faults.workshops import small_workshop

MOVES = 14
CALLS = "openat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Event:
    """One thing the writer did to the disk: made, write, cut, sync, unlink, rename; or what it said."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""
    to: str = ""


@dataclass
class Disk:
    """What is safe on the disk, and what is still on its way, in order."""

    files: dict[str, bytes]
    pending: list[Event] = field(default_factory=list)

    def happens(self, event: Event) -> None:
        """A call of the writer; a sync makes what was on its way to that file or folder safe."""
        if event.kind != "sync":
            self.pending.append(event)
            return
        safe = [each for each in self.pending if _belongs(each, event.path)]
        self.pending = [each for each in self.pending if not _belongs(each, event.path)]
        for each in safe:
            _apply(self.files, each)

    def after_power_failed(self, chance: Random, share: float) -> dict[str, bytes]:
        """What is found: all that is safe, and of what was on its way so much, any part."""
        files = dict(self.files)
        for each in self.pending:
            if chance.random() < share:
                _apply(files, each)
        return files


def _belongs(event: Event, synced: str) -> bool:
    """Whether syncing that path makes the event safe: of a file its content, of a folder its names."""
    if event.kind in ("write", "cut"):
        return event.path == synced
    return str(Path(event.path).parent) == synced


def _apply(files: dict[str, bytes], event: Event) -> None:
    content = files.get(event.path)
    if event.kind == "made":
        files.setdefault(event.path, b"")
    elif event.kind == "unlink":
        files.pop(event.path, None)
    elif event.kind == "rename" and content is not None:
        files[event.to] = files.pop(event.path)
    elif event.kind == "write":
        before = (content or b"").ljust(event.at, b"\0")
        files[event.path] = before[: event.at] + event.data + before[event.at + len(event.data) :]
    elif event.kind == "cut":
        files[event.path] = (content or b"")[: event.at].ljust(event.at, b"\0")


def power_lost(seed: int, folder: Path) -> list[Tried]:
    """The lines of the table."""
    what, fault = "power lost after any call, un-synced writes dropped", "acknowledged moves lost"
    if which("strace") is None:
        return [Tried(what, 0, fault, skipped="strace is not installed here")]
    path = folder / "power.roadmap"
    small_workshop(path).close()
    first = path.read_bytes()
    before = ratings(path)
    events = recorded(path, seed, folder / "trace")
    if not any(each.kind == "said" for each in events):
        return [Tried(what, 0, fault, skipped="strace may not trace here")]
    cases = [(at, share) for at in range(len(events)) if events[at].kind != "said" for share in (0.0, 0.5, 1.0)]
    found = in_batches(cases, lambda case: judged(path, first, events[: case[0] + 1], before, case), str, size=100)
    note = f"{MOVES} moves of {len(events)} calls; of what was not synced nothing, half or all is kept"
    return [Tried(what, len(cases), fault, tuple(found), 200, note)]


def judged(path: Path, first: bytes, events: list[Event], before: dict[str, int], case: tuple[int, float]) -> str:
    """What is wrong with the file that is found after these events; empty where nothing is."""
    disk = Disk({str(path): first})
    for event in events:
        if event.kind != "said":
            disk.happens(event)
    saved, begun = begun_and_saved("".join(each.data.decode() for each in events if each.kind == "said").splitlines())
    expected = Expected(dict(before))
    for move in saved:
        expected = expected.after(move)
    allowed = [expected.ratings, *([] if begun is None else [expected.after(begun).ratings])]
    with TemporaryDirectory(dir=_memory()) as place:
        here = Path(place) / path.name
        for name, content in disk.after_power_failed(Random(str(case)), case[1]).items():
            (Path(place) / Path(name).name).write_bytes(content)
        found = _opened(here)
    if isinstance(found, str):
        return found
    return "" if found in allowed else f"{sorted(set(found.items()) ^ set(expected.ratings.items()))[:4]}"


def _opened(path: Path) -> dict[str, int] | str:
    from roadmap_desktop.store.document import Document
    from roadmap_desktop.store.trouble import FileTrouble

    try:
        document = Document.open(path)
        document.check()
        document.close()
    except FileTrouble as trouble:
        return f"not opened: {trouble}"
    return ratings(path)


def _memory() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def recorded(path: Path, seed: int, trace: Path) -> list[Event]:
    """What a writer did to the disk and said, in order."""
    call = ["strace", "-y", "-xx", "-s", "100000", "-e", f"trace={CALLS}", "-o", str(trace)]
    writer = [sys.executable, "-m", "tests.faults.power", str(path), str(seed)]
    subprocess.run([*call, *writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return list(events_of(trace.read_text().splitlines(), path)) if trace.exists() else []


def events_of(trace: Iterable[str], path: Path) -> Iterator[Event]:
    """What the lines of a trace did to the workshop and what lies beside it, and what the writer said."""
    offsets: dict[str, int] = {}
    for line in trace:
        found = _CALL.match(line)
        if found is None or int(found[3]) < 0:
            continue
        call, arguments, result = found[1], found[2], int(found[3])
        texts = [_bytes(each) for each in _TEXT.findall(arguments)]
        subject = _plain(arguments.partition("<")[2].partition(">")[0])
        if call == "write" and arguments.startswith("1<"):
            yield Event("said", data=texts[0])
        elif call == "openat" and "O_CREAT" in arguments and _is_beside(name := texts[0].decode(), path):
            yield Event("made", name)
            offsets[name] = 0
        elif call in ("unlink", "unlinkat") and _is_beside(name := texts[0].decode(), path):
            yield Event("unlink", name)
        elif call.startswith("rename") and _is_beside(name := texts[0].decode(), path):
            yield Event("rename", name, to=texts[1].decode())
        elif subject == str(path.parent) or _is_beside(subject, path):
            yield from _on_file(call, subject, arguments, result, texts, offsets)


def _on_file(
    call: str, name: str, arguments: str, result: int, texts: list[bytes], offsets: dict[str, int]
) -> Iterator[Event]:
    last = arguments.rpartition(", ")[2]
    if call == "lseek":
        offsets[name] = result
    elif call == "pwrite64":
        yield Event("write", name, int(last), texts[0][:result])
    elif call == "write":
        yield Event("write", name, offsets.get(name, 0), texts[0][:result])
        offsets[name] = offsets.get(name, 0) + result
    elif call == "ftruncate":
        yield Event("cut", name, int(last))
    elif call in ("fsync", "fdatasync"):
        yield Event("sync", name)


def _is_beside(name: str, path: Path) -> bool:
    return name.startswith(str(path))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _plain(text: str) -> str:
    return _bytes(text).decode() if text.startswith("\\x") else text


if __name__ == "__main__":
    write_moves(Path(sys.argv[1]), Random(sys.argv[2]), lambda text: os.write(1, f"{text}\n".encode()), MOVES)
