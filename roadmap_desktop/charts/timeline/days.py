"""Days as numbers, as the timeline's arrays hold them: since 1970-01-01, a day from its number to the next."""

from __future__ import annotations

from datetime import date
from math import floor
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

EPOCH = date(1970, 1, 1).toordinal()
Numbers: TypeAlias = NDArray[np.float64]
"""Days or pixels."""
Places: TypeAlias = NDArray[np.int64]
"""Indexes of rows, lanes or bars."""


def number(day: date) -> int:
    """The number of a day."""
    return day.toordinal() - EPOCH


def day(found: float) -> date:
    """The day that a number lies in."""
    return date.fromordinal(floor(found) + EPOCH)


def numbers(days: list[date]) -> Numbers:
    """The numbers of days."""
    return np.array([number(each) for each in days], dtype=np.float64)
