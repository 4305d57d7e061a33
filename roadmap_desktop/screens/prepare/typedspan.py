"""A line that is typed into the calendar: a name, then its first and last day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.language import Language, message
from roadmap_desktop.widgets.typed_day import NotADay, read_day

_NUMBERED = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?"
_NAMED = r"[^\W\d_]{3,}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,}\.?(?:,?\s+(?:de\s+)?\d{4})?"
_DAY = f"(?:{_NUMBERED}|{_NAMED})"
_LINE = re.compile(rf"(.+?)[\s,:;(]+({_DAY})(?:\s*(?:-|–|—|to|through|thru|until|al?)\s*({_DAY}|\d{{1,2}}))?[)\s]*")


class NoDates(ValueError):
    """The line has no date that can be read; reason and remedy are for a person."""

    reason = message("Its dates are missing.")
    remedy = message("Write them behind the name, as in Fall Break, Oct 19 to Oct 23.")


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """A name with its first and last day."""

    name: str
    first: date
    last: date


def read_line(text: str, language: Language, first_day: date, last_day: date) -> TypedSpan:
    """The span in a typed line, such as "Labor Day, Sep 7" or "Fall Break 10/19 to 10/23".

    A date without a year takes the one that puts it between the first and the last day. NoDates where there is none.
    """
    found = _LINE.fullmatch(text.strip())
    if found is None:
        raise NoDates(text)
    name, first, last = found.groups()
    begins = _day(first, language, first_day, last_day)
    if last is None:
        return TypedSpan(name, begins, begins)
    if last.isdigit():  # Oct 19 to 23
        try:
            return TypedSpan(name, begins, begins.replace(day=int(last)))
        except ValueError:
            raise NoDates(text) from None
    return TypedSpan(name, begins, _day(last, language, first_day, last_day))


def read_cells(cells: Sequence[str], language: Language, first_day: date, last_day: date) -> TypedSpan:
    """The span in a pasted row: a name, a first day, and a last day where there is one; or a whole line in one cell."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) == 1:
        return read_line(filled[0], language, first_day, last_day)
    days = [_day(cell, language, first_day, last_day) for cell in filled[1:3]]
    return TypedSpan(filled[0], days[0], days[-1])


def _day(text: str, language: Language, first_day: date, last_day: date) -> date:
    for year in ("", *(str(year) for year in range(first_day.year, last_day.year + 1))):
        try:
            day = read_day(_with_year(text, year), language)
        except NotADay:
            continue
        if day is not None and (not year or first_day <= day <= last_day or year == str(last_day.year)):
            return day
    raise NoDates(text)


def _with_year(text: str, year: str) -> str:
    if not year:
        return text
    return f"{text}/{year}" if "/" in text else f"{text} {year}"
