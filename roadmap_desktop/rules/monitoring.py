"""Monitoring: whether a reading crosses its threshold, and when reviews fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Breach(StrEnum):
    """On which side of the threshold the trigger lies."""

    ABOVE = "above"
    BELOW = "below"


class Cadence(StrEnum):
    """How often an indicator is read."""

    EVENT = "event"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    TWICE_A_YEAR = "twice_a_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A bound on an indicator, in its unit; a reading beyond it asks for action."""

    value: float
    breach: Breach


def breached(reading: float | None, threshold: Threshold | None) -> bool:
    """Whether a reading lies beyond its threshold; nothing read or no threshold: no."""
    if reading is None or threshold is None:
        return False
    return reading > threshold.value if threshold.breach is Breach.ABOVE else reading < threshold.value


def review_days(ends: Sequence[date], today: date) -> tuple[date, ...]:
    """Days on which to hold reviews: the ends of grading periods (or terms) that are still to come."""
    return tuple(sorted(day for day in set(ends) if day >= today))
