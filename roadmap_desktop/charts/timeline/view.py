"""What part of the timeline is in view: the arithmetic between days and pixels."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.charts.timeline.days import Numbers

MOST_PER_DAY = 40.0
"""Pixels of a day beyond which zooming in shows nothing more."""


@dataclass(frozen=True, slots=True)
class View:
    """From the day number ``first`` at the left, ``per_day`` pixels a day; ``top`` pixels are scrolled away above."""

    first: float
    per_day: float
    width: float
    top: float
    height: float

    @property
    def last(self) -> float:
        """The day number at the right edge."""
        return self.first + self.width / self.per_day

    def x(self, day: float) -> float:
        """Where a day number lies, in pixels from the left edge."""
        return (day - self.first) * self.per_day

    def xs(self, days: Numbers) -> Numbers:
        """Where day numbers lie."""
        return (days - self.first) * self.per_day

    def day(self, x: float) -> float:
        """The day number at a place."""
        return self.first + x / self.per_day


def zoomed(first: float, last: float, factor: float, around: float) -> tuple[float, float]:
    """A stretch of days made ``factor`` times as long, with the day ``around`` where it was."""
    return around - (around - first) * factor, around + (last - around) * factor


def within(first: float, last: float, bounds: tuple[float, float]) -> tuple[float, float]:
    """The stretch of days moved into the bounds, or the bounds themselves where it is longer."""
    length = min(last - first, bounds[1] - bounds[0])
    first = min(max(first, bounds[0]), bounds[1] - length)
    return first, first + length
