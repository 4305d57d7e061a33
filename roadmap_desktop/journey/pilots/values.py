"""Values of a success criterion as people write them."""

from __future__ import annotations

from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.pilots import Direction

PERCENT = frozenset({"%", "percent", "per cent"})
"""What people type for a share of a hundred."""


def in_unit(value: float | None, unit: str) -> Words:
    """A value with its unit; nothing where there is none."""
    if value is None:
        return ""
    if unit.strip().lower() in PERCENT:
        return message("{value} %", value=value)
    return message("{value} {unit}", value=value, unit=unit) if unit else message("{value}", value=value)


def bound(value: float | None, unit: str, direction: str) -> Words:
    """A target or minimum with its unit; where less is better it says so."""
    words = in_unit(value, unit)
    return message("≤ {value}", value=words) if words and direction == Direction.DOWN else words


def as_typed(value: float | None) -> str:
    """A value as it is typed, in digits with a point, whatever the language; nothing where there is none."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)
