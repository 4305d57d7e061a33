"""Who has a workshop open: a small file beside it, as office suites make it, taken at opening and removed at closing.

It is made only where there is none, so that of two who open at once one is told of the other. It is never rewritten.
One that a crash left on this machine is recognised by its process, which is gone, and taken over.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from roadmap_desktop.store import process

LONGEST = 4096
"""Bytes of a lock file that are read."""
QUIET = timedelta(minutes=10)
"""A lock of another machine may be taken over once it, and the workshop, have not changed for so long."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workshop open, where, and since when; the name and time are empty where the lock doesn't say."""

    machine: str  # the name that people know it by
    name: str
    machine_id: str
    process: int
    began: str
    since: datetime | None

    @property
    def is_here(self) -> bool:
        """Whether it is a window of this machine."""
        return self.machine_id == process.machine()

    @property
    def is_gone(self) -> bool:
        """Whether the program that made the lock is known to have ended; of another machine nobody knows."""
        return self.is_here and process.birth(self.process) != self.began


class Held(Exception):
    """Somebody else has the workshop open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class Lease:
    """The lock of this program on one workshop's file."""

    def __init__(self, place: Path, content: bytes) -> None:
        self._place = place
        self._content = content

    @classmethod
    def take(cls, path: Path, at: datetime) -> Lease:
        """The lock on the workshop at the path.

        Raises:
            Held: somebody else has it open.
            OSError: it can't be made in this place.
        """
        place = lock_of(path)
        lease = cls(place, _content(at))
        for _ in range(3):
            if lease._made():
                return lease
            found = _read(place)
            if found is None:
                continue  # it was removed meanwhile
            holder = _holder(found, place)
            if not holder.is_gone:
                raise Held(holder)
            _set_aside(place, found)
        raise Held(_holder(_read(place) or b"", place))

    @classmethod
    def take_from(cls, holder: Holder, path: Path, at: datetime) -> Lease:
        """The lock that a holder left behind, where a person says that nobody works there any more.

        Raises:
            Held: meanwhile it is somebody else's.
            OSError: it can't be made in this place.
        """
        place = lock_of(path)
        found = _read(place)
        if found is not None:
            if _holder(found, place) != holder:
                raise Held(_holder(found, place))
            _set_aside(place, found)
        return cls.take(path, at)

    def taken_by(self) -> Holder | None:
        """Who has taken the lock over; None while it is ours. One that somebody removed is made again."""
        found = _read(self._place)
        if found == self._content:
            return None
        if found is None:
            with suppress(OSError):
                self._made()
            return None
        return _holder(found, self._place)

    def give_back(self) -> None:
        """Removes the lock, unless it is somebody else's by now."""
        if _read(self._place) == self._content:
            with suppress(OSError):
                self._place.unlink()

    def _made(self) -> bool:
        try:
            made = os.open(self._place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            return False
        try:
            os.write(made, self._content)
        except OSError:
            os.close(made)
            self._place.unlink()
            raise
        os.close(made)
        return True


def lock_of(path: Path) -> Path:
    """Where the lock of a workshop lies: beside the file itself, wherever a link to it is."""
    real = path.resolve()
    return real.with_name(f".~lock.{real.name}#")


def holder_of(path: Path) -> Holder | None:
    """Who has the workshop at the path open; None where nobody has, or whoever had is gone."""
    found = _read(lock_of(path))
    holder = None if found is None else _holder(found, lock_of(path))
    return None if holder is None or holder.is_gone else holder


def may_be_taken(holder: Holder, path: Path) -> bool:
    """Whether a person may be offered to take over: another machine's lock, where nothing has moved for a while."""
    if holder.is_here:
        return False
    times = []
    for each in (lock_of(path), path):
        with suppress(OSError):
            times.append(each.stat().st_mtime)
    return bool(times) and time.time() - max(times) >= QUIET.total_seconds()


def _content(at: datetime) -> bytes:
    own = os.getpid()
    holder = Holder(platform.node(), _person(), process.machine(), own, process.birth(own) or "", at)
    said = asdict(holder) | {"since": at.isoformat(timespec="seconds")}
    return json.dumps(said, ensure_ascii=False).encode()


def _person() -> str:
    """The name a person has on this machine."""
    with suppress(ImportError, KeyError, OSError):
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
        if full:
            return full
    with suppress(ImportError, KeyError, OSError):
        return getpass.getuser()
    return ""


def _read(place: Path) -> bytes | None:
    """What the lock says; None where there is none."""
    try:
        with place.open("rb") as file:
            return file.read(LONGEST)
    except OSError:
        return None


def _holder(content: bytes, place: Path) -> Holder:
    """The holder that a lock names; a lock that can't be read is somebody's all the same."""
    try:
        said = json.loads(content)
        texts = (said["machine"], said["name"], said["machine_id"], said["began"])
        if not all(isinstance(text, str) for text in texts):
            raise TypeError
        machine, name, machine_id, began = (text[:200] for text in texts)
        since = datetime.fromisoformat(said["since"]).replace(tzinfo=None)
        return Holder(machine, name, machine_id, int(said["process"]), began, since)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Holder("", "", "", 0, "", _made_at(place))


def _made_at(place: Path) -> datetime | None:
    with suppress(OSError):
        return datetime.fromtimestamp(int(place.stat().st_mtime))  # noqa: DTZ006, as the laptop's clock says
    return None


def _set_aside(place: Path, expected: bytes) -> None:
    """Removes a lock, but never one that somebody made in the meantime."""
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.rename(aside)
    except OSError:
        return  # somebody was quicker; whose it is now is read next
    if _read(aside) != expected:
        with suppress(OSError):
            os.link(aside, place)
    with suppress(OSError):
        aside.unlink()
