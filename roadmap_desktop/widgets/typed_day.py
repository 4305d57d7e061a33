"""Reads a date as people type it."""

from __future__ import annotations

import re
from datetime import date

from roadmap_desktop.language import Language, Message, message

UNREADABLE: Message = message("This is not a date that can be read.")
NO_SUCH_DAY: Message = message("There is no such day.")
REMEDY: Message = message("Write it as Oct 12 2026, 10/12/2026 or 2026-10-12.")

_CENTURY = 2000


class NotADay(ValueError):
    """The text is no date; ``reason`` and ``remedy`` are for the person who typed it."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.one)
        self.reason = reason
        self.remedy = REMEDY


def read_day(text: str, language: Language) -> date | None:
    """The day that was typed, None for an empty text.

    Understood are 2026-10-12, 10/12/2026 (the month first, as districts in the United States write it; the day first
    where only that gives a date), and a month's name in English or in the language, before or after the day.

    Raises:
        NotADay: it can't be read, or there is no such day.
    """
    typed = text.strip()
    if not typed:
        return None
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", typed):
        year, month, day = map(int, found.groups())
        return _day(year, month, day)
    if found := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})", typed):
        first, second, year = map(int, found.groups())
        return _day(year, second, first) if first > 12 else _day(year, first, second)
    return _named(typed, language)


def may_be_complete(text: str) -> bool:
    """Whether a day that is being typed is all there: "10/12/20" may go on to be 10/12/2026."""
    return re.search(r"[0-9]{4}", text) is not None


def _named(typed: str, language: Language) -> date:
    words = re.findall(r"[0-9]+|[^\W\d_]+", typed)
    numbers = [int(word) for word in words if word.isdecimal()]
    months = [number for word in words if (number := _month(word, language))]
    if len(numbers) != 2 or len(months) != 1 or not re.fullmatch(r"[\w\s,.]+", typed):
        raise NotADay(UNREADABLE)
    day, year = numbers if numbers[1] > 31 or numbers[0] <= 31 else reversed(numbers)
    return _day(year, months[0], day)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year if year > 99 else _CENTURY + year, month, day)
    except ValueError:
        raise NotADay(NO_SUCH_DAY) from None


def _month(word: str, language: Language) -> int | None:
    from babel.dates import get_month_names

    wanted = word.lower().rstrip(".")
    if len(wanted) < 3:
        return None
    for code in ("en", language.code):
        for number, name in get_month_names("wide", locale=code).items():
            if name.lower().startswith(wanted):
                return int(number)
    return 9 if wanted == "sept" else None
