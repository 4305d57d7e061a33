"""What a benchmark says: a goal, what was measured, and whether it was met; always as a ratio within one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measured:
    """One line of the table."""

    what: str
    reference: str
    goal: float
    measured: float
    unit: str = "times"

    @property
    def met(self) -> bool:
        """Whether the goal was reached."""
        return self.measured <= self.goal

    def line(self) -> str:
        """The line as it is printed."""
        verdict = "met" if self.met else "NOT MET"
        return f"{self.what:44} {self.reference:38} <= {self.goal:6.1f} {self.measured:8.2f} {self.unit:6} {verdict}"

    def facts(self) -> dict[str, object]:
        """The line as JSON takes it."""
        return {**asdict(self), "met": self.met}


def paired(ours: Callable[[], object], reference: Callable[[], object], runs: int) -> float:
    """The median of ours over the reference, run in turn, so that a drift of the machine falls on both."""
    ratios = []
    for run in range(runs + 1):
        bare, mine = seconds(reference), seconds(ours)
        if run:
            ratios.append(mine / bare)
    return statistics.median(ratios)


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
