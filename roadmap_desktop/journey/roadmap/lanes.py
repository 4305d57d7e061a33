"""The lanes as a list of tasks names them: by key, by name in any language that is shipped, or new."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import SHIPPED_LANGUAGES, Language
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.roadmap import Phase
from roadmap_desktop.store.document import Document

HUES = ("prepare", "readiness", "usecases", "guardrails", "team", "pilots", "scaling", "monitoring")
"""The hues that new lanes take in turn."""


@dataclass(frozen=True, slots=True)
class NewLane:
    """A lane that the list names and the roadmap does not have."""

    uuid: str
    key: str
    name: str
    position: int
    hue: str


class Lanes:
    """The lanes that are there, and those that names make new; ``new`` has them in the order of their names."""

    def __init__(self, document: Document) -> None:
        rows = document.rows(select(Phase.key, Phase.name, Phase.position).order_by(Phase.position))
        self.first = rows[0].key if rows else ""
        self.new: list[NewLane] = []
        self._workshop = document.workshop_uuid
        self._position = max((row.position for row in rows), default=-1)
        self._by_name: dict[str, str] = {}
        for row in rows:
            name = worded(document, row.name, f"phase.{row.key}.name")
            said = {_folded(Language(code).say(name)) for code in SHIPPED_LANGUAGES}
            for each in (*said, _folded(row.key)):
                self._by_name.setdefault(each, row.key)

    def key(self, name: str) -> str:
        """The key of the lane of that name; the first lane for no name."""
        if not name.strip():
            return self.first
        folded = _folded(name)
        if folded not in self._by_name:
            self._position += 1
            uuid = natural_uuid(self._workshop, "phase", folded)
            hue = HUES[len(self.new) % len(HUES)]
            self.new.append(NewLane(uuid, f"own:{uuid}", " ".join(name.split()), self._position, hue))
            self._by_name[folded] = self.new[-1].key
        return self._by_name[folded]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
