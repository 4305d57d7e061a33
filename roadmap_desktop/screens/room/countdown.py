"""The room's own countdown, which runs only after somebody started it; and how time that is left is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
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
        return time_words(timedelta(seconds=self._ends - self._clock()))


def time_words(left: timedelta) -> str:
    """Minutes and seconds (4:30), hours before them where there are any; never below nothing."""
    seconds = max(0, ceil(left.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds % 60:02}"
    return f"{minutes}:{seconds % 60:02}"
