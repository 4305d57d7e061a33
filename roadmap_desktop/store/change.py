"""What listeners hear after a change: which kinds and ids were touched, and who asked."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.language import Words


@dataclass(frozen=True, slots=True)
class Change:
    """One step that is on disk: its label, the kinds (table names) and uuids it touched, and the control that asked."""

    label: Words
    kinds: frozenset[str]
    ids: frozenset[str]
    origin: object | None = None

    def touches(self, *kinds: str) -> bool:
        """Whether any of these kinds was touched."""
        return not self.kinds.isdisjoint(kinds)
