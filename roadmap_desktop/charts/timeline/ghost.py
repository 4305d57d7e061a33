"""Where a bar would lie: while it is dragged, and what moves with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ghost:
    """The place of the bar in the columns; day numbers from ``start`` to the one after the last."""

    place: int
    start: float
    end: float
