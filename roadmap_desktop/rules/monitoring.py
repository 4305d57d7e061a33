"""Monitoring: whether a reading crosses its threshold, and when reviews fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Breach(StrEnum):
    """Where the trigger of a threshold lies.

    ABOVE and BELOW ask for more or less than the figure; FROM and UP_TO count the figure itself, too. RISE and FALL
    ask how far a reading has moved from the one before (its baseline), and count the figure itself.
    """

    ABOVE = "above"
    FROM = "from"
    BELOW = "below"
    UP_TO = "up_to"
    RISE = "rise"
    FALL = "fall"


class Cadence(StrEnum):
    """How often an indicator is read."""

    EVENT = "event"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    TWICE_A_YEAR = "twice_a_year"
    YEAR = "year"


class Area(StrEnum):
    """What an indicator is about."""

    INSTRUCTIONAL = "instructional"
    OPERATIONAL = "operational"
    SAFETY = "safety"
    FEEDBACK = "feedback"


MOVES = frozenset({Breach.RISE, Breach.FALL})
"""The sides that need a figure from before."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A bound on an indicator, in its unit; a reading beyond it asks for action.

    Where it is ``relative``, a rise or fall is counted in percent of the figure before.
    """

    value: float
    breach: Breach
    relative: bool = False


def breached(reading: float | None, threshold: Threshold | None, before: float | None = None) -> bool:
    """Whether a reading lies beyond its threshold; nothing read or no threshold: no.

    ``before`` is the baseline, or the reading before where there is no baseline; without it nothing rises or falls.
    """
    if reading is None or threshold is None:
        return False
    match threshold.breach:
        case Breach.ABOVE:
            return reading > threshold.value
        case Breach.FROM:
            return reading >= threshold.value
        case Breach.BELOW:
            return reading < threshold.value
        case Breach.UP_TO:
            return reading <= threshold.value
    return _moved(reading, threshold, before)


def review_days(ends: Sequence[date], today: date) -> tuple[date, ...]:
    """Days on which to hold reviews: the ends of grading periods (or terms) that are still to come."""
    return tuple(sorted(day for day in set(ends) if day >= today))


def _moved(reading: float, threshold: Threshold, before: float | None) -> bool:
    if before is None:
        return False
    way = reading - before if threshold.breach is Breach.RISE else before - reading
    if way <= 0:
        return False
    if not threshold.relative:
        return round(way, 9) >= threshold.value  # 2.8 to 2.3 is a fall of 0.5, which binary fractions miss
    return before == 0 or round(way / abs(before) * 100, 9) >= threshold.value
