"""Lengths and numbers as people type them."""

from __future__ import annotations

import re
from math import isfinite

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message
from roadmap_desktop.rules.length import NotALength, parse

_THOUSANDS = r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
_NUMBER = re.compile(rf"{_THOUSANDS}|[+-]?\d+(?:[.,]\d+)?|[+-]?\.\d+", re.ASCII)
_SHARE = re.compile(r"(\d{1,6})(?:[^\d.,]+(\d{1,6}))?", re.ASCII)


def check_length(text: str, *, field: str = "length") -> None:
    """Lets pass how long something takes; 0 is a milestone.

    Raises:
        Refused: it is no length.
    """
    try:
        parse(text)
    except NotALength:
        raise Refused(
            message("“{text}” is no length.", text=text),
            message("Write it like 5 school days, 3 weeks, 1 grading period or 10 days."),
            field=field,
        ) from None


def lasting(text: str, *, field: str = "length") -> str:
    """How long something lasts, as it was typed.

    Raises:
        Refused: it is no length, or nothing lasts.
    """
    try:
        found = parse(text)
    except NotALength:
        found = None
    if found is None or found.is_milestone:
        raise Refused(
            message("“{text}” is no length.", text=text),
            message("Write it like 1 grading period, 9 weeks or 20 school days."),
            field=field,
        )
    return text


def read_number(text: str, *, field: str) -> float | None:
    """The number that was typed, with a percent sign or not; None for nothing. A comma may part thousands or decimals.

    Raises:
        Refused: it is no number.
    """
    typed = text.replace("\N{MINUS SIGN}", "-").replace("%", "").replace("\N{NO-BREAK SPACE}", "").strip()
    if not typed:
        return None
    parts_thousands = re.fullmatch(_THOUSANDS, typed, re.ASCII)
    number = float(typed.replace(",", "" if parts_thousands else ".")) if _NUMBER.fullmatch(typed) else None
    if number is None or not isfinite(number):
        raise Refused(
            message("“{text}” is no number.", text=text.strip()),
            message("Type digits, such as 4.5; the unit has a field of its own."),
            field=field,
        )
    return number


def read_count(text: str, *, field: str) -> int | None:
    """The whole number, 0 or more, that was typed; None for nothing.

    Raises:
        Refused: it is none.
    """
    number = read_number(text, field=field)
    if number is None:
        return None
    if number < 0 or number != int(number):
        raise Refused(
            message("“{text}” is no whole number.", text=text.strip()),
            message("Type digits only, such as 3."),
            field=field,
        )
    return int(number)


def read_share(text: str, *, field: str) -> tuple[int | None, int | None]:
    """How many of how many: "18 of 20" or "18/20", "18" alone where the whole is unknown, nothing for nothing.

    Raises:
        Refused: it is neither.
    """
    typed = " ".join(text.split())
    if not typed:
        return None, None
    found = _SHARE.fullmatch(typed)
    if found is None:
        raise Refused(
            message("“{text}” says no count.", text=typed),
            message("Type it like 18 of 20, or 18 alone."),
            field=field,
        )
    return int(found[1]), None if found[2] is None else int(found[2])
