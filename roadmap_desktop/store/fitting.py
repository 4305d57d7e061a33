"""Holds the values of a damaged row against the types of their columns; what can't be of its type is left out."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.store.values import LARGEST, WORDS, YEARS

Row = tuple[Any, ...]
_NEVER_WRITTEN = re.compile(r"[^-0-9:. ]|^\d{4}-.{5}[^ ]")
"""In a date or time: another sign, or something but a space between day and time."""
UNREADABLE_SIGN = "\ufffd"
"""Stands in a text for bytes that are no letters."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a workshop's table: its name, whether it may be empty, and whether text may be ''."""

    name: str
    of_type: Callable[[Any], Any]
    """Gives a value that is of the column's type, else None."""
    may_be_null: bool
    may_be_blank: bool
    read: Callable[[str], object] | None = None
    """Reads a text that must be one of a few words."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A row whose values are all of their types, and whether one had to be left out for that."""

    row: Row
    is_mended: bool


def columns_of(connection: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    """The columns of a table of an undamaged file."""
    blank = _blank_allowed().get(table, frozenset())
    rows = connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,))
    return tuple(
        Column(name, _reading(kind.upper()), not must and not key, name in blank, WORDS.get((table, name)))
        for name, kind, must, key in rows
    )


def fit(columns: Sequence[Column], values: Sequence[Any]) -> Fitted | None:
    """The row with the columns' values; None where one that must be there is not of its type."""
    row: list[Any] = []
    is_mended = False
    for column, value in zip(columns, values, strict=True):
        fitting = None if value is None else column.of_type(value)
        if fitting is not None and column.read is not None and not _is_word(column, fitting):
            fitting = None
        if fitting is None and not column.may_be_null:
            if not column.may_be_blank:
                return None
            fitting = ""
        if fitting is not value or (fitting.__class__ is str and UNREADABLE_SIGN in fitting):
            is_mended = True
        row.append(fitting)
    return Fitted(tuple(row), is_mended)


def _is_word(column: Column, fitting: Any) -> bool:
    if not isinstance(fitting, str) or column.read is None or (not fitting and column.may_be_blank):
        return True
    return _reads(column.read, fitting)


@lru_cache(maxsize=2_000)  # the same few words in every row
def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except (TypeError, ValueError):
        return False
    return True


def _reading(kind: str) -> Callable[[Any], Any]:
    return next((reading for begins, reading in _READINGS if kind.startswith(begins)), _plain)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float) else None


def _text(value: Any) -> Any:
    return value if isinstance(value, str) else None


def _whole(value: Any) -> Any:
    return value if isinstance(value, int) and abs(value) <= LARGEST else None


def _number(value: Any) -> Any:
    return value if isinstance(value, int | float) and abs(value) <= LARGEST else None


def _truth(value: Any) -> Any:
    return value if value in (0, 1) and isinstance(value, int) else None


def _moment(kind: type[date] | type[datetime] | type[time], *lengths: int) -> Callable[[Any], Any]:
    def reading(value: Any) -> Any:
        try:
            kind.fromisoformat(value)
        except (TypeError, ValueError):
            return None
        is_in_reach = kind is time or YEARS[0] <= value[:4] <= YEARS[1]
        is_written_so = len(value) in lengths and not _NEVER_WRITTEN.search(value)  # Python reads more than we write
        return value if is_in_reach and is_written_so else None

    return reading


_READINGS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("VARCHAR", _text),
    ("TEXT", _text),
    ("INTEGER", _whole),
    ("FLOAT", _number),
    ("DOUBLE", _number),
    ("BOOLEAN", _truth),
    ("DATETIME", _moment(datetime, 19, 26)),
    ("DATE", _moment(date, 10)),
    ("TIME", _moment(time, 8, 15)),
)
"""By the beginning of a column's type, longer names first."""


@lru_cache
def _blank_allowed() -> dict[str, frozenset[str]]:
    return {
        table.name: frozenset(
            column.name for column in table.columns if column.default is not None and _default(column.default) == ""
        )
        for table in fact_tables()
    }


def _default(default: Any) -> Any:
    return getattr(default, "arg", None)
