"""What was worked out of many facts of one kind, and which of them were touched since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from roadmap_desktop.store.change import Change

T = TypeVar("T")
MOST_TOUCHED = 1_000
"""Beyond so many facts touched it is quicker to work it out anew."""


@dataclass
class Followed(Generic[T]):
    """A value, the kind whose touched uuids it hears of, and the versions of the other kinds it was made from."""

    value: T
    kind: str
    versions: tuple[int, ...]
    touched: set[str] = field(default_factory=set)
    is_lost: bool = False

    def hear(self, change: Change) -> None:
        """Notes what a change touched; one that names nothing may have touched everything."""
        if self.kind not in change.kinds or self.is_lost:
            return
        self.touched |= change.ids
        if not change.ids or len(self.touched) > MOST_TOUCHED:
            self.is_lost = True
            self.touched.clear()
