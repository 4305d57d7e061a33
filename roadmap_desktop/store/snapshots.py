"""Earlier copies of a workshop: taken while one works, kept in the person's own data folder, thinned with age.

A copy is named ``<uuid>_<time>_<reason>.roadmap`` in ``copies/<uuid>/``, so that it says what it is wherever it is
carried. Beside the folders, ``files.json`` remembers which workshop was last in which file, for when the file itself
can't say so any more.
"""

from __future__ import annotations

import json
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

import platformdirs

from roadmap_desktop.model.fact import new_uuid
from roadmap_desktop.store.copying import check, copy, looked_at, name_durably
from roadmap_desktop.store.header import check_header
from roadmap_desktop.store.thinning import beyond, superfluous
from roadmap_desktop.store.trouble import FileTrouble, trouble_named

MOST_BYTES = 1024**3
"""What the copies of all workshops together may take up."""
FILES_REMEMBERED = 200
A_DAY = timedelta(days=1)
"""After this a copy that was never finished is taken away."""
_NAME = re.compile(r"(?P<uuid>[0-9a-f-]{36})_(?P<at>\d{8}T\d{6}\.\d{6})_(?P<reason>[a-z]+)\.roadmap")
_TIME = "%Y%m%dT%H%M%S.%f"
_SAID_ANEW = ((24, 28), (40, 44), (92, 100))
"""Bytes of the first page that SQLite counts up when a copy is written."""


class Reason(Enum):
    """Why a copy was taken."""

    OPENING = "opening"
    WORKING = "working"
    MIGRATING = "migrating"
    MERGING = "merging"
    IMPORTING = "importing"


class Open(Protocol):
    """What a copy needs of an open workshop; the document, which itself keeps a copy before a file is brought up."""

    @property
    def path(self) -> Path:
        """Its file."""

    def now(self) -> datetime:
        """The time by its clock."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An earlier copy: its file, when and why it was taken, and its bytes."""

    path: Path
    taken_at: datetime
    reason: Reason
    size: int

    @property
    def is_before_migrating(self) -> bool:
        """Whether it was taken before the file was brought to a newer version."""
        return self.reason is Reason.MIGRATING


def keep(document: Open, reason: Reason) -> Snapshot | None:
    """The copy that holds what the document holds now, taken unless the newest does; None where none can be kept.

    To be called outside a change. It may be called from another thread than the document's.
    """
    try:
        return keep_file(document.path, reason, document.now())
    except FileTrouble:
        return None


def keep_file(path: Path, reason: Reason, now: datetime) -> Snapshot:
    """The copy that holds what the file holds now; before migrating it is always a copy of its own.

    Older copies are thinned, and the file's workshop is remembered.

    Raises:
        FileTrouble: the file can't be read or is damaged, or there is no room for a copy.
    """
    coming = copies_folder() / f"coming-{new_uuid()}.roadmap"
    try:
        copy(path, coming)
        workshop = _workshop_in(coming)
        _remember(path, workshop)
        newest = next(iter(snapshots(workshop)), None)
        if newest is not None and reason is not Reason.MIGRATING and _same(coming, newest.path):
            return newest
        kept = _named(coming, workshop, reason, now)
    finally:
        _remove(coming)
    _thin(workshop, now)
    return kept


def snapshots(workshop: str) -> tuple[Snapshot, ...]:
    """The copies of the workshop with that uuid, the newest first; what is no copy of it is passed over."""
    folder = _folder(workshop)
    try:
        found = [_read(each, folder.name) for each in folder.iterdir()]
    except OSError:
        return ()
    kept = [each for each in found if each is not None]
    return tuple(sorted(kept, key=lambda each: each.taken_at, reverse=True))


def snapshots_of_file(path: Path) -> tuple[Snapshot, ...]:
    """The copies of the workshop that was last in the file, which may be past reading."""
    workshop = _files().get(str(path.absolute()))
    return snapshots(workshop) if workshop else ()


def sound(snapshot: Snapshot) -> bool:
    """Whether a copy is a workshop of which every page can be read."""
    try:
        check_header(snapshot.path)
        check(snapshot.path, snapshot.path.name)
    except FileTrouble:
        return False
    return True


def copies_folder() -> Path:
    """Where earlier copies are kept: in the person's own data folder, away from any workshop."""
    return platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "copies"


def _folder(workshop: str) -> Path:
    """The folder of a workshop. A uuid is what a file says of itself: one that is none never becomes a path."""
    try:
        name = str(UUID(workshop))
    except ValueError:
        name = str(uuid5(NAMESPACE_URL, workshop))
    return copies_folder() / name


def _workshop_in(path: Path) -> str:
    with trouble_named(), closing(looked_at(path, immutable=True)) as connection:
        row = connection.execute("SELECT uuid FROM workshop LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _named(coming: Path, workshop: str, reason: Reason, now: datetime) -> Snapshot:
    folder = _folder(workshop)
    place = folder / f"{folder.name}_{now.strftime(_TIME)}_{reason.value}.roadmap"
    name_durably(coming, place)
    return Snapshot(place, now, reason, place.stat().st_size)


def _read(path: Path, workshop: str) -> Snapshot | None:
    found = _NAME.fullmatch(path.name)
    if found is None or found["uuid"] != workshop:
        return None
    with suppress(ValueError, OSError):
        return Snapshot(path, datetime.fromisoformat(found["at"]), Reason(found["reason"]), path.stat().st_size)
    return None


def _same(one: Path, other: Path) -> bool:
    """Whether two copies hold the same, whatever SQLite counted up while it wrote them."""
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        contents = [bytearray(each.read_bytes()) for each in (one, other)]
    except OSError:
        return False
    for content in contents:
        for start, end in _SAID_ANEW:
            content[start:end] = bytes(end - start)
    return contents[0] == contents[1]


def _thin(workshop: str, now: datetime) -> None:
    for each in superfluous(snapshots(workshop), now):
        _remove(each.path)
    workshops = [snapshots(folder.name) for folder in copies_folder().iterdir() if folder.is_dir()]
    for each in beyond(filter(None, workshops), now, MOST_BYTES):
        _remove(each.path)
    for left_over in (*copies_folder().glob("coming-*"), *copies_folder().glob(".new-coming-*")):
        with suppress(OSError):
            if datetime.fromtimestamp(left_over.stat().st_mtime) < now - A_DAY:  # noqa: DTZ006, as the laptop's clock says
                left_over.unlink()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _files() -> dict[str, str]:
    try:
        read = json.loads((copies_folder() / "files.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(uuid) for path, uuid in read.items()} if isinstance(read, dict) else {}


def _remember(path: Path, workshop: str) -> None:
    known, place = _files(), str(path.absolute())
    if known.get(place) == workshop:
        return
    known.pop(place, None)
    known[place] = workshop
    newest = dict(list(known.items())[-FILES_REMEMBERED:])
    beside = copies_folder() / "files.new"
    with suppress(OSError):  # a convenience is no reason to keep no copy
        beside.write_text(json.dumps(newest, ensure_ascii=False, indent=1), "utf-8")
        beside.replace(copies_folder() / "files.json")
