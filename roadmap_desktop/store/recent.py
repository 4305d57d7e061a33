"""The workshops opened last, and where in the journey the person was; kept beside the program's own settings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs

from roadmap_desktop.language import Words
from roadmap_desktop.store.labels import as_json, from_json

KEPT = 12
"""How many workshops are remembered."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A workshop opened before: what waited in it when it was left, and the place where the person was."""

    path: Path
    district: str
    opened: datetime
    line: Words = ""
    is_urgent: bool = False
    is_sample: bool = False
    stage: str = ""
    step: str = ""


class RecentWorkshops:
    """The list in one small file; a file that can't be read counts as empty, one that can't be written is let be."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "recent.json"

    def all(self) -> tuple[Recent, ...]:
        """The workshops, the one opened last first."""
        try:
            entries = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return ()
        return tuple(_read(entries if isinstance(entries, list) else ()))

    def find(self, path: Path) -> Recent | None:
        """What is remembered of that file."""
        wanted = path.absolute()
        return next((each for each in self.all() if each.path == wanted), None)

    def remember(self, recent: Recent) -> None:
        """Puts the workshop first, in the place of what was remembered of the same file."""
        recent = replace(recent, path=recent.path.absolute())
        others = [each for each in self.all() if each.path != recent.path]
        self._write([recent, *others][:KEPT])

    def forget(self, path: Path) -> None:
        """Takes a file off the list; the file itself stays."""
        self._write([each for each in self.all() if each.path != path.absolute()])

    def _write(self, entries: list[Recent]) -> None:
        text = json.dumps([_plain(each) for each in entries], ensure_ascii=False, indent=1)
        beside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, "utf-8")
            beside.replace(self._file)
        except OSError:  # a list of conveniences is no reason to stop anybody's work
            return


def _plain(recent: Recent) -> dict[str, Any]:
    plain = asdict(recent)
    return plain | {"path": str(recent.path), "opened": recent.opened.isoformat(), "line": as_json(recent.line)}


def _read(entries: Iterable[Any]) -> Iterable[Recent]:
    """The entries that can be read; the file may have been edited, or written by another version."""
    known = Recent.__dataclass_fields__
    for entry in entries:
        try:
            read: dict[str, Any] = {name: value for name, value in entry.items() if name in known}
            read["path"] = Path(read["path"])
            read["opened"] = datetime.fromisoformat(read["opened"])
            read["line"] = from_json(read.get("line", '""'))
            yield Recent(**read)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
