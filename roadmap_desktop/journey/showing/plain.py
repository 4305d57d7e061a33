"""Dates, spans and inspections as plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

from roadmap_desktop.journey.inspection import Line
from roadmap_desktop.language import Language

Plain = dict[str, Any]
"""What JSON holds: texts, numbers, true, false, null, and lists and objects of them."""


def day(value: date | None) -> str | None:
    """A date as ISO text; null where unknown."""
    return None if value is None else value.isoformat()


def lines(found: tuple[Line, ...], language: Language) -> list[str]:
    """The lines of an inspection as they are read."""
    return [language.say(each.text) for each in found]
