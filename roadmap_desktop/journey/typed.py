"""Numbers as people type them."""

from __future__ import annotations

import re

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:[.,]\d+)?|[+-]?\.\d+")


def read_number(text: str, *, field: str) -> float | None:
    """The number that was typed, with a percent sign or not; None for nothing. A comma may part thousands or decimals.

    Raises:
        Refused: it is no number.
    """
    typed = text.replace("\N{MINUS SIGN}", "-").replace("%", "").replace("\N{NO-BREAK SPACE}", "").strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        raise Refused(
            message("“{text}” is no number.", text=text.strip()),
            message("Type digits, such as 4.5; the unit has a field of its own."),
            field=field,
        )
    parted = re.fullmatch(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", typed)
    return float(typed.replace(",", "" if parted else "."))
