"""The moves that the file did not take, in their order, and what they are about as it stands in its control."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

PutBack = Callable[[], None]


class Complains(Protocol):
    """A control that can show a reason and a remedy beside itself."""

    def complain(self, reason: str, remedy: str) -> None:
        """Shows them."""


@runtime_checkable
class TellsAbout(Protocol):
    """A control that knows which fact is edited in it just now, and hears when the file took that at last."""

    def about(self) -> Hashable | None:
        """What tells this fact from the others that the control edits; None where that can't be said."""

    def taken(self, about: Hashable) -> None:
        """What was edited there is saved."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A move, the control beside which its refusal is told, and what in that control it is about."""

    move: Callable[[], object]
    beside: Complains | None = None
    about: Hashable | None = None

    @classmethod
    def of(cls, move: Callable[[], object], beside: Complains | None) -> Attempt:
        """The move about what is edited in the control just now."""
        return cls(move, beside, beside.about() if isinstance(beside, TellsAbout) else None)

    @property
    def key(self) -> Hashable:
        """What a later attempt has in common with this one where it takes its place."""
        return self.move if self.about is None else (self.beside, self.about)

    def settle(self) -> None:
        """Tells the control that the move is made."""
        beside: object = self.beside
        if self.about is not None and isinstance(beside, TellsAbout):
            beside.taken(self.about)


@dataclass
class Unsaved:
    """Nothing of it is lost while the screen is drawn anew, or while something else is shown in the same control."""

    _kept: dict[Hashable, tuple[Attempt, PutBack | None]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def attempts(self) -> tuple[Attempt, ...]:
        """What waits, the oldest first."""
        return tuple(attempt for attempt, _ in self._kept.values())

    def keep(self, attempt: Attempt) -> None:
        """Keeps a move that was not taken, and what the person sees of it."""
        from roadmap_desktop.screens.shown import as_shown  # knows every control; seldom needed

        before = self._kept.get(attempt.key)
        shown = before[1] if before is not None else as_shown(attempt.beside)
        self._kept[attempt.key] = (attempt, shown)
        if shown is not None:
            shown()

    def drop(self, attempt: Attempt) -> bool:
        """Forgets what the attempt takes the place of; whether there was something."""
        return self._kept.pop(attempt.key, None) is not None

    def put_back(self) -> None:
        """Shows again, in controls that were filled from the file, what the file did not take."""
        for _, shown in self._kept.values():
            if shown is not None:
                shown()
