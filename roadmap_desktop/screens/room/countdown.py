"""The room's own countdown: it runs only after somebody started it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic

Clock = Callable[[], float]


class Countdown:
    """Minutes that run down to nothing and stay there; ``clock`` gives seconds."""

    def __init__(self, clock: Clock = monotonic) -> None:
        self._clock = clock
        self._ends: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether somebody started it and nobody stopped it."""
        return self._ends is not None

    def start(self, minutes: int) -> None:
        """Begins with so many minutes."""
        self._ends = self._clock() + 60 * minutes

    def stop(self) -> None:
        """Takes it off the screen."""
        self._ends = None

    def words(self) -> str:
        """What is left as minutes and seconds (4:30); nothing while it does not run."""
        if self._ends is None:
            return ""
        left = max(0, ceil(self._ends - self._clock()))
        return f"{left // 60}:{left % 60:02}"
