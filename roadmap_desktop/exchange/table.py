"""A table as other programs write it: separated text, from a file or pasted from a spreadsheet."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from roadmap_desktop.exchange.decoding import LARGEST_FILE, decode, physical_lines
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message

SEPARATORS = ("\t", ";", ",", "|")
MOST_ROWS = 20_000
_MOST_LINES_IN_A_CELL = 20
_HEADER_WITHIN = 60
_LONGEST_LINE = 1_000_000
_SAMPLE = 300

WeighHeader = Callable[[tuple[str, ...]], int]
"""How many of a row's cells are names of columns that the reader knows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the number of its first line in the file (from 1), its cells, and its raw text."""

    number: int
    cells: tuple[str, ...]
    raw: str

    @property
    def is_empty(self) -> bool:
        """Whether every cell is blank."""
        return not any(self.cells)

    def cell(self, column: int | None) -> str:
        """The text in a column, counted from 0; nothing where the row is shorter."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the rows above its header, the header if one was found, and all rows below."""

    above: tuple[Row, ...]
    header: Row | None
    rows: tuple[Row, ...]


def read_table(
    source: bytes | str,
    weigh_header: WeighHeader,
    at_least: int = 1,
    *,
    largest: int = LARGEST_FILE,
    most_rows: int = MOST_ROWS,
) -> Table:
    """The table in a file of at most so many bytes and lines, or in pasted text.

    The separator is the one that shows most names of known columns in one row; without any, the one
    whose rows are most alike. A header weighs ``at_least`` so much. Raises Unreadable.
    """
    lines = physical_lines(decode(source, largest))
    if len(lines) > most_rows:
        raise Unreadable(
            message("The file has more than {n} lines.", n=most_rows),
            message("Keep only the rows you need and try again."),
        )
    if not any(line.strip() for line in lines):
        raise Unreadable(message("The file is empty."), message("Take another file."))
    best, separator, place = max(
        (_best_header(_rows(lines[:_HEADER_WITHIN], each), weigh_header, each) for each in SEPARATORS),
        key=lambda found: found[0],
    )
    if best >= at_least:
        rows = _rows(lines, separator)
        return Table(rows[:place], rows[place], rows[place + 1 :])
    return Table((), None, _rows(lines, _most_alike(lines)))


def read_rows(source: bytes | str, largest: int = LARGEST_FILE, most_rows: int = MOST_ROWS) -> tuple[Row, ...]:
    """All records of separated text; the separator is the one that makes the widest rows of one width.

    Raises Unreadable.
    """
    lines = physical_lines(decode(source, largest))
    if len(lines) > most_rows:
        raise Unreadable(
            message("The file has more than {n} lines.", n=most_rows),
            message("Keep only the rows you need and try again."),
        )
    weights = {separator: _evenness(_rows(lines[:_SAMPLE], separator)) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: weights[separator])
    return _rows(lines, best if weights[best] else None)


def _evenness(rows: tuple[Row, ...]) -> int:
    """How many cells stand in rows of the commonest width of two or more, less one for each row."""
    widths = Counter(len(row.cells) for row in rows if not row.is_empty and len(row.cells) > 1)
    return max(((width - 1) * often for width, often in widths.items()), default=0)


def _best_header(rows: tuple[Row, ...], weigh: WeighHeader, separator: str) -> tuple[int, str, int]:
    weights = [weigh(row.cells) for row in rows] or [0]
    best = max(weights)
    return best, separator, weights.index(best)


def _most_alike(lines: list[str]) -> str | None:
    """The separator that cuts nine rows of ten into the same number of cells, or None: one column."""
    for separator in SEPARATORS:
        widths = Counter(len(row.cells) for row in _rows(lines[:200], separator) if not row.is_empty)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        if width > 1 and often >= 0.9 * widths.total():
            return separator
    return None


def _rows(lines: list[str], separator: str | None) -> tuple[Row, ...]:
    rows, place = [], 0
    while place < len(lines):
        taken, cells = _record(lines, place, separator)
        raw = "\n".join(lines[place : place + taken])
        rows.append(Row(place + 1, tuple(" ".join(cell.split()) for cell in cells), raw))
        place += taken
    return tuple(rows)


def _record(lines: list[str], place: int, separator: str | None) -> tuple[int, list[str]]:
    """How many lines the record at this place takes, and its cells.

    A quote that never closes belongs to the text: otherwise one stray quote would swallow the rest.
    """
    line = lines[place]
    if separator is None or len(line) > _LONGEST_LINE:
        return 1, [line]
    if '"' not in line:
        return 1, line.split(separator)
    for taken in range(1, min(_MOST_LINES_IN_A_CELL, len(lines) - place) + 1):
        cells = _quoted("\n".join(lines[place : place + taken]), separator)
        if cells is not None:
            return taken, cells
    return 1, line.split(separator)


def _quoted(text: str, separator: str) -> list[str] | None:
    """The cells of a record with quotes; None while a quote is still open at its end."""
    for strict in (True, False):
        try:
            return next(csv.reader([text], delimiter=separator, strict=strict), [])
        except csv.Error as trouble:
            if "unexpected end of data" in str(trouble):
                return None
    return None
