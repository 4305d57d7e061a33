"""Impact against effort: the quarter a use case lies in, and whether the scorers leave that open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles

from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE

MIDDLE = (LEAST_SCORE + MOST_SCORE) / 2
"""Where the scale is halved."""


class Quarter(StrEnum):
    """The four quarters, by impact and effort."""

    QUICK_WIN = "quick_win"
    PROJECT = "project"
    FILLER = "filler"
    THANKLESS = "thankless"


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of scores and their quartiles (type 7), from 1 to 5; with one score all three are that one."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a use case lies; ``is_open`` where the quartiles of impact or of effort are not on one side."""

    impact: Spread
    effort: Spread
    quarter: Quarter
    is_open: bool


def spot(impact: Sequence[float], feasibility: Sequence[float]) -> Spot | None:
    """Where scores put a use case; effort is 6 minus feasibility. None where nobody scored one of the two.

    A median on the middle of the scale counts as high impact and as low effort.
    """
    if not impact or not feasibility:
        return None
    up, across = _spread(impact), _spread([LEAST_SCORE + MOST_SCORE - each for each in feasibility])
    high, easy = up.middle >= MIDDLE, across.middle <= MIDDLE
    quarter = (
        (Quarter.QUICK_WIN if easy else Quarter.PROJECT) if high else (Quarter.FILLER if easy else Quarter.THANKLESS)
    )
    is_open = (up.low >= MIDDLE) != (up.high >= MIDDLE) or (across.low <= MIDDLE) != (across.high <= MIDDLE)
    return Spot(up, across, quarter, is_open)


def _spread(scores: Sequence[float]) -> Spread:
    if len(scores) < 2:
        return Spread(scores[0], scores[0], scores[0])
    low, _, high = quantiles(scores, n=4, method="inclusive")
    return Spread(median(scores), low, high)
