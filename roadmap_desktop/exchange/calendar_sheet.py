"""The events of a calendar that is a table: a date or a first and a last one, and what is on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.exchange.calendar_facts import Days, Event, Status
from roadmap_desktop.exchange.school_columns import heading_words
from roadmap_desktop.exchange.table import Row, read_table
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.workbook import as_text
from roadmap_desktop.language import message

_FIRST = re.compile(r"(?:(?:start|begin|beginning|first|from|event) ?)?(?:dates?|days?)|start|begins?|first|from|when")
_LAST = re.compile(r"(?:end|ending|last|to|until|through|thru) ?(?:date|day)?|ends")
_TITLE = re.compile(
    r"(?:event )?(?:title|subject|summary|name|events?|descriptions?|occasion|what|activity|holiday|notes?)( names?)?"
    r"|event title"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_WRITTEN = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[t ]\d.*)?"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(rf"(?:[a-z]+\.?,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
    re.compile(rf"(?:[a-z]+\.?,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[- ]{_MONTH}[,-]? ?(?P<year>\d{{4}}|\d\d)"),
)
_TWO_NUMBERS = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?: \d.*)?")
_RANGE = re.compile(r"\s+(?:-|–|—|to|through|thru)\s+|\s*[–—]\s*")


@dataclass(frozen=True, slots=True)
class _Columns:
    first: int
    last: int | None
    title: int


def read_sheet(source: bytes | str) -> tuple[Event, ...]:
    """The events of a table in the order of its rows; the heading names the columns. Raises Unreadable."""
    table = read_table(as_text(source, _weigh), _weigh, at_least=2)
    columns = _columns(table.header.cells) if table.header else None
    if columns is None:
        raise Unreadable(
            message("The file is neither a calendar nor a table with dates and titles."),
            message("Take an .ics file, or a table with the headings First, Last and Title."),
        )
    rows = [row for row in table.rows if not row.is_empty]
    day_first = is_day_first(row.cell(place) for row in rows for place in (columns.first, columns.last))
    return tuple(_event(number, row, columns, day_first) for number, row in enumerate(rows, 1))


def read_date(text: str, day_first: bool) -> date | None:
    """The date a cell holds (ISO, 8/10/2026, Aug 10, 2026, Monday, 10 August 2026), or None."""
    plain = " ".join(text.casefold().split())
    try:
        for pattern in _WRITTEN:
            found = pattern.fullmatch(plain)
            if found:
                parts = found.groupdict()
                month = int(parts["month"]) if "month" in parts else _MONTHS.index(parts["name"]) + 1
                return date(_full_year(parts["year"]), month, int(parts["day"]))
        found = _TWO_NUMBERS.fullmatch(plain)
        if found:
            month_place, day_place = (2, 1) if day_first else (1, 2)
            return date(_full_year(found[3]), int(found[month_place]), int(found[day_place]))
    except ValueError:
        return None
    return None


def _full_year(text: str) -> int:
    year = int(text) + (2000 if len(text) == 2 else 0)
    if not 1900 <= year <= 2200:
        raise ValueError(year)
    return year


def is_day_first(texts: Iterable[str]) -> bool:
    """Whether 13/10/2026 is how the column writes its dates; month first unless one date forbids it."""
    for text in texts:
        for part in _RANGE.split(text.casefold()):
            found = _TWO_NUMBERS.fullmatch(part.strip())
            if found and int(found[1]) > 12:
                return True
    return False


def _event(number: int, row: Row, columns: _Columns, day_first: bool) -> Event:
    beside = (cell for place, cell in enumerate(row.cells) if place not in (columns.first, columns.last, columns.title))
    title, more = row.cell(columns.title)[:300], " / ".join(cell for cell in beside if cell)[:1000]
    written = [row.cell(columns.first), *([last] if (last := row.cell(columns.last)) else [])]
    if len(written) == 1:
        written = _RANGE.split(written[0], maxsplit=1)
    days = [read_date(text.strip(), day_first) for text in written]
    first, last_day = days[0], days[-1]
    if first is None or last_day is None or last_day < first or (last_day - first).days > 800:
        return Event(number, title, (), Status.broken, more)
    return Event(number, title, (Days(first, last_day),), more=more)


def _columns(header: tuple[str, ...]) -> _Columns | None:
    words = [heading_words(cell) for cell in header]
    first = next((place for place, each in enumerate(words) if _FIRST.fullmatch(each)), None)
    last = next((place for place, each in enumerate(words) if _LAST.fullmatch(each)), None)
    titles = [place for place, each in enumerate(words) if _TITLE.fullmatch(each) and place not in (first, last)]
    return _Columns(first, last, titles[0]) if first is not None and titles else None


def _weigh(cells: tuple[str, ...]) -> int:
    if len(cells) > 400 or any(len(cell) > 60 for cell in cells):
        return 0
    found = _columns(cells)
    return 0 if found is None else 2 + (found.last is not None)
