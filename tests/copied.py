"""New and sample workshops made once in a process, then copied: making one takes longer than most tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.journey.workshop import new_workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.openfile import local_now

Clock = Callable[[], datetime]


def new_copy(path: Path, *, district: str, state: str = "", clock: Clock = local_now) -> Document:
    """A new workshop at the path, opened; all of one district, state and moment of a fixed clock are alike."""
    path.write_bytes(_new(district, state, _moment(clock)))
    return Document.open(path, clock)


def sample_copy(path: Path, *, clock: Clock = local_now) -> Document:
    """The sample workshop at the path, opened."""
    path.write_bytes(_sample(_moment(clock)))
    return Document.open(path, clock)


def _moment(clock: Clock) -> datetime | None:
    return None if clock is local_now else clock()


@cache
def _new(district: str, state: str, moment: datetime | None) -> bytes:
    clock = local_now if moment is None else lambda: moment
    return _content(lambda path: new_workshop(path, district=district, state=state, clock=clock))


@cache
def _sample(moment: datetime | None) -> bytes:
    clock = local_now if moment is None else lambda: moment
    return _content(lambda path: sample_workshop(path, clock=clock))


def _content(make: Callable[[Path], Document]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.roadmap"
        make(path).close()
        return path.read_bytes()
